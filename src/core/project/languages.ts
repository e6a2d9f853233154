/** A family of languages that declare bibliographies and cite in one way. */
export type Family = 'latex' | 'markdown' | 'typst' | 'restructuredtext' | 'asciidoc' | 'org';

const families: Readonly<Record<string, Family>> = {
  latex: 'latex',
  tex: 'latex',
  'latex-expl3': 'latex',
  doctex: 'latex',
  rsweave: 'latex',
  jlweave: 'latex',
  pweave: 'latex',
  markdown: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  mdx: 'markdown',
  // The first cell of a notebook may be raw front matter.
  raw: 'markdown',
  typst: 'typst',
  restructuredtext: 'restructuredtext',
  asciidoc: 'asciidoc',
  org: 'org',
};

/** The family of a VS Code language id; `undefined` for languages without citations. */
export function familyOf(languageId: string): Family | undefined {
  return Object.hasOwn(families, languageId) ? families[languageId] : undefined;
}
