/** What a bench measures in the panel's page: when rows are painted, what frames cost, how long a key waits. */
import type { CDPSession, Frame } from 'playwright-core';
import { waitFor } from './waitFor.ts';

/**
 * Ms from each frame to the next, and processor time in ms of all of them: of the scripts, of style and layout, and of
 * everything. Processor time does not count that another program had the processor.
 */
export interface Frames {
  readonly intervals: readonly number[];
  readonly script: number;
  readonly layout: number;
  readonly all: number;
}

/** Ms since 1970 at which the first row of a search was painted, and at which the host's message with it came. */
export interface FirstRow {
  readonly told: number;
  readonly painted: number;
}

const install = `(() => {
  const now = () => performance.timeOrigin + performance.now();
  const meter = { first: {} };
  addEventListener('message', ({ data }) => {
    if (data?.works?.length > 0) meter.first.told ??= now();
  }, true);
  // A text that is marked says when it was on the screen.
  new PerformanceObserver((list) => {
    for (const { renderTime } of list.getEntries()) meter.first.painted ??= performance.timeOrigin + renderTime;
  }).observe({ type: 'element' });
  new MutationObserver(() => {
    if (meter.first.marked) return;
    const title = document.querySelector('.row .title');
    title?.setAttribute('elementtiming', 'row');
    meter.first.marked = title !== null;
  }).observe(document.body, { childList: true, subtree: true });
  meter.watch = () => {
    const intervals = [];
    meter.intervals = intervals;
    let last;
    const tick = (time) => {
      if (meter.intervals !== intervals) return;
      if (last !== undefined) intervals.push(time - last);
      last = time;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  };
  meter.stop = () => {
    const { intervals } = meter;
    meter.intervals = undefined;
    return intervals;
  };
  window.meter = meter;
})()`;

/** Measures in a page. */
export class PanelMeter {
  readonly #frame: Frame;
  /** The window's: the page and the workbench around it run in one thread here. */
  readonly #window: CDPSession;

  private constructor(frame: Frame, window: CDPSession) {
    this.#frame = frame;
    this.#window = window;
  }

  static async install(frame: Frame): Promise<PanelMeter> {
    await frame.evaluate(install);
    const page = frame.page();
    const window = await page.context().newCDPSession(page);
    await window.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new PanelMeter(frame, window);
  }

  /** Forgets the row seen first. */
  async expectRow(): Promise<void> {
    await this.#frame.evaluate('window.meter.first = {}');
  }

  async firstRow(): Promise<FirstRow> {
    return waitFor('the first row', async () => {
      const first = await this.#frame.evaluate<Partial<FirstRow>>('window.meter.first');
      const { told, painted } = first;
      return told === undefined || painted === undefined ? undefined : { told, painted };
    });
  }

  /** Watches the frames while something is done. */
  async framesWhile(action: () => Promise<void>): Promise<Frames> {
    const before = await this.#times();
    await this.#frame.evaluate('window.meter.watch()');
    await action();
    const intervals = await this.#frame.evaluate<readonly number[]>('window.meter.stop()');
    const after = await this.#times();
    const spent = (name: string): number => ((after.get(name) ?? NaN) - (before.get(name) ?? NaN)) * 1000;
    return {
      intervals,
      script: spent('ScriptDuration'),
      layout: spent('LayoutDuration') + spent('RecalcStyleDuration'),
      all: spent('TaskDuration'),
    };
  }

  /**
   * Presses the button that loads more; false where there is none. The page itself looks for it: asking thousands of
   * rows for their roles, as a test does, would drop more frames than what is measured.
   */
  async loadMore(): Promise<boolean> {
    return this.#frame.evaluate<boolean>(`(() => {
      const more = document.querySelector('button.more');
      more?.scrollIntoView();
      more?.click();
      return more !== null;
    })()`);
  }

  /** Waits until what was asked for is there, in the page itself. */
  async settled(): Promise<void> {
    await this.#frame.evaluate(`new Promise((resolve) => {
      const look = () => {
        if (document.querySelector('button.more:disabled, #list[aria-busy="true"]') === null) resolve();
        else setTimeout(look, 50);
      };
      look();
    })`);
  }

  /** Megabytes that the scripts of the window hold when everything else has been given back. */
  async heap(): Promise<number> {
    await this.#window.send('HeapProfiler.collectGarbage');
    return ((await this.#times()).get('JSHeapUsedSize') ?? NaN) / 1e6;
  }

  async #times(): Promise<ReadonlyMap<string, number>> {
    const { metrics } = await this.#window.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }
}
