import * as vscode from 'vscode';
import { askIdentifier } from '../identifiers/askIdentifier.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { findWork } from '../identifiers/findWork.ts';
import { insertRecords, type InsertOutcome, type InsertRequest } from './insert.ts';
import { InsertError } from './insertError.ts';
import { canCite, isBibliography } from '../languages.ts';
import type { Services } from '../services/services.ts';

const { l10n } = vscode;

/** The status bar holds no more keys than these. */
const maxKeysShown = 3;

/** Says what was inserted. Where the text cannot cite it, the keys go to the clipboard. */
async function report(outcome: InsertOutcome, { at }: InsertRequest): Promise<void> {
  const file = vscode.workspace.asRelativePath(outcome.bibliography);
  const unique = [...new Set(outcome.keys)];
  const keys = unique.join(', ');
  const works = unique.length > maxKeysShown ? l10n.t('{0} works', unique.length) : keys;
  const done =
    outcome.added > 0
      ? l10n.t('{0} added to {1}', works, file)
      : l10n.t('{0} was in {1} already', works, file);
  const document = at === undefined ? undefined : await vscode.workspace.openTextDocument(at.uri);
  const isUncited = document !== undefined && !isBibliography(document) && !canCite(document);
  if (isUncited) await vscode.env.clipboard.writeText(keys);
  const text = isUncited
    ? l10n.t('{0}. This language has no citations: the key is on the clipboard', done)
    : done;
  void vscode.window.setStatusBarMessage(`$(check) ${text}`, 8000);
}

/** Says why nothing was inserted. */
export function reportFailure(error: unknown, { log }: Pick<Services, 'log'>): void {
  log.error(error instanceof Error ? error : String(error));
  const sentence =
    error instanceof InsertError
      ? error.message
      : l10n.t('The citation could not be inserted; nothing was changed.');
  void vscode.window.showErrorMessage(sentence);
}

/** Inserts and says what came of it; undefined where nothing was written. */
export async function insertAndReport(
  request: InsertRequest,
  services: Services,
  bibliographies: Bibliographies,
): Promise<InsertOutcome | undefined> {
  try {
    const outcome = await insertRecords({ ...request, mayLeaveUncited: true }, bibliographies);
    if (outcome !== undefined) await report(outcome, request);
    return outcome;
  } catch (error) {
    reportFailure(error, services);
    return undefined;
  }
}

/** Registers the command that puts an entry into the .bib and the citation into the text. */
export function registerInsertCitation(
  services: Services,
  bibliographies: Bibliographies,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.insertCitation,
    async (argument?: unknown): Promise<InsertOutcome | undefined> => {
      const asked = await askIdentifier(argument);
      if (asked === undefined) return undefined;
      const record = await findWork(asked.identifier, services);
      if (record === undefined) return undefined;
      const place = asked.at === undefined ? {} : { at: asked.at };
      return insertAndReport({ records: [record], ...place, mayAsk: true }, services, bibliographies);
    },
  );
}
