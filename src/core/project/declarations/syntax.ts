import type { Span, TextEdit } from '../../span.ts';

/** The dialect in which a document wants its entries. */
export type Dialect = 'bibtex' | 'biblatex';

/** A bibliography as a document names it: relative to the document, with its suffix. */
export interface DeclaredPath extends Span {
  readonly path: string;
  /** Where the bibliography itself stands in the declaring text, in a `filecontents` environment. */
  readonly embedded?: Embedded;
}

/** A file's text in the document that LaTeX writes the file from. */
export interface Embedded extends Span {
  /** Whether LaTeX writes it again where it exists; else the file counts from then on. */
  readonly overwrites: boolean;
}

/** What a family of languages knows of bibliographies and of the files that a document is made of. */
export interface DeclarationSyntax {
  /** Extensions of the family's files, in lower case and with the dot. */
  readonly extensions: readonly string[];
  /** Names of files that speak for all documents of their folder and below. */
  readonly projectFiles: readonly string[];
  /** Finds the bibliographies that a text declares, in their order; not those on the web. */
  findDeclared(text: string): readonly DeclaredPath[];
  /** Finds the names under which the text may take in other files; not all of them exist. */
  findIncluded(text: string): readonly string[];
  /** Finds the name of the document that the text says it belongs to. */
  findRoot?(text: string): string | undefined;
  /** Tells whether the text of a file is a part that another document takes in. */
  isPart?(text: string, path: string): boolean;
  /** Tells the dialect that the text asks for; `undefined` if it takes either. */
  detectDialect(text: string): Dialect | undefined;
  /** Plans the edit that declares one bibliography more; `undefined` if the text has no place for it. */
  declare(text: string, path: string, dialect?: Dialect): TextEdit | undefined;
}
