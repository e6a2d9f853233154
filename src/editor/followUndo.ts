import * as vscode from 'vscode';

const followed = new WeakMap<vscode.TextDocument, vscode.Disposable>();

/**
 * Saves `document` again when undo or redo brings it back to the text before or after an insertion that was saved:
 * the person sees one undo, not a .bib left unsaved behind a closed tab. Ends with the next other change.
 */
export function followUndo(document: vscode.TextDocument, before: string): void {
  followed.get(document)?.dispose();
  const after = document.getText();
  const subscription = vscode.workspace.onDidChangeTextDocument(
    ({ document: changed, reason, contentChanges }) => {
      if (changed !== document || contentChanges.length === 0) return;
      const text = document.getText();
      if (reason !== undefined && (text === before || text === after)) void document.save();
      else subscription.dispose();
    },
  );
  const closing = vscode.workspace.onDidCloseTextDocument((closed) => {
    if (closed === document) subscription.dispose();
  });
  followed.set(document, vscode.Disposable.from(subscription, closing));
}
