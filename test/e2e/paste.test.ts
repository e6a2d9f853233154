import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

const helix = '10.1038/171737a0';

describe('Pasting an identifier', () => {
  const session = useWorkbench();

  /** Copies a text as from another program, and pastes it at the start of a line of the sample paper. */
  async function paste(text: string, line: number): Promise<void> {
    const { workbench } = session();
    await workbench.openFile('paper.tex', line);
    // A paste is the editor's alone until the extension has started.
    await workbench.codeLens('Lorenz').waitFor();
    await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await workbench.press('Control+v');
    await waitFor('the pasted text', async () => (await workbench.visibleText()).includes(text) || undefined);
  }

  it('pastes it as it is, and cites its work where that is chosen, which one undo takes back', async () => {
    const { workbench, folder } = session();
    const read = (): string => readFileSync(join(folder, 'refs.bib'), 'utf8');
    const bib = read();
    await paste(`https://doi.org/${helix}`, 24);
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.press('Control+.');
    await workbench.page.locator('.action-widget').getByText('Insert Citation').waitFor();
    await workbench.press('ArrowDown', 'Enter');
    const written = await waitFor('the entry on disk', () => (read() === bib ? undefined : read()));
    const key = /@article\{(\w+),[^@]*10\.1038\/171737a0/i.exec(written)?.[1] ?? '';
    const text = await workbench.visibleText();
    assert.match(text, new RegExp(`\\\\cite\\w*\\{${key}\\}`));
    assert.ok(!text.includes(helix), 'the address is gone');
    await workbench.screenshot('pasted');
    await workbench.press('Control+z');
    await waitFor('the .bib as it was', () => read() === bib || undefined);
  });
});
