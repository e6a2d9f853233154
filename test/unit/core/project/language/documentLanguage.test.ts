import { strict as assert } from 'node:assert';
import { findDocumentLanguage } from '../../../../../src/core/project/language/documentLanguage.ts';
import { createMemoryProject } from '../../../../support/memoryProject.ts';

/** The language of a document that is the first of these files. */
async function find(
  languageId: string,
  files: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const project = createMemoryProject(files);
  return findDocumentLanguage(project.document(Object.keys(files)[0] ?? '', languageId), project);
}

describe('findDocumentLanguage', () => {
  const cases: readonly (readonly [languageId: string, text: string, language: string | undefined])[] = [
    ['latex', '\\setdefaultlanguage[variant=swiss]{german}', 'de-CH'],
    ['latex', '\\setmainlanguage{dutch}', 'nl'],
    ['latex', '\\setmainlanguage[variant = brazilian]{portuguese}', 'pt-BR'],
    ['latex', '\\setmainlanguage{serbian}', 'sr-Cyrl'],
    ['latex', '\\setmainlanguage[script=Latin]{serbian}', 'sr-Latn'],
    ['latex', '\\setmainlanguage{de-AT}', 'de-AT'],
    ['latex', '\\setmainlanguage{swedish}\\setotherlanguages{english,german}', 'sv'],
    ['latex', '\\setmainlanguage{constructor}', undefined],
    ['typst', '#set text(font: "Libertinus", lang: "es")', 'es'],
    ['typst', '#set text(\n  font: ("Noto", "Arial"),\n  lang: "de",\n  region: "AT",\n)', 'de-AT'],
    ['typst', '#set text(size: 11pt)\n#set text(lang: "cs")\n#text(lang: "en")[x]', 'cs'],
    ['typst', '#show: article.with(title: [T], lang: "fi")', 'fi'],
    ['typst', '#show: doc => conf(lang: "pl", doc)', 'pl'],
    ['typst', '// #set text(lang: "es")\n#set text(hyphenate: true)', undefined],
    ['asciidoc', '= Title\n:lang: nl\n', 'nl'],
    ['org', '#+LANGUAGE: ja\n', 'ja'],
    ['org', '#+latex_header: \\usepackage[swedish]{babel}\n', 'sv'],
    ['markdown', '---\ntitle: T\nlang: de-DE\n---\n', 'de-DE'],
    ['markdown', '---\nlang: en-GB # as the journal wants it\n---\n', 'en-GB'],
    ['rmd', '---\nlang: swedish\n---\n', 'sv'],
    ['quarto', '---\r\nlang: "fr"\r\n---\r\n', 'fr'],
    ['quarto', '---\nlanguage:\n  title-block-published: X\nlang: cs\n---\n', 'cs'],
    ['markdown', '---\ntitle: T\n---\nlang: de\n', undefined],
    ['markdown', '---\nlang: ../../x\n---\n', undefined],
    ['markdown', '---\nlang: __proto__\n---\n', undefined],
    ['markdown', `---\nlang: ${'de-'.repeat(90_000)}\n---\n`, undefined],
    ['restructuredtext', 'lang: de', undefined],
    ['plaintext', 'lang: de', undefined],
  ];
  for (const [languageId, text, language] of cases)
    it(`reads ${JSON.stringify(text.slice(0, 80))} of ${languageId} as ${language ?? 'saying nothing'}`, async () => {
      assert.equal(await find(languageId, { '/w/x': text }), language);
    });

  const babel: Readonly<Record<string, string | undefined>> = {
    '\\usepackage[ngerman]{babel}': 'de',
    '\\usepackage[english, french]{babel}': 'fr',
    '\\usepackage[ngerman,english]{babel}': 'en',
    '\\usepackage[main=spanish,english]{babel}': 'es',
    '\\usepackage[ngerman, main = english , french]{babel}': 'en',
    '\\usepackage[spanish,es-noshorthands,es-tabla]{babel}': 'es',
    '\\usepackage[greek.polutoniko,shorthands=off]{babel}': 'el',
    '\\usepackage[%\n  english,% for the abstract\n  magyar%\n]{babel}': 'hu',
    '\\RequirePackage[bahasa]{babel}': 'id',
    '\\usepackage[brazil]{csquotes,babel}': 'pt-BR',
    '% \\usepackage[french]{babel}\n\\usepackage[dutch]{babel}': 'nl',
    '\\documentclass[11pt,ngerman,a4paper]{scrartcl}\\usepackage{babel}': 'de',
    '\\documentclass[ngerman,english]{article}\\usepackage{babel}': 'en',
    '\\documentclass[ngerman]{article}\\usepackage[french]{babel}': 'fr',
    '\\documentclass[ngerman]{article}\\usepackage[shorthands=off]{babel}': 'de',
    '\\PassOptionsToPackage{finnish}{babel}\\documentclass{thesis}': 'fi',
    '\\usepackage[english]{babel}\\babelprovide[import, main]{swedish}': 'sv',
    '\\usepackage[english]{babel}\\babelprovide[import]{swedish}': 'en',
    '\\usepackage[english]{babelbib}\\usepackage[utf8]{inputenc}': undefined,
    '\\usepackage[utf8]{inputenc}\n\\usepackage{babel}': undefined,
    '\\usepackage[constructor]{babel}': undefined,
    '\\documentclass{article}': undefined,
    // What references are in, whatever the text is in.
    '\\usepackage[ngerman]{babel}\\usepackage[style=apa, language=british]{biblatex}': 'en-GB',
    '\\usepackage[ngerman]{babel}\\usepackage[language=auto,autolang=other]{biblatex}': 'de',
    // Classes that need no babel.
    '\\documentclass[uplatex,dvipdfmx]{jsarticle}': 'ja',
    '\\documentclass{ltjsbook}': 'ja',
    '\\documentclass[lualatex]{jlreq}': 'ja',
    '\\documentclass[english]{jsarticle}': 'en',
    '\\documentclass{ctexart}': 'zh',
    '\\documentclass{article}\\usepackage{kotex}': 'ko',
  };
  for (const [text, language] of Object.entries(babel))
    it(`reads ${JSON.stringify(text)} as ${language ?? 'saying nothing'}`, async () => {
      assert.equal(await find('latex', { '/w/x.tex': text }), language);
    });

  // Old names and those that differ from the English one.
  for (const [name, language] of Object.entries({
    acadian: 'fr-CA',
    american: 'en-US',
    australian: 'en-AU',
    austrian: 'de-AT',
    bahasam: 'ms',
    brazilian: 'pt-BR',
    british: 'en-GB',
    canadien: 'fr-CA',
    farsi: 'fa',
    francais: 'fr',
    frenchb: 'fr',
    germanb: 'de',
    mexican: 'es-MX',
    naustrian: 'de-AT',
    norsk: 'nb',
    norwegian: 'nb',
    nswissgerman: 'de-CH',
    nynorsk: 'nn',
    polutonikogreek: 'el',
    portuges: 'pt',
    portuguese: 'pt',
    serbian: 'sr-Latn',
    serbianc: 'sr-Cyrl',
    slovene: 'sl',
    ukrainian: 'uk',
    UKenglish: 'en-GB',
    USenglish: 'en-US',
    vietnamese: 'vi',
    welsh: 'cy',
  }))
    // prettier-ignore
    it(`knows babel's ${name}`, async () => {
      assert.equal(await find('latex', { '/w/x.tex': `\\usepackage[${name}]{babel}` }), language);
    });

  const projects: readonly (readonly [what: string, string, Readonly<Record<string, string>>, string | undefined])[] = [
    [
      'the root of a chapter',
      'latex',
      { '/w/one.tex': '% !TEX root = main.tex\n\\chapter{One}', '/w/main.tex': '\\documentclass{book}\\usepackage[czech]{babel}\\input{one}' },
      'cs',
    ],
    [
      'the document that takes a chapter in',
      'latex',
      { '/w/parts/one.tex': '\\chapter{One}', '/w/main.tex': '\\documentclass{book}\\usepackage[polish]{babel}\\input{parts/one}' },
      'pl',
    ],
    [
      'packages in a file of their own, told the language by the class',
      'latex',
      { '/w/main.tex': '\\documentclass[danish]{article}\\input{packages}', '/w/packages.tex': '\\usepackage{babel}' },
      'da',
    ],
    [
      'a package of the project',
      'latex',
      { '/w/main.tex': '\\documentclass{article}\\usepackage{ours}', '/w/ours.sty': '\\RequirePackage[english,turkish]{babel}' },
      'tr',
    ],
    ['a Quarto project', 'quarto', { '/w/a/one.qmd': '# One', '/w/_quarto.yml': 'project:\n  type: book\nlang: sk' }, 'sk'],
    ['the document before its project', 'quarto', { '/w/a.qmd': '---\nlang: da\n---\n', '/w/_quarto.yml': 'lang: sk' }, 'da'],
    ['the first chapter of a bookdown', 'rmd', { '/w/01.Rmd': '# One', '/w/_bookdown.yml': 'book_filename: b', '/w/index.Rmd': '---\nlang: it\n---\n' }, 'it'],
    ['a metadata file', 'markdown', { '/w/a.md': '---\nmetadata-files: [meta.yml]\n---\n', '/w/meta.yml': 'lang: uk' }, 'uk'],
    ['Sphinx', 'restructuredtext', { '/w/docs/a.rst': 'A\n=', '/w/docs/conf.py': "project = 'P'\nlanguage = 'pt_BR'\n" }, 'pt-BR'],
    ['Jupyter Book', 'markdown', { '/w/a.md': '# A', '/w/_config.yml': 'sphinx:\n  config:\n    language: ko\n' }, 'ko'],
    ["Typst's template", 'typst', { '/w/a.typ': '#import "t.typ": *\n#bibliography("a.bib")', '/w/t.typ': '#let conf(doc) = {\n  set text(lang: "hu")\n  doc\n}' }, 'hu'],
    ["AsciiDoc's attributes", 'asciidoc', { '/w/a.adoc': '= A\ninclude::attributes.adoc[]\n', '/w/attributes.adoc': ':lang: ro\n' }, 'ro'],
  ]; // prettier-ignore
  for (const [what, languageId, files, language] of projects)
    it(`asks ${what}`, async () => {
      assert.equal(await find(languageId, files), language);
    });

  it('takes no longer for hostile text', async () => {
    for (const [languageId, text] of [
      ['markdown', `---\n${'lan: x\n'.repeat(1e5)}`],
      ['latex', `\\usepackage[${'a,'.repeat(1e5)}`],
      ['latex', '\\usepackage['.repeat(1e5)],
      ['latex', '\\usepackage[]{'.repeat(1e5)],
      ['latex', `\\setmainlanguage${' '.repeat(1e5)}`.repeat(5)],
      ['latex', '\\babelprovide[main'.repeat(1e5)],
      ['typst', '#set text('.repeat(1e5)],
      ['typst', `#show: ${'a.'.repeat(1e5)}`],
    ] as const)
      assert.equal(await find(languageId, { '/w/x': text }), undefined);
  }).timeout(20_000);
});
