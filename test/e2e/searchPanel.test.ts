import { strict as assert } from 'node:assert';
import { crossrefAnswer, crossrefItem, emptyBib, SearchPanel } from '../support/searchPanel.ts';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';
import { credentials } from '../sandbox/credentials.ts';

describe('The search panel', () => {
  const session = useWorkbench();
  let panel: SearchPanel;

  before(async () => {
    panel = await SearchPanel.open(session());
  });

  beforeEach(() => {
    session().sandbox.reset();
  });

  /** Numbers from `first`, as many works of Crossref. */
  const items = (first: number, count: number): readonly unknown[] =>
    Array.from({ length: count }, (_, place) => crossrefItem(first + place));

  /** Undoes once in the paper; the editor may ask whether that means the bibliography too. */
  async function undoOnce(): Promise<void> {
    const { workbench } = session();
    await workbench.click('As is');
    await workbench.press('Control+z');
    await waitFor('the undo', async () => {
      if (panel.bib() === emptyBib) return true;
      const both = workbench.page
        .locator('.monaco-dialog-box')
        .getByRole('button', { name: /Undo in \d Files/ });
      if (await both.isVisible()) await both.click();
      return undefined;
    });
    await waitFor('the text', async () =>
      (await workbench.visibleText()).includes('\\cite') ? undefined : true,
    );
    await workbench.press('Control+s');
  }

  it('says at first what it does, who is asked and who needs credentials, and asks nobody', async () => {
    assert.match(await panel.frame.locator('.empty').innerText(), /Find works to cite/);
    assert.match(await panel.chip('CiNii').innerText(), /set credentials/);
    assert.equal(session().sandbox.requests.length, 0);
  });

  it('shows what has come while one source is slow and one fails, and asks the failed one again', async () => {
    const { sandbox } = session();
    sandbox.fault('openaire', { kind: 'delay', ms: 3000 }, { times: 1 });
    sandbox.fault('datacite', { kind: 'status', status: 400 });
    await panel.search('the');
    await panel.rows.first().waitFor();
    await panel.chip('OpenAIRE').filter({ hasText: 'waiting' }).waitFor();
    const early = await panel.rows.count();
    await panel.settled();
    assert.match(await panel.chip('DataCite').innerText(), /failed/);
    assert.match(await panel.frame.locator('.note').first().innerText(), /DataCite/);
    assert.ok((await panel.rows.count()) >= early);
    const both = panel.rows.filter({ hasText: 'Crossref, OpenAIRE' });
    assert.ok((await both.count()) > 0, 'a work that two sources know is one row');

    sandbox.fault('datacite', undefined);
    const before = await panel.rows.count();
    await panel.chip('DataCite').click();
    await panel.settled();
    assert.ok((await panel.rows.count()) > before);
  });

  it('narrows by type, source and years, by mouse and by keyboard, and sorts', async () => {
    const { frame } = panel;
    const all = await panel.rows.count();
    await frame.getByText('Narrow down').click();
    const book = frame.getByRole('checkbox', { name: /^Book \d/ });
    await book.check();
    assert.ok((await panel.rows.count()) < all);
    for (const row of await panel.rows.allTextContents()) assert.match(row, /Book/);
    await panel.button('Show all').click();

    await frame.locator('.bars').scrollIntoViewIfNeeded();
    const box = await frame.locator('.bars').boundingBox();
    if (box === null) throw new Error('There is no histogram.');
    const { mouse } = session().workbench.page;
    await mouse.move(box.x + box.width * 0.6, box.y + 5);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.9, box.y + 5, { steps: 3 });
    await mouse.up();
    const dragged = await panel.rows.count();
    assert.ok(dragged > 0 && dragged < all);
    await frame.getByRole('slider', { name: /To year/ }).press('ArrowLeft');
    assert.ok((await panel.rows.count()) <= dragged);
    await panel.button('Show all').click();

    await frame.getByRole('combobox', { name: 'Sort by' }).selectOption('newest');
    const lines = await frame.locator('.row .line:not(.quiet)').allTextContents();
    const years = lines.flatMap((line) => /· (\d{4})$/.exec(line)?.[1] ?? []).map(Number);
    assert.deepEqual(years, years.toSorted((a, b) => b - a)); // prettier-ignore
    await frame.getByRole('combobox', { name: 'Sort by' }).selectOption('relevance');
    await frame.getByText('Narrow down').click();
  });

  it('inserts three chosen works with one click, marks them, and one undo takes all back', async () => {
    const { workbench } = session();
    for (const place of [0, 1, 2]) await panel.rows.nth(place).locator('.mark').click();
    await panel.button('Insert 3 citations').click();
    const written = await panel.bibWith((text) => (text.match(/^@/gm) ?? []).length === 3);
    const keys = [...written.matchAll(/^@\w+\{(\w+),/gm)].map(([, key]) => key ?? '');
    const text = await waitFor('the citation', async () => {
      const visible = await workbench.visibleText();
      return visible.includes('\\cite') ? visible : undefined;
    });
    const cited = /\\cite\{([^}]*)\}/.exec(text)?.[1]?.split(/,\s*/);
    assert.deepEqual(cited?.toSorted(), keys.toSorted());
    await panel.frame.locator('.badge.known').nth(2).waitFor();

    await undoOnce();
    await panel.frame.locator('.badge.known').first().waitFor({ state: 'detached' });
  });

  it('loads more until the service has no more, and keeps every row at its place', async () => {
    const { sandbox } = session();
    sandbox.fault(
      'crossref',
      { kind: 'wrong-shape', value: crossrefAnswer(items(0, 50), 120) },
      { times: 1 },
    );
    await panel.search('source:crossref numbers');
    await panel.settled();
    assert.equal(await panel.rows.count(), 50);
    const first = await panel.titles();
    for (const [from, count] of [
      [50, 50],
      [100, 20],
    ] as const) {
      // prettier-ignore
      sandbox.fault('crossref', { kind: 'wrong-shape', value: crossrefAnswer(items(from, count), 120) }, { times: 1 });
      await panel.button('Load more').click();
      await waitFor(
        `${from + count} rows`,
        async () => (await panel.rows.count()) === from + count || undefined,
      );
    }
    assert.deepEqual((await panel.titles()).slice(0, 50), first);
    assert.equal(await panel.button('Load more').count(), 0);
    assert.match(await panel.chip('Crossref').innerText(), /120/);
  });

  it('is as it was after another view was shown, and after the window was loaded anew', async () => {
    const { workbench } = session();
    await panel.rows.nth(3).locator('.mark').click();
    await panel.rows.nth(5).click();
    await panel.frame.locator('.details pre').waitFor();
    const titles = await panel.titles();
    async function assertSame(): Promise<void> {
      await panel.frame.locator('.details pre').waitFor();
      assert.equal(await panel.frame.locator('#query').inputValue(), 'source:crossref numbers');
      assert.deepEqual(await panel.titles(), titles);
      assert.equal(await panel.frame.locator('.row[aria-selected="true"]').count(), 1);
      assert.match(await panel.frame.locator('#details-title').innerText(), /On the number/);
    }
    await workbench.press('Control+Shift+e');
    panel = await SearchPanel.show(session());
    await assertSame();
    await workbench.page.reload();
    await workbench.page.locator('.tab').filter({ hasText: 'panel.tex' }).waitFor({ timeout: 60_000 });
    panel = await SearchPanel.show(session());
    await assertSame();
    await panel.button('Close').click();
  });

  it('is used by keyboard alone, from the query to the citation', async () => {
    const { workbench } = session();
    await workbench.click('As is well known');
    await workbench.press('End');
    await workbench.runCommand('Citation Lookup: Open Search Panel');
    await panel.frame.locator('#query').press('Control+a');
    await workbench.page.keyboard.type('"structure of ordinary water"');
    await workbench.press('Enter');
    await panel.settled();
    await panel.rows.first().waitFor();
    await waitFor('the list to have the keyboard', async () => {
      await workbench.press('Tab');
      return (await panel.frame.locator('#list:focus').count()) === 1 || undefined;
    });
    await workbench.press('ArrowDown', 'Enter');
    await panel.frame.locator('#details-title:focus').waitFor();
    await workbench.press('Escape');
    await panel.frame.locator('#list:focus').waitFor();
    await workbench.press(' ', 'Control+Enter');
    assert.match(await panel.bibWith((text) => text.includes('@article')), /Ordinary Water/);
    await undoOnce();
  });

  it('asks for credentials where they are missing, and then the service too', async () => {
    await panel.search('Ruby');
    await panel.settled();
    const { applicationId, accessKey, site } = credentials.rakutenKobo;
    await panel.setCredentials('Rakuten Kobo', [applicationId, accessKey, site]);
    await panel.frame.getByText('Supported by Rakuten Developers').waitFor();
    assert.ok((await panel.rows.filter({ hasText: 'Rakuten Kobo' }).count()) > 0);
  });

  it('hangs up when nobody looks, and goes on when somebody does', async () => {
    const { workbench, sandbox } = session();
    sandbox.fault('crossref', { kind: 'hang' }, { times: 1 });
    await panel.search('author:einstein');
    await waitFor(
      'the request',
      () => sandbox.requests.some(({ service }) => service === 'crossref') || undefined,
    );
    await workbench.press('Control+Shift+e');
    await waitFor(
      'the hanging up',
      () => sandbox.requests.some(({ service, aborted }) => service === 'crossref' && aborted) || undefined,
    );
    panel = await SearchPanel.show(session());
    await panel.settled();
    assert.doesNotMatch(await panel.chip('Crossref').innerText(), /waiting|stopped/);
  });

  it('cites the works that are dragged into the text where they are dropped', async () => {
    const { sandbox, workbench } = session();
    sandbox.fault('crossref', { kind: 'wrong-shape', value: crossrefAnswer(items(7, 2)) }, { times: 1 });
    await panel.search('source:crossref seven');
    await panel.settled();
    for (const place of [0, 1]) await panel.rows.nth(place).locator('.mark').click();
    await panel.drag(0, 'As is well known');
    const written = await panel.bibWith((text) => (text.match(/^@/gm) ?? []).length === 2);
    const keys = [...written.matchAll(/^@\w+\{(\w+),/gm)].map(([, key]) => key ?? '');
    const text = await waitFor('the citation', async () => {
      const visible = await workbench.visibleText();
      return visible.includes('\\cite') ? visible : undefined;
    });
    assert.match(text, new RegExp(`As\\s+is[^\\n]*\\\\cite\\{${keys.join(',\\s*')}\\}[^\\n]*known`, 'u'));
    assert.doesNotMatch(text, /10\.5555/);
    await undoOnce();
  });
});
