import { strict as assert } from 'node:assert';
import { declarationSyntaxOf } from '../../../../src/core/project/declarations/syntaxes.ts';

/** Each language's texts, with the paths that they declare. */
const declarations: Readonly<Record<string, readonly (readonly [text: string, paths: readonly string[]])[]>> =
  {
    latex: [
      ['\\bibliography{refs}', ['refs.bib']],
      ['\\bibliography{refs.bib}', ['refs.bib']],
      ['\\bibliography{lit/a.b, more ,\n  last}', ['lit/a.b.bib', 'more.bib', 'last.bib']],
      ['\\bibliography{a,% first\n  b}', ['a.bib', 'b.bib']],
      ['\\nobibliography{refs}', ['refs.bib']],
      ['\\bibliographysec{theory}', ['theory.bib']],
      ['\\addbibresource{refs.bib}', ['refs.bib']],
      ['\\addbibresource[\n  label = x,\n]{my refs.bib}', ['my refs.bib']],
      ['\\addbibresource{"my refs.bib"}', ['my refs.bib']],
      ['\\addbibresource{a,b.bib}', ['a,b.bib']],
      ['\\addglobalbib{a.bib}\\addsectionbib{b.bib}', ['a.bib', 'b.bib']],
      ['\\addbibresource[location=remote]{https://example.org/a.bib}', []],
      ['\\addbibresource[datatype=ris]{a.ris}', ['a.ris']],
      ['\\begin{refsection}[one.bib,two.bib]', ['one.bib', 'two.bib']],
      ['\\addbibresource{\\jobname.bib}', ['\\jobname.bib']],
      ['\\bibliography{\\folder/refs}', []],
      ['\\newcommand{\\lit}{../lit}\\def\\file{refs}\\bibliography{\\lit/\\file}', ['../lit/refs.bib']],
      ['\\bibliography{\\jobname{}}', ['\\jobname.bib']],
      ['\\addbibresource{\\subfix{../refs.bib}}', ['../refs.bib']],
      ['\\begin{btSect}[plain]{refs,more}', ['refs.bib', 'more.bib']],
      ['\\bibliographystyle{plain}\\bibliographystylesec{x}\\bibliographyunit{y}', []],
      ['% \\bibliography{old}\n\\bibliography{new}', ['new.bib']],
      ['50\\% \\bibliography{refs}', ['refs.bib']],
      ['\\begin{verbatim}\\bibliography{no}\\end{verbatim}', []],
      ['\\verb|\\bibliography{no}|', []],
      ['\\begin{filecontents}{own.bib}\n% \\bibliography{no}\n\\end{filecontents}', []],
    ],
    markdown: [
      ['---\nbibliography: refs.bib\n---\n', ['refs.bib']],
      ['\uFEFF---\r\nbibliography: refs.bib\r\n---\r\n', ['refs.bib']],
      ['---\nbibliography: "my refs.bib" # mine\n---\n', ['my refs.bib']],
      ["---\nbibliography: 'refs.bib'\n...\n", ['refs.bib']],
      ['---\nbibliography: [a.bib, "b.bib"]\n---\n', ['a.bib', 'b.bib']],
      ['---\nbibliography:\n  - a.bib\n  - b.bib\n---\n', ['a.bib', 'b.bib']],
      ['---\nbibliography:\n- a.bib\ntitle: x\n---\n', ['a.bib']],
      ['---\nbibliography:\n  books: a.bib\n  papers: [b.bib]\n---\n', ['a.bib', 'b.bib']],
      ['---\nbibliography: >-\n  refs.bib\n---\n', ['refs.bib']],
      ['---\nformat:\n  pdf:\n    bibliography: refs.bib\n---\n', ['refs.bib']],
      ['---\nmetadata:\n  bibliography: refs.bib\n---\n', ['refs.bib']],
      ['---\nbib: &b refs.bib\nbibliography: *b\n---\n', ['refs.bib']],
      ['---\nbibliography: lit\\refs.bib\n---\n', ['lit\\refs.bib']],
      ['---\nbibliography: refs.json\n---\n', ['refs.json']],
      ['---\nbibliography: https://example.org/refs.bib\n---\n', []],
      ['---\nbibliography: "`r here::here(\'refs.bib\')`"\n---\n', []],
      ['---\ntitle: [broken\nbibliography: refs.bib\n---\n', ['refs.bib']],
      ['---\nbibliography: refs.bib\n', ['refs.bib']],
      ['Text.\n\n---\nbibliography: refs.bib\n---\n', ['refs.bib']],
      ['Text.\n\n---\n\nbibliography: no.bib\n\n---\n', []],
      ['```yaml\n\n---\nbibliography: no.bib\n---\n```\n', []],
      ['---\n# Mine: `refs`\nbibliography: refs.bib # all\n---\n', ['refs.bib']],
      ['+++\nbibliography = "no.bib"\n+++\n', []],
    ],
    typst: [
      ['#bibliography("refs.bib")', ['refs.bib']],
      ['#bibliography(("a.bib", "b.yml",), style: "ieee")', ['a.bib', 'b.yml']],
      ['#set text(lang: "en")\n#show: paper.with(bibliography: bibliography("refs.bib"))', ['refs.bib']],
      ['#bibliography(bytes(read("refs.bib")))', ['refs.bib']],
      ['#show: paper.with(bibliography-file: "refs.bib")', ['refs.bib']],
      ['// #bibliography("no.bib")', []],
    ],
    restructuredtext: [
      ['.. bibliography:: refs.bib more.bib\n   :cited:\n', ['refs.bib', 'more.bib']],
      ['.. bibliography::\n', []],
    ],
    asciidoc: [
      ['= Title\n:bibtex-file: lit/refs.bib\n', ['lit/refs.bib']],
      ['= Title\n:bibliography-database: refs.bib\n', ['refs.bib']],
      ['text :bibtex-file: no.bib', []],
      ['= Title\n\nbibliography::refs.bib[]\n', ['refs.bib']],
      ['= Title\n\nbibliography::[]\n', []],
    ],
    org: [
      ['#+title: x\n#+bibliography: refs.bib\n#+BIBLIOGRAPHY: "my refs.bib"\n', ['refs.bib', 'my refs.bib']],
      ['bibliography:refs.bib,more', ['refs.bib', 'more.bib']],
      ['[[addbibresource:refs.bib]]', ['refs.bib']],
      ['\\bibliography{refs}', ['refs.bib']],
    ],
    bibtex: [['@comment{\\bibliography{no}}', []]],
  };

