import * as vscode from 'vscode';
import { isCancelled } from '../../core/errors.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { followPlace } from '../insert/followPlace.ts';
import type { InsertOutcome } from '../insert/insert.ts';
import { insertAndReport } from '../insert/insertCitation.ts';
import type { Services } from '../services/services.ts';
import { showWaiting } from '../showWaiting.ts';

/**
 * Inserts what a search has found, its citation at the editor's cursor, and says what came of it; undefined where
 * nothing was written, or the person cancelled. A search's records are short forms; what is written is what the identifier's own source says.
 */
export async function insertFound(
  records: readonly CitationRecord[],
  editor: vscode.TextEditor | undefined,
  services: Services,
  bibliographies: Bibliographies,
): Promise<InsertOutcome | undefined> {
  const whole = await showWaiting(vscode.l10n.t('Fetching entries'), (signal) =>
    services.complete(records, { signal }),
  ).catch((error: unknown) => {
    if (!isCancelled(error)) throw error;
  });
  if (whole === undefined) return undefined;
  const { document, selection } = editor ?? {};
  const at =
    document === undefined || selection === undefined
      ? {}
      : { at: followPlace(new vscode.Location(document.uri, selection.active)) };
  return insertAndReport({ records: whole, ...at, mayAsk: true }, services, bibliographies);
}
