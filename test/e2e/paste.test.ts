import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

const helix = '10.1038/171737a0';
const link = `https://doi.org/${helix}`;

describe('Pasting or dropping an identifier', () => {
  const session = useWorkbench();
  const read = (): string => readFileSync(join(session().folder, 'refs.bib'), 'utf8');

  /** Opens the sample paper; a paste or drop is the editor's alone until the extension has started. */
  async function openPaper(line: number): Promise<void> {
    const { workbench } = session();
    await workbench.openFile('paper.tex', line);
    await workbench.codeLens('Lorenz').waitFor();
  }

  /** Waits until the editor shows what was pasted or dropped. */
  function waitForText(text: string): Promise<true> {
    const { workbench } = session();
    return waitFor(`"${text}"`, async () => (await workbench.visibleText()).includes(text) || undefined);
  }

  /** Chooses the citation instead of the text, sees it written, and takes it back with one undo. */
  async function cite(picture: string): Promise<void> {
    const { workbench } = session();
    const bib = read();
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.press('Control+.');
    await workbench.page.locator('.action-widget').getByText('Insert Citation').waitFor();
    await workbench.press('ArrowDown', 'Enter');
    const written = await waitFor('the entry on disk', () => (read() === bib ? undefined : read()));
    const key = /@article\{(\w+),[^@]*10\.1038\/171737a0/i.exec(written)?.[1] ?? '';
    const text = await workbench.visibleText();
    assert.match(text, new RegExp(`\\\\cite\\w*\\{${key}\\}`));
    assert.ok(!text.includes(helix), 'the address is gone');
    await workbench.screenshot(picture);
    await workbench.press('Control+z');
    await waitFor('the .bib as it was', () => read() === bib || undefined);
    assert.ok(!(await workbench.visibleText()).includes(key), 'the citation is gone');
  }

  /** Drops what a browser sends of a link, or of a text, into the paper. */
  async function drop(data: Readonly<Record<string, string>>, place: string): Promise<void> {
    const { workbench } = session();
    const { x, y } = await workbench.pointOf(place);
    const dropped = await workbench.page.evaluateHandle(
      `Object.entries(${JSON.stringify(data)}).reduce((all, [type, text]) => (all.setData(type, text), all), new DataTransfer())`,
    );
    const lines = workbench.page.locator('.editor-group-container.active .view-lines').first();
    for (const type of ['dragenter', 'dragover', 'drop'])
      await lines.dispatchEvent(type, { dataTransfer: dropped, clientX: x, clientY: y });
  }

  it('pastes it as it is, and cites its work where that is chosen, which one undo takes back', async () => {
    const { workbench } = session();
    await openPaper(24);
    await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(link)})`);
    await workbench.press('Control+v');
    await waitForText(link);
    await cite('pasted');
  });

  it('drops a link as it is, and cites its work where that is chosen, which one undo takes back', async () => {
    await openPaper(16);
    await drop({ 'text/uri-list': link, 'text/plain': 'Molecular Structure' }, 'A kettle is');
    await waitForText(link);
    await cite('dropped');
  });

  it('creates the .bib that the document declares and lacks', async () => {
    const { workbench, folder } = session();
    writeFileSync(join(folder, 'fresh.md'), '---\nbibliography: fresh.bib\n---\n\nA double helix.\n');
    await workbench.openFile('fresh.md', 5);
    await drop({ 'text/plain': link }, 'A double');
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.press('Control+.');
    await workbench.page.locator('.action-widget').getByText('Insert Citation').waitFor();
    await workbench.press('ArrowDown', 'Enter');
    await waitForText('[@Watson1953Molecular]');
    const fresh = join(folder, 'fresh.bib');
    await waitFor(
      'the new .bib',
      () => (existsSync(fresh) && readFileSync(fresh, 'utf8').includes(helix)) || undefined,
    );
    await workbench.press('Control+z');
    await waitFor('no .bib again', () => !existsSync(fresh) || undefined);
    assert.ok((await workbench.visibleText()).includes('A double helix.'));
  });

  it('offers nothing for what is dropped besides one identifier', async () => {
    const { workbench } = session();
    await openPaper(16);
    await drop({ 'text/plain': `as ${helix} shows` }, 'A kettle is');
    await waitForText(`as ${helix} shows`);
    assert.equal(await workbench.page.locator('.post-edit-widget').count(), 0);
    await workbench.press('Control+z');
  });
});
