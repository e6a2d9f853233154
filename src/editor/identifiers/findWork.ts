/** Looks a work up on behalf of a command: progress with cancel, and a sentence where it fails. */
import * as vscode from 'vscode';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { describeNotFound, showFailure } from '../messages.ts';
import type { Services } from '../services/services.ts';
import { showWaiting } from '../showWaiting.ts';

/** Returns the work; undefined where it is not found, cannot be asked for or is no longer wanted, which is said. */
export async function findWork(
  identifier: Identifier,
  services: Services,
): Promise<CitationRecord | undefined> {
  try {
    const record = await showWaiting(vscode.l10n.t('Looking up {0}', identifier.id), (signal) =>
      services.resolve(identifier, { signal }),
    );
    if (record === undefined) void vscode.window.showWarningMessage(describeNotFound(identifier, services));
    return record;
  } catch (error) {
    void showFailure(error);
    return undefined;
  }
}
