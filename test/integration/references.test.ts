import { strict as assert } from 'node:assert';
import { homedir } from 'node:os';
import { relative } from 'node:path';
import * as vscode from 'vscode';
import { messagesDuring } from './messages.ts';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const ownStyle = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Own</title><id>own</id></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="DOI" prefix="my own style: "/></layout></bibliography></style>`;

describe('references as text', () => {
  const here = useFolder();
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('citationLookup');

  afterEach(async () => {
    await settings().update('preview.style', undefined, vscode.ConfigurationTarget.Global);
  });

  async function copy(): Promise<string | undefined> {
    return vscode.commands.executeCommand<string | undefined>('citationLookup.copyFormatted', {
      identifier: helix,
    });
  }

  it('copies the reference in APA', async () => {
    const text = await copy();
    assert.match(
      text ?? '',
      /^Watson, J\. D\., & Crick, F\. H\. C\. \(1953\)\. .*Nature, 171\(4356\), 737–738\. https:\/\/doi\.org\/10\.1038\/171737a0$/i,
    );
    assert.equal(await vscode.env.clipboard.readText(), text);
  });

  it('copies it in the style and the language that are set', async () => {
    await settings().update('preview.style', 'harvard1', vscode.ConfigurationTarget.Global);
    await here.folder.open('note.md', '---\nlang: de\n---\n');
    assert.match((await copy()) ?? '', /Verfügbar unter/);
  });

  for (const [what, opened, files, reference] of [
    [
      'a Quarto document',
      'paper.qmd',
      { 'paper.qmd': '---\nlang: cs\n---\n' },
      /^Watson, J\.D\. a Crick, F\.H\.C\. .*Dostupné z: /i,
    ],
    [
      'a chapter of a LaTeX document',
      'one.tex',
      {
        'one.tex': '% !TEX root = main.tex\n\\chapter{One}\n',
        'main.tex':
          '\\documentclass{book}\n\\usepackage[english,swedish]{babel}\n\\begin{document}\\end{document}\n',
      },
      /^Watson, J\.D\. och Crick, F\.H\.C\. .*Tillgänglig vid: /i,
    ],
    [
      'a Typst document',
      'paper.typ',
      { 'paper.typ': '#set text(lang: "pt", region: "BR")\n' },
      / e Crick, .*Disponível em: /i,
    ],
    [
      'a Quarto project',
      'one.qmd',
      { 'one.qmd': '# One\n', '_quarto.yml': 'lang: pl\n' },
      / i Crick, .*Dostępne na: /i,
    ],
  ] as const)
    it(`copies it in the language of ${what}`, async () => {
      await settings().update('preview.style', 'harvard1', vscode.ConfigurationTarget.Global);
      for (const [name, text] of Object.entries(files)) await here.folder.write(name, text);
      await here.folder.open(opened);
      assert.match((await copy()) ?? '', reference);
    });

  it('copies it in a style that comes along, and formats in it at once', async () => {
    await settings().update('preview.style', 'ieee', vscode.ConfigurationTarget.Global);
    const text = /^J\. D\. Watson and F\. H\. C\. Crick, “/i;
    assert.match((await copy()) ?? '', text);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    assert.match(here.api.toFormatted(record), text);
    assert.match(here.api.toFormatted(record, { style: 'sist02' }), /^Watson, J\. D\., Crick, F\. H\. C\. /i);
    assert.match(here.api.toFormatted(record, { style: 'harvard1', locale: 'fi' }), /Saatavissa: /);
  });

  for (const [what, nameOf] of [
    ['an absolute path', () => here.folder.uri('own.csl').path],
    ['a path in the workspace', () => vscode.workspace.asRelativePath(here.folder.uri('own.csl'))],
    ['a path from the home folder', () => `~/${relative(homedir(), here.folder.uri('own.csl').fsPath)}`],
  ] as const)
    it(`copies it in the person's own style by ${what}, and formats in it at once`, async () => {
      await here.folder.write('own.csl', ownStyle);
      const name = nameOf();
      const record = await here.api.resolve(helix);
      assert.ok(record);
      assert.equal(here.api.toFormatted(record, { style: name }), `my own style: ${helix}`);
      await settings().update('preview.style', name, vscode.ConfigurationTarget.Global);
      assert.equal(await copy(), `my own style: ${helix}`);
      assert.equal(here.api.toFormatted(record), `my own style: ${helix}`);
    });

  const parent = 'http://www.zotero.org/styles/unheard-of';
  for (const [what, text, sentence] of [
    ['that is not there', undefined, /^There is no file [^ ]*own\.csl with a citation style\./],
    ['that is no style', '{}', /^This is no citation style in CSL\./],
    ['that ends too early', ownStyle.slice(0, 80), /^The end of this citation style is missing\./],
    [
      'that refers to another one',
      `<style><info><link href="${parent}" rel="independent-parent"/></info></style>`,
      /^This citation style only refers to another one; use that one: http:\/\/www\.zotero\.org\/styles\/unheard-of/,
    ],
  ] as const)
    it(`says what is wrong with a file ${what}`, async () => {
      if (text !== undefined) await here.folder.write('own.csl', text);
      const { path } = here.folder.uri('own.csl');
      await settings().update('preview.style', path, vscode.ConfigurationTarget.Global);
      const said = await messagesDuring(copy);
      assert.equal(said.length, 1, JSON.stringify(said));
      assert.match(said[0] ?? '', sentence);
      assert.match(said[0] ?? '', / The style is set in "citationLookup\.preview\.style"\.$/);
      const record = await here.api.resolve(helix);
      assert.ok(record);
      assert.throws(() => here.api.toFormatted(record), { name: 'StyleError', message: sentence });
    });

  it('formats for other extensions at once', async () => {
    const record = await here.api.resolve(helix);
    assert.ok(record);
    assert.match(here.api.toFormatted(record), /\(1953\)/);
    assert.match(here.api.toFormatted(record, { format: 'html' }), /<i>Nature<\/i>/i);
    assert.match(here.api.toFormatted(record, { style: 'harvard1', locale: 'fr-FR' }), /Disponible sur/);
    assert.throws(
      () => here.api.toFormatted(record, { style: 'none such' }),
      /no citation style "none such"/,
    );
  });
});
