import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const bib = '@misc{mine,\n  title = {Whatever},\n}\n';

describe('an insertion that is undone at once', () => {
  const here = useFolder();

  /** Inserts, and undoes so long after the .bib has changed; returns whether its file then is what its editor shows. */
  async function undoAfter(ms: number): Promise<readonly [shown: string, written: string]> {
    const name = `undone-${String(ms)}.bib`;
    const open = await here.folder.open(name, bib);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const changed = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== open || contentChanges.length === 0) return;
        listening.dispose();
        resolve();
      });
    });
    const inserting = here.api.insert([record], { bibliography: open.uri });
    await changed;
    await sleep(ms);
    await vscode.commands.executeCommand('undo');
    await inserting;
    for (let tries = 0; tries < 50 && (await here.folder.read(name)) !== bib; tries += 1) await sleep(20);
    return [open.getText(), await here.folder.read(name)];
  }

  it('leaves no entry in the file', async () => {
    for (let ms = 0; ms <= 25; ms += 5)
      assert.deepEqual(await undoAfter(ms), [bib, bib], `after ${String(ms)} ms`);
  });
});
