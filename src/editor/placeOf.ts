import * as vscode from 'vscode';

/**
 * Returns where a document stands in a file system, for what it names by relative paths: a notebook's cell where its
 * notebook is, an unsaved document (or none) in the first workspace folder. Undefined where no folder is open for it.
 */
export function placeOf(document: vscode.TextDocument | undefined): vscode.Uri | undefined {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  if (notebook !== undefined) return notebook.uri;
  if (document !== undefined && !document.isUntitled) return document.uri;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder === undefined ? undefined : vscode.Uri.joinPath(folder.uri, 'untitled');
}
