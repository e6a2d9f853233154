import type * as vscode from 'vscode';
import type { TextEdit } from '../core/span.ts';
import { toRange } from './toRange.ts';

/** Adds changes of a document to an edit; `metadata` says how a preview shows them. */
export function addEdits(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  changes: readonly TextEdit[],
  metadata?: vscode.WorkspaceEditEntryMetadata,
): void {
  for (const change of changes)
    edit.replace(document.uri, toRange(document, change), change.newText, metadata);
}
