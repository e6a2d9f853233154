/** How often requests of one pool may start: p-throttle, made changeable while it runs. */
import pThrottle from 'p-throttle';
import type { Pace } from './http.ts';

export interface Rate {
  /** Resolves when the next request may start, and counts it as started; rejects only after `dispose`. */
  next(): Promise<void>;
  /** At most so many starts in so many milliseconds, as it is just now. */
  readonly window: { readonly limit: number; readonly windowMs: number };
  /** Takes another pace, for who waits already too. */
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
  let disposed = false;
  let replaced = new AbortController();
  let take = createThrottle();

  function windowMs(): number {
    // Timers and clocks count whole milliseconds, the service's too.
    return (declared.intervalMs + Math.min(10, declared.intervalMs / 20)) * 2 ** slowness;
  }

  function createThrottle(): () => Promise<void> {
    const { signal } = replaced;
    // Only the strict mode holds for every window; the default lets twice the limit through.
    const options = { limit: declared.limit, interval: windowMs(), strict: true, signal };
    return pThrottle(options)(() => Promise.resolve());
  }

  /** p-throttle's options are fixed, so another pace is another throttle; who waits at the old one moves over. */
  function replaceThrottle(): void {
    replaced.abort();
    replaced = new AbortController();
    take = createThrottle();
  }

  return {
    async next() {
      while (!disposed) {
        const { signal } = replaced;
        try {
          await take();
          return;
        } catch (error) {
          if (!signal.aborted) throw error;
        }
      }
      throw new DOMException('Disposed', 'AbortError');
    },
    get window() {
      return { limit: declared.limit, windowMs: windowMs() };
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
