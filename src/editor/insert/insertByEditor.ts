/** Insertions that the editor itself makes, of what is dropped or pasted: prepared here, settled when it has. */
import * as vscode from 'vscode';
import type { CitationRecord } from '../../core/record/record.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { prepareInsert } from './insert.ts';
import { reportFailure } from './insertCitation.ts';
import type { Services } from '../services/services.ts';
import type { PreparedInsertion } from './writeInsertion.ts';

/** What drops and pastes of citations are called among others of the same data. */
export const citationKind = vscode.DocumentDropOrPasteEditKind.Empty.append('citation');

export interface InsertionByEditor {
  /** Returns the edit that cites works at a place and adds their entries; undefined where they cannot be, which is said. */
  prepare(
    find: () => Promise<readonly CitationRecord[]>,
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined>;
  dispose(): void;
}

/** Settles an insertion when the editor has made it, and leaves it when the next change is another. */
function settleOnceMade({ last, settle }: PreparedInsertion, services: Services): vscode.Disposable {
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document !== last?.document || contentChanges.length === 0) return;
    subscription.dispose();
    if (document.getText() === last.text)
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
    async prepare(find, document, position, token) {
      try {
        const records = await find();
        if (records.length === 0) return undefined;
        const at = new vscode.Location(document.uri, new vscode.Range(position, position));
        const prepared = await prepareInsert({ records, at, mayAsk: true }, bibliographies);
        if (prepared === undefined || token.isCancellationRequested) return undefined;
        unsettled?.dispose();
        unsettled = settleOnceMade(prepared, services);
        return prepared.edit;
      } catch (error) {
        reportFailure(error, services);
        return undefined;
      }
    },
    dispose: () => {
      unsettled?.dispose();
    },
  };
}
