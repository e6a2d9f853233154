/** A clock that a test turns by hand: `setTimeout` and `Date` follow it, so nothing ever waits. */
import { mock } from 'node:test';

export interface Clock {
  /** Lets time pass in steps and whatever falls due in it happen. */
  pass(ms: number, stepMs?: number): Promise<void>;
  stop(): void;
}

/** Takes the clock over until `stop`. */
export function startClock(): Clock {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });
  return {
    async pass(ms, stepMs = 10) {
      await settle();
      for (let passed = 0; passed < ms; passed += stepMs) {
        mock.timers.tick(Math.min(stepMs, ms - passed));
        await settle();
      }
    },
    stop() {
      mock.timers.reset();
    },
  };
}

/** Lets every promise that can go on go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
