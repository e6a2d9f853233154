import * as vscode from 'vscode';
import type { TextEdit } from '../core/project/span.ts';

/** Adds changes of a document to an edit; `metadata` says how a preview shows them. */
export function addEdits(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  changes: readonly TextEdit[],
  metadata?: vscode.WorkspaceEditEntryMetadata,
): void {
  for (const { start, end, newText } of changes) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, newText, metadata);
  }
}
