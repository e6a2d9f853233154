/**
 * What the panel costs with thousands of works: the page runs alone in a browser, the host's messages are made here.
 * Figures are processor time of the page's thread (scripts, style, layout, painting), which does not count what other
 * programs take; a frame of a screen with 60 a second has 16 ms.
 *
 *     npm run build:webview && npm run bench -- panelPage
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { textNames } from '../../src/webview/protocol.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { readTasks } from '../support/panelMeter.ts';
import { projectFolder } from '../support/paths.ts';

const read = (file: string): string => readFileSync(join(projectFolder, 'dist', 'webview', file), 'utf8');

/** A search that has begun, and `answer(from, count)`: the host's message with so many works more. */
const begin = `
  const sources = [0, 1, 2, 3, 4].map((n) => ({ id: 'source' + n, name: 'Source ' + n, state: 'answered', count: 9, hasMore: false, notApplied: [] }));
  const found = { text: 'x', busy: true, sources, credits: [] };
  const workOf = (n) => ({
    id: 'doi 10.5555/' + n, title: 'A study of the number <i>' + n + '</i> and what became of it', authors: 'Ada Lovelace, Charles Babbage',
    year: 1950 + (n % 70), type: 'article-journal', typeName: 'Journal article', venue: 'Journal ' + (n % 40), place: 'Journal ' + (n % 40) + ' 3(2), 1-9',
    sources: ['source' + (n % 5)], citedBy: n, openAccess: n % 3 === 0, warnings: [], dragText: '10.5555/' + n });
  window.answer = (from, count) => {
    const works = Array.from({ length: count }, (_, place) => workOf(from + place));
    postMessage({ kind: 'progress', found, order: { from, ids: works.map(({ id }) => id) }, works });
  };
  const texts = Object.fromEntries(${JSON.stringify(textNames)}.map((name) => [name, name]));
  postMessage({ kind: 'state', texts, language: 'en', types: [], found: { ...found, order: [] }, works: [] });`;

const letter = `(() => {
  const query = document.querySelector('#query');
  query.value += 'a';
  query.dispatchEvent(new Event('input', { bubbles: true }));
})()`;
const arrow = `document.querySelector('#list').dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'ArrowDown' }))`;
const scroll = `document.querySelector('#scroll').scrollTop += 400`;

/** Returns the figures, in ms and megabytes, by what happens. */
async function measure(browser: Browser, count: number): Promise<Readonly<Record<string, number>>> {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.setContent(`<style>${read('panel.css')}</style><main></main>`);
  await page.evaluate('window.acquireVsCodeApi = () => ({ postMessage() {} })');
  await page.evaluate(read('main.js'));
  const thread = await page.context().newCDPSession(page);
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metric = async (wanted: string): Promise<number> =>
    (await thread.send('Performance.getMetrics')).metrics.find(({ name }) => name === wanted)?.value ?? NaN;

  /** Lets something happen in so many frames; what an empty page does in the same time is not counted. */
  async function costOf(script: string, frames = 1, pauseMs = 200): Promise<number> {
    const spend = async (what: string): Promise<number> => {
      const before = await metric('TaskDuration');
      await page.evaluate(`(async () => {
        for (let n = 0; n < ${frames}; n += 1) {
          ${what};
          await new Promise(requestAnimationFrame);
        }
      })()`);
      await page.waitForTimeout(pauseMs);
      return ((await metric('TaskDuration')) - before) * 1000;
    };
    return ((await spend(script)) - (await spend(''))) / frames;
  }

  await page.evaluate(`(() => {${begin}})()`);
  await page.waitForTimeout(300);
  const first = await costOf('answer(0, 50)');
  const all = await costOf(`answer(50, ${count - 50})`, 1, count);
  const more = await costOf(`answer(${count}, 50)`);
  // The most that can happen is that they come where one looks.
  await page.evaluate(`document.querySelector('#scroll').scrollTop = 1e9`);
  await page.waitForTimeout(300);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await page.evaluate(`answer(${count + 50}, 50)`);
  await page.waitForTimeout(300);
  const tasks = readTasks((await browser.stopTracing()).toString());
  await page.evaluate(`document.querySelector('#scroll').scrollTop = 0`);
  const figures = {
    'first 50 works': first,
    'all others': all,
    '50 works more': more,
    '  in sight, at most': Math.max(...tasks),
    'letter typed': await costOf(letter, 20),
    'arrow key': await costOf(arrow, 20),
    'frame of scrolling': await costOf(scroll, 60),
  };
  await thread.send('HeapProfiler.collectGarbage');
  const memory = (await metric('JSHeapUsedSize')) / 1e6;
  await page.close();
  return { ...figures, 'script memory, MB': memory };
}

const browser = await launchBrowser();
for (const count of [100, 1000, 5000]) {
  console.log(`${count} works`);
  for (const [what, figure] of Object.entries(await measure(browser, count)))
    console.log(`  ${what.padEnd(20)} ${figure.toFixed(1).padStart(7)}`);
}
await browser.close();
