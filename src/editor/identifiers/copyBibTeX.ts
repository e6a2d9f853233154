import * as vscode from 'vscode';
import type { CitationRecord } from '../../core/record/record.ts';
import { askIdentifier } from './askIdentifier.ts';
import { commands } from '../contributions.ts';
import { findWork } from './findWork.ts';
import { toBibTeX } from '../toBibTeX.ts';
import type { Services } from '../services/services.ts';

/** Copies a work's entry, formatted as the settings say; returns it. */
export async function copyEntry(record: CitationRecord): Promise<string> {
  const entry = toBibTeX([record]);
  await vscode.env.clipboard.writeText(entry);
  void vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('BibTeX entry copied')}`, 5000);
  return entry;
}

/** Registers the command that copies the entry of an identifier. */
export function registerCopyBibTeX(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.copyBibTeX,
    async (argument?: unknown): Promise<string | undefined> => {
      const asked = await askIdentifier(argument, 'entry');
      const record = asked === undefined ? undefined : await findWork(asked.identifier, services);
      return record === undefined ? undefined : copyEntry(record);
    },
  );
}
