import type { Dialect } from './declarations/syntax.ts';
import { declarationSyntaxOf } from './declarations/syntaxes.ts';
import type { TextEdit } from '../span.ts';

/**
 * Plans the edit that declares one bibliography more, where the language wants it and beside those declared already;
 * `path` is relative to the text's file. `dialect` decides in a LaTeX text that asks for neither. `undefined` where
 * the text has no place for it, as a chapter of a larger document.
 */
export function declareBibliography(
  text: string,
  languageId: string,
  path: string,
  dialect?: Dialect,
): TextEdit | undefined {
  return declarationSyntaxOf(languageId)?.declare(text, path, dialect);
}
