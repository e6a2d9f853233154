import { say, SpokenError } from '../../sentence.ts';

/** Why a citation style cannot be used, in one sentence for the person. */
export class StyleError extends SpokenError {
  override readonly name = 'StyleError';
}

/** Returns `error` as a StyleError; what the formatter itself throws is told in its own words. */
export function toStyleError(error: unknown): StyleError {
  if (error instanceof StyleError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StyleError(say`This citation style does not work: ${reason}`, { cause: error });
}
