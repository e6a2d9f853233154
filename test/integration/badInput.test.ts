import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Fault } from '../sandbox/faults.ts';
import type { ServiceId } from '../sandbox/server.ts';
import { argumentAt, hoverAt } from './asPerson.ts';
import { messagesDuring } from './messages.ts';
import { OddFiles } from './oddFiles.ts';
import { plan } from './sandboxFaults.ts';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const bib = '@book{knuth1984, title = {The TeXbook}, author = {Knuth, Donald E.}, year = {1984}}\n';
const tenMegabytes = 10 * 1024 * 1024;

describe('bad input', () => {
  const here = useFolder();

  /** A paper with one DOI and a bibliography of its own. */
  async function openPaper(doi: string): Promise<vscode.TextDocument> {
    await here.folder.write('refs.bib', bib);
    return here.folder.open('paper.tex', `See doi:${doi}.\n\\bibliography{refs}\n`);
  }

  /** Hovers over a DOI and inserts it: both say the same sentence, and nothing is changed. */
  async function assertSaid(doi: string, sentence: RegExp): Promise<void> {
    const paper = await openPaper(doi);
    const text = paper.getText();
    const shown = await hoverAt(paper, doi);
    assert.equal(shown.length, 1, JSON.stringify(shown));
    const card = (shown[0]?.value ?? '').replaceAll('\\', '');
    assert.match(card, sentence);
    assert.match(card, /^[^\n]+[.?]$/);
    const said = await messagesDuring(() =>
      vscode.commands.executeCommand('citationLookup.insertCitation', { identifier: doi }),
    );
    assert.equal(said.length, 1, JSON.stringify(said));
    assert.match(said[0] ?? '', sentence);
    assert.equal(paper.getText(), text);
    assert.equal(paper.isDirty, false);
    assert.equal(await here.folder.read('refs.bib'), bib);
  }

  it('says that a DOI does not exist', () => assertSaid('10.5555/never-registered', /not registered/));

  it('says that a DOI may have a typo', () => assertSaid('10.1038/171737a00', /not registered.*typo/));

  it('sets the credentials among values of which others are no texts', async () => {
    const set = { source: 'crossref', values: { plusToken: 'x', further: 5 } };
    assert.deepEqual(
      await messagesDuring(() => vscode.commands.executeCommand('citationLookup.setCredentials', set)),
      [],
    );
    await vscode.commands.executeCommand('citationLookup.clearCredentials', { source: 'crossref' });
  });

  it('says what is wrong with what is no DOI, and finds none in the text', async () => {
    const paper = await openPaper('10.10/x');
    assert.deepEqual(await hoverAt(paper, '10.10'), []);
    for (const identifier of ['10.10/x', 'doi:', '10.1038', '978-0-306-40615-8', '']) {
      const said = await messagesDuring(() =>
        vscode.commands.executeCommand('citationLookup.insertCitation', { identifier }),
      );
      assert.equal(said.length, 1, identifier);
      assert.match(said[0] ?? '', /^[A-Z][^\n]+\.$/, identifier);
    }
    assert.equal(await here.folder.read('refs.bib'), bib);
  });

  const faults: readonly (readonly [what: string, doi: string, services: readonly ServiceId[], fault: Fault, sentence: RegExp])[] = [
    ['Crossref is down', '10.1073/pnas.1421412111', ['crossref', 'doi', 'openaire'], { kind: 'unavailable' }, /Crossref/],
    ['Crossref closes the connection', '10.1038/467753a', ['crossref'], { kind: 'reset' }, /Crossref closed/],
    ['the agency of a DOI is down', '10.4232/1.2745', ['datacite', 'openaire'], { kind: 'unavailable' }, /DataCite/],
    ['doi.org is down', '10.3280/ecag2018-001005', ['doi', 'openaire'], { kind: 'bad-gateway' }, /^doi\.org/],
    ['an answer is a page', '10.1038/nature10836', ['crossref'], { kind: 'wrong-type' }, /Crossref/],
    ['an answer is no JSON', '10.1126/science.1218263', ['crossref'], { kind: 'invalid-json' }, /Crossref.* not JSON/],
    ['an answer is of another form', '10.1109/CVPR.2016.90', ['crossref'], { kind: 'wrong-shape' }, /Crossref.* unknown form/],
    ['Crossref asks to wait', '10.18653/v1/N19-1423', ['crossref'], { kind: 'rate-limited', headers: { 'retry-after': '1' } }, /Crossref/],
  ]; // prettier-ignore
  for (const [what, doi, services, fault, sentence] of faults) {
    it(`says so where ${what}, and finds the work when it is mended`, async () => {
      for (const service of services) await plan({ service, fault });
      try {
        await assertSaid(doi, sentence);
      } finally {
        for (const service of services) await plan({ service });
      }
      assert.ok(await here.api.resolve(doi));
    });
  }

  /** Inserts into a .bib, expects a refusal, and that the text stays as it is. */
  async function assertRefused(bibliography: vscode.Uri, sentence: RegExp): Promise<void> {
    const paper = await here.folder.open('paper.tex', `See doi:${helix}.\n`);
    const text = paper.getText();
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const at = new vscode.Location(paper.uri, new vscode.Range(0, 4, 0, 4 + `doi:${helix}`.length));
    await assert.rejects(here.api.insert([record], { bibliography, at }), (error) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, sentence);
      assert.match(error.message, /^[^\n]+\.$/);
      return true;
    });
    assert.equal(paper.getText(), text);
  }

  it('says that a .bib is read-only by the setting of the editor', async () => {
    await here.folder.write('locked.bib', bib);
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/locked.bib': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await assertRefused(here.folder.uri('locked.bib'), /locked\.bib/);
      assert.equal(await here.folder.read('locked.bib'), bib);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('says that a .bib stands in a read-only file system', async () => {
    const options = { isReadonly: true, isCaseSensitive: true };
    const registration = vscode.workspace.registerFileSystemProvider('frozen', new OddFiles(bib), options);
    await assertRefused(vscode.Uri.parse('frozen:/refs.bib'), /refs\.bib is read-only/);
    registration.dispose();
  });

  it('says that a .bib cannot be written, although its file system could be', async () => {
    const registration = vscode.workspace.registerFileSystemProvider('stubborn', new OddFiles(bib));
    await assertRefused(vscode.Uri.parse('stubborn:/refs.bib'), /refs\.bib could not be written/);
    registration.dispose();
  });

  it('says that a .bib cannot be read', async () => {
    const registration = vscode.workspace.registerFileSystemProvider('unreadable', new OddFiles());
    await assertRefused(vscode.Uri.parse('unreadable:/refs.bib'), /refs\.bib cannot be read/);
    registration.dispose();
  });

  it('finds nothing in an empty document, and cites at its only place', async () => {
    await here.folder.write('refs.bib', '');
    const paper = await here.folder.open('paper.tex', '');
    assert.deepEqual(await hoverAt(paper, ''), []);
    assert.deepEqual(
      await vscode.commands.executeCommand('vscode.executeCodeLensProvider', paper.uri, 10),
      [],
    );
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const at = new vscode.Location(paper.uri, new vscode.Position(0, 0));
    const { keys } = await here.api.insert([record], { at });
    assert.equal(paper.getText(), `\\cite{${keys[0] ?? ''}}`);
    assert.match(await here.folder.read('refs.bib'), /^@article\{[^]*\}\n?$/);
  });

  it('inserts into a document of 10 MB', async function () {
    this.timeout(60_000);
    await here.folder.write('refs.bib', bib);
    const line = 'The quick brown fox \\emph{jumps} over $x_1$ lazy dogs, and nothing is cited here. % no\n';
    const prose = line.repeat(Math.ceil(tenMegabytes / line.length));
    const paper = await here.folder.open('paper.tex', `\\bibliography{refs}\n${prose}See doi:${helix}.\n`);
    assert.match((await hoverAt(paper, helix))[0]?.value ?? '', /Molecular Structure/);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      paper.uri,
      1,
    );
    assert.equal(lenses.length, 1);
    const outcome = await vscode.commands.executeCommand<{ readonly keys: readonly string[] }>(
      'citationLookup.insertCitation',
      argumentAt(paper, `doi:${helix}`),
    );
    assert.equal(paper.getText(), `\\bibliography{refs}\n${prose}See \\cite{${outcome.keys[0] ?? ''}}.\n`);
    assert.ok((await here.folder.read('refs.bib')).startsWith(bib));
  });

  it('inserts into a .bib of 10 MB, and keeps every byte of it', async function () {
    this.timeout(120_000);
    const entry = (number: number): string =>
      `@article{key${number},\n  title = {Title ${number}},\n  author = {Author, Some},\n  year = {2000},\n}\n\n`;
    const entries = Array.from({ length: tenMegabytes / 85 }, (_, number) => entry(number)).join('');
    assert.ok(entries.length > tenMegabytes);
    await here.folder.write('refs.bib', entries);
    const paper = await here.folder.open('paper.tex', `See doi:${helix}.\n\\bibliography{refs}\n`);
    const [shown] = await hoverAt(paper, helix);
    assert.match(shown?.value ?? '', /Insert citation/);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const { added } = await here.api.insert([record], {
      at: new vscode.Location(paper.uri, new vscode.Position(0, 4)),
    });
    assert.equal(added, 1);
    const written = await here.folder.read('refs.bib');
    assert.ok(written.startsWith(entries.trimEnd()));
    assert.ok(written.slice(entries.length - 2).includes(`doi = {${helix}}`));
  });

  it('refuses a record with a title of 1 MB, which stops TeX', async () => {
    const paper = await openPaper(helix);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const huge = { ...record, csl: { ...record.csl, title: 'word '.repeat(200_000) } };
    const at = new vscode.Location(paper.uri, new vscode.Position(0, 4));
    await assert.rejects(here.api.insert([huge], { at }), /^InsertError: The record of 10\.1038\/171737a0 has a title that is too long for TeX\. Nothing was changed\.$/); // prettier-ignore
    assert.equal(paper.isDirty, false);
    assert.equal(await here.folder.read('refs.bib'), bib);
  });

  it('works on a file that stands in no open folder', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await writeFile(join(outside, 'refs.bib'), bib);
    await writeFile(join(outside, 'note.md'), `See doi:${helix}.\n`);
    const note = await vscode.workspace.openTextDocument(join(outside, 'note.md'));
    await vscode.window.showTextDocument(note);
    const { keys } = await vscode.commands.executeCommand<{ readonly keys: readonly string[] }>(
      'citationLookup.insertCitation',
      argumentAt(note, `doi:${helix}`),
    );
    assert.equal(note.getText(), `See [@${keys[0] ?? ''}].\n`);
    assert.ok((await readFile(join(outside, 'refs.bib'), 'utf8')).startsWith(bib));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await rm(outside, { recursive: true });
  });
});
