/** Counts requests against the documented limits. */
import type { Allowance } from './exchange.ts';

export interface Meter {
  /** Takes a slot; undefined if none is free. Call the answer when the request is over. */
  enter(allowance: Allowance): (() => void) | undefined;
  reset(): void;
}

/** Makes a meter; `now` is in ms. */
export function createMeter(now: () => number): Meter {
  const pools = new Map<string, { starts: number[]; running: number }>();
  return {
    enter({ pool, limit, intervalMs, concurrency = Infinity }) {
      const state = pools.get(pool) ?? { starts: [], running: 0 };
      pools.set(pool, state);
      const since = now() - intervalMs;
      state.starts = state.starts.filter((start) => start > since);
      if (state.starts.length >= limit || state.running >= concurrency) return undefined;
      state.starts.push(now());
      state.running += 1;
      return () => {
        state.running -= 1;
      };
    },
    reset: () => {
      pools.clear();
    },
  };
}
