/** In which documents identifiers are looked for, and what language a document without one is written in. */
import type * as vscode from 'vscode';
import { familyOf } from '../core/project/languages.ts';

/** Languages whose documents are read. What another extension would call Quarto or Typst is plain text without it. */
export const languageIds = [
  'latex', 'tex', 'latex-expl3', 'pweave', 'rsweave', 'markdown', 'quarto', 'rmd', 'mdx', 'bibtex', 'biblatex',
  'typst', 'restructuredtext', 'asciidoc', 'org', 'plaintext',
] as const; // prettier-ignore

/** Languages by file name, for hosts where no other extension contributes them. */
const byExtension: Readonly<Record<string, string>> = {
  qmd: 'quarto', rmd: 'rmd', typ: 'typst', rst: 'restructuredtext', adoc: 'asciidoc', asciidoc: 'asciidoc', org: 'org',
  tex: 'latex', bib: 'bibtex', md: 'markdown', mdx: 'mdx', ltx: 'latex', rnw: 'rsweave',
}; // prettier-ignore

/** Files in which works are cited. */
export const citingFiles = `**/*.{${Object.keys(byExtension)
  .filter((extension) => extension !== 'bib')
  .join(',')},Rmd,Rnw,ipynb}`;

/** Documents that hovers and code lenses serve. */
export const documentSelector: vscode.DocumentSelector = [
  ...languageIds.map((language) => ({ language })),
  { pattern: '**/*.{qmd,rmd,Rmd,typ,rst,adoc,org,tex}' },
];

/** Documents in which entries stand. */
export const bibliographySelector: vscode.DocumentSelector = [
  { language: 'bibtex' },
  { language: 'biblatex' },
  { pattern: '**/*.bib' },
];

/** Returns the language to read a document in: its own, or the one its file name tells where the editor knows none. */
export function languageOf(document: Pick<vscode.TextDocument, 'languageId' | 'uri'>): string {
  if (document.languageId !== 'plaintext') return document.languageId;
  const extension = /\.([^./]+)$/.exec(document.uri.path)?.[1]?.toLowerCase() ?? '';
  return byExtension[extension] ?? document.languageId;
}

/** Tells whether works are cited in a document's language; no entry is cited in a bibliography. */
export function canCite(document: Pick<vscode.TextDocument, 'languageId' | 'uri'>): boolean {
  return familyOf(languageOf(document)) !== undefined;
}

/** Tells whether a document is itself a bibliography, in which entries stand and nothing is cited. */
export function isBibliography(document: Pick<vscode.TextDocument, 'languageId' | 'uri'>): boolean {
  return ['bibtex', 'biblatex'].includes(languageOf(document));
}
