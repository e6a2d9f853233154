import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { argumentAt } from './asPerson.ts';
import { messagesDuring } from './messages.ts';
import { useFolder } from './workspace.ts';
import type { CitationLookupApi } from '../../src/editor/api.ts';

const helix = '10.1038/171737a0';
const bib =
  '@article{knuth1984, title = {Literate Programming}, author = {Knuth, Donald E.}, year = {1984}, journal = {The Computer Journal}}\n';

describe('inserting', () => {
  const here = useFolder();

  async function insertAt(
    document: vscode.TextDocument,
    text: string,
  ): ReturnType<CitationLookupApi['insert']> {
    const start = document.getText().indexOf(text);
    assert.notEqual(start, -1, text);
    const match = here.api
      .findIdentifiers(document.getText(), document.languageId)
      .find((found) => found.start >= start);
    const range = match === undefined ? [start, start] : [match.start, match.end];
    const [from = 0, to = 0] = range;
    const record = await here.api.resolve(text);
    assert.ok(record, text);
    const at = new vscode.Location(
      document.uri,
      new vscode.Range(document.positionAt(from), document.positionAt(to)),
    );
    return here.api.insert([record], { at });
  }

  it('puts the entry into the declared .bib and the citation into LaTeX', async () => {
    await here.folder.write('refs.bib', bib);
    const paper = await here.folder.open(
      'paper.tex',
      `\\documentclass{article}\n\\begin{document}\nSee doi:${helix}.\n\\bibliography{refs}\n\\end{document}\n`,
    );
    const outcome = await insertAt(paper, helix);
    const [key] = outcome.keys;
    assert.deepEqual(
      [outcome.added, outcome.alreadyThere, outcome.bibliography.path],
      [1, 0, here.folder.uri('refs.bib').path],
    );
    assert.equal(
      paper.getText(),
      `\\documentclass{article}\n\\begin{document}\nSee \\cite{${key ?? ''}}.\n\\bibliography{refs}\n\\end{document}\n`,
    );
    const written = await here.folder.read('refs.bib');
    assert.ok(written.startsWith(bib));
    assert.ok(written.includes(`@article{${key ?? ''},`) && written.includes(helix), written);
  });

  it('puts both into Markdown, with the .bib that the front matter names', async () => {
    await here.folder.write('sources/refs.bib', bib);
    const note = await here.folder.open(
      'note.md',
      `---\nbibliography: sources/refs.bib\n---\n\nSee https://doi.org/${helix}.\n`,
    );
    const outcome = await insertAt(note, helix);
    assert.ok(note.getText().includes(`See [@${outcome.keys[0] ?? ''}].`), note.getText());
    assert.ok((await here.folder.read('sources/refs.bib')).includes(helix));
  });

  it('recognises a work that is there under another form of its DOI', async () => {
    const known = '@misc{mine, title = {Whatever}, doi = {https://dx.doi.org/10.1038/171737A0}}\n';
    await here.folder.write('refs.bib', known);
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
    const outcome = await insertAt(paper, helix);
    assert.deepEqual([outcome.keys, outcome.added, outcome.alreadyThere], [['mine'], 0, 1]);
    assert.equal(await here.folder.read('refs.bib'), known);
    assert.ok(paper.getText().startsWith('\\cite{mine}'));
  });

  it('keeps line ends, byte order mark and unsaved text', async () => {
    const crlf = `\uFEFF${bib.replaceAll('\n', '\r\n')}`;
    await here.folder.write('refs.bib', crlf);
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
    await insertAt(paper, helix);
    const written = await here.folder.read('refs.bib');
    assert.ok(written.startsWith(crlf));
    assert.doesNotMatch(written, /[^\r]\n/);
  });

  it('adds to an unsaved .bib in its editor and leaves it unsaved', async () => {
    const files = vscode.workspace.getConfiguration('files');
    // In a browser the editor saves by itself after a second.
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
    await here.folder.write('refs.bib', bib);
    const open = await here.folder.open('refs.bib');
    const typed = '% typed and not saved\n';
    const edit = new vscode.WorkspaceEdit();
    edit.insert(open.uri, new vscode.Position(0, 0), typed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
    await insertAt(paper, helix);
    assert.ok(open.isDirty);
    assert.ok(open.getText().startsWith(typed + bib) && open.getText().includes(helix));
    assert.equal(await here.folder.read('refs.bib'), bib);
    await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('creates the .bib that is declared and missing', async () => {
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{new}\n`);
    const outcome = await insertAt(paper, helix);
    assert.equal(outcome.bibliography.path, here.folder.uri('new.bib').path);
    assert.ok((await here.folder.read('new.bib')).startsWith('@article{'));
  });

  it('writes nothing where no bibliography is known', async () => {
    const text = `doi:${helix}\n`;
    const paper = await here.folder.open('paper.tex', text);
    await here.folder.write('one.bib', bib);
    await here.folder.write('two.bib', bib);
    await assert.rejects(insertAt(paper, helix), /bibliography/i);
    assert.equal(paper.getText(), text);
  });

  it('uses the setting where the document declares nothing', async () => {
    await here.folder.write('one.bib', bib);
    await here.folder.write('two.bib', bib);
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n`);
    const settings = vscode.workspace.getConfiguration('citationLookup', paper.uri);
    const path = vscode.workspace.asRelativePath(here.folder.uri('two.bib'));
    await settings.update('bibliography', path, vscode.ConfigurationTarget.Workspace);
    try {
      const outcome = await insertAt(paper, helix);
      assert.equal(outcome.bibliography.path, here.folder.uri('two.bib').path);
      assert.equal(await here.folder.read('one.bib'), bib);
    } finally {
      await settings.update('bibliography', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('adds a second work to the citation that stands there', async () => {
    await here.folder.write('refs.bib', bib);
    const paper = await here.folder.open('paper.tex', '\\cite{knuth1984}\n\\bibliography{refs}\n');
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const inside = new vscode.Position(0, '\\cite{knuth1984'.length);
    const outcome = await here.api.insert([record], { at: new vscode.Location(paper.uri, inside) });
    assert.equal(paper.lineAt(0).text, `\\cite{knuth1984,${outcome.keys[0] ?? ''}}`);
  });

  it('leaves the cursor behind the citation where it was at it, and only there', async () => {
    await here.folder.write('refs.bib', bib);
    const text = `% É\nSee doi:${helix}, anécdote and \\cite{knuth1984}.\n\\bibliography{refs}\n`;
    const paper = await here.folder.open('paper.tex', text);
    const editor = await vscode.window.showTextDocument(paper);
    /** Inserts with the cursor (or a selection) at places of the text, and returns what stands before the cursor then. */
    async function insertFrom(from: number, to: number, argument: unknown): Promise<string> {
      editor.selection = new vscode.Selection(paper.positionAt(from), paper.positionAt(to));
      await vscode.commands.executeCommand('citationLookup.insertCitation', argument);
      const { active, isEmpty } = editor.selection;
      assert.ok(isEmpty);
      const before = paper.getText(new vscode.Range(new vscode.Position(1, 0), active));
      await vscode.commands.executeCommand('undo');
      assert.equal(paper.getText(), text);
      return before;
    }
    const doi = text.indexOf(helix);
    assert.match(await insertFrom(doi + 3, doi + 3, undefined), /^See \\cite\{Watson1953\w*\}$/);
    assert.match(await insertFrom(doi, doi + helix.length, undefined), /^See \\cite\{Watson1953\w*\}$/);
    const word = text.indexOf('cdote');
    assert.match(await insertFrom(word, word, { identifier: helix }), /, anécdote \\cite\{Watson1953\w*\}$/);
    const key = text.indexOf('1984');
    assert.match(await insertFrom(key, key, { identifier: helix }), /\\cite\{knuth1984,Watson1953\w*$/);
    assert.match(
      await insertFrom(word, word, argumentAt(paper, helix)),
      /^See \\cite\{Watson1953\w*\}, ané$/,
    );
  });

  it('keeps a Latin-1 file Latin-1', async () => {
    const latin1 = Buffer.from(
      '@book{m, title = {Über Bäume}, author = {Müller, Jörg}, year = 1999}\n',
      'latin1',
    );
    await here.folder.writeBytes('refs.bib', latin1);
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
    await insertAt(paper, helix);
    const written = await here.folder.readBytes('refs.bib');
    assert.deepEqual(Buffer.from(written.subarray(0, latin1.length)), latin1);
    assert.ok(Buffer.from(written).toString('latin1').includes(helix));
  });

  const odd: readonly (readonly [what: string, bytes: Buffer])[] = [
    ['mixed line ends', Buffer.from(`% one\r\n${bib}% two\r% three\n`)],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(bib), Buffer.from([0x25, 0xff, 0xfe, 0x80, 0x0a])]),
    ],
    ['a zero byte', Buffer.from(`${bib}% \0\n`)],
    ['UTF-16', Buffer.from(`\uFEFF${bib}`, 'utf16le')],
    [
      'EUC-JP',
      Buffer.concat([
        Buffer.from('@book{a, title = {'),
        Buffer.from([0xa5, 0xc6, 0xa5, 0xb9, 0xa5, 0xc8]),
        Buffer.from('}}\n'),
      ]),
    ],
    [
      'Shift-JIS',
      Buffer.concat([
        Buffer.from('@book{a, title = {'),
        Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]),
        Buffer.from('}}\n'),
      ]),
    ],
    ['no line end at the end', Buffer.from(bib.trimEnd())],
    ['a broken entry', Buffer.from(`${bib}@article{broken, title = {never closed\n`)],
  ];
  for (const [what, bytes] of odd) {
    it(`keeps every byte of a file with ${what}`, async () => {
      await here.folder.writeBytes('refs.bib', bytes);
      const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
      const { added } = await insertAt(paper, helix);
      assert.equal(added, 1);
      const written = Buffer.from(await here.folder.readBytes('refs.bib'));
      const start = written.findIndex((byte, place) => byte !== bytes[place]);
      const at = start === -1 ? bytes.length : start;
      const length = written.length - bytes.length;
      // Where the insertion begins like what follows it, any of several places explains the difference.
      const places = Array.from({ length: 400 }, (_, back) => at - back).filter((place) => place >= 0);
      assert.ok(
        places.some((place) =>
          Buffer.concat([written.subarray(0, place), written.subarray(place + length)]).equals(bytes),
        ),
      );
      const text = what === 'UTF-16' ? written.toString('utf16le') : written.toString('latin1');
      assert.ok(text.includes(`doi = {${helix}}`), text);
    });
  }

  it('leaves a file in ISO-2022-JP alone, which VS Code does not know, and says how to convert it', async () => {
    // The second byte of a letter is a brace.
    const bytes = Buffer.from('@book{a, title = {\x1b$B%F!}%H\x1b(B}}\n');
    await here.folder.writeBytes('refs.bib', bytes);
    const text = `doi:${helix}\n\\bibliography{refs}\n`;
    const paper = await here.folder.open('paper.tex', text);
    await assert.rejects(insertAt(paper, helix), /refs\.bib is in ISO-2022-JP.*iconv/);
    assert.deepEqual(Buffer.from(await here.folder.readBytes('refs.bib')), bytes);
    assert.equal(paper.getText(), text);
    const opened = await vscode.workspace.openTextDocument(here.folder.uri('refs.bib'), {
      encoding: 'iso2022jp',
    });
    assert.ok(!opened.getText().includes('テ'), 'VS Code knows it now');
  });

  it('leaves a file in UTF-16 without a mark alone, and says what to do', async () => {
    const bytes = Buffer.from(bib, 'utf16le');
    await here.folder.writeBytes('refs.bib', bytes);
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
    await assert.rejects(insertAt(paper, helix), /refs\.bib is in UTF-16.*Save it as UTF-8 first/);
    assert.deepEqual(Buffer.from(await here.folder.readBytes('refs.bib')), bytes);
  });

  it('refuses a title that TeX cannot hold, which as text alone is written whole', async () => {
    await here.folder.write('refs.bib', bib);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const title = 'a'.repeat(1_000_000);
    const long = { ...record, csl: { ...record.csl, DOI: '10.5555/long', title } };
    assert.ok(here.api.toBibTeX([long]).includes(title));
    await assert.rejects(
      here.api.insert([long], { bibliography: here.folder.uri('refs.bib') }),
      /title that is too long for TeX\. Nothing was changed/,
    );
    assert.equal(await here.folder.read('refs.bib'), bib);
  });

  it('writes letters that Latin-1 lacks as commands', async () => {
    await here.folder.writeBytes('refs.bib', Buffer.from('% Müller\n', 'latin1'));
    const paper = await here.folder.open('paper.tex', 'See .\n\\bibliography{refs}\n');
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const polish = {
      ...record,
      csl: { ...record.csl, DOI: '10.5555/polish', author: [{ family: 'Łukasiewicz', given: 'Jan' }] },
    };
    await here.api.insert([polish], { at: new vscode.Location(paper.uri, new vscode.Position(0, 4)) });
    assert.ok(
      (await here.folder.read('refs.bib')).includes('{\\L}ukasiewicz'),
      await here.folder.read('refs.bib'),
    );
  });

  it('says what is wrong with a .bib that cannot be read, and changes nothing', async () => {
    await vscode.workspace.fs.createDirectory(here.folder.uri('folder.bib'));
    const text = `doi:${helix}\n\\bibliography{folder}\n`;
    const paper = await here.folder.open('paper.tex', text);
    await assert.rejects(insertAt(paper, helix), /folder\.bib/);
    assert.equal(paper.getText(), text);
  });

  it('cites nothing in a comment, and then adds no entry either', async () => {
    await here.folder.write('refs.bib', bib);
    const paper = await here.folder.open('paper.tex', `% a remark\n\\bibliography{refs}\n`);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    await assert.rejects(
      here.api.insert([record], { at: new vscode.Location(paper.uri, new vscode.Position(0, 5)) }),
      /comment/,
    );
    assert.equal(await here.folder.read('refs.bib'), bib);
  });

  it('makes a key that no other .bib of the document has', async () => {
    await here.folder.write('more.bib', '@misc{WATSON1953, title = {X}}\n');
    await here.folder.write('refs.bib', '');
    const settings = vscode.workspace.getConfiguration('citationLookup');
    await settings.update('bibtex.keyFormat', '{author}{year}', vscode.ConfigurationTarget.Workspace);
    try {
      const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs,more}\n`);
      assert.deepEqual((await insertAt(paper, helix)).keys, ['Watson1953a']);
    } finally {
      await settings.update('bibtex.keyFormat', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('says once that a pattern of keys cannot be read, and takes the default', async () => {
    const settings = vscode.workspace.getConfiguration('citationLookup');
    await settings.update('bibtex.keyFormat', '{auhtor}{year}', vscode.ConfigurationTarget.Workspace);
    try {
      await here.folder.write('refs.bib', '');
      const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
      let keys: readonly string[] = [];
      const said = await messagesDuring(async () => {
        ({ keys } = await insertAt(paper, helix));
        const record = await here.api.resolve(helix);
        assert.ok(record);
        here.api.toBibTeX([record]);
      });
      assert.equal(said.length, 1, JSON.stringify(said));
      assert.match(said[0] ?? '', /no field "auhtor".* keys are made by \{author\}\{year\}\{word\}\.$/);
      assert.match(keys[0] ?? '', /^Watson1953[A-Za-z]+$/);
    } finally {
      await settings.update('bibtex.keyFormat', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('adds the entry and copies the key where the text has no citations, and refuses to cite there', async () => {
    await here.folder.write('refs.bib', bib);
    const text = `read doi:${helix} again\n`;
    const note = await here.folder.open('note.txt', text);
    await assert.rejects(insertAt(note, helix), /has none/);
    assert.equal(await here.folder.read('refs.bib'), bib);
    const position = note.positionAt(text.indexOf('10.') + 3);
    vscode.window.visibleTextEditors
      .filter(({ document }) => document === note)
      .forEach((editor) => (editor.selection = new vscode.Selection(position, position)));
    const outcome = await vscode.commands.executeCommand<{ readonly keys: readonly string[] }>(
      'citationLookup.insertCitation',
    );
    assert.equal(note.getText(), text);
    assert.ok((await here.folder.read('refs.bib')).includes(helix));
    assert.equal(await vscode.env.clipboard.readText(), outcome.keys[0]);
  });

  it('adds to the bibliography that a LaTeX document carries itself', async () => {
    const text = `\\begin{filecontents}[overwrite]{own.bib}\n${bib}\\end{filecontents}\n\\documentclass{article}\n\\begin{document}\nSee doi:${helix}.\n\\bibliography{own}\n\\end{document}\n`;
    const paper = await here.folder.open('paper.tex', text);
    const { keys, bibliography } = await insertAt(paper, helix);
    const [key = ''] = keys;
    assert.equal(bibliography.path, paper.uri.path);
    const entry = paper
      .getText()
      .slice(text.indexOf(bib) + bib.length, paper.getText().indexOf('\\end{filecontents}'));
    assert.ok(entry.trimStart().startsWith(`@article{${key}`) && entry.endsWith('}\n'), paper.getText());
    assert.equal(paper.getText().replace(entry, ''), text.replace(`doi:${helix}`, `\\cite{${key}}`));
    await assert.rejects(here.folder.read('own.bib'));
    await vscode.commands.executeCommand('undo');
    assert.equal(paper.getText(), text);
    // Once LaTeX has written a file that it does not write again, that file counts.
    await here.folder.write('own.bib', bib);
    const kept = await here.folder.open('kept.tex', text.replace('[overwrite]', ''));
    assert.equal((await insertAt(kept, helix)).bibliography.path, here.folder.uri('own.bib').path);
  });
});
