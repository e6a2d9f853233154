import { readOrForget } from '../http/readOrForget.ts';
import type { SourceContext } from '../sources/source.ts';

/** Asks a source; answers that it cannot read are not kept, so that the next question goes to the service again. */
export function askSource<T>(
  context: SourceContext,
  work: (context: SourceContext) => Promise<T>,
): Promise<T> {
  return readOrForget(context.http, (http) => work({ ...context, http }));
}
