/**
 * The panel in the real workbench, asking five stand-in services that know a thousand works each: how long after the
 * first service's answer a row is on the screen, what scrolling and typing cost with everything loaded, memory.
 *
 *     npm run package && npm run bench -- panelWorkbench
 */
import { availableParallelism, loadavg } from 'node:os';
import { credentials } from '../sandbox/credentials.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { PanelMeter, type Frames } from '../support/panelMeter.ts';
import { packageFile } from '../support/paths.ts';
import { startPlayground } from '../support/playground.ts';
import { SearchPanel } from '../support/searchPanel.ts';
import { Workbench } from '../support/workbench.ts';

const searches = 15;
/** Frames of a screen with 60 a second; a longer one was dropped. */
const maxFrameMs = (1000 / 60) * 1.5;

const playground = await startPlayground({ packages: [packageFile] });
const { sandbox } = playground;
const browser = await launchBrowser();
const workbench = await Workbench.open(browser, playground.server, playground.folder);
const { mouse, keyboard } = workbench.page;
const panel = await SearchPanel.open({ ...playground, workbench });
const { applicationId, accessKey, site } = credentials.rakutenKobo;
await panel.setCredentials('Rakuten Kobo', [applicationId, accessKey, site]);
await panel.frame.locator('button.chip').nth(1).waitFor({ state: 'detached' });
await panel.setCredentials('CiNii', [credentials.cinii.appid]);
await panel.frame.locator('button.chip').waitFor({ state: 'detached' });
const meter = await PanelMeter.install(panel.frame);

const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(Math.floor(values.length * part), values.length - 1)] ?? NaN;
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const spread = (values: readonly number[]): string =>
  `median ${ms(at(values, 0.5))}, 95 % ${ms(at(values, 0.95))}, longest ${ms(at(values, 1))}`;

function print(what: string, { intervals, script, layout, all }: Frames): void {
  const count = intervals.length;
  const dropped = intervals.filter((interval) => interval > maxFrameMs).length;
  console.log(`${what}: ${count} frames, ${dropped} dropped`);
  console.log(`  from one to the next     ${spread(intervals)}`);
  console.log(`  processor time a frame   scripts ${ms(script / count)}, style and layout ${ms(layout / count)}, all ${ms(all / count)}`); // prettier-ignore
}

/** Ms from the first answer of a service to the host's message to the page, and to the first row on the screen. */
async function measureFirstRow(query: string): Promise<{ readonly told: number; readonly painted: number }> {
  sandbox.reset();
  // The services' paces: nobody waits for an earlier search.
  await workbench.page.waitForTimeout(1200);
  await meter.expectRow();
  await panel.search(query);
  const { told, painted } = await meter.firstRow();
  const answers = sandbox.requests.map(({ answeredAt }) => answeredAt).filter((answeredAt) => answeredAt > 0);
  const first = Math.min(...answers);
  await panel.settled();
  return { told: told - first, painted: painted - first };
}

console.log(`${availableParallelism()} processors, ${loadavg()[0]?.toFixed(1) ?? '?'} programs wanting one`);
const rows = [];
for (let n = 0; n < searches; n += 1) rows.push(await measureFirstRow(`flood ${n * 7}`));
const [cold] = rows;
const warm = rows.slice(1);
console.log(`first row on the screen after the first answer (${searches} searches)`);
console.log(
  `  the first search   ${ms(cold?.painted ?? NaN)}, of which ${ms(cold?.told ?? NaN)} to the page`,
);
console.log(`  the others         ${spread(warm.map(({ painted }) => painted))}`);
console.log(`    of which to the page  ${spread(warm.map(({ told }) => told))}`);

await workbench.page.waitForTimeout(1200);
const before = await meter.heap();
await panel.search('flood');
await panel.settled();
const query = panel.frame.locator('#query');
let pages = 1;
const start = performance.now();
const loading = await meter.framesWhile(async () => {
  for (; await meter.loadMore(); pages += 1) {
    await query.press('End');
    // A person goes on typing while works come in.
    await keyboard.type(' more', { delay: 40 });
    await meter.settled();
  }
});
const seconds = (performance.now() - start) / 1000;
console.log(
  `\n${await panel.rows.count()} works of 5 services × 1,000, ${pages} pages in ${seconds.toFixed(0)} s`,
);
print('typing while they come', loading);
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
