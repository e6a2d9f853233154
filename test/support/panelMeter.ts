/** What a bench measures in the panel's page: when rows are painted, what frames cost, how long a key waits. */
import type { CDPSession, Frame } from 'playwright-core';
import { waitFor } from './waitFor.ts';

/**
 * Ms from each frame to the next, and processor time in ms of all of them: of the scripts, of style and layout, of
 * everything, and of each task that kept the thread from its next frame. Processor time does not count that another
 * program had the processor.
 */
export interface Frames {
  readonly intervals: readonly number[];
  readonly script: number;
  readonly layout: number;
  readonly all: number;
  readonly longTasks: readonly number[];
}

/** A frame of a screen with 60 a second. */
export const frameMs = 1000 / 60;

/** When the first row of a search was painted, and when the host's message with it came; ms since 1970, or since something. */
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

interface TraceEvent {
  readonly name: string;
  /** Process and thread. */
  readonly pid: number;
  readonly tid: number;
  /** Beginning, length and processor time in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/**
 * Returns the processor time, in ms, of each task of 1 ms or more of the threads that draw pages; what the bench itself
 * does there is left out. A virtual machine may count more of it than time has passed.
 */
export function readTasks(trace: string): readonly number[] {
  const { traceEvents: events = [] } = JSON.parse(trace) as { readonly traceEvents?: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const drawing = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const own = events.filter(({ args }) =>
    args?.chrome_mojo_event_info?.mojo_interface_tag?.includes('DevTools'),
  );
  const isOwn = (task: TraceEvent): boolean =>
    own.some((event) => threadOf(event) === threadOf(task) && event.ts >= task.ts && event.ts < task.ts + (task.dur ?? 0)); // prettier-ignore
  return events
    .filter((task) => task.name === 'ThreadControllerImpl::RunTask' && drawing.has(threadOf(task)))
    .filter((task) => (task.tdur ?? 0) > 1000 && !isOwn(task))
    .map(({ dur = 0, tdur = 0 }) => Math.min(dur, tdur) / 1000);
}

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
    const page = this.#frame.page();
    const browser = page.context().browser();
    await browser?.startTracing(page, { categories: ['toplevel', '__metadata'] });
    const before = await this.#times();
    await this.#frame.evaluate('window.meter.watch()');
    await action();
    const intervals = await this.#frame.evaluate<readonly number[]>('window.meter.stop()');
    const after = await this.#times();
    const trace = await browser?.stopTracing();
    const spent = (name: string): number => ((after.get(name) ?? NaN) - (before.get(name) ?? NaN)) * 1000;
    return {
      intervals,
      script: spent('ScriptDuration'),
      layout: spent('LayoutDuration') + spent('RecalcStyleDuration'),
      all: spent('TaskDuration'),
      longTasks: readTasks(trace?.toString() ?? '{}').filter((ms) => ms > frameMs),
    };
  }

  /** Tells whether what was asked for is there, more cheaply than a test does, which would drop frames. */
  async isSettled(): Promise<boolean> {
    return this.#frame
      .evaluate<boolean>(`document.getElementsByClassName('more')[0]?.ariaDisabled !== 'true' &&
      document.getElementById('list').ariaBusy === 'false'`);
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
