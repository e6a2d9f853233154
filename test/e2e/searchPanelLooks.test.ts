import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { outputFolder } from '../support/paths.ts';
import { crossrefAnswer, crossrefItem, SearchPanel } from '../support/searchPanel.ts';
import { useWorkbench } from '../support/useWorkbench.ts';

const colors = ['light', 'dark', 'highContrast', 'highContrastLight'] as const;
const widths = [300, 900];

/** Everything that the panel can look like. */
const states = ['first', 'loading', 'streaming', 'works', 'form', 'facets', 'nothingLeft', 'details', 'nothing', 'unknown', 'refused', 'errors', 'offline'] as const; // prettier-ignore

/** Everything that a hostile publisher could put into a record. */
const hostile = crossrefItem(1, {
  title: [
    '"><img src=x onerror=alert(1)><script>alert(2)</script> \u202egnp.exe\u202c <i onclick=alert(3)>x</i> '.repeat(
      1000,
    ),
  ],
  author: [{ family: '<svg onload=alert(4)>', given: 'javascript:alert(5)' }],
  'container-title': ['<iframe srcdoc="<script>alert(6)</script>">'],
  URL: 'javascript:alert(7)',
  abstract: '<jats:p>fine</jats:p><script>alert(8)</script>',
});

describe('The looks of the search panel', () => {
  const session = useWorkbench();
  let panel: SearchPanel;

  before(async () => {
    panel = await SearchPanel.open(session());
  });

  /** Shows Crossref's answer alone. */
  async function show(query: string, value: unknown): Promise<void> {
    session().sandbox.fault('crossref', { kind: 'wrong-shape', value }, { times: 1, where: '/works?' });
    await panel.search(`source:crossref ${query}`);
    await panel.settled();
  }

  const checked: string[] = [];

  /** Takes a picture of a state in every theme and width, and lets a checker look for what somebody could not use. */
  async function assertAccessible(
    state: (typeof states)[number],
    extraWidths: readonly number[] = [],
  ): Promise<void> {
    const folder = join(outputFolder, 'panel');
    mkdirSync(folder, { recursive: true });
    const faults: string[] = [];
    for (const color of colors) {
      await session().workbench.setColors(color);
      await panel.frame.locator(`body[data-vscode-theme-kind="${themeKinds[color]}"]`).waitFor();
      for (const width of [...widths, ...extraWidths]) {
        await panel.setWidth(width);
        const view = `${state}-${color}-${width}`;
        await panel.frame.locator('main').screenshot({ path: join(folder, `${view}.png`) });
        const found = [...(await panel.findAccessibilityFaults()), ...(await panel.findCutOff())];
        faults.push(...found.map((fault) => `${view}: ${fault}`));
        checked.push(view);
      }
    }
    assert.deepEqual(faults.join('\n'), '');
  }

  it('before the first search, with sources that need credentials', async () => {
    assert.equal(await panel.frame.locator('button.chip').filter({ hasText: 'set credentials' }).count(), 2);
    await assertAccessible('first', [240]);
  });

  it('while nobody has answered, and while sources are slow and failing', async () => {
    const { sandbox } = session();
    for (const service of ['crossref', 'datacite', 'openaire'] as const)
      sandbox.fault(service, { kind: 'hang' });
    await panel.search('anything that hangs');
    await panel.frame.getByText('Asking the services').waitFor();
    await assertAccessible('loading');
    sandbox.reset();
    sandbox.fault('openaire', { kind: 'hang' }, { times: 1 });
    sandbox.fault('datacite', { kind: 'status', status: 400 });
    await panel.search('the');
    await panel.rows.first().waitFor();
    await panel.chip('DataCite').filter({ hasText: 'failed' }).waitFor();
    await assertAccessible('streaming');
    sandbox.reset();
    await panel.settled();
  });

  it('with works, some of them chosen, and the form and the facets open', async () => {
    const { frame } = panel;
    await panel.search('the');
    await panel.settled();
    await panel.rows.nth(0).locator('.mark').click();
    await panel.rows.nth(2).locator('.mark').click();
    await assertAccessible('works', [240]);
    await panel.button('Search by fields').click();
    await frame.locator('#query-form').waitFor();
    await assertAccessible('form', [240]);
    await panel.button('Search by fields').click();
    await frame.getByText('Narrow down').click();
    await frame.getByRole('checkbox', { name: /^Book \d/ }).check();
    await assertAccessible('facets', [240]);
    // A year in which no book came out.
    await frame.getByRole('slider', { name: /To year/ }).press('Home');
    const none = frame.getByText('No work is left');
    for (let years = 0; years < 50 && !(await none.isVisible()); years += 1)
      await frame.getByRole('slider', { name: /From year/ }).press('ArrowRight');
    await assertAccessible('nothingLeft');
    await panel.button('Show all').first().click();
    await frame.getByText('Narrow down').click();
  });

  it('with the details of a retracted work', async () => {
    await panel.search('"hydroxychloroquine or chloroquine"');
    await panel.settled();
    await panel.rows.first().locator('.title').click();
    await panel.frame.locator('.details').getByText('Mehra, M. R.').waitFor();
    assert.match(await panel.frame.locator('.details').innerText(), /RETRACTED/);
    const rightOf = 'const rightOf = (element) => element.getBoundingClientRect().right;';
    const inSight = `[...document.querySelectorAll('.who')].map((line) => rightOf(line.querySelector('span')) <= rightOf(line))`;
    const years: unknown = await panel.frame.evaluate(`(() => { ${rightOf} return ${inSight}; })()`);
    assert.deepEqual(years, [true, true, true], 'a year is out of sight');
    await assertAccessible('details', [240]);
    await panel.button('Close').click();
  });

  it('with nothing found, and an identifier that nobody knows', async () => {
    await show('nothing', crossrefAnswer([]));
    await assertAccessible('nothing');
    await panel.search('10.5555/no-such-work');
    await panel.frame.locator('.empty').filter({ hasText: '10.5555/no-such-work' }).waitFor();
    await assertAccessible('unknown');
  });

  it('with credentials that are refused, with every source failing, and with nobody reached', async () => {
    const { sandbox } = session();
    await panel.search('the');
    await panel.settled();
    await panel.setCredentials('CiNii', ['not-mine']);
    await panel.frame.locator('.note').filter({ hasText: 'CiNii refuses the application id' }).waitFor();
    await panel.frame.locator('button.chip').filter({ hasText: 'CiNii' }).waitFor();
    await assertAccessible('refused');
    const services = ['crossref', 'datacite', 'openaire'] as const;
    for (const service of services) sandbox.fault(service, { kind: 'status', status: 400 });
    await panel.search('all that fails');
    await panel.frame.getByText('No service could answer').waitFor();
    await assertAccessible('errors');
    for (const service of services) sandbox.fault(service, { kind: 'reset' });
    await panel.search('anything at all');
    await panel.frame.getByText('No service can be reached').waitFor({ timeout: 40_000 });
    sandbox.reset();
    await assertAccessible('offline');
  });

  it('were all seen, in every theme and width', () => {
    const all = states.flatMap((state) =>
      colors.flatMap((color) => widths.map((width) => `${state}-${color}-${width}`)),
    );
    assert.deepEqual(
      all.filter((view) => !checked.includes(view)),
      [],
    );
    assert.ok(checked.includes('facets-dark-240'));
  });

  it('shows hostile records as text', async () => {
    const { workbench } = session();
    const dialogs: string[] = [];
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await show('hostile', crossrefAnswer([hostile]));
    await panel.rows.first().locator('.title').click();
    await panel.frame.locator('.details table').waitFor();
    const text = (await panel.frame.locator('.row').first().textContent()) ?? '';
    assert.ok(text.length < 5000, 'a row of a 100 kB title is short');
    assert.ok(text.includes('<svg onload=alert(4)>'), 'a name that looks like an element is read as text');
    assert.equal(
      await panel.frame.locator('main :is(script, iframe, svg:not(.bars), [onclick], [onerror], a)').count(),
      0,
    );
    assert.doesNotMatch(text, /\u202e/);
    // Past everything that reads services' answers: the page itself takes no text for more.
    const title = '<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">x</a>';
    await panel.frame.evaluate(`postMessage({ kind: 'progress', order: { from: 0, ids: ['x'] },
      found: { text: 'source:crossref hostile', busy: false, sources: [], credits: [${JSON.stringify(title)}] },
      works: [{ id: 'x', title: ${JSON.stringify(title)}, authors: ${JSON.stringify(title)}, type: 'book', typeName: 'Book',
        venue: '', place: '', sources: [], openAccess: false, warnings: [], dragText: '' }] })`);
    await panel.frame.locator('.row .title').getByText(title).waitFor({ state: 'attached' });
    assert.equal(await panel.frame.locator('main :is(script, img, a)').count(), 0);
    assert.deepEqual(dialogs, []);
    await panel.button('Close').click();
  });

  it('runs, loads and asks for nothing but its own', async () => {
    const broken: unknown = await panel.frame.evaluate(`(async () => {
      const violated = new Set();
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.add(effectiveDirective));
      const add = (tag, part) => document.body.append(Object.assign(document.createElement(tag), part));
      add('script', { textContent: 'window.ran = 1' });
      add('script', { src: 'https://example.org/x.js' });
      add('img', { src: 'https://example.org/x.png' });
      add('img', { src: 'data:,x' });
      add('iframe', { src: 'https://example.org/' });
      add('object', { data: 'https://example.org/' });
      add('style', { textContent: 'body { color: red }' });
      add('base', { href: 'https://example.org/' });
      document.body.setAttribute('onclick', 'window.ran = 2');
      document.body.click();
      await fetch('https://example.org/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { ran: window.ran ?? 0, violated: [...violated].sort() };
    })()`);
    assert.deepEqual(broken, {
      ran: 0,
      violated: [
        'base-uri',
        'connect-src',
        'frame-src',
        'img-src',
        'object-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ],
    });
  });
});

/** How the page is told of the themes. */
const themeKinds = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  highContrast: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast-light',
};
