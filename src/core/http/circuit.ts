/** Leaves a service alone for a while after it has failed again and again. */
import { LookupError } from '../errors.ts';
import { say } from '../sentence.ts';
import { formatWait, isOutage, toFailure, type Party } from './failures.ts';
import type { Priority } from './gate.ts';

const failuresToOpen = 5;
const firstPauseMs = 5_000;
const maxPauseMs = 60_000;

interface Circuit {
  failures: number;
  /** What went wrong last. */
  reason: LookupError;
  openUntil: number;
  pauseMs: number;
  /** True while one request tries whether the service is back. */
  isProbed: boolean;
}

export interface Circuits {
  /**
   * Does `work` unless `place` (a service at an address) failed five times in a row: then only one request at a time
   * tries, one that someone in front of a screen waits for, or any after a pause, which doubles up to a minute. The
   * others are refused with the sentence that says when. An answer ends the matter.
   */
  guard<T>(place: string, party: Party, priority: Priority, work: () => Promise<T>): Promise<T>;
}

/** Creates the circuits of a client, all closed. */
export function createCircuits(): Circuits {
  const circuits = new Map<string, Circuit>();

  function count(place: string, reason: LookupError): void {
    const { failures, pauseMs } = circuits.get(place) ?? { failures: 0, pauseMs: firstPauseMs / 2 };
    const nextMs = failures + 1 < failuresToOpen ? pauseMs : Math.min(pauseMs * 2, maxPauseMs);
    const openUntil = Date.now() + nextMs;
    circuits.set(place, { failures: failures + 1, reason, openUntil, pauseMs: nextMs, isProbed: false });
  }

  return {
    async guard(place, party, priority, work) {
      const circuit = circuits.get(place);
      if (circuit !== undefined && circuit.failures >= failuresToOpen) {
        const isTurn = priority === 'interactive' || Date.now() >= circuit.openUntil;
        if (circuit.isProbed || !isTurn) throw refusal(party, circuit);
        circuit.isProbed = true;
      }
      try {
        const result = await work();
        circuits.delete(place);
        return result;
      } catch (error) {
        const failure = toFailure(error, party);
        // 429 after several tries, each slower than the one before, is no matter of pace any more.
        if (isOutage(failure) || failure.status === 429) count(place, failure);
        else if (circuit !== undefined) circuit.isProbed = false;
        throw failure;
      }
    },
  };
}

function refusal({ source, name }: Party, { failures, reason, openUntil }: Circuit): LookupError {
  const retryAfterMs = Math.max(1000, openUntil - Date.now());
  const sentence = say`${name} failed ${failures} times in a row; it is asked again in ${formatWait(retryAfterMs)}.`;
  const status = reason.status === undefined ? {} : { status: reason.status };
  return new LookupError(reason.kind, sentence, { source, retryAfterMs, ...status });
}
