import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { messagesDuring } from './messages.ts';
import { activateApi, createFolder, type TestFolder } from './workspace.ts';

const helix = '10.1038/171737a0';

describe('entries of a .bib', () => {
  let folder: TestFolder;

  before(async () => {
    await activateApi();
  });
  beforeEach(async () => {
    folder = await createFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  /** Returns the titles of what the light bulb offers behind the first `at`. */
  async function offered(document: vscode.TextDocument, at: string): Promise<readonly string[]> {
    const position = place(document, at);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
      vscode.CodeActionKind.Refactor.value,
    );
    return actions.map(({ title }) => title);
  }

  function place(document: vscode.TextDocument, at: string): vscode.Position {
    const offset = document.getText().indexOf(at);
    assert.notEqual(offset, -1, at);
    return document.positionAt(offset + 1);
  }

  async function run(command: string, document: vscode.TextDocument, at: string): Promise<void> {
    await vscode.commands.executeCommand(`citationLookup.${command}`, document.uri, place(document, at));
  }

  /** Runs a command that shows a preview, and applies what is ticked in it. */
  async function runThroughPreview(
    command: string,
    document: vscode.TextDocument,
    at: string,
  ): Promise<void> {
    const done = run(command, document, at).then(() => true);
    const moment = (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 100, false));
    while (!(await Promise.race([done, moment()])))
      await vscode.commands.executeCommand('refactorPreview.apply');
  }

  it('offers only what can be done', async () => {
    const refs = await folder.open(
      'refs.bib',
      `@article{a,\n  year = {1952},\n  doi = {${helix}},\n}\n\n@misc{none, title = {X}}\n\n@misc{b, doi = {${helix}}}\n`,
    );
    assert.deepEqual(await offered(refs, 'year'), [
      'Update "year" from its source',
      'Complete entry from its source…',
      'Merge "b", the same work, into this entry…',
    ]);
    assert.deepEqual(await offered(refs, 'none'), []);
  });

  it('adds the fields that are missing, in one undo', async () => {
    const text = `@Article{mine,\r\n\tAUTHOR = "Watson, J. D. and Crick, F. H. C.",\r\n\tDOI = "${helix}"\r\n}\r\n\r\n% note\r\n`;
    const refs = await folder.open('refs.bib', text);
    await run('completeEntry', refs, 'AUTHOR');
    const completed = refs.getText();
    assert.match(
      completed,
      /^@Article\{mine,\r\n\tAUTHOR = "Watson, J\. D\. and Crick, F\. H\. C\.",\r\n\tDOI = /,
    );
    assert.match(completed, /",\r\n\tTITLE = "/);
    assert.match(completed, /\r\n\tVOLUME = "171",\r\n/);
    assert.match(completed, /\r\n\}\r\n\r\n% note\r\n$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(refs.getText(), text);
  });

  it('replaces no value that differs unless it is ticked', async () => {
    const refs = await folder.open('refs.bib', `@article{a,\n  year = {1952},\n  doi = {${helix}},\n}\n`);
    await runThroughPreview('completeEntry', refs, 'year');
    assert.match(refs.getText(), /\n {2}year = \{1952\},\n/);
    assert.match(refs.getText(), /\n {2}volume = \{171\},\n/);
  });

  it('finds an entry that names no identifier by names and title, and ticks nothing of what it lacks', async () => {
    const text =
      '@article{a,\n  author = {Watson, J. D. and Crick, F. H. C.},\n  title = {Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid},\n  journal = {Nature},\n  year = {1953},\n}\n';
    const refs = await folder.open('refs.bib', text);
    assert.deepEqual(await offered(refs, 'journal'), [
      'Update "journal" from its source',
      'Complete entry from its source…',
    ]);
    assert.deepEqual(await messagesDuring(() => runThroughPreview('completeEntry', refs, 'journal')), []);
    assert.equal(refs.getText(), text);
  });

  it('updates the one field that is asked for', async () => {
    const text = `@article{a,\n  year = {1952},\n  doi = {${helix}},\n}\n`;
    const refs = await folder.open('refs.bib', text);
    await run('updateField', refs, 'year');
    assert.equal(refs.getText(), text.replace('1952', '1953'));
    await run('updateField', refs, 'year');
    assert.equal(refs.getText(), text.replace('1952', '1953'));
  });

  it('merges two entries where they are cited, and removes none that is not ticked', async () => {
    const text = `@article{one,\n  title = {Helix},\n  doi = {${helix}},\n}\n\n@article{two,\n  volume = 171,\n  doi = {${helix}},\n}\n`;
    await folder.write(
      'note.md',
      '---\nbibliography: refs.bib\n---\nSee [@two, p. 3; @x] and [@one; @two].\n',
    );
    const paper = await folder.open('paper.tex', '\\cite{two}\n\\bibliography{refs}\n');
    const refs = await folder.open('refs.bib', text);
    await runThroughPreview('mergeEntries', refs, 'one');
    assert.equal(refs.getText(), text.replace(`{${helix}},\n}\n\n`, `{${helix}},\n  volume = 171,\n}\n\n`));
    assert.equal(paper.getText(), '\\cite{one}\n\\bibliography{refs}\n');
    const note = await vscode.workspace.openTextDocument(folder.uri('note.md'));
    assert.match(note.getText(), /See \[@one, p\. 3; @x\] and \[@one\]\.\n/);
  });

  it('keeps unsaved text, and leaves saving to the editor as after any refactoring', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
    try {
      await folder.write('note.md', '---\nbibliography: refs.bib\n---\n[@two]\n');
      const text = '\\cite{two}\n\\bibliography{refs}\n';
      const paper = await folder.open('paper.tex', text);
      const typed = new vscode.WorkspaceEdit();
      typed.insert(paper.uri, new vscode.Position(0, 0), '% typed\n');
      assert.ok(await vscode.workspace.applyEdit(typed));
      const refs = await folder.open(
        'refs.bib',
        `@misc{one, doi = {${helix}}}\n\n@misc{two, doi = {${helix}}}\n`,
      );
      await runThroughPreview('mergeEntries', refs, 'one');
      assert.equal(await folder.read('note.md'), '---\nbibliography: refs.bib\n---\n[@one]\n');
      assert.equal(paper.getText(), `% typed\n${text.replace('two', 'one')}`);
      assert.equal(await folder.read('paper.tex'), paper.getText());
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  for (const [what, text, command] of [
    ['an entry without an identifier', '@misc{a, title = {X}}\n', 'completeEntry'],
    ['a broken entry', `@misc{a, doi = {${helix}}, = }\n`, 'completeEntry'],
    ['an entry that is the only one of its work', `@misc{a, doi = {${helix}}}\n`, 'mergeEntries'],
    ['no entry', ' note a\n', 'updateField'],
  ] as const)
    it(`changes nothing for ${what}`, async () => {
      const refs = await folder.open('refs.bib', text);
      await run(command, refs, 'a');
      assert.equal(refs.getText(), text);
      assert.equal(refs.isDirty, false);
    });
});
