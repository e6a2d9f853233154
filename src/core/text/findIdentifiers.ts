/** Finds the identifiers that a document shows. */
import { findInText } from '../identifiers/findInText.ts';
import type { IdentifierMatch } from '../identifiers/identifier.ts';
import { toVisibleText } from '../identifiers/invisible.ts';
import { hide } from './hidden/hide.ts';
import { languageFor } from './languages.ts';

/**
 * Returns the identifiers in a text of a language, in order and without overlap; `start` and `end` are UTF-16 offsets
 * of the identifier as written. What the language hides (code, comments, verbatim text) is looked past.
 */
export function findIdentifiers(text: string, languageId: string): readonly IdentifierMatch[] {
  const { hidden, notation } = languageFor(languageId);
  const visible = toVisibleText(text);
  const shown = hidden.reduce((rest, find) => hide(rest, find(rest)), visible.text);
  return findInText(shown, notation).map((match) => ({
    ...match,
    start: visible.toSource(match.start),
    end: visible.toSource(match.end - 1) + 1,
  }));
}
