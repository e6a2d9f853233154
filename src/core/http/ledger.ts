/** The book of a pool: which requests have started and may have arrived when, so that none starts too early. */

/** At most `limit` arrivals in any `windowMs`, at most `concurrency` on their way at once. */
export interface Limits {
  readonly limit: number;
  readonly windowMs: number;
  readonly concurrency: number;
}

/** A request that has started. */
export interface Slot {
  /** Reports that the request is over. */
  release(): void;
  /** Reports that there was none after all. */
  cancel(): void;
}

export interface Ledger {
  /** Milliseconds until a request may start, as far as can be told; 0 if at once. */
  waitMs(limits: Limits): number;
  /** Enters a start; undefined if none is allowed now. */
  take(limits: Limits): Slot | undefined;
  /** Lets nothing start before `at`, in milliseconds since 1970. */
  pauseUntil(at: number): void;
  /** When the latest pause ends, in milliseconds since 1970; 0 if there was none. */
  pausedUntil(): number;
}

/**
 * A service counts arrivals, and a request arrives some time between its start and its answer: opening a connection
 * can take longer than a whole burst on open ones. So each counts as arriving at its end, but no later than this.
 */
export const maxTravelMs = 300;

/** Nobody announces the end of a request: it is looked for this often. */
export const lookAgainMs = 25;

/** Creates a book for one window alone. */
export function createLedger(): Ledger {
  let arrivals: readonly { at: number; running: boolean }[] = [];
  let pausedUntil = 0;

  function waitMs({ limit, windowMs, concurrency }: Limits): number {
    const now = Date.now();
    arrivals = arrivals.filter(({ at, running }) => running || at > now - windowMs);
    const running = arrivals.filter((arrival) => arrival.running).length;
    const blocking = arrivals.map(({ at }) => at).sort((a, b) => b - a)[limit - 1];
    return Math.max(
      0,
      pausedUntil - now,
      waitFor(blocking, windowMs, now),
      running < concurrency ? 0 : lookAgainMs,
    );
  }

  return {
    waitMs,
    take(limits) {
      if (waitMs(limits) > 0) return undefined;
      const arrival = { at: Date.now() + maxTravelMs, running: true };
      arrivals = [...arrivals, arrival];
      return {
        release() {
          arrival.running = false;
          arrival.at = Math.min(arrival.at, Date.now());
        },
        cancel() {
          arrivals = arrivals.filter((other) => other !== arrival);
        },
      };
    },
    pauseUntil(at) {
      pausedUntil = Math.max(pausedUntil, at);
    },
    pausedUntil: () => pausedUntil,
  };
}

/** How long the arrival that fills the window stands in the way; what is still on its way arrives now at the earliest. */
export function waitFor(blocking: number | undefined, windowMs: number, now: number): number {
  return blocking === undefined ? 0 : Math.min(blocking, now) + windowMs - now;
}
