import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { mediaFolder } from '../support/paths.ts';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

describe('Searching from the palette', () => {
  const session = useWorkbench();
  const read = (file: string): string => readFileSync(join(session().folder, file), 'utf8');

  afterEach(() => {
    session().sandbox.reset();
  });

  /** Opens the search and waits until it listens. */
  async function openSearch(): Promise<Locator> {
    const { workbench } = session();
    await workbench.runCommand('Citation Lookup: Search Works');
    await workbench.quickInput.getByText('Search Works').waitFor();
    return workbench.quickInput.locator('.monaco-list-row');
  }

  it('shows works as one types, inserts those that are ticked and takes them back with one undo', async () => {
    const { workbench, sandbox } = session();
    const bib = read('refs.bib');
    // One service fails and one is slow; neither holds the others up.
    sandbox.fault('datacite', { kind: 'error' });
    sandbox.fault('openaire', { kind: 'delay', ms: 2000 });
    await workbench.openFile('note.md', 24);
    await workbench.press('End');
    const rows = await openSearch();
    await workbench.page.keyboard.type('einstein annalen der physik', { delay: 20 });
    await rows.filter({ hasText: 'Elektrodynamik bewegter' }).first().waitFor();
    await workbench.quickInput
      .locator('.quick-input-title')
      .getByText(/Crossref \d+ · OpenAIRE \d+ · DataCite .*try again later/)
      .waitFor();
    await workbench.quickInput.getByRole('button', { name: /^DataCite.*Try again/ }).waitFor();
    await workbench.screenshot('search', mediaFolder);
    for (const title of ['Elektrodynamik bewegter', 'Verwandlung des Lichtes']) {
      await rows
        .filter({ hasText: title })
        .first()
        .locator('.monaco-checkbox, input[type=checkbox]')
        .first()
        .click();
    }
    await workbench.quickInput.getByText('2 Selected').waitFor();
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    const written = await waitFor('two entries', () => {
      const text = read('refs.bib');
      return Promise.resolve([...text.matchAll(/10\.1002\/andp/g)].length === 2 ? text : undefined);
    });
    const keys = [...written.matchAll(/@article\{(Einstein\w+),/g)].map(([, key]) => key);
    assert.equal(keys.length, 2, written);
    await waitFor('both citations', async () => {
      const text = await workbench.visibleText();
      return keys.every((key) => text.includes(`@${key ?? ''}`)) ? true : undefined;
    });
    await workbench.click('A seminar');
    await workbench.press('Control+z');
    await waitFor('the .bib as it was', () => Promise.resolve(read('refs.bib') === bib ? true : undefined));
  });

  it('is used by keyboard alone, from the words to three citations and back', async () => {
    const { workbench } = session();
    const bib = read('refs.bib');
    const entries = (text: string): number => [...text.matchAll(/^@/gm)].length;
    await workbench.openFile('note.md', 24);
    await workbench.press('End', 'F1');
    await workbench.fillQuickInput('>Citation Lookup: Search Works');
    await workbench.quickInput
      .getByRole('option', { name: /Search Works/ })
      .first()
      .waitFor();
    await workbench.press('Enter');
    await workbench.quickInput.locator('.quick-input-title').getByText('Search Works').waitFor();
    await workbench.page.keyboard.type('source:crossref flood');
    await workbench.quickInput
      .locator('.monaco-list-row')
      .filter({ hasText: 'of a flood' })
      .first()
      .waitFor();
    await workbench.press('ArrowDown', ' ', 'ArrowDown', ' ', 'ArrowDown', ' ');
    await workbench.quickInput.getByText('3 Selected').waitFor();
    await workbench.press('Enter');
    await waitFor('three entries', () =>
      Promise.resolve(entries(read('refs.bib')) === entries(bib) + 3 || undefined),
    );
    await waitFor(
      'three citations',
      async () =>
        /@carberry\w+;\s*@carberry\w+;\s*@carberry/i.test(await workbench.visibleText()) || undefined,
    );
    await workbench.page.waitForTimeout(500);
    await workbench.press('Control+z');
    await waitFor('the .bib as it was', () => Promise.resolve(read('refs.bib') === bib || undefined));
  });

  it('goes straight to the work of an identifier, and tells one that is there already', async () => {
    const { workbench } = session();
    await workbench.openFile('note.md', 24);
    const rows = await openSearch();
    await workbench.page.keyboard.type('https://doi.org/10.1002/j.1538-7305.1948.tb01338.x');
    const row = rows.filter({ hasText: 'A Mathematical Theory of Communication' });
    await row.filter({ hasText: 'shannon1948' }).waitFor();
    await workbench.press('Escape');
  });

  it('finds the one work that a pasted reference means', async () => {
    const { workbench } = session();
    await workbench.openFile('note.md', 24);
    const rows = await openSearch();
    await workbench.fillQuickInput(
      'Frank, H. S. (1970). The structure of ordinary water. Science, 169(3946), 635–641.',
    );
    await rows.filter({ hasText: 'The Structure of Ordinary Water' }).waitFor();
    assert.equal(await rows.count(), 1);
    await workbench.press('Escape');
  });

  it('shows a work beside the text, keeps what was ticked while the words change, and adds to the citation at the cursor', async () => {
    const { workbench } = session();
    await workbench.openFile('note.md', 24);
    await workbench.press('End', 'ArrowLeft', 'ArrowLeft');
    const rows = await openSearch();
    await workbench.page.keyboard.type('elektrodynamik');
    const first = rows.filter({ hasText: 'Elektrodynamik bewegter' }).first();
    await first.hover();
    await first.getByRole('button', { name: 'Preview' }).click();
    const page = await workbench.webview('text=Zur Elektrodynamik bewegter');
    await page
      .getByText(/Einstein, A\. \(1905\)\. Zur Elektrodynamik bewegter Körper\. Annalen der Physik/i)
      .waitFor();
    await page.getByText('@article{').waitFor();
    await workbench.screenshot('preview');

    // The keyboard is still with the search.
    await workbench.page.keyboard.press('Home');
    await first.getByRole('checkbox').click();
    await workbench.fillQuickInput('verwandlung des lichtes');
    const second = rows.filter({ hasText: 'Verwandlung des Lichtes' }).first();
    await second.getByRole('checkbox').click();
    await workbench.quickInput.getByText('2 Selected').waitFor();
    await workbench.quickInput.locator('input[type="text"]').press('Enter');
    await waitFor('the citation with two more works', async () =>
      /\[@shannon1948;\s*@einstein1905\w+;\s*@einstein1905\w+\]/i.test(await workbench.visibleText())
        ? true
        : undefined,
    );
    await workbench.page.locator('.tab').filter({ hasText: 'Einstein' }).waitFor({ state: 'detached' });
    await workbench.press('Control+z');
  });

  it('offers what was searched before, which Enter searches again', async () => {
    const { workbench } = session();
    await workbench.openFile('note.md', 24);
    const rows = await openSearch();
    const recent = rows.filter({ hasText: 'verwandlung des lichtes' });
    await recent.waitFor();
    assert.equal(await rows.getByRole('checkbox').count(), 0, 'only works can be ticked');
    await workbench.press('ArrowDown', 'Enter');
    await rows.filter({ hasText: 'Verwandlung des Lichtes' }).getByRole('checkbox').first().waitFor();
    await workbench.press('Escape');
  });

  it('says that nothing was found, and cancels what is on its way when it is closed', async () => {
    const { workbench, sandbox } = session();
    await workbench.openFile('note.md', 24);
    await openSearch();
    await workbench.page.keyboard.type('qqqqzzzzxxxx');
    const note = workbench.quickInput.getByText('No work found.');
    await note.waitFor();
    assert.equal(await workbench.quickInput.locator('.monaco-list-row').getByRole('checkbox').count(), 0);
    await workbench.press('ArrowDown', 'Enter');
    assert.ok(await note.isVisible(), 'a sentence is nothing to pick');
    sandbox.fault('crossref', { kind: 'hang' });
    await workbench.fillQuickInput('anything that hangs');
    await waitFor('the request', () =>
      Promise.resolve(
        sandbox.requests.some(({ path, status }) => path.includes('hangs') && status === 0)
          ? true
          : undefined,
      ),
    );
    await workbench.press('Escape');
    await waitFor('the end of the request', () =>
      Promise.resolve(
        sandbox.requests.some(({ path, aborted }) => path.includes('hangs') && aborted) ? true : undefined,
      ),
    );
  });
});
