import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaFolder } from '../support/paths.ts';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

/** In the sample paper: a DOI that its .bib lacks, one that it has, and a retracted paper. */
const missing = '10.1126/science.169.3946.635';
const retracted = '10.1016/S0140-6736(20)31180-6';

describe('From a DOI in a document to an entry in the .bib', () => {
  const session = useWorkbench();
  const read = (file: string): string => readFileSync(join(session().folder, file), 'utf8');

  /** Waits until a file on disk satisfies a condition; returns its text. */
  function fileWith(file: string, condition: (text: string) => boolean): Promise<string> {
    return waitFor(`${file} on disk`, () => {
      const text = read(file);
      return Promise.resolve(condition(text) ? text : undefined);
    });
  }

  it('shows a card under the mouse, inserts with one click and takes all back with one undo', async () => {
    const { workbench } = session();
    const bib = read('refs.bib');
    const paper = read('paper.tex');
    await workbench.openFile('paper.tex');
    const card = await workbench.hover(missing, 'The Structure of Ordinary Water');
    const text = await card.innerText();
    for (const part of ['Henry S. Frank', 'Science 169', '1970', 'Journal article', 'Crossref'])
      assert.ok(text.includes(part), text);
    await workbench.screenshot('hover', mediaFolder);

    await card.getByRole('link', { name: 'Insert citation' }).click();
    const written = await fileWith('refs.bib', (now) => now.includes(missing));
    assert.ok(written.startsWith(bib.trimEnd()), 'what was in the .bib stays as it was');
    const key = /@article\{(\w+),[^@]*10\.1126/.exec(written)?.[1] ?? '';
    await waitFor('the citation', async () =>
      (await workbench.visibleText()).includes(key) ? true : undefined,
    );
    assert.match(await workbench.visibleText(), new RegExp(`\\\\cite\\w*\\{[^}]*${key}`));
    await workbench.screenshot('inserted', mediaFolder);

    await workbench.click(key);
    await workbench.press('Control+z');
    assert.equal(await fileWith('refs.bib', (now) => now === bib), bib);
    await waitFor('the DOI to be back', async () =>
      (await workbench.visibleText()).includes(missing) ? true : undefined,
    );
    await workbench.press('Control+s');
    assert.equal(await fileWith('paper.tex', (now) => now === paper), paper);
  });

  it('says in the card that a paper was retracted', async () => {
    const { workbench } = session();
    await workbench.openFile('paper.tex', 38);
    const card = await workbench.hover(retracted, 'RETRACTED');
    assert.match(await card.innerText(), /Retraction Watch/);
    await workbench.screenshot('retracted', mediaFolder);
  });

  it('only cites a work that is in the .bib already', async () => {
    const { workbench } = session();
    const bib = read('refs.bib');
    await workbench.openFile('paper.tex', 24);
    const card = await workbench.hover('020%3C0130', 'In the bibliography as lorenz1963');
    await card.getByRole('link', { name: 'Cite' }).click();
    await waitFor('the citation', async () =>
      /see why\s+\\cite\w*\{lorenz1963\}, and/.test(await workbench.visibleText()) ? true : undefined,
    );
    assert.equal(read('refs.bib'), bib);
    await workbench.click('Three equations');
    await workbench.press('Control+z');
    await waitFor('the DOI to be back', async () =>
      (await workbench.visibleText()).includes('020%3C0130') ? true : undefined,
    );
  });

  it('does the same by the palette alone, in Markdown', async () => {
    const { workbench } = session();
    const bib = read('refs.bib');
    await workbench.openFile('note.md');
    await workbench.runCommand('Citation Lookup: Look Up Identifier…');
    await workbench.fillQuickInput(missing);
    await workbench.press('Enter');
    const focused = workbench.quickInput.locator('.monaco-list-row.focused');
    await focused.filter({ hasText: 'Henry S. Frank' }).waitFor();
    await workbench.screenshot('lookup', mediaFolder);
    await workbench.press('Enter');
    const written = await fileWith('refs.bib', (now) => now.includes(missing));
    const key = /@article\{(\w+),[^@]*10\.1126/.exec(written)?.[1] ?? '';
    await waitFor('the citation', async () =>
      (await workbench.visibleText()).includes(`[@${key}]`) ? true : undefined,
    );
    await workbench.press('Control+z');
    assert.equal(await fileWith('refs.bib', (now) => now === bib), bib);
  });
});
