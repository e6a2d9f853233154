/** What each language hides, and how it writes characters. */
import type { Notation } from '../identifiers/units.ts';
import { findHiddenInAsciidoc } from './hidden/asciidoc.ts';
import { findHiddenInBibtex } from './hidden/bibtex.ts';
import type { FindHidden } from './hidden/hide.ts';
import { findChunks, findHiddenInLatex } from './hidden/latex.ts';
import { findElseOfTrue } from './hidden/latexBranches.ts';
import { findFrontMatterRemarks } from './hidden/frontMatter.ts';
import { createCodeBlockFinder } from './hidden/markdownBlocks.ts';
import { findInlineCode } from './hidden/markdownInline.ts';
import { findHiddenInOrg } from './hidden/org.ts';
import { findRestructuredTextBlocks, findRestructuredTextLiterals } from './hidden/restructuredText.ts';
import { findHiddenInTypst } from './hidden/typst.ts';

/** How a language is read. */
export interface Language {
  /** One after the other; each sees the text without what those before it hide. */
  readonly hidden: readonly FindHidden[];
  readonly notation: Notation;
}

const plain: Notation = { tex: false, linkTextInBrackets: false };
const tex: Notation = { tex: true, linkTextInBrackets: false };

const latex: Language = { hidden: [findHiddenInLatex, findElseOfTrue], notation: tex };
const sweave: Language = { hidden: [findChunks, ...latex.hidden], notation: tex };
const bibtex: Language = { hidden: [findHiddenInBibtex], notation: tex };

function markdownWith(indentedCode: boolean): Language {
  return {
    hidden: [findFrontMatterRemarks, createCodeBlockFinder({ indentedCode }), findInlineCode],
    notation: plain,
  };
}

const markdown = markdownWith(true);

const languages: ReadonlyMap<string, Language> = new Map([
  ...['latex', 'tex', 'latex-expl3', 'context'].map((id) => [id, latex] as const),
  ...['pweave', 'rsweave'].map((id) => [id, sweave] as const),
  ...['bibtex', 'biblatex'].map((id) => [id, bibtex] as const),
  ...['markdown', 'quarto', 'rmd', 'myst', 'mystmd'].map((id) => [id, markdown] as const),
  ['mdx', markdownWith(false)],
  ['typst', { hidden: [findHiddenInTypst], notation: plain }],
  [
    'restructuredtext',
    { hidden: [findRestructuredTextBlocks, findRestructuredTextLiterals], notation: plain },
  ],
  ['asciidoc', { hidden: [findHiddenInAsciidoc], notation: { ...plain, linkTextInBrackets: true } }],
  ['org', { hidden: [findHiddenInOrg], notation: plain }],
]);

/** Returns how to read a language; one that is not known hides nothing. */
export function languageFor(languageId: string): Language {
  return languages.get(languageId) ?? { hidden: [], notation: plain };
}
