import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const entry = (key: string, doi: string): string =>
  `@misc{${key},\n  title = {Whatever},\n  doi = {${doi}},\n}\n\n`;

describe('a .bib that is edited and not saved', () => {
  const here = useFolder();

  /** Replaces texts of a document at once. */
  async function replace(
    document: vscode.TextDocument,
    changes: readonly (readonly [string, string])[],
  ): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    for (const [from, to] of changes) {
      const start = document.getText().indexOf(from);
      assert.notEqual(start, -1, from);
      edit.replace(
        document.uri,
        new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)),
        to,
      );
    }
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('is known as it is after each edit', async () => {
    const many = Array.from({ length: 20 }, (_, number) =>
      entry(`k${String(number)}`, `10.5555/${String(number)}`),
    );
    const open = await here.folder.open('refs.bib', many.join(''));
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const insert = async (): Promise<readonly unknown[]> => {
      const { keys, added } = await here.api.insert([record], { bibliography: open.uri });
      return [keys[0], added];
    };
    await replace(open, [['10.5555/10}', `${helix}}`]]);
    assert.deepEqual(await insert(), ['k10', 0]);
    await replace(open, [['k10', 'mine']]);
    assert.deepEqual(await insert(), ['mine', 0]);
    // Of the same length, and several at once.
    await replace(open, [['mine', 'mime'], ['{k3,', '{z9,'], ['@misc{k0', '% first\n@misc{k0']]); // prettier-ignore
    assert.deepEqual(await insert(), ['mime', 0]);
    await vscode.window.showTextDocument(open);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(await insert(), ['mine', 0]);
    await replace(open, [['10.5555/7}', `${helix}}`]]);
    assert.deepEqual(await insert(), ['k7', 0]);
    await replace(open, [[entry('k7', helix), '']]);
    await replace(open, [[helix, '10.5555/10']]);
    const before = open.getText();
    const [key, added] = await insert();
    assert.equal(added, 1);
    assert.ok(open.getText().startsWith(before.trimEnd()) && open.getText().includes(`{${String(key)},`));
    assert.deepEqual(await insert(), [key, 0]);
  });
});
