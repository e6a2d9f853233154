import { strict as assert } from 'node:assert';
import { findBibliographies } from '../../../../src/core/project/findBibliographies.ts';
import { createMemoryProject } from '../../../support/memoryProject.ts';

const entry = '@book{a, title = {A}}\n';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The document; its language follows from its extension. */
  readonly at: string;
  readonly setting?: readonly string[];
  /** Paths in order, those that do not exist with a `+`; `ask` with the candidates. */
  readonly expected: string;
  readonly dialect?: string;
  readonly citeStyle?: string;
}

const languages: Readonly<Record<string, string>> = {
  tex: 'latex', md: 'markdown', qmd: 'quarto', Rmd: 'rmd', typ: 'typst', rst: 'restructuredtext',
  adoc: 'asciidoc', org: 'org', bib: 'bibtex', txt: 'plaintext',
}; // prettier-ignore

const preamble = '\\documentclass{article}\n';

const cases: readonly Case[] = [
  {
    name: 'takes the declared .bib and not its neighbour',
    files: { '/w/a.tex': `${preamble}\\bibliography{refs}`, '/w/refs.bib': entry, '/w/other.bib': entry },
    at: '/w/a.tex',
    expected: '/w/refs.bib',
    dialect: 'bibtex',
  },
  {
    name: 'returns all declared ones, the first that exists first',
    files: { '/w/a.tex': `${preamble}\\bibliography{new, refs}`, '/w/refs.bib': entry },
    at: '/w/a.tex',
    expected: '/w/refs.bib +/w/new.bib',
  },
  {
    name: 'never writes into abbreviations first',
    files: { '/w/a.tex': `${preamble}\\bibliography{IEEEabrv,refs}`, '/w/IEEEabrv.bib': '@string{a = "b"}' },
    at: '/w/a.tex',
    expected: '+/w/refs.bib /w/IEEEabrv.bib',
  },
  {
    name: 'follows a root comment in any spelling, and reads paths from the root file',
    files: {
      '/w/book/main.tex': `${preamble}\\usepackage[style=apa]{biblatex}\\addbibresource{../lit/refs.bib}`,
      '/w/book/chapters/one.tex': '%!TeX Root=../main.tex\nText.',
      '/w/lit/refs.bib': entry,
    },
    at: '/w/book/chapters/one.tex',
    expected: '/w/lit/refs.bib',
    dialect: 'biblatex',
    citeStyle: '\\autocite',
  },
  {
    name: 'finds the root file that inputs the chapter through another file, and the preamble that declares',
    files: {
      '/w/thesis.tex': `${preamble}\\input{setup/preamble}\\begin{document}\\include{body}\\end{document}`,
      '/w/setup/preamble.tex': '\\usepackage{natbib}\\bibliography{lit/refs}',
      '/w/body.tex': '\\input{chapters/one}',
      '/w/chapters/one.tex': 'Text.',
      '/w/lit/refs.bib': entry,
      '/w/talk.tex': `${preamble}\\bibliography{talk}`,
    },
    at: '/w/chapters/one.tex',
    expected: '/w/lit/refs.bib',
    dialect: 'bibtex',
    citeStyle: '\\citep',
  },
  {
    name: 'finds the root file of a subfile and of an imported file',
    files: {
      '/w/main.tex': `${preamble}\\bibliography{refs}\\import{parts/}{two}`,
      '/w/parts/two.tex': 'Text.',
      '/w/refs.bib': entry,
    },
    at: '/w/parts/two.tex',
    expected: '/w/refs.bib',
  },
  {
    name: 'takes the files that a pattern of BibLaTeX fits',
    files: {
      '/w/a.tex': `${preamble}\\addbibresource[glob]{lit/ch*.bib}\\addbibresource[glob]{none*.bib}`,
      '/w/lit/ch1.bib': entry,
      '/w/lit/ch2.bib': entry,
      '/w/lit/other.bib': entry,
    },
    at: '/w/a.tex',
    expected: '/w/lit/ch1.bib /w/lit/ch2.bib',
    dialect: 'biblatex',
    citeStyle: '\\autocite',
  },
  {
    name: 'finds the root file of a chapter that can stand alone',
    files: {
      '/w/main.tex': `${preamble}\\bibliography{refs}\\input{parts/two}`,
      '/w/parts/two.tex': '\\documentclass[tikz]{standalone}\\begin{document}x\\end{document}',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/parts/two.tex',
    expected: '/w/refs.bib',
    dialect: 'bibtex',
  },
  {
    name: 'follows a root comment with a blank behind its exclamation mark',
    files: {
      '/w/main.tex': `${preamble}\\bibliography{refs}`,
      '/w/parts/two.tex': '%! TeX root = ../main\nText.',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/parts/two.tex',
    expected: '/w/refs.bib',
    dialect: 'bibtex',
  },
  {
    name: "takes Typst's sources behind arguments with names",
    files: {
      '/w/a.typ': '#bibliography(title: [Works], style: "apa", ("refs.bib", "more.bib"))',
      '/w/refs.bib': entry,
      '/w/more.bib': entry,
    },
    at: '/w/a.typ',
    expected: '/w/refs.bib /w/more.bib',
  },
  {
    name: 'follows the subfiles class',
    files: {
      '/w/main.tex': `${preamble}\\bibliography{refs}`,
      '/w/parts/two.tex': '\\documentclass[../main]{subfiles}\\begin{document}x\\end{document}',
      '/w/refs.bib': entry,
    },
    at: '/w/parts/two.tex',
    expected: '/w/refs.bib',
  },
  {
    name: 'reads what a chapter declares from the folder of its root file',
    files: {
      '/w/thesis/main.tex': `${preamble}\\bibliography{all}\\include{chapters/one}`,
      '/w/thesis/chapters/one.tex': '\\begin{refsection}[refs.bib]\\end{refsection}',
      '/w/thesis/all.bib': entry,
      '/w/thesis/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/thesis/chapters/one.tex',
    expected: '/w/thesis/refs.bib /w/thesis/all.bib',
  },
  {
    name: 'takes what a chapter declares for a file to be made where nobody has it',
    files: {
      '/w/thesis/main.tex': `${preamble}\\include{one}`,
      '/w/thesis/one.tex': '% !TEX root = main.tex\n\\bibliography{refs}',
      '/w/other.bib': entry,
    },
    at: '/w/thesis/one.tex',
    expected: '+/w/thesis/refs.bib',
  },
  {
    name: 'follows a root comment of the root file',
    files: {
      '/w/main.tex': `${preamble}\\bibliography{refs}`,
      '/w/c/mid.tex': '% !TEX root = ..\\main.tex\n',
      '/w/c/one.tex': '% !TEX root = mid.tex\n',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/c/one.tex',
    expected: '/w/refs.bib',
  },
  {
    name: 'finds the root file that inputs a name with blanks',
    files: {
      '/w/main.tex': `${preamble}\\input{"c/part one"}\\bibliography{refs}`,
      '/w/c/part one.tex': 'Text.',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/c/part one.tex',
    expected: '/w/refs.bib',
  },
  {
    name: 'takes the file whose name differs in letter case where there is no other',
    files: {
      '/w/a.tex': `${preamble}\\bibliography{Refs}`,
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/a.tex',
    expected: '/w/refs.bib',
  },
  {
    name: "finds Quarto's document that includes the chapter",
    files: {
      '/w/paper.qmd': '---\nbibliography: refs.bib\n---\n{{< include _intro.qmd >}}\n',
      '/w/_intro.qmd': 'Text.',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/_intro.qmd',
    expected: '/w/refs.bib',
  },
  {
    name: "finds R Markdown's document that has the chapter for a child",
    files: {
      '/w/paper.Rmd': '---\nbibliography: refs.bib\n---\n```{r child="c/_intro.Rmd"}\n```\n',
      '/w/c/_intro.Rmd': 'Text.',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/c/_intro.Rmd',
    expected: '/w/refs.bib',
  },
  {
    name: 'finds the Org document that includes the chapter',
    files: {
      '/w/a.org': '#+title: A\n#+bibliography: refs.bib\n#+include: "c.org"\n',
      '/w/c.org': '* C',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/c.org',
    expected: '/w/refs.bib',
  },
  {
    name: 'finds the AsciiDoc document that includes the chapter from a folder in an attribute',
    files: {
      '/w/a.adoc': '= A\n:parts: c\n:bibtex-file: refs.bib\n\ninclude::{parts}/one.adoc[]\n',
      '/w/c/one.adoc': '== One',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/c/one.adoc',
    expected: '/w/refs.bib',
  },
  {
    name: 'survives files that include each other',
    files: {
      '/w/a.tex': '\\input{b}',
      '/w/b.tex': '\\input{a}',
      '/w/c.tex': `${preamble}\\input{c}\\input{a}`,
    },
    at: '/w/a.tex',
    expected: 'ask',
  },
  {
    name: "reads a local class's declaration",
    files: {
      '/w/a.tex': '\\documentclass{thesis}\\begin{document}x',
      '/w/thesis.cls': '\\LoadClass{report}\\RequirePackage{biblatex}\\addbibresource{refs.bib}',
      '/w/refs.bib': entry,
    },
    at: '/w/a.tex',
    expected: '/w/refs.bib',
    dialect: 'biblatex',
  },
  {
    name: 'reads \\jobname as the root file',
    files: { '/w/paper.tex': `${preamble}\\addbibresource{\\jobname.bib}` },
    at: '/w/paper.tex',
    expected: '+/w/paper.bib',
  },
  {
    name: 'takes front matter before the project and the setting',
    files: { '/w/a.md': '---\nbibliography: my.bib\n---\n', '/w/_quarto.yml': 'bibliography: project.bib' },
    at: '/w/a.md',
    setting: ['set.bib'],
    expected: '+/w/my.bib',
  },
  {
    name: 'takes the project file above, with paths from there',
    files: {
      '/w/_quarto.yml': 'project:\n  type: book\nbibliography:\n  - lit/refs.bib\n  - more.bib\n',
      '/w/chapters/deep/a.qmd': '---\ntitle: A\n---\n',
      '/w/lit/refs.bib': entry,
    },
    at: '/w/chapters/deep/a.qmd',
    expected: '/w/lit/refs.bib +/w/more.bib',
  },
  {
    name: 'follows metadata files',
    files: {
      '/w/_quarto.yml': 'metadata-files: [shared/_meta.yml]',
      '/w/shared/_meta.yml': 'bibliography: refs.bib',
      '/w/a.qmd': 'x',
      '/w/shared/refs.bib': entry,
    },
    at: '/w/a.qmd',
    expected: '/w/shared/refs.bib',
  },
  {
    name: "takes a Quarto path with a slash from the project's folder",
    files: {
      '/w/_quarto.yml': 'project: x',
      '/w/c/a.qmd': '---\nbibliography: /refs.bib\n---\n',
      '/w/refs.bib': entry,
    },
    at: '/w/c/a.qmd',
    expected: '/w/refs.bib',
  },
  {
    name: "takes bookdown's first chapter",
    files: {
      '/w/_bookdown.yml': 'book_filename: b',
      '/w/index.Rmd': '---\nbibliography: [book.bib, packages.bib]\n---\n',
      '/w/01-intro.Rmd': '# Intro',
      '/w/packages.bib': entry,
    },
    at: '/w/01-intro.Rmd',
    expected: '+/w/book.bib /w/packages.bib',
  },
  {
    name: 'takes the configuration of Jupyter Book, and its roles',
    files: { '/w/_config.yml': 'title: x\nbibtex_bibfiles:\n  - references.bib\n', '/w/a.md': '# A' },
    at: '/w/a.md',
    expected: '+/w/references.bib',
    citeStyle: '{cite:p}',
  },
  {
    name: "leaves Jekyll Scholar's configuration alone",
    files: {
      '/w/_config.yml': 'scholar:\n  bibliography: papers.bib\n',
      '/w/a.md': '# A',
      '/w/x.bib': entry,
    },
    at: '/w/a.md',
    expected: '/w/x.bib',
  },
  {
    name: "takes Sphinx's configuration from above",
    files: {
      '/w/conf.py': "bibtex_bibfiles: list[str] = [\n    'lit/refs.bib',  # all\n]\n",
      '/w/usage/a.rst': 'A',
    },
    at: '/w/usage/a.rst',
    expected: '+/w/lit/refs.bib',
  },
  {
    name: 'finds the Typst document that includes the chapter',
    files: {
      '/w/main.typ': '#include "chapters/one.typ"\n#bibliography("refs.bib")',
      '/w/chapters/one.typ': '= One',
      '/w/refs.bib': entry,
      '/w/other.bib': entry,
    },
    at: '/w/chapters/one.typ',
    expected: '/w/refs.bib',
  },
  {
    name: 'uses the setting where nothing is declared, from the workspace folder',
    files: { '/w/sub/a.md': 'x', '/w/lit/all.bib': entry, '/w/sub/near.bib': entry },
    at: '/w/sub/a.md',
    setting: ['lit/all.bib', 'more.bib'],
    expected: '/w/lit/all.bib +/w/more.bib',
  },
  {
    name: 'uses the only .bib beside the document',
    files: { '/w/sub/a.md': 'x', '/w/sub/near.bib': entry, '/w/top.bib': entry },
    at: '/w/sub/a.md',
    expected: '/w/sub/near.bib',
  },
  {
    name: 'uses the only .bib of the workspace folder where there is none beside the document',
    files: { '/w/sub/a.md': 'x', '/w/top.bib': entry },
    at: '/w/sub/a.md',
    expected: '/w/top.bib',
  },
  {
    name: 'asks between several, the nearest first, and looks into folders',
    files: {
      '/w/sub/a.txt': 'x',
      '/w/sub/b.bib': entry,
      '/w/sub/c.bib': entry,
      '/w/lit/d.bib': entry,
      '/w/.git/e.bib': '',
    },
    at: '/w/sub/a.txt',
    expected: 'ask /w/sub/b.bib /w/sub/c.bib /w/lit/d.bib',
  },
  {
    name: 'asks where only a bibliography in another format is declared',
    files: { '/w/a.typ': '#bibliography("refs.yml")', '/w/other.bib': entry },
    at: '/w/a.typ',
    expected: 'ask /w/other.bib',
  },
  {
    name: 'takes a .bib as its own bibliography',
    files: { '/w/a.bib': entry, '/w/b.bib': entry },
    at: '/w/a.bib',
    expected: '/w/a.bib',
  },
  {
    name: 'stays in the folder of a document that belongs to no workspace',
    files: { '/home/me/a.md': 'x', '/home/_quarto.yml': 'bibliography: x.bib', '/home/me/b.bib': entry },
    at: '/home/me/a.md',
    expected: '/home/me/b.bib',
  },
];

describe('findBibliographies', () => {
  for (const { name, files, at, setting = [], expected, ...manner } of cases) {
    it(name, async () => {
      const project = createMemoryProject(files);
      const languageId = languages[at.split('.').at(-1) ?? ''] ?? 'plaintext';
      const choice = await findBibliographies(project.document(at, languageId), project, setting);
      const shown =
        choice.kind === 'found'
          ? choice.files.map((file) => `${file.exists ? '' : '+'}${file.path}`)
          : ['ask', ...choice.candidates];
      assert.equal(shown.join(' '), expected);
      if (manner.dialect !== undefined) assert.equal(choice.dialect, manner.dialect);
      if (manner.citeStyle !== undefined) assert.equal(choice.citeStyle, manner.citeStyle);
    });
  }

  it('says where the declaration stands', async () => {
    const project = createMemoryProject({ '/w/a.md': '---\nbibliography: my.bib\n---\n', '/w/b.md': '' });
    const choice = await findBibliographies(project.document('/w/a.md', 'markdown'), project, []);
    assert.equal(choice.kind, 'found');
    assert.equal(choice.files[0].declaredIn, '/w/a.md');
  });

  it('says where LaTeX carries the bibliography in the document itself', async () => {
    const text = `\\begin{filecontents}[overwrite]{own.bib}\n${entry}\\end{filecontents}\n${preamble}\\addbibresource{own.bib}`;
    const project = createMemoryProject({ '/w/a.tex': text });
    const choice = await findBibliographies(project.document('/w/a.tex', 'latex'), project, []);
    assert.equal(choice.kind, 'found');
    const { embedded } = choice.files[0];
    assert.equal(text.slice(embedded?.start, embedded?.end), entry);
  });

  it('counts the file that LaTeX has written and does not write again', async () => {
    const carry = (options: string): string =>
      `\\begin{filecontents}${options}{own.bib}\n${entry}\\end{filecontents}\n${preamble}\\addbibresource{own.bib}`;
    const embeddedIn = async (files: Record<string, string>): Promise<unknown> => {
      const project = createMemoryProject(files);
      const choice = await findBibliographies(project.document('/w/a.tex', 'latex'), project, []);
      return choice.kind === 'found' ? choice.files[0].embedded : undefined;
    };
    assert.ok(await embeddedIn({ '/w/a.tex': carry('') }));
    assert.ok(await embeddedIn({ '/w/a.tex': carry('[force,noheader]'), '/w/own.bib': entry }));
    assert.equal(await embeddedIn({ '/w/a.tex': carry('[noheader]'), '/w/own.bib': entry }), undefined);
  });

  it('tells whether the document has a place for the declaration', async () => {
    const project = createMemoryProject({ '/w/part.tex': 'Text.', '/w/whole.md': 'Text.' });
    const part = await findBibliographies(project.document('/w/part.tex', 'latex'), project, []);
    const whole = await findBibliographies(project.document('/w/whole.md', 'markdown'), project, []);
    assert.deepEqual(
      [part, whole],
      [
        { kind: 'ask', candidates: [], canDeclare: false },
        { kind: 'ask', candidates: [], canDeclare: true },
      ],
    );
  });

  it('does not read without end', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`/w/f${index % 500}/p${index}.tex`, preamble] as const),
    );
    const project = createMemoryProject({ ...files, '/w/a.tex': 'A part.' });
    await findBibliographies(project.document('/w/a.tex', 'latex'), project, []);
    assert.ok(project.reads.length <= 300, `${project.reads.length} files read`);
  });
});
