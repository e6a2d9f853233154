/** What a document says about its bibliography. */
import type { DeclaredPath, Dialect } from './declarations/syntax.ts';
import { declarationSyntaxOf } from './declarations/syntaxes.ts';

/** What a text declares. */
export interface Declarations {
  /** In the text's order, relative to the text's file, suffix included. */
  readonly paths: readonly DeclaredPath[];
  readonly dialect?: Dialect;
}

/** Finds the bibliographies that a text declares; those on the web are left out. */
export function findBibliographyDeclarations(text: string, languageId: string): Declarations {
  const paths = declarationSyntaxOf(languageId)?.findDeclared(text) ?? [];
  const dialect = detectDialect(text, languageId);
  return { paths, ...(dialect && { dialect }) };
}

/** Tells which dialect the document asks for; `undefined` if it takes either. */
export function detectDialect(text: string, languageId: string): Dialect | undefined {
  return declarationSyntaxOf(languageId)?.detectDialect(text);
}
