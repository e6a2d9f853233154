/** Which failures are worth another try, and after how long. */
import type { Priority } from './gate.ts';
import { WireError } from './wire.ts';
import { RequestRetryError } from './undici.ts';

/** Tries in all, the first included. */
const maxTries = 3;

/** Waits between tries and after complaints: twice as long each time, spread so that many clients do not come back at once. */
export interface Backoff {
  readonly firstMs: number;
  readonly random: () => number;
}

/** Statuses that may be gone a moment later. */
export const transientStatuses: readonly number[] = [429, 500, 502, 503, 504];

/** Silence may be over a moment later; a body that has trickled for long trickles on. */
const timeouts: ReadonlySet<string> = new Set(['NO_CONNECTION', 'NO_HEADERS', 'NO_DATA', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']); // prettier-ignore
/** A name that does not exist and a port that nobody listens on are the same a second later; a broken line is not. */
const brokenLines: ReadonlySet<string> = new Set([
  'BODY_CUT',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'EAI_AGAIN',
]);

/**
 * Milliseconds to wait before the request is tried again after its `failures`-th failure; undefined to give up. A
 * service's own wish to wait is not added: it holds the gate, for every request alike.
 */
export function retryDelay(
  error: Error,
  failures: number,
  priority: Priority,
  backoff: Backoff,
): number | undefined {
  if (failures >= maxTries) return undefined;
  const backoffMs = backoff.firstMs * 2 ** (failures - 1) * (1 + backoff.random());
  if (error instanceof RequestRetryError) {
    if (!transientStatuses.includes(error.statusCode)) return undefined;
    return error.statusCode === 429 ? 0 : backoffMs;
  }
  if (!(error instanceof WireError)) return undefined;
  if (brokenLines.has(error.code)) return backoffMs;
  // Nobody in front of a screen waits for a second round of silence.
  return timeouts.has(error.code) && priority === 'background' && failures === 1 ? backoffMs : undefined;
}
