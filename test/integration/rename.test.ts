import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { useFolder } from './workspace.ts';

const bib =
  '@book{old, title = {Old}, year = {1999}}\n@inbook{part, crossref = {old}, title = {A part of old}}\n';

describe('renaming a key', () => {
  const here = useFolder();

  /** Renames what stands at the first `at` of a document, as F2 does; rejects where that is refused. */
  async function rename(document: vscode.TextDocument, at: string, newName: string): Promise<void> {
    const position = document.positionAt(document.getText().indexOf(at) + 1);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      newName,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  async function textOf(path: string): Promise<string> {
    return (await vscode.workspace.openTextDocument(here.folder.uri(path))).getText();
  }

  it('changes the entry, references to it and every citation, in open, unsaved and closed documents', async () => {
    await here.folder.write('refs.bib', bib);
    await here.folder.write(
      'note.md',
      '---\nbibliography: refs.bib\n---\nSee [@old, p. 3; @other] and `@old`.\n',
    );
    await here.folder.write(
      'chapters/one.tex',
      '% !TEX root = ../paper.tex\nAs \\citet{old} says. % \\cite{old}\n',
    );
    const paper = await here.folder.open('paper.tex', '\\input{chapters/one}\n\\bibliography{refs}\n');
    const typed = new vscode.WorkspaceEdit();
    typed.insert(paper.uri, new vscode.Position(0, 0), '\\cite{part,old}\n');
    assert.ok(await vscode.workspace.applyEdit(typed));
    const refs = await here.folder.open('refs.bib');
    await rename(refs, 'old', 'new2020');
    assert.equal(refs.getText(), bib.replace('{old,', '{new2020,').replace('{old}', '{new2020}'));
    assert.ok(paper.getText().startsWith('\\cite{part,new2020}\n'));
    assert.match(await textOf('note.md'), /\[@new2020, p\. 3; @other\] and `@old`/);
    assert.match(await textOf('chapters/one.tex'), /\\citet\{new2020\} says\. % \\cite\{old\}/);
  });

  it('starts from a citation too', async () => {
    await here.folder.write('refs.bib', bib);
    const note = await here.folder.open('note.md', '---\nbibliography: refs.bib\n---\nSee @old.\n');
    await rename(note, 'old.', 'new');
    assert.ok(note.getText().endsWith('See @new.\n'));
    assert.match(await textOf('refs.bib'), /^@book\{new,/);
  });

  it('leaves documents alone that use another .bib', async () => {
    await here.folder.write('refs.bib', bib);
    await here.folder.write('else/other.bib', '@book{old}\n');
    const text = '\\cite{old}\n\\bibliography{other}\n';
    await here.folder.write('else/paper.tex', text);
    await rename(await here.folder.open('refs.bib'), 'old', 'new');
    assert.equal(await textOf('else/paper.tex'), text);
    assert.equal(await textOf('else/other.bib'), '@book{old}\n');
  });

  it('keeps the bytes of a Latin-1 document', async () => {
    await here.folder.write('refs.bib', bib);
    const bytes = Buffer.from('Müller \\cite{old}\n\\bibliography{refs}\n', 'latin1');
    await here.folder.writeBytes('paper.tex', bytes);
    await rename(await here.folder.open('refs.bib'), 'old', 'new');
    const paper = await vscode.workspace.openTextDocument(here.folder.uri('paper.tex'));
    await here.folder.save(paper);
    const saved = Buffer.from(await here.folder.readBytes('paper.tex')).toString('latin1');
    assert.equal(saved, bytes.toString('latin1').replace('old', 'new'));
  });

  for (const [what, key, reason] of [
    ['a key that is taken', 'Part', /has an entry/],
    ['what cannot be a key', 'a b', /cannot be a key/],
    ['a key that Markdown reads as a shorter one', 'new:', /cannot be cited/],
  ] as const)
    it(`refuses ${what} in a sentence, and changes nothing`, async () => {
      await here.folder.write('refs.bib', bib);
      const text = '---\nbibliography: refs.bib\n---\nSee @old.\n';
      await here.folder.write('note.md', text);
      const refs = await here.folder.open('refs.bib');
      await assert.rejects(rename(refs, 'old', key), reason);
      assert.equal(refs.getText(), bib);
      assert.equal(await textOf('note.md'), text);
    });

  it('refuses a key that another .bib of a citing document has', async () => {
    await here.folder.write('refs.bib', bib);
    await here.folder.write('more.bib', '@book{New}\n');
    const paper = await here.folder.open('paper.tex', '\\cite{old}\n\\bibliography{refs,more}\n');
    await assert.rejects(rename(paper, 'old', 'new'), /more\.bib has an entry/);
  });

  it('changes the other .bib files that refer to the entry, but for those with one of their own', async () => {
    await here.folder.write('refs.bib', bib);
    const children = '@inbook{child, crossref = "OLD"}\n';
    await here.folder.write('more.bib', children);
    const own = '@book{old}\n@inbook{kid, crossref = {old}}\n';
    await here.folder.write('own.bib', own);
    await rename(await here.folder.open('refs.bib'), 'old', 'new');
    assert.equal(await textOf('more.bib'), children.replace('OLD', 'new'));
    assert.equal(await textOf('own.bib'), own);
  });

  it('refuses a key whose letters the encoding of a document lacks', async () => {
    await here.folder.write('refs.bib', bib);
    const bytes = Buffer.from('Müller \\cite{old}\n\\bibliography{refs}\n', 'latin1');
    await here.folder.writeBytes('paper.tex', bytes);
    const refs = await here.folder.open('refs.bib');
    await assert.rejects(rename(refs, 'old', 'книга'), /paper\.tex is in the encoding .*, which lacks/);
    assert.equal(refs.getText(), bib);
  });

  it('changes the text cells of notebooks, open or not', async () => {
    await here.folder.write('refs.bib', bib);
    const cell = (type: string, source: string): object => ({
      cell_type: type,
      metadata: {},
      source: [source],
      ...(type === 'code' ? { execution_count: null, outputs: [] } : {}),
    });
    const notebook = {
      cells: [
        cell('raw', '---\nbibliography: refs.bib\n---'),
        cell('markdown', 'See @old.'),
        cell('code', 'x@old'),
      ],
      metadata: { language_info: { name: 'python' } },
      nbformat: 4,
      nbformat_minor: 5,
    };
    for (const name of ['open.ipynb', 'closed.ipynb'])
      await here.folder.write(name, JSON.stringify(notebook));
    await vscode.workspace.openNotebookDocument(here.folder.uri('open.ipynb'));
    await rename(await here.folder.open('refs.bib'), 'old', 'new');
    for (const name of ['open.ipynb', 'closed.ipynb']) {
      const document = await vscode.workspace.openNotebookDocument(here.folder.uri(name));
      const texts = document.getCells().map((one) => one.document.getText());
      assert.deepEqual(texts.slice(1), ['See @new.', 'x@old'], name);
      await document.save();
      assert.match(await here.folder.read(name), /See @new\./, name);
    }
  });

  it('offers nothing where no key stands', async () => {
    const refs = await here.folder.open('refs.bib', bib);
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand(
          'vscode.prepareRename',
          refs.uri,
          refs.positionAt(bib.indexOf('Old') + 1),
        ),
      ),
    );
  });
});
