import type * as vscode from 'vscode';
import { InsertError, sayChanged } from './insert/insertError.ts';

/** Throws InsertError where a document is no longer the text that changes of it were planned for. */
export function assertUnchanged(document: vscode.TextDocument, planned: string): void {
  if (document.getText() !== planned) throw new InsertError(sayChanged());
}
