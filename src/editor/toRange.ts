import * as vscode from 'vscode';
import type { Span } from '../core/span.ts';

/** Returns where a stretch of a document stands, in lines and columns. */
export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
