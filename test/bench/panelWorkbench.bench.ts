/**
 * The panel in the real workbench, asking five stand-in services that know a thousand works each: how long after the
 * first service's answer a row is on the screen, what scrolling and typing cost with everything loaded, memory.
 *
 * The services take some time to answer, as every service does, and answer all at once, which is the most that can
 * happen to a page. A frame is dropped where its page is busy, and where another program has the processor: what the
 * page itself did is the processor time of its tasks.
 *
 *     npm run package && npm run bench -- panelWorkbench
 */
import { availableParallelism, loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import { credentials } from '../sandbox/credentials.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { frameMs, PanelMeter, type FirstRow, type Frames } from '../support/panelMeter.ts';
import { packageFile } from '../support/paths.ts';
import { startPlayground } from '../support/playground.ts';
import { SearchPanel } from '../support/searchPanel.ts';
import { Workbench } from '../support/workbench.ts';

const windows = 3;
/** In each window. */
const searches = 6;
/** How long a service takes to answer; few take less. */
const answerMs = 200;
/** A longer frame was dropped. */
const maxFrameMs = frameMs * 1.5;
const services = ['crossref', 'datacite', 'openaire', 'cinii', 'rakutenKobo'] as const;

const playground = await startPlayground({ packages: [packageFile] });
const { sandbox } = playground;

interface Window {
  readonly workbench: Workbench;
  readonly panel: SearchPanel;
  readonly meter: PanelMeter;
}

/** Opens a window with an extension host of its own, and in it the panel with all credentials. */
async function openWindow(browser: Browser): Promise<Window> {
  const workbench = await Workbench.open(browser, playground.server, playground.folder);
  const panel = await SearchPanel.open({ ...playground, workbench });
  const { applicationId, accessKey, site } = credentials.rakutenKobo;
  await panel.setCredentials('Rakuten Kobo', [applicationId, accessKey, site]);
  await panel.frame.locator('button.chip').nth(1).waitFor({ state: 'detached' });
  await panel.setCredentials('CiNii', [credentials.cinii.appid]);
  await panel.frame.locator('button.chip').waitFor({ state: 'detached' });
  return { workbench, panel, meter: await PanelMeter.install(panel.frame) };
}

const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(Math.floor(values.length * part), values.length - 1)] ?? NaN;
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const spread = (values: readonly number[]): string =>
  `median ${ms(at(values, 0.5))}, 95 % ${ms(at(values, 0.95))}, longest ${ms(at(values, 1))}`;

function print(what: string, { intervals, script, layout, all, longTasks }: Frames): void {
  const count = intervals.length;
  const dropped = intervals.filter((interval) => interval > maxFrameMs).length;
  console.log(`${what}: ${count} frames, ${dropped} dropped`);
  console.log(`  from one to the next     ${spread(intervals)}`);
  console.log(`  processor time a frame   scripts ${ms(script / count)}, style and layout ${ms(layout / count)}, all ${ms(all / count)}`); // prettier-ignore
  console.log(
    `  tasks longer than a frame  ${longTasks.length === 0 ? 'none' : longTasks.map(ms).join(', ')}`,
  );
}

function join(parts: readonly Frames[]): Frames {
  const sum = (of: (part: Frames) => number): number => parts.map(of).reduce((a, b) => a + b, 0);
  return {
    intervals: parts.flatMap(({ intervals }) => intervals),
    script: sum(({ script }) => script),
    layout: sum(({ layout }) => layout),
    all: sum(({ all }) => all),
    longTasks: parts.flatMap(({ longTasks }) => longTasks),
  };
}

/** Forgets earlier requests, and lets every service take its time. */
function startServices(): void {
  sandbox.reset();
  for (const service of services) sandbox.fault(service, { kind: 'delay', ms: answerMs });
}

async function measureFirstRow({ workbench, panel, meter }: Window, query: string): Promise<FirstRow> {
  // The services' paces: nobody waits for an earlier search.
  await workbench.page.waitForTimeout(1200);
  startServices();
  await meter.expectRow();
  await panel.search(query);
  const { told, painted } = await meter.firstRow();
  const answers = sandbox.requests.map(({ answeredAt }) => answeredAt).filter((answeredAt) => answeredAt > 0);
  const first = Math.min(...answers);
  await panel.settled();
  return { told: told - first, painted: painted - first };
}

const browser = await launchBrowser();
console.log(`${availableParallelism()} processors, ${loadavg()[0]?.toFixed(1) ?? '?'} programs wanting one`);
// The stand-ins make their works when they are asked for the first time.
await fetch(`${sandbox.endpoints.crossref}/works?query=flood`);

/** Ms after the first answer of a service. */
const cold: FirstRow[] = [];
const warm: FirstRow[] = [];
let window: Window | undefined;
for (let n = 0; n < windows; n += 1) {
  await window?.workbench.close();
  window = await openWindow(browser);
  for (let m = 0; m < searches; m += 1) {
    // The same works by another address: nothing comes from the cache.
    const row = await measureFirstRow(window, 'flood '.repeat(n * searches + m + 1));
    (m === 0 ? cold : warm).push(row);
  }
}
if (window === undefined) throw new Error('There is no window.');
const { workbench, panel, meter } = window;
console.log('first row on the screen after the first answer');
for (const [what, rows] of Object.entries({ [`first search of ${windows} windows`]: cold, [`${warm.length} others`]: warm })) {
  console.log(`  ${what.padEnd(25)} ${spread(rows.map(({ painted }) => painted))}`);
  console.log(`    of which to the page    ${spread(rows.map(({ told }) => told))}`);
} // prettier-ignore

const { mouse, keyboard } = workbench.page;
await workbench.page.waitForTimeout(1200);
startServices();
const before = await meter.heap();
await panel.search('flood');
await panel.settled();
const query = panel.frame.locator('#query');
const more = panel.frame.locator('button.more');
const loading: Frames[] = [];
const start = performance.now();
while ((await more.count()) > 0) {
  await more.click();
  await query.fill('');
  // A person goes on typing while works come in.
  loading.push(
    await meter.framesWhile(async () => {
      do await keyboard.type(' more', { delay: 40 });
      while (!(await meter.isSettled()));
    }),
  );
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `\n${await panel.rows.count()} works of 5 services × 1,000, ${loading.length + 1} pages in ${seconds.toFixed(0)} s`,
);
print('typing while they come', join(loading));
await workbench.page.waitForTimeout(1000);
console.log(
  `memory of the window's scripts: ${((await meter.heap()) - before).toFixed(0)} MB more than before`,
);

print('doing nothing', await meter.framesWhile(() => workbench.page.waitForTimeout(2000)));

const box = await panel.frame.locator('#scroll').boundingBox();
if (box === null) throw new Error('There is no list.');
await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
print(
  'scrolling by the wheel',
  await meter.framesWhile(async () => {
    for (let n = 0; n < 150; n += 1) {
      await mouse.wheel(0, 300);
      await workbench.page.waitForTimeout(16);
    }
  }),
);
await query.fill('');
print('typing', await meter.framesWhile(() => keyboard.type('what one types into the box', { delay: 50 })));
await panel.rows.first().click();
await panel.button('Close').click();
print(
  'arrow keys in the list',
  await meter.framesWhile(async () => {
    for (let n = 0; n < 60; n += 1) await workbench.press('ArrowDown');
  }),
);
await browser.close();
await playground.stop();
