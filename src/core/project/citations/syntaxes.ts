import { familyOf } from '../languages.ts';
import type { Family } from '../languages.ts';
import { asciidocCitations } from './asciidoc.ts';
import { latexCitations } from './latex.ts';
import { markdownCitations } from './markdown.ts';
import { orgCitations } from './org.ts';
import { restructuredTextCitations } from './restructuredText.ts';
import type { CitationSyntax } from './syntax.ts';
import { typstCitations } from './typst.ts';

const syntaxes: Readonly<Record<Family, CitationSyntax>> = {
  latex: latexCitations,
  markdown: markdownCitations,
  typst: typstCitations,
  restructuredtext: restructuredTextCitations,
  asciidoc: asciidocCitations,
  org: orgCitations,
};

/** How a language cites; `undefined` if it does not. */
export function citationSyntaxOf(languageId: string): CitationSyntax | undefined {
  const family = familyOf(languageId);
  return family === undefined ? undefined : syntaxes[family];
}
