/** What a bench measures in the panel's page: when rows are painted, what frames cost, how long a key waits. */
import type { Frame } from 'playwright-core';
import { waitFor } from './waitFor.ts';

/** Ms of each frame: from one to the next, and what the page itself was busy for in it. */
export interface Frames {
  readonly intervals: readonly number[];
  readonly busy: readonly number[];
}

/** Ms since 1970 at which the first row of a search was painted, and at which the host's message with it came. */
export interface FirstRow {
  readonly told: number;
  readonly painted: number;
}

const install = `(() => {
  const now = () => performance.timeOrigin + performance.now();
  const meter = { first: {}, frames: undefined };
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
    const frames = { intervals: [], busy: [] };
    meter.frames = frames;
    let last;
    const { port1, port2 } = new MessageChannel();
    let begun;
    // Comes after the page has laid out and painted.
    port1.onmessage = () => frames.busy.push(performance.now() - begun);
    const tick = (time) => {
      if (meter.frames !== frames) return;
      if (last !== undefined) frames.intervals.push(time - last);
      [last, begun] = [time, performance.now()];
      port2.postMessage(0);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  };
  meter.stop = () => {
    const { frames } = meter;
    meter.frames = undefined;
    return frames;
  };
  window.meter = meter;
})()`;

/** Measures in a page. */
export class PanelMeter {
  readonly #frame: Frame;

  private constructor(frame: Frame) {
    this.#frame = frame;
  }

  static async install(frame: Frame): Promise<PanelMeter> {
    await frame.evaluate(install);
    return new PanelMeter(frame);
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
    await this.#frame.evaluate('window.meter.watch()');
    await action();
    return this.#frame.evaluate<Frames>('window.meter.stop()');
  }

  /** Megabytes that the scripts of the page's process hold, after collecting garbage where the browser offers it. */
  heap(): Promise<number> {
    return this.#frame.evaluate<number>('(globalThis.gc?.(), performance.memory.usedJSHeapSize / 1e6)');
  }
}
