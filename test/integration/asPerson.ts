/** What a person does in an editor, as VS Code's own commands do it. */
import * as vscode from 'vscode';

/** Rests the mouse on the first `text` of a document and returns the cards that are shown. */
export async function hoverAt(
  document: vscode.TextDocument,
  text: string,
): Promise<readonly vscode.MarkdownString[]> {
  const position = document.positionAt(document.getText().indexOf(text) + 4);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof vscode.MarkdownString);
}

/** The argument that a lens or a card passes on: an identifier and where it stands in a document. */
export function argumentAt(document: vscode.TextDocument, text: string): unknown {
  const start = document.positionAt(document.getText().indexOf(text));
  const end = start.translate(0, text.length);
  const at = {
    uri: document.uri.toString(),
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
  return { identifier: text, at };
}
