/** Insertions that the editor itself makes, of what is dropped or pasted: prepared here, settled when it has. */
import * as vscode from 'vscode';
import type { CitationRecord } from '../../core/record/record.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { followPlace } from './followPlace.ts';
import { prepareInsert } from './insert.ts';
import { reportFailure } from './insertCitation.ts';
import type { Services } from '../services/services.ts';
import type { PreparedInsertion } from './writeInsertion.ts';

/** What drops and pastes of citations are called among others of the same data. */
export const citationKind = vscode.DocumentDropOrPasteEditKind.Empty.append('citation');

export interface InsertionByEditor {
  /**
   * Returns the edit that cites works at a place and adds their entries; undefined where they cannot be, which is said.
   * Of what is only `offered` nothing is asked or said.
   */
  prepare(
    find: () => Promise<readonly CitationRecord[]>,
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    manner?: 'offered',
  ): Promise<vscode.WorkspaceEdit | undefined>;
  dispose(): void;
}

/** The editor makes another of its offers first, takes that back, and makes this one: later it was not chosen. */
const maxChanges = 3;

/** Settles an insertion when the editor has made it, and leaves it when it has made other changes instead. */
function settleOnceMade({ last, settle }: PreparedInsertion, services: Services): vscode.Disposable {
  let changes = 0;
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document !== last?.document || contentChanges.length === 0) return;
    changes += 1;
    const isMade = document.getText() === last.text;
    if (isMade || changes === maxChanges) subscription.dispose();
    if (isMade)
      settle().catch((error: unknown) => {
        reportFailure(error, services);
      });
  });
  return subscription;
}

/** Creates the way in for drops or pastes; only the last one prepared is waited for. */
export function createInsertionByEditor(
  services: Services,
  bibliographies: Bibliographies,
): InsertionByEditor {
  let unsettled: vscode.Disposable | undefined;
  return {
    async prepare(find, document, position, token, manner) {
      try {
        const records = await find();
        if (records.length === 0) return undefined;
        const at = followPlace(new vscode.Location(document.uri, position));
        const prepared = await prepareInsert({ records, at, mayAsk: manner === undefined }, bibliographies);
        if (prepared === undefined || token.isCancellationRequested) return undefined;
        unsettled?.dispose();
        unsettled = settleOnceMade(prepared, services);
        return prepared.edit;
      } catch (error) {
        if (manner === undefined) reportFailure(error, services);
        return undefined;
      }
    },
    dispose: () => {
      unsettled?.dispose();
    },
  };
}
