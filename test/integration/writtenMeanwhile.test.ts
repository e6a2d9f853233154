/** Insertions while somebody writes: the person at the keyboard, or another program. */
import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { argumentAt } from './asPerson.ts';
import { messagesDuring } from './messages.ts';
import { OddFiles } from './oddFiles.ts';
import { plan } from './sandboxFaults.ts';
import { useFolder } from './workspace.ts';
import type { CitationRecord } from '../../src/core/record/record.ts';

const helix = '10.1038/171737a0';
const bib = '@book{knuth1984, title = {The TeXbook}, author = {Knuth, Donald E.}, year = {1984}}\n';

describe('inserting while somebody writes', () => {
  const here = useFolder();

  async function findHelix(): Promise<CitationRecord> {
    const record = await here.api.resolve(helix);
    assert.ok(record);
    return record;
  }

  async function type(document: vscode.TextDocument, text: string, offset = 0): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(offset), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('cites at the place that moves with the text', async () => {
    await here.folder.write('refs.bib', bib);
    const paper = await here.folder.open('paper.tex', 'See X here.\n\\bibliography{refs}\n');
    const record = await findHelix();
    const at = new vscode.Location(paper.uri, new vscode.Range(0, 4, 0, 5));
    const inserting = here.api.insert([record], { at });
    await type(paper, 'Typed.\nMore. ');
    const { keys } = await inserting;
    assert.equal(paper.getText(), `Typed.\nMore. See \\cite{${keys[0] ?? ''}} here.\n\\bibliography{refs}\n`);
  });

  it('cites works at several places that are named at once', async () => {
    await here.folder.write('refs.bib', bib);
    const places = ['A', 'B', 'C', 'D'];
    const paper = await here.folder.open('paper.tex', `${places.join(' and ')}.\n\\bibliography{refs}\n`);
    const record = await findHelix();
    const outcomes = await Promise.all(
      places.map((name) => {
        const work = { ...record, csl: { ...record.csl, DOI: `10.5555/${name}`, title: `Work ${name}` } };
        const start = paper.positionAt(paper.getText().indexOf(name));
        const range = new vscode.Range(start, start.translate(0, 1));
        return here.api.insert([work], { at: new vscode.Location(paper.uri, range) });
      }),
    );
    const cited = outcomes.map(({ keys }) => `\\cite{${keys[0] ?? ''}}`);
    assert.equal(paper.lineAt(0).text, `${cited.join(' and ')}.`);
    assert.equal(new Set(cited).size, places.length);
  });

  it('replaces the identifier that a command was called for, however late its record comes', async () => {
    await here.folder.write('refs.bib', bib);
    const work = '10.5555/12345678';
    const paper = await here.folder.open('paper.tex', `See doi:${work} here.\n\\bibliography{refs}\n`);
    await vscode.commands.executeCommand('citationLookup.clearCache');
    await plan({ service: 'crossref', fault: { kind: 'delay', ms: 400 }, times: 1, where: work });
    const inserting = vscode.commands.executeCommand<{ readonly keys: readonly string[] }>(
      'citationLookup.insertCitation',
      argumentAt(paper, `doi:${work}`),
    );
    await sleep(100);
    await type(paper, 'Typed. ');
    const { keys } = await inserting;
    assert.equal(paper.lineAt(0).text, `Typed. See \\cite{${keys[0] ?? ''}} here.`);
  });

  it('replaces the identifier of a lens that is older than the text, and nothing once that is gone', async () => {
    await here.folder.write('refs.bib', bib);
    const text = `See doi:${helix} here.\n\\bibliography{refs}\n`;
    const paper = await here.folder.open('paper.tex', text);
    const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      paper.uri,
      1,
    );
    const { command = '', arguments: given = [] } = lens?.command ?? {};
    const insert = () => vscode.commands.executeCommand<{ readonly keys: readonly string[] }>(command, ...(given as readonly unknown[])); // prettier-ignore
    await type(paper, 'A line with some more words on it.\n');
    const { keys } = await insert();
    assert.equal(paper.lineAt(0).text, 'A line with some more words on it.');
    assert.equal(paper.lineAt(1).text, `See \\cite{${keys[0] ?? ''}} here.`);
    await insert();
    assert.equal(paper.lineAt(0).text.replace(/~?\\cite\{\w+\} ?/, ''), 'A line with some more words on it.');
  });

  it('keeps entries whole that a person writes between', async () => {
    const record = await findHelix();
    const open = await here.folder.open('refs.bib', bib);
    const inserting = here.api.insert([record], { bibliography: open.uri });
    await type(open, '% typed\n');
    await inserting;
    assert.ok(open.getText().startsWith(`% typed\n${bib}`), open.getText());
    assert.ok(open.getText().includes(helix));
  });

  it('completes no bibliography in which somebody wrote while another was looked up', async () => {
    const late = '10.5555/12345678';
    const early = `@misc{early, doi = {${helix}}}\n`;
    await here.folder.write('late.bib', `@misc{late, doi = {${late}}}\n`);
    const refs = await here.folder.open('early.bib', early);
    await here.folder.open('paper.tex', '\\bibliography{early,late}\n');
    await vscode.commands.executeCommand('citationLookup.clearCache');
    await plan({ service: 'crossref', fault: { kind: 'delay', ms: 400 }, times: 1, where: late });
    const said = await messagesDuring(async () => {
      const completing = vscode.commands.executeCommand('citationLookup.completeBibliography');
      await sleep(200);
      await type(refs, '% typed\n');
      await completing;
    });
    assert.deepEqual(said, ['The file has changed in the meantime. Nothing was changed; try again.']);
    assert.equal(refs.getText(), `% typed\n${early}`);
  });

  it('takes only its own text back where the .bib cannot be saved, and leaves nothing to save', async () => {
    const files = new OddFiles(bib);
    const registration = vscode.workspace.registerFileSystemProvider('slow', files);
    const text = '\\documentclass{article}\nSee X here.\n';
    const paper = await here.folder.open('paper.tex', text);
    const record = await findHelix();
    const bibliography = vscode.Uri.parse('slow:/refs.bib');
    const at = new vscode.Location(paper.uri, new vscode.Range(1, 4, 1, 5));
    const insert = (): Promise<void> =>
      assert.rejects(here.api.insert([record], { bibliography, at }), /refs\.bib could not be written/);
    await insert();
    assert.equal(paper.getText(), text);
    assert.equal(paper.isDirty, false);
    files.beforeWriting = async () => {
      files.beforeWriting = () => undefined;
      await type(paper, 'Typed. ');
      await sleep(100);
    };
    await insert();
    assert.equal(paper.getText(), `Typed. ${text}`);
    const target = await vscode.workspace.openTextDocument(bibliography);
    assert.deepEqual([target.getText(), target.isDirty], [bib, false]);
    registration.dispose();
  });

  it('saves again where a save fails only once', async () => {
    const files = new OddFiles(bib);
    const registration = vscode.workspace.registerFileSystemProvider('busy', files);
    files.mayWrite = true;
    let writes = 0;
    files.beforeWriting = () => {
      writes += 1;
      if (writes === 1) throw vscode.FileSystemError.Unavailable('busy');
    };
    const record = await findHelix();
    const bibliography = vscode.Uri.parse('busy:/refs.bib');
    const { added } = await here.api.insert([record], { bibliography });
    assert.deepEqual([added, writes], [1, 2]);
    assert.ok(files.text?.includes(helix) === true);
    registration.dispose();
  });

  it('leaves no file behind where there is no room for a new one', async () => {
    const files = new OddFiles('');
    const registration = vscode.workspace.registerFileSystemProvider('full', files);
    files.isThere = false;
    files.mayWrite = true;
    files.beforeWriting = (text) => {
      files.isThere = true;
      if (text !== '') throw vscode.FileSystemError.Unavailable('no room');
    };
    const paper = await here.folder.open('paper.tex', 'See X here.\n');
    const bibliography = vscode.Uri.parse('full:/refs.bib');
    const at = new vscode.Location(paper.uri, new vscode.Range(0, 4, 0, 5));
    const record = await findHelix();
    await assert.rejects(here.api.insert([record], { bibliography, at }), /refs\.bib could not be written/);
    assert.deepEqual([files.isThere, paper.getText(), paper.isDirty], [false, 'See X here.\n', false]);
    registration.dispose();
  });

  it('adds to what another program has written before the .bib was saved', async () => {
    const files = new OddFiles(bib);
    const registration = vscode.workspace.registerFileSystemProvider('shared', files);
    files.mayWrite = true;
    const bibliography = vscode.Uri.parse('shared:/refs.bib');
    const record = await findHelix();
    const open = await vscode.workspace.openTextDocument(bibliography);
    const other = `${bib}@misc{other, title = {Of another program}}\n`;
    const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== open) return;
      listening.dispose();
      files.change(other);
    });
    const { added } = await here.api.insert([record], { bibliography });
    assert.equal(added, 1);
    assert.ok(files.text?.startsWith(other) === true && files.text.includes(helix), files.text);
    assert.deepEqual([open.getText(), open.isDirty], [files.text, false]);
    registration.dispose();
  });
});
