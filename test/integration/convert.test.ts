import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { InsertOutcome } from '../../src/editor/insert/insert.ts';
import { messagesDuring } from './messages.ts';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const residual = '10.1109/cvpr.2016.90';
const unknown = '10.5555/nobody.registered.this';

function convert(): Thenable<InsertOutcome | undefined> {
  return vscode.commands.executeCommand('citationLookup.convertDocument');
}

describe('converting a document', () => {
  const here = useFolder();

  it('makes a citation of every identifier, and one undo takes all of it back', async () => {
    const text = `---\nbibliography: refs.bib\n---\n\nSee https://doi.org/${helix} and (doi:${residual}; ${helix}).\n\n\`${residual}\`\n`;
    await here.folder.write('refs.bib', '');
    const note = await here.folder.open('note.md', text);
    const outcome = await convert();
    const [first = '', second = ''] = outcome?.keys ?? [];
    assert.equal(outcome?.added, 2);
    assert.equal(
      note.getText(),
      `---\nbibliography: refs.bib\n---\n\nSee [@${first}] and [@${second}; @${first}].\n\n\`${residual}\`\n`,
    );
    const written = await here.folder.read('refs.bib');
    assert.ok(written.includes(`{${first},`) && written.includes(`{${second},`), written);
    await vscode.commands.executeCommand('undo');
    assert.equal(note.getText(), text);
  });

  it('leaves what nobody knows, says so, and changes nothing when done again', async () => {
    await here.folder.write('refs.bib', '');
    const paper = await here.folder.open(
      'paper.tex',
      `\\documentclass{article}\n\\begin{document}\nA~\\doi{${helix}}, then doi:${unknown}.\n\\bibliography{refs}\n\\end{document}\n`,
    );
    const said = await messagesDuring(convert);
    assert.equal(said.length, 1, said.join('\n'));
    assert.match(said[0] ?? '', /nobody\.registered\.this is not registered/);
    const once = paper.getText();
    assert.match(once, /A~\\cite\{\w+\}, then doi:10\.5555\/nobody/);
    await messagesDuring(convert);
    assert.equal(paper.getText(), once);
  });

  it('says which credentials are lacking for what cannot be looked up without them', async () => {
    await here.folder.write('refs.bib', '');
    await here.folder.open(
      'note.md',
      '---\nbibliography: refs.bib\n---\n\nhttps://cir.nii.ac.jp/crid/1390001205269568768\n',
    );
    const said = await messagesDuring(convert);
    assert.equal(said.length, 1, said.join('\n'));
    assert.match(said[0] ?? '', /^CiNii needs credentials of your own/);
  });

  it('converts what the person has meanwhile written, not what stood there before', async () => {
    await here.folder.write('refs.bib', '');
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
    const converting = convert();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(paper.uri, new vscode.Position(0, 0), 'A new line.\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const [key = ''] = (await converting)?.keys ?? [];
    assert.equal(paper.getText(), `A new line.\n\\cite{${key}}\n\\bibliography{refs}\n`);
  });
});
