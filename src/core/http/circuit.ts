/** Leaves a service alone for a while after it has failed again and again. */
import { LookupError } from '../errors.ts';
import { formatWait, isOutage, toFailure, type Party } from './failures.ts';

const failuresToOpen = 5;
const firstPauseMs = 5_000;
const maxPauseMs = 60_000;

interface Circuit {
  failures: number;
  openUntil: number;
  pauseMs: number;
}

export interface Circuits {
  /**
   * Does `work` unless `place` (a service at an address) failed five times in a row. After a pause, which doubles up to
   * a minute, one request tries; its success ends the matter.
   */
  guard<T>(place: string, party: Party, work: () => Promise<T>): Promise<T>;
}

/** Creates the circuits of a client, all closed. */
export function createCircuits(): Circuits {
  const circuits = new Map<string, Circuit>();

  function refuseIfOpen(place: string, { source, name }: Party): void {
    const circuit = circuits.get(place);
    if (circuit === undefined || circuit.failures < failuresToOpen) return;
    const retryAfterMs = circuit.openUntil - Date.now();
    if (retryAfterMs > 0) {
      const sentence = `${name} failed ${circuit.failures} times in a row; it is asked again in ${formatWait(retryAfterMs)}.`;
      throw new LookupError('network', sentence, { source, retryAfterMs });
    }
    // This request is the probe; the others stay out until it is back.
    circuit.openUntil = Date.now() + circuit.pauseMs;
  }

  function count(place: string): void {
    const { failures, pauseMs } = circuits.get(place) ?? { failures: 0, pauseMs: firstPauseMs / 2 };
    const next = failures + 1 < failuresToOpen ? pauseMs : Math.min(pauseMs * 2, maxPauseMs);
    circuits.set(place, { failures: failures + 1, pauseMs: next, openUntil: Date.now() + next });
  }

  return {
    async guard(place, party, work) {
      refuseIfOpen(place, party);
      try {
        const result = await work();
        circuits.delete(place);
        return result;
      } catch (error) {
        const failure = toFailure(error, party);
        if (isOutage(failure)) count(place);
        throw failure;
      }
    },
  };
}
