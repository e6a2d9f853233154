import * as vscode from 'vscode';

const followed = new WeakMap<vscode.TextDocument, { dispose(): void }>();

/** A document's text before and after an insertion. */
export interface Inserted {
  readonly before: string;
  readonly after: string;
}

/**
 * Runs `settle` when undo or redo brings `document` back to its text before or after an insertion, so that the person
 * sees one undo and no file left behind. Ends with the next other change.
 */
export function followUndo(
  document: vscode.TextDocument,
  { before, after }: Inserted,
  settle: (state: 'undone' | 'redone') => Thenable<unknown>,
): void {
  followed.get(document)?.dispose();
  const subscription = vscode.workspace.onDidChangeTextDocument(
    ({ document: changed, reason, contentChanges }) => {
      if (changed !== document || contentChanges.length === 0) return;
      const text = document.getText();
      if (reason === undefined || (text !== before && text !== after)) subscription.dispose();
      else void settle(text === before ? 'undone' : 'redone');
    },
  );
  followed.set(document, subscription);
}
