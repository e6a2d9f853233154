/**
 * How the panel behaves with thousands of works: time to draw, frames while scrolling, a key's way to the screen, memory.
 * The page runs alone in a browser; the host's messages are made here.
 *
 *     npm run build:webview && npm run bench -- panelPage
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textNames } from '../../src/webview/protocol.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { projectFolder } from '../support/paths.ts';

const read = (file: string): string => readFileSync(join(projectFolder, 'dist', 'webview', file), 'utf8');

const measure = `(async (count) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame((time) => setTimeout(() => resolve(time))));
  const works = Array.from({ length: count }, (_, n) => ({
    id: 'doi 10.5555/' + n, title: 'A study of the number <i>' + n + '</i> and what became of it', authors: 'Ada Lovelace, Charles Babbage',
    year: 1950 + (n % 70), type: 'article-journal', typeName: 'Journal article', venue: 'Journal ' + (n % 40), place: 'Journal ' + (n % 40) + ' 3(2), 1-9',
    sources: ['source' + (n % 5)], citedBy: n, openAccess: n % 3 === 0, warnings: [], dragText: '10.5555/' + n }));
  const sources = [0, 1, 2, 3, 4].map((n) => ({ id: 'source' + n, name: 'Source ' + n, state: 'answered', count: count / 5, hasMore: false, notApplied: [] }));
  const found = { text: 'x', busy: false, sources, order: works.map(({ id }) => id), credits: [] };
  const texts = Object.fromEntries(${JSON.stringify(textNames)}.map((name) => [name, name]));
  let start = performance.now();
  postMessage({ kind: 'state', texts, language: 'en', types: [], found, works });
  while (!document.querySelector('.row')) await frame();
  await frame();
  const draw = performance.now() - start;
  const scroll = document.querySelector('#scroll');
  const frames = [];
  for (let n = 0, last = await frame(); n < 60; n += 1) {
    scroll.scrollTop += 400;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  const key = async (target, init) => {
    const times = [];
    for (let n = 0; n < 10; n += 1) {
      start = performance.now();
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[5];
  };
  const down = await key(document.querySelector('#list'), { key: 'ArrowDown' });
  const query = document.querySelector('#query');
  const typed = [];
  for (let n = 0; n < 10; n += 1) {
    start = performance.now();
    query.value += 'a';
    query.dispatchEvent(new Event('input', { bubbles: true }));
    typed.push(performance.now() - start);
  }
  frames.sort((a, b) => a - b);
  return { draw, frame: frames[30], slowFrame: frames[57], down, type: typed.sort((a, b) => a - b)[5], memory: performance.memory.usedJSHeapSize / 1e6 };
})`;

const browser = await launchBrowser();
console.log('works   first draw   frame (median, 95 %)   arrow key   letter typed   script memory');
for (const count of [100, 1000, 5000]) {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.setContent(`<style>${read('panel.css')}</style><main></main>`);
  await page.evaluate('window.acquireVsCodeApi = () => ({ postMessage() {} })');
  await page.evaluate(read('main.js'));
  const figures = await page.evaluate<Readonly<Record<string, number>>>(`${measure}(${count})`);
  const ms = (name: string): string => `${(figures[name] ?? NaN).toFixed(1)} ms`;
  console.log(
    `${String(count).padStart(5)}   ${ms('draw')}   ${ms('frame')}, ${ms('slowFrame')}   ${ms('down')}   ${ms('type')}   ${(figures['memory'] ?? NaN).toFixed(0)} MB`,
  );
  await page.close();
}
await browser.close();
