/** What waits for a source's turn, and how a status bar says it. */
import { say, type Sentence } from '../sentence.ts';
import { formatWait } from './failures.ts';

export interface Waiting {
  readonly source: string;
  /** The source's name as a person reads it. */
  readonly name: string;
  /** Requests in the queue. */
  readonly count: number;
  /** When a pause that the service asked for ends, in milliseconds since 1970; undefined while nothing is paused. */
  readonly pausedUntil?: number;
}

/** Says what is waited for; undefined where nothing waits. */
export function describeWaiting({ name, count, pausedUntil }: Waiting): Sentence | undefined {
  if (count === 0) return undefined;
  const waitMs = (pausedUntil ?? 0) - Date.now();
  if (waitMs <= 0) return say`${name}: ${count} waiting`;
  return say`${name} asks to wait ${formatWait(waitMs)}; trying again then.`;
}
