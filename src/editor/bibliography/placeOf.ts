import * as vscode from 'vscode';

function notebookOf(document: vscode.TextDocument | undefined): vscode.NotebookDocument | undefined {
  return vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
}

/** Returns what a document says of itself: all text cells of a notebook, whose first one may be front matter. */
export function declaringText(document: vscode.TextDocument | undefined): string {
  const cells = notebookOf(document)?.getCells() ?? [];
  const texts = cells
    .filter(
      ({ kind, document: { languageId } }) => kind === vscode.NotebookCellKind.Markup || languageId === 'raw',
    )
    .map((cell) => cell.document.getText());
  return texts.length > 0 ? texts.join('\n\n') : (document?.getText() ?? '');
}

/**
 * Returns where a document stands in a file system, for what it names by relative paths: a notebook's cell where its
 * notebook is, an unsaved document (or none) in the first workspace folder. Undefined where no folder is open for it.
 */
export function placeOf(document: vscode.TextDocument | undefined): vscode.Uri | undefined {
  const notebook = notebookOf(document);
  if (notebook !== undefined) return notebook.uri;
  if (document !== undefined && !document.isUntitled) return document.uri;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder === undefined ? undefined : vscode.Uri.joinPath(folder.uri, 'untitled');
}
