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

  it('asks for credentials where they are missing, and then the service too', async () => {
    await panel.search('Ruby');
    await panel.settled();
    assert.equal(await panel.rows.filter({ hasText: 'Rakuten Kobo' }).count(), 0);
    const { applicationId, accessKey, site } = credentials.rakutenKobo;
    await panel.setCredentials('Rakuten Kobo', [applicationId, accessKey, site]);
    await panel.frame.getByText('Supported by Rakuten Developers').waitFor();
    const cover = panel.rows.filter({ hasText: 'Rakuten Kobo' }).locator('img').first();
    await cover.scrollIntoViewIfNeeded();
    const widthOfCover = (): Promise<unknown> =>
      panel.frame.evaluate(`document.querySelector('.row img').naturalWidth`);
    await waitFor('the cover', async () => (await widthOfCover()) === 200 || undefined);
    await panel.setCredentials('CiNii', [credentials.cinii.appid]);
    await panel.frame.locator('button.chip').waitFor({ state: 'detached' });
    assert.doesNotMatch(await panel.frame.locator('.chips').innerText(), /set credentials/);
  });

  it('shows what four of five sources know while one is slow and one fails, and asks the failed one again', async () => {
    const { sandbox } = session();
    sandbox.fault('openaire', { kind: 'delay', ms: 5000 }, { times: 1 });
    sandbox.fault('datacite', { kind: 'status', status: 400 });
    await panel.search('flood');
    for (const name of ['Crossref', 'CiNii', 'Rakuten Kobo']) {
      await panel
        .chip(name)
        .filter({ hasText: /\d0 of 1,000/ })
        .waitFor();
      assert.ok((await panel.rows.filter({ hasText: name }).count()) > 0, name);
    }
    await panel.chip('DataCite').filter({ hasText: 'failed' }).waitFor();
    assert.match(await panel.chip('OpenAIRE').innerText(), /waiting/);
    assert.match(await panel.frame.locator('.note').first().innerText(), /DataCite/);
    const early = await panel.rows.count();
    await panel.settled();
    assert.equal(await panel.rows.count(), early + 50);

    sandbox.fault('datacite', undefined);
    await panel.chip('DataCite').click();
    await panel.settled();
    assert.equal(await panel.rows.count(), early + 100);
  });

  it('is held up neither by a source that floods nor by one that lies', async () => {
    const { sandbox } = session();
    sandbox.fault('datacite', { kind: 'huge' });
    sandbox.fault('openaire', { kind: 'wrong-shape' });
    sandbox.fault('cinii', { kind: 'slow', msPerByte: 1000 });
    await panel.search('flood river');
    await panel.chip('Crossref').filter({ hasText: 'of' }).waitFor();
    for (const name of ['DataCite', 'OpenAIRE'])
      await panel.chip(name).filter({ hasText: 'failed' }).waitFor();
    assert.match(await panel.chip('CiNii').innerText(), /waiting/);
    assert.ok((await panel.rows.count()) > 0);
    await panel.button('Stop').click();
    await waitFor(
      'the hanging up',
      () => sandbox.requests.some(({ service, aborted }) => service === 'cinii' && aborted) || undefined,
    );
  });

  it('makes one row of a work that two sources know', async () => {
    await panel.search('the');
    await panel.settled();
    assert.ok((await panel.rows.filter({ hasText: 'Crossref, OpenAIRE' }).count()) > 0);
  });

  it('narrows by type, source and years, by mouse and by keyboard, and sorts', async () => {
    const { frame } = panel;
    const all = await panel.rows.count();
    await frame.getByText('Narrow down').click();
    const book = frame.getByRole('checkbox', { name: /^Book \d/ });
    await book.check();
    await panel.settled();
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
    await panel.settled();
    const dragged = await panel.rows.count();
    assert.ok(dragged > 0 && dragged < all);
    await frame.getByRole('slider', { name: /To year/ }).press('ArrowLeft');
    await panel.settled();
    assert.ok((await panel.rows.count()) <= dragged);
    await panel.button('Show all').click();

    await frame.getByRole('combobox', { name: 'Sort by' }).selectOption('newest');
    await panel.settled();
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
      { times: 1, where: '/works?' },
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
      sandbox.fault('crossref', { kind: 'wrong-shape', value: crossrefAnswer(items(from, count), 120) }, { times: 1, where: '/works?' });
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

  it('moves nothing under who has begun to read, whatever comes in', async () => {
    const { sandbox, workbench } = session();
    const { frame } = panel;
    async function scroll(): Promise<string> {
      await panel.rows.first().hover();
      await workbench.page.mouse.wheel(0, 500);
      await workbench.page.waitForTimeout(500);
      return (await panel.describe()).top;
    }
    sandbox.fault('crossref', { kind: 'delay', ms: 4000 }, { times: 1 });
    await panel.search('flood flood');
    for (const name of ['DataCite', 'OpenAIRE', 'CiNii', 'Rakuten Kobo'])
      await panel.chip(name).filter({ hasText: 'of' }).waitFor();
    const read = await scroll();
    const early = await panel.titles();
    await panel.settled();
    assert.deepEqual((await panel.titles()).slice(0, early.length), early);
    assert.equal((await panel.describe()).top, read);

    // Works that come in stand where the order wants them.
    await frame.getByRole('combobox', { name: 'Sort by' }).selectOption('newest');
    assert.equal((await panel.describe()).top, (await panel.titles())[0], 'another order begins at its top');
    const sorted = await scroll();
    await frame.evaluate(`document.querySelector('button.more').click()`);
    await panel.settled();
    assert.notDeepEqual((await panel.titles()).slice(0, 5), early.slice(0, 5));
    assert.equal((await panel.describe()).top, sorted);
    await frame.getByRole('combobox', { name: 'Sort by' }).selectOption('relevance');
  });

  it('loads more than a thousand works of five sources', async () => {
    await panel.search('flood');
    await panel.settled();
    for (let rows = await panel.rows.count(); rows < 1000; rows = await panel.rows.count()) {
      await panel.button('Load more').click();
      await panel.settled();
      assert.ok((await panel.rows.count()) >= rows + 200, 'each of the five gave a page');
    }
  });

  it('is as it was after another view was shown, and after the window was loaded anew', async () => {
    const { workbench } = session();
    const { frame } = panel;
    await frame.getByText('Narrow down').click();
    await frame.getByRole('checkbox', { name: /^Journal article \d/ }).check();
    await frame.getByRole('combobox', { name: 'Sort by' }).selectOption('cited');
    await panel.settled();
    for (const place of [1, 3, 210]) await panel.rows.nth(place).locator('.mark').click();
    await panel.rows.nth(150).scrollIntoViewIfNeeded();
    // The page says where it is when scrolling has ended.
    await workbench.page.waitForTimeout(500);
    const before = await panel.describe();
    assert.equal(before.chosen.length, 3);
    assert.notEqual(before.top, before.titles[0]);

    async function assertSame(): Promise<void> {
      await panel.rows.first().waitFor({ state: 'attached' });
      await panel.settled();
      await waitFor('the place', async () => (await panel.describe()).top === before.top || undefined);
      assert.deepEqual(await panel.describe(), before);
      assert.equal(await panel.frame.locator('#query').inputValue(), 'flood');
      assert.ok(await panel.frame.getByRole('checkbox', { name: /^Journal article \d/ }).isChecked());
      assert.equal(await panel.frame.getByRole('combobox', { name: 'Sort by' }).inputValue(), 'cited');
    }
    await workbench.press('Control+Shift+e');
    panel = await SearchPanel.show(session());
    await assertSame();
    await workbench.page.reload();
    await workbench.page.locator('.tab').filter({ hasText: 'panel.tex' }).waitFor({ timeout: 60_000 });
    panel = await SearchPanel.show(session());
    await assertSame();

    await panel.frame.getByText('Narrow down').click();
    await panel.rows.nth(152).locator('.title').click();
    await panel.frame.locator('.details pre').waitFor();
    const title = await panel.frame.locator('#details-title').innerText();
    await workbench.press('Control+Shift+e');
    panel = await SearchPanel.show(session());
    await panel.frame.locator('.details pre').waitFor();
    assert.equal(await panel.frame.locator('#details-title').innerText(), title);
    await panel.button('Close').click();
    await waitFor('the list where it was', async () => {
      const { top, titles } = await panel.describe();
      return Math.abs(titles.indexOf(top) - 150) < 12 || undefined;
    });
  });

  it('is used by keyboard alone, from the query to three citations and back', async () => {
    const { workbench } = session();
    const { page } = workbench;
    /** Presses Tab until an element has the keyboard. */
    const tabTo = (selector: string): Promise<boolean> =>
      waitFor(`the keyboard at ${selector}`, async () => {
        if ((await panel.frame.locator(selector).and(panel.frame.locator(':focus')).count()) === 1)
          return true;
        await workbench.press('Tab');
        return undefined;
      });
    await workbench.openFile('panel.tex', 3);
    await workbench.press('End', 'F1');
    await workbench.fillQuickInput('>Citation Lookup: Open Search Panel');
    await workbench.quickInput
      .getByRole('option', { name: /Open Search Panel/ })
      .first()
      .waitFor();
    await workbench.press('Enter');
    await panel.frame.locator('#query:focus').waitFor();
    // The window's own Select All comes late, and would take a letter typed meanwhile with it.
    await workbench.press('End', 'Shift+Home');
    await page.keyboard.type('source:datacite flood');
    await workbench.press('Enter');
    await panel.settled();
    await panel.rows.first().waitFor();

    await tabTo('summary');
    await workbench.press('Enter');
    const box = panel.frame.getByRole('checkbox', { name: /^Software \d/ });
    await box.waitFor();
    await tabTo('input[type="checkbox"]');
    while ((await box.and(panel.frame.locator(':focus')).count()) === 0) await workbench.press('Tab');
    await workbench.press(' ');
    await waitFor('fewer rows', async () => (await panel.rows.count()) < 50 || undefined);
    const narrowed = await panel.rows.count();

    await tabTo('#list');
    await tabTo('button.more');
    await workbench.press('Enter');
    await panel.settled();
    await waitFor('more rows', async () => (await panel.rows.count()) > narrowed || undefined);

    await workbench.press('Shift+Tab');
    await panel.frame.locator('#list:focus').waitFor();
    await workbench.press('Home', 'Enter');
    await panel.frame.locator('#details-title:focus').waitFor();
    await workbench.press('Escape');
    await panel.frame.locator('#list:focus').waitFor();
    await workbench.press(' ', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+Enter');
    await panel.bibWith((text) => (text.match(/^@/gm) ?? []).length === 3);
    await panel.frame.getByRole('status').getByText('Inserted:').waitFor();

    await workbench.press('Control+1');
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench.press('Control+z');
    await waitFor('the undo', async () => {
      if (panel.bib() === emptyBib) return true;
      // The editor may ask whether that means the bibliography too.
      if (await page.locator('.monaco-dialog-box').isVisible()) await workbench.press('Enter');
      return undefined;
    });
    await workbench.press('Control+s');
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

  it('shows the reference of a work in the style of the setting, italics and all', async () => {
    await panel.search('"structure of ordinary water"');
    await panel.rows.locator('.title', { hasText: 'The Structure of Ordinary Water' }).first().click();
    const reference = panel.frame.locator('.details .reference');
    await reference
      .filter({ hasText: /^Frank, H\. S\. \(1970\)\. The Structure of Ordinary Water\./ })
      .waitFor();
    assert.equal(await reference.locator('i').first().innerText(), 'Science');
    await panel.button('Close').click();
  });

  it('writes it in the language of the document beside it', async () => {
    const book = crossrefItem(1, { type: 'book', 'edition-number': '2' });
    session().sandbox.fault(
      'crossref',
      { kind: 'wrong-shape', value: crossrefAnswer([book]) },
      { times: 1, where: '/works?' },
    );
    await panel.search('source:crossref swedish');
    await panel.settled();
    await panel.rows.first().locator('.title').click();
    await panel.frame.locator('.details .reference').filter({ hasText: '(2:a uppl.)' }).waitFor();
    await panel.button('Close').click();
  });

  it('cites the works that are dragged into the text where they are dropped', async () => {
    const { sandbox, workbench } = session();
    sandbox.fault(
      'crossref',
      { kind: 'wrong-shape', value: crossrefAnswer(items(7, 2)) },
      { times: 1, where: '/works?' },
    );
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

  it('adds the entry of a work that is dragged into a .bib', async () => {
    const { sandbox, workbench } = session();
    const answer = crossrefAnswer(items(9, 1));
    sandbox.fault('crossref', { kind: 'wrong-shape', value: answer }, { times: 1, where: '/works?' });
    await panel.search('source:crossref nine');
    await panel.settled();
    await workbench.openFile('panel.bib', 1);
    await panel.drag(0, '% works of this paper');
    const written = await panel.bibWith((text) => /^@/m.test(text));
    assert.ok(written.startsWith(emptyBib), written);
    assert.equal(written.match(/10\.5555/g)?.length, 1, written);
    await workbench.click('% works of this paper');
    await workbench.press('Control+z');
    await panel.bibWith((text) => text === emptyBib);
  });
});
