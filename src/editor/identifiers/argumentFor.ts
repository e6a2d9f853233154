import type * as vscode from 'vscode';
import type { IdentifierMatch } from '../../core/identifiers/identifier.ts';
import type { IdentifierArgument } from '../contributions.ts';
import { toRange } from '../toRange.ts';

/** Names where a match stands, for commands that replace it. */
export function argumentFor(
  document: vscode.TextDocument,
  match: IdentifierMatch,
): IdentifierArgument & { readonly identifier: string } {
  const { start, end } = toRange(document, match);
  return {
    identifier: match.kind === 'doi' ? match.id : `${match.kind}:${match.id}`,
    at: {
      uri: document.uri.toString(),
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
}
