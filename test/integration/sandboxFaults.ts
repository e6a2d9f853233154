import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Plan } from '../sandbox/server.ts';

/** Makes a stand-in service fail, or mends it where no fault is given; the services run in another process. */
export async function plan(wanted: Plan): Promise<void> {
  const endpoints = vscode.workspace.getConfiguration('citationLookup').get<Record<string, string>>('endpoints'); // prettier-ignore
  const { origin } = new URL(endpoints?.[wanted.service] ?? '');
  const reply = await fetch(`${origin}/control/fault`, { method: 'POST', body: JSON.stringify(wanted) });
  assert.equal(reply.status, 204);
}
