import * as vscode from 'vscode';

/**
 * Shows a document that could not be saved as its file is, and no longer as changed: only a command of the editor does,
 * for the document that is in front.
 */
export async function reload(document: vscode.TextDocument): Promise<void> {
  const front = vscode.window.activeTextEditor;
  await vscode.window.showTextDocument(document, { preview: true });
  await vscode.commands.executeCommand('workbench.action.files.revert');
  if (front !== undefined && front.document !== document)
    await vscode.window.showTextDocument(front.document, front.viewColumn);
}
