/** The identifiers of open documents, found once a version and shared by every feature. */
import type * as vscode from 'vscode';
import type { IdentifierMatch } from '../../core/identifiers/identifier.ts';
import { citationTarget } from '../../core/project/citation.ts';
import { touches } from '../../core/span.ts';
import { findIdentifiers } from '../../core/text/findIdentifiers.ts';
import { languageOf } from '../languages.ts';

interface Found {
  readonly version: number;
  readonly languageId: string;
  readonly matches: readonly IdentifierMatch[];
}

const foundIn = new WeakMap<vscode.TextDocument, Found>();

/** Returns the identifiers of a document as it is now, in order. */
export function identifiersIn(document: vscode.TextDocument): readonly IdentifierMatch[] {
  const languageId = languageOf(document);
  const known = foundIn.get(document);
  if (known?.version === document.version && known.languageId === languageId) return known.matches;
  const matches = findIdentifiers(document.getText(), languageId);
  foundIn.set(document, { version: document.version, languageId, matches });
  return matches;
}

/** Returns the identifier that `position` stands in, its address or command included; undefined where there is none. */
export function identifierAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): IdentifierMatch | undefined {
  const offset = document.offsetAt(position);
  const line = document.lineAt(position).range;
  const [first, last] = [document.offsetAt(line.start), document.offsetAt(line.end)];
  const near = identifiersIn(document).filter(({ start, end }) => start <= last && first <= end);
  const within = near.find((match) => touches(match, offset));
  if (within !== undefined || near.length === 0) return within;
  const text = document.getText();
  return near.find((match) => touches(citationTarget(text, match, languageOf(document)), offset));
}
