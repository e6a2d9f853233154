import { familyOf } from '../languages.ts';
import type { Family } from '../languages.ts';
import { asciidocDeclarations } from './asciidoc.ts';
import { latexDeclarations } from './latex.ts';
import { markdownDeclarations } from './markdown.ts';
import { orgDeclarations } from './org.ts';
import { sphinxDeclarations } from './sphinx.ts';
import type { DeclarationSyntax } from './syntax.ts';
import { typstDeclarations } from './typst.ts';

const syntaxes: Readonly<Record<Family, DeclarationSyntax>> = {
  latex: latexDeclarations,
  markdown: markdownDeclarations,
  typst: typstDeclarations,
  restructuredtext: sphinxDeclarations,
  asciidoc: asciidocDeclarations,
  org: orgDeclarations,
};

/** How a language declares bibliographies; `undefined` if it does not. */
export function declarationSyntaxOf(languageId: string): DeclarationSyntax | undefined {
  const family = familyOf(languageId);
  return family === undefined ? undefined : syntaxes[family];
}
