import { strict as assert } from 'node:assert';
import { declarationSyntaxOf } from '../../../../src/core/project/declarations/syntaxes.ts';
import { declareBibliography } from '../../../../src/core/project/declareBibliography.ts';
import { applyEdits } from '../../../../src/core/span.ts';

interface Case {
  readonly languageId: string;
  readonly before: string;
  /** The text with the declaration; `undefined` if the text has no place for it. */
  readonly after: string | undefined;
  readonly path?: string;
  readonly dialect?: 'bibtex' | 'biblatex';
}

const cases: readonly Case[] = [
  {
    languageId: 'latex',
    before: '\\usepackage{biblatex}\n\\addbibresource{a.bib}\n\\begin{document}\n',
    after: '\\usepackage{biblatex}\n\\addbibresource{a.bib}\n\\addbibresource{refs.bib}\n\\begin{document}\n',
  },
  {
    languageId: 'latex',
    before: '\\usepackage{biblatex}\r\n% \\begin{document}\r\n\\begin{document}\r\n',
    after:
      '\\usepackage{biblatex}\r\n% \\begin{document}\r\n\\addbibresource{refs.bib}\r\n\\begin{document}\r\n',
  },
  {
    languageId: 'latex',
    before: '\\begin{document}\nx\n\\end{document}\n',
    after: '\\addbibresource{refs.bib}\n\\begin{document}\nx\n\\end{document}\n',
    dialect: 'biblatex',
  },
  { languageId: 'latex', before: '\\bibliography{a}', after: '\\bibliography{a,refs}' },
  {
    languageId: 'latex',
    before: '\\bibliography{\n  a,\n  b\n}',
    after: '\\bibliography{\n  a,\n  b,refs\n}',
  },
  { languageId: 'latex', before: '\\bibliography{}', after: '\\bibliography{refs}' },
  {
    languageId: 'latex',
    before: '\\begin{document}\nx\n\\end{document}\n',
    after: '\\begin{document}\nx\n\\bibliographystyle{plain}\n\\bibliography{refs}\n\\end{document}\n',
  },
  {
    languageId: 'latex',
    before: '\\usepackage{natbib}\\bibliographystyle{abbrvnat}\n\\begin{document}\n\\end{document}',
    after:
      '\\usepackage{natbib}\\bibliographystyle{abbrvnat}\n\\begin{document}\n\\bibliography{refs}\n\\end{document}',
  },
  { languageId: 'latex', before: 'A chapter.', after: undefined },
  { languageId: 'latex', before: '\\bibliography{a}', after: undefined, path: 'my refs.bib' },
  { languageId: 'markdown', before: '# Note\n', after: '---\nbibliography: refs.bib\n---\n\n# Note\n' },
  { languageId: 'markdown', before: '# N\r\n', after: '---\r\nbibliography: refs.bib\r\n---\r\n\r\n# N\r\n' },
  { languageId: 'markdown', before: '', after: '---\nbibliography: refs.bib\n---\n\n' },
  {
    languageId: 'quarto',
    before: '---\ntitle: A\n---\nText\n',
    after: '---\ntitle: A\nbibliography: refs.bib\n---\nText\n',
  },
  { languageId: 'quarto', before: '---\n---\nText\n', after: '---\nbibliography: refs.bib\n---\nText\n' },
  {
    languageId: 'quarto',
    before: '---\nbibliography: a.bib # mine\n---\n',
    after: '---\nbibliography: [a.bib, refs.bib] # mine\n---\n',
  },
  {
    languageId: 'quarto',
    before: '---\nbibliography: "a, b.bib"\n---\n',
    after: '---\nbibliography: ["a, b.bib", refs.bib]\n---\n',
  },
  {
    languageId: 'quarto',
    before: '---\nbibliography: [a.bib]\n---\n',
    after: '---\nbibliography: [a.bib, refs.bib]\n---\n',
  },
  {
    languageId: 'quarto',
    before: '---\nbibliography:\n  - a.bib\n  - b.bib # last\ntitle: x\n---\n',
    after: '---\nbibliography:\n  - a.bib\n  - b.bib # last\n  - refs.bib\ntitle: x\n---\n',
  },
  {
    languageId: 'quarto',
    before: '---\nbibliography:\n---\n',
    after: '---\nbibliography: refs.bib\n---\n',
  },
  {
    languageId: 'quarto',
    before: '---\ntitle: A\n---\n',
    after: '---\ntitle: A\nbibliography: "a: b.bib"\n---\n',
    path: 'a: b.bib',
  },
  { languageId: 'markdown', before: '+++\ntitle = "x"\n+++\n', after: undefined },
  { languageId: 'typst', before: '= A\n', after: '= A\n\n#bibliography("refs.bib")\n' },
  {
    languageId: 'typst',
    before: '#bibliography("a.bib", style: "ieee")',
    after: '#bibliography(("a.bib", "refs.bib"), style: "ieee")',
  },
  { languageId: 'typst', before: '#bibliography(("a.bib",))', after: '#bibliography(("a.bib", "refs.bib"))' },
  { languageId: 'asciidoc', before: '= T\nMe\n\nText', after: '= T\nMe\n:bibtex-file: refs.bib\n\nText' },
  { languageId: 'org', before: '#+title: T\nText', after: '#+title: T\n#+bibliography: refs.bib\nText' },
  {
    languageId: 'org',
    before: '#+bibliography: a.bib\nText',
    after: '#+bibliography: a.bib\n#+bibliography: refs.bib\nText',
  },
  { languageId: 'restructuredtext', before: 'Text', after: undefined },
  { languageId: 'plaintext', before: 'Text', after: undefined },
];

describe('declareBibliography', () => {
  for (const { languageId, before, after, path = 'refs.bib', dialect } of cases) {
    it(`${after === undefined ? 'declines' : 'declares'} in ${languageId}: ${JSON.stringify(before)}`, () => {
      const edit = declareBibliography(before, languageId, path, dialect);
      assert.equal(edit && applyEdits(before, [edit]), after);
      if (after === undefined) return;
      const declared = declarationSyntaxOf(languageId)?.findDeclared(after) ?? [];
      assert.ok(declared.some((found) => found.path === path));
    });
  }
});
