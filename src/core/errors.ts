/**
 * The error family of everything that waits for a service. A message is one sentence for a person (who, what,
 * what next) and never holds a secret, a stack or a credential-bearing address.
 */
import { say, SpokenError, type Sentence } from './sentence.ts';

/** What went wrong, as the exported API names it. */
export type ErrorKind =
  'network' | 'timeout' | 'rate-limited' | 'credentials' | 'http' | 'unexpected-reply' | 'cancelled';

export interface LookupErrorOptions {
  /** Id of the source that failed; absent when the failure belongs to none. */
  readonly source?: string;
  /** HTTP status that the service answered with, where the failure is one. */
  readonly status?: number;
  /** Milliseconds to wait before another try can succeed, where known. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A lookup or search that could not be answered. "Not found" is an answer and never an error. */
export class LookupError extends SpokenError {
  override readonly name = 'LookupError';
  readonly kind: ErrorKind;
  readonly source: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(kind: ErrorKind, sentence: Sentence, options: LookupErrorOptions = {}) {
    super(sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.source = options.source;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Tells whether `error` means that the caller gave up, whatever layer noticed first. */
export function isCancelled(error: unknown): boolean {
  return (
    (error instanceof LookupError && error.kind === 'cancelled') ||
    (error instanceof Error && error.name === 'AbortError')
  );
}

/** Returns `error` as a LookupError; anything unknown becomes kind `unexpected-reply` with its cause kept. */
export function toLookupError(error: unknown, source?: string): LookupError {
  if (error instanceof LookupError) return error;
  const from = source === undefined ? {} : { source };
  if (isCancelled(error))
    return new LookupError('cancelled', say`The request was cancelled.`, { ...from, cause: error });
  const detail = error instanceof Error ? error.message : String(error);
  return new LookupError(
    'unexpected-reply',
    say`The answer could not be read (${detail}); try again later.`,
    {
      ...from,
      cause: error,
    },
  );
}
