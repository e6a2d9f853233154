import * as vscode from 'vscode';

/**
 * Returns where a document stands in a file system, for what it names by relative paths: a notebook's cell where its
 * notebook is, an unsaved document in the first workspace folder.
 */
export function placeOf(document: vscode.TextDocument): vscode.Uri {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  if (notebook !== undefined) return notebook.uri;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return document.isUntitled && folder !== undefined
    ? vscode.Uri.joinPath(folder.uri, 'untitled')
    : document.uri;
}

/** Returns the address of a path in the file system that `document` stands in. */
export function toUri(document: vscode.TextDocument, path: string): vscode.Uri {
  return placeOf(document).with({ path, query: '', fragment: '' });
}
