/** How often requests of one pool may start: p-throttle, made changeable while it runs. */
import pThrottle from 'p-throttle';
import type { Pace } from './http.ts';

export interface Rate {
  /** Resolves when the next request may start, and counts it as started; rejects only after `dispose`. */
  next(): Promise<void>;
  /** At most so many starts in any so many milliseconds, as it is just now. */
  readonly window: { readonly limit: number; readonly windowMs: number };
  /** When the next request may start, in milliseconds since 1970; not after now if at once. */
  nextAt(): number;
  /** Takes another pace; what started in the last interval still counts. */
  change(pace: Pace): void;
  /** Halves the pace, for a service that complains without saying what it wants; returns 1, 2, 4 … as it gets slower. */
  slowDown(): number;
  /** Reports an answer that was no complaint; every so many of them undo one `slowDown`. */
  recover(): void;
  dispose(): void;
}

/** Halvings at most: a sixteenth of the documented pace. */
const maxSlowness = 4;
const answersPerRecovery = 20;

/** Creates a rate that lets at most `pace.limit` requests start in any `pace.intervalMs`. */
export function createRate(pace: Pace): Rate {
  let declared = pace;
  let slowness = 0;
  let answers = 0;
  let starts: readonly number[] = [];
  let disposed = false;
  let replaced = new AbortController();
  let take = createThrottle();

  function intervalMs(): number {
    return withMargin(declared.intervalMs) * 2 ** slowness;
  }

  function createThrottle(): () => Promise<void> {
    const { signal } = replaced;
    const options = { limit: declared.limit, interval: intervalMs(), strict: true, signal };
    return pThrottle(options)(() => Promise.resolve());
  }

  function recentStarts(): readonly number[] {
    const since = Date.now() - intervalMs();
    return starts.filter((at) => at > since).slice(-declared.limit);
  }

  function replaceThrottle(): void {
    replaced.abort();
    replaced = new AbortController();
    take = createThrottle();
    // Without its history the new throttle would grant a whole interval's budget at once.
    recentStarts().forEach(() => void take());
  }

  return {
    async next() {
      while (!disposed) {
        const { signal } = replaced;
        try {
          await take();
          starts = [...recentStarts(), Date.now()];
          return;
        } catch (error) {
          if (!signal.aborted) throw error;
        }
      }
      throw new DOMException('Disposed', 'AbortError');
    },
    get window() {
      return { limit: declared.limit, windowMs: intervalMs() };
    },
    nextAt() {
      const recent = recentStarts();
      const first = recent.length < declared.limit ? undefined : recent[0];
      return first === undefined ? 0 : first + intervalMs();
    },
    change(pace) {
      declared = pace;
      replaceThrottle();
    },
    slowDown() {
      answers = 0;
      slowness = Math.min(slowness + 1, maxSlowness);
      replaceThrottle();
      return 2 ** (slowness - 1);
    },
    recover() {
      if (slowness === 0 || ++answers < answersPerRecovery) return;
      answers = 0;
      slowness--;
      replaceThrottle();
    },
    dispose() {
      disposed = true;
      replaced.abort();
    },
  };
}

/**
 * Services count arrivals, and the network pushes arrivals together: a window asked for a little longer keeps the
 * last request of one interval and the first of the next apart.
 */
function withMargin(intervalMs: number): number {
  return intervalMs + Math.min(intervalMs * 0.05, 250);
}
