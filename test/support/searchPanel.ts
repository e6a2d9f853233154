/** What the end-to-end tests of the search panel do with it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import type { Session } from './useWorkbench.ts';
import { waitFor } from './waitFor.ts';

const paper = [
  '\\documentclass[swedish]{article}',
  '\\begin{document}',
  'As is well known.',
  '\\bibliography{panel}',
  '\\end{document}',
  '',
].join('\n');

export const emptyBib = '% works of this paper\n';

/** The panel in a workbench, with a paper beside it whose bibliography is empty. */
export class SearchPanel {
  readonly frame: Frame;
  readonly #session: Session;

  private constructor(session: Session, frame: Frame) {
    this.#session = session;
    this.frame = frame;
  }

  /** Opens the paper with the cursor in its text, and the panel. */
  static async open(session: Session): Promise<SearchPanel> {
    const { workbench, folder } = session;
    writeFileSync(join(folder, 'panel.tex'), paper);
    writeFileSync(join(folder, 'panel.bib'), emptyBib);
    await workbench.openFile('panel.tex', 3);
    await workbench.press('End');
    return SearchPanel.show(session);
  }

  /** Shows the panel as the command does. */
  static async show(session: Session): Promise<SearchPanel> {
    await session.workbench.runCommand('Citation Lookup: Open Search Panel');
    return new SearchPanel(session, await session.workbench.webview('#query'));
  }

  get rows(): Locator {
    return this.frame.locator('.row');
  }

  /** The mark and the texts of a source. */
  chip(name: string): Locator {
    return this.frame.locator('.chip').filter({ hasText: name });
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** Types a query and presses Enter. */
  async search(query: string): Promise<void> {
    await this.frame.locator('#query').fill(query);
    await this.frame.locator('#query').press('Enter');
  }

  /** Waits until every source has answered and every row is there. */
  async settled(): Promise<void> {
    await this.button('Stop').waitFor({ state: 'detached' });
    await this.frame.locator('#list[aria-busy="true"]').waitFor({ state: 'detached' });
  }

  /** Drags a row with the mouse to the middle of a text in the editor. */
  async drag(place: number, text: string): Promise<void> {
    const { workbench } = this.#session;
    const row = await this.rows.nth(place).boundingBox();
    if (row === null) throw new Error(`There is no row ${place}.`);
    const { mouse } = workbench.page;
    await mouse.move(row.x + row.width / 2, row.y + 12);
    await mouse.down();
    const { x, y } = await workbench.pointOf(text);
    await mouse.move(x, y, { steps: 10 });
    await mouse.up();
  }

  /** Presses the button of a source that lacks its credentials, and types them. */
  async setCredentials(name: string, values: readonly string[]): Promise<void> {
    const { workbench } = this.#session;
    await this.chip(name).click();
    for (const [place, value] of values.entries()) {
      const step = values.length === 1 ? name : `(${place + 1}/${values.length})`;
      await workbench.quickInput.getByText(step).first().waitFor();
      // Secrets are typed into another type of field than other input.
      await workbench.page.keyboard.type(value);
      await workbench.press('Enter');
    }
  }

  titles(): Promise<readonly string[]> {
    // Rows out of sight are not laid out: they have no inner text.
    return this.frame.locator('.row .title').allTextContents();
  }

  /** What the list shows: the titles, which are chosen, and the one that its upper edge cuts or touches. */
  async describe(): Promise<{
    readonly titles: readonly string[];
    readonly chosen: readonly string[];
    readonly top: string;
  }> {
    const top = await this.frame.evaluate<string>(`(() => {
      const { left, top, width } = document.querySelector('#scroll').getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + 2).closest('.row')?.querySelector('.title').textContent ?? '';
    })()`);
    const chosen = await this.frame.locator('.row[aria-selected="true"] .title').allTextContents();
    return { titles: await this.titles(), chosen, top };
  }

  bib(): string {
    return readFileSync(join(this.#session.folder, 'panel.bib'), 'utf8');
  }

  /** Waits until the bibliography on disk satisfies a condition; returns it. */
  bibWith(condition: (text: string) => boolean): Promise<string> {
    return waitFor('the bibliography', () => (condition(this.bib()) ? this.bib() : undefined));
  }

  /** Makes the side bar so wide, in pixels, by dragging its edge. */
  async setWidth(width: number): Promise<void> {
    const { page } = this.#session.workbench;
    const box = await page.locator('.part.sidebar').boundingBox();
    if (box === null) throw new Error('The side bar is not there.');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + width, y, { steps: 4 });
    await page.mouse.up();
  }

  /** What an accessibility checker finds wrong with the page as it is now, one line each. */
  async findAccessibilityFaults(): Promise<readonly string[]> {
    await this.frame.evaluate(axeSource);
    // The page lets the side bar's own colour through, which the checker cannot see.
    await this.frame.evaluate(
      `document.documentElement.style.background = 'var(--vscode-sideBar-background)'`,
    );
    return this.frame.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html.slice(0, 150) + ' ' + (any[0]?.message ?? ''))))`);
  }

  /** Parts of the page that are wider than their place, one line each: a person would have to scroll sideways. */
  findCutOff(): Promise<readonly string[]> {
    return this.frame.evaluate(`['html', '.top', '.results', '.scroll', '.details'].flatMap((selector) =>
      [...document.querySelectorAll(selector)].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ scrollWidth, clientWidth }) => selector + ' is ' + scrollWidth + ' wide in ' + clientWidth))`);
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An article as Crossref's search answers it. */
export function crossrefItem(number: number, part: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    DOI: `10.5555/panel.${number}`,
    type: 'journal-article',
    title: [`On the number ${number}`],
    author: [{ family: `Author${number}`, given: 'A.' }],
    issued: { 'date-parts': [[1950 + (number % 70)]] },
    'container-title': [`Journal of ${['Algebra', 'Botany', 'Chemistry'][number % 3] ?? ''}`],
    'is-referenced-by-count': number,
    ...part,
  };
}

/** Crossref's answer to a search. */
export function crossrefAnswer(items: readonly unknown[], total = items.length): unknown {
  return { status: 'ok', 'message-type': 'work-list', message: { 'total-results': total, items } };
}