describe('the bibliographies that a text declares', () => {
  for (const [languageId, cases] of Object.entries(declarations)) {
    for (const [text, paths] of cases) {
      it(`reads ${languageId}: ${JSON.stringify(text)}`, () => {
        const found = declarationSyntaxOf(languageId)?.findDeclared(text) ?? [];
        assert.deepEqual(
          found.map(({ path }) => path),
          paths,
        );
        // The places are those of the names, written with or without suffix and quotes.
        for (const { path, start, end } of found) {
          const written = text.slice(start, end).replaceAll(/["']/g, '');
          assert.ok(path.startsWith(written) || /[*>\\]/.test(written), `${written} for ${path}`);
        }
      });
    }
  }

  it('survives YAML that is deep, endless in its aliases, or huge', function () {
    this.timeout(60_000);
    const deep = `---\nbibliography: ${'['.repeat(5_000)}\n---\n`;
    const levels = Array.from(
      { length: 30 },
      (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`,
    );
    const laughs = `---\na0: &a0 x.bib\n${levels.join('\n')}\nbibliography: *a30\n---\n`;
    const huge = `---\nbibliography: x.bib\nnote: ${'x'.repeat(300_000)}\n---\n`;
    for (const text of [deep, laughs, huge])
      assert.deepEqual(declarationSyntaxOf('quarto')?.findDeclared(text), []);
  });
});

describe('the dialect that a text asks for', () => {
  const cases: readonly (readonly [languageId: string, text: string, dialect: string | undefined])[] = [
    ['latex', '\\usepackage[style=apa]{biblatex}', 'biblatex'],
    ['latex', '\\usepackage{csquotes, biblatex-chicago}', 'biblatex'],
    ['latex', '\\documentclass[man,biblatex]{apa7}', 'biblatex'],
    ['latex', '\\addbibresource{refs.bib}', 'biblatex'],
    ['latex', '\\usepackage{biblatex}\\bibliography{refs}', 'biblatex'],
    ['latex', '\\usepackage{natbib}', 'bibtex'],
    ['latex', '\\bibliographystyle{plain}\\bibliography{refs}', 'bibtex'],
    ['latex', '%\\usepackage{biblatex}\n\\bibliography{refs}', 'bibtex'],
    ['latex', '\\usepackage{biblatexer}', undefined],
    ['latex', 'A chapter.', undefined],
    ['quarto', '---\nformat:\n  pdf:\n    cite-method: biblatex\n---\n', 'biblatex'],
    ['quarto', '---\ncite-method: natbib\n---\n', 'bibtex'],
    ['rmd', '---\noutput:\n  pdf_document:\n    citation_package: biblatex\n---\n', 'biblatex'],
    ['markdown', '---\ntitle: x\n---\n', undefined],
    ['org', '#+cite_export: biblatex\n', 'biblatex'],
    ['org', '#+latex_header: \\usepackage{biblatex}\n', 'biblatex'],
    ['typst', '#bibliography("a.bib")', undefined],
  ];
  for (const [languageId, text, dialect] of cases) {
    it(`reads ${languageId}: ${JSON.stringify(text)}`, () => {
      assert.equal(declarationSyntaxOf(languageId)?.detectDialect(text), dialect);
    });
  }
});
