import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

const helix = '10.1038/171737a0';
const twins = `@article{first,
  title = {Helix},
  doi = {${helix}},
}

@article{second,
  volume = 171,
  doi = {${helix}},
}
`;
const note = '---\nbibliography: twins.bib\n---\nSee [@second].\n';

describe('Two entries of one work', () => {
  const session = useWorkbench();
  const read = (file: string): string => readFileSync(join(session().folder, file), 'utf8');
  const fileOf = (file: string, text: string): Promise<string> =>
    waitFor(`${file} on disk`, () => (read(file) === text ? text : undefined));

  it('are one after a look at the preview, and two after one undo in all files', async () => {
    const { workbench, folder } = session();
    writeFileSync(join(folder, 'twins.bib'), twins);
    writeFileSync(join(folder, 'twins.md'), note);
    await workbench.openFile('twins.md');
    await workbench.openFile('twins.bib', 2);
    const merge = workbench.page.getByText('Merge "second", the same work, into this entry…');
    await waitFor('the light bulb', async () => {
      await workbench.press('Escape', 'Control+.');
      await delay(500);
      return (await merge.isVisible()) || undefined;
    });
    await merge.click();
    const removal = workbench.page.locator('.monaco-list-row').filter({ hasText: '@article{second' });
    await removal.waitFor();
    await workbench.screenshot('mergePreview');
    assert.equal(read('twins.bib'), twins);

    await removal.locator('.edit-checkbox').click();
    await workbench.page.getByRole('button', { name: 'Apply', exact: true }).click();
    const merged = `@article{first,\n  title = {Helix},\n  doi = {${helix}},\n  volume = 171,\n}\n`;
    assert.equal(await fileOf('twins.bib', merged), merged);
    await fileOf('twins.md', note.replace('second', 'first'));

    await workbench.click('Helix');
    await workbench.press('Control+z');
    await waitFor('both entries', async () =>
      (await workbench.visibleText()).includes('second') ? true : undefined,
    );
    await workbench.openFile('twins.md');
    assert.match(await workbench.visibleText(), /\[@second\]/);
  });
});
