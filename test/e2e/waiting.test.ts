import { strict as assert } from 'node:assert';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

/** Works of Crossref, each on a line of its own. */
const works = [
  '10.1038/171737a0',
  '10.1038/467753a',
  '10.1038/nature10836',
  '10.1126/science.1218263',
  '10.1073/pnas.1421412111',
];

describe('While a service keeps one waiting', () => {
  const session = useWorkbench({ 'citationLookup.contactEmail': 'somebody@example.org' });
  const statusBar = () => session().workbench.page.locator('.statusbar-item').filter({ hasText: 'Crossref' });
  let files = 0;

  /** Opens a paper that names works, of which nothing is known yet. */
  async function openPaper(dois: readonly string[]): Promise<void> {
    const name = `waiting${++files}.tex`;
    writeFileSync(join(session().folder, name), dois.map((doi) => `See doi:${doi} there.\n\n`).join(''));
    await session().workbench.openFile(name);
  }

  /** Cancels what is in progress, which ends the request that hangs, and says nothing more. */
  async function cancel(progress: Locator): Promise<void> {
    const { sandbox, workbench } = session();
    const hanging = sandbox.requests.filter(({ status, aborted }) => status === 0 && !aborted);
    assert.notEqual(hanging.length, 0);
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await waitFor('the end of the requests', () => hanging.every(({ aborted }) => aborted) || undefined);
    await progress.waitFor({ state: 'detached' });
    assert.deepEqual(await workbench.notifications(), []);
  }

  /** The log that "Show Log" shows. */
  function readLog(): string {
    const { logFolder } = session().server;
    const logs = globSync('**/citation-lookup*/*.log', { cwd: logFolder });
    return logs.map((file) => readFileSync(join(logFolder, file), 'utf8')).join('');
  }

  afterEach(() => {
    session().sandbox.reset();
  });

  it('counts what waits in the status bar, and says nothing once all is there', async () => {
    const { sandbox, workbench } = session();
    sandbox.fault('crossref', { kind: 'delay', ms: 3000 });
    await openPaper(works);
    await statusBar()
      .filter({ hasText: /Crossref: \d waiting/ })
      .waitFor();
    await workbench.screenshot('waiting');
    sandbox.fault('crossref', undefined);
    await workbench.codeLens('Molecular Structure').waitFor();
    await statusBar().waitFor({ state: 'detached' });
  });

  it('says how long the service asks to wait', async () => {
    const { sandbox, workbench } = session();
    sandbox.fault('crossref', { kind: 'status', status: 429, headers: { 'retry-after': '6' } }, { times: 1 });
    await openPaper(['10.1109/CVPR.2016.90']);
    const said = statusBar().filter({ hasText: /Crossref asks to wait \d s; trying again then\./ });
    await said.waitFor();
    await workbench.screenshot('asked-to-wait');
    // The seconds count down.
    await said.filter({ hasText: /wait [1-3] s;/ }).waitFor();
    await workbench.codeLens('Deep Residual Learning').waitFor();
    await said.waitFor({ state: 'detached' });
  });

  it('says in the card and over the line what failed, and what to do', async () => {
    const { sandbox, workbench } = session();
    sandbox.fault('crossref', { kind: 'bad-gateway' });
    await openPaper(['10.18653/v1/N19-1423']);
    const sentence = 'Crossref has a fault of its own (502); try again later.';
    await workbench.codeLens(sentence).waitFor();
    const card = await workbench.hover('N19-1423', sentence);
    assert.equal((await card.innerText()).trim(), sentence);
    await workbench.screenshot('failure');
  });

  it('lets one cancel, which ends the request and says nothing more', async () => {
    const { sandbox, workbench } = session();
    sandbox.fault('crossref', { kind: 'hang' });
    await workbench.openFile('note.md', 24);
    await workbench.runCommand('Citation Lookup: Look Up Identifier…');
    await workbench.fillQuickInput('10.1145/3292500.3330701');
    await workbench.press('Enter');
    const progress = workbench.notification('Looking up 10.1145/3292500.3330701');
    await progress.waitFor();
    await workbench.screenshot('progress');
    await cancel(progress);
  });

  it('lets one cancel an insertion of what was found, which writes nothing', async () => {
    const { sandbox, workbench, folder } = session();
    const bib = readFileSync(join(folder, 'refs.bib'), 'utf8');
    await workbench.openFile('note.md', 24);
    await workbench.runCommand('Citation Lookup: Search Works');
    await workbench.quickInput.getByText('Search Works').waitFor();
    await workbench.page.keyboard.type('shannon communication');
    await workbench.quickInput.getByText('A Mathematical Theory of Communication').first().waitFor();
    sandbox.fault('crossref', { kind: 'hang' });
    await workbench.press('Enter');
    const progress = workbench.notification('Fetching entries');
    await progress.waitFor();
    await cancel(progress);
    assert.equal(readFileSync(join(folder, 'refs.bib'), 'utf8'), bib);
  });

  it('logs every request with its status, its time and its wait, and no address of the person', async () => {
    const { sandbox, workbench } = session();
    await workbench.openFile('note.md', 24);
    await workbench.runCommand('Citation Lookup: Search Works');
    await workbench.quickInput.getByText('Search Works').waitFor();
    await workbench.page.keyboard.type('einstein annalen');
    await workbench.quickInput.getByText('Elektrodynamik bewegter').waitFor();
    await workbench.press('Escape');
    const log = await waitFor('the log', () => {
      const text = readLog();
      return text.includes('query.bibliographic=einstein') ? text : undefined;
    });
    const wire = /GET http:\/\/127\.0\.0\.1:\d+\/crossref\/works\S* 200, \d+ ms, waited \d+ ms/;
    assert.match(log, wire);
    assert.match(log, /crossref\/works\S* 502, \d+ ms, waited \d+ ms/);
    assert.match(log, /from the cache/);
    assert.ok(!log.includes('somebody@example.org'));
    for (const { path } of sandbox.requests)
      assert.ok(log.includes(path.split('?', 1).join()), `not in the log: ${path}`);
  });
});

describe('While a service that has answered before cannot be reached', () => {
  const session = useWorkbench({
    // A moment is longer than so many days.
    'citationLookup.cache.maxAgeDays': 1e-12,
    'citationLookup.sources': ['crossref'],
  });
  const said = 'Crossref gives no answer now; shown is what it said earlier.';
  const title = 'Elektrodynamik bewegter';

  async function search(): Promise<void> {
    const { workbench } = session();
    await workbench.runCommand('Citation Lookup: Search Works');
    await workbench.quickInput.getByText('Search Works').waitFor();
    await workbench.page.keyboard.type('einstein annalen');
    await workbench.quickInput.getByText(title).first().waitFor();
  }

  it('shows its works in the palette, and says that they are earlier ones', async () => {
    const { workbench, sandbox } = session();
    await workbench.openFile('note.md', 24);
    await search();
    assert.equal(await workbench.quickInput.getByText(said).count(), 0);
    await workbench.press('Escape');
    sandbox.fault('crossref', { kind: 'reset' });
    await search();
    await workbench.quickInput.getByText(said).first().waitFor();
    await workbench.screenshot('offline-palette');
    await workbench.press('Escape');
  });
});
