import { readOrForget } from '../http/readOrForget.ts';
import type { CitationRecord } from '../record/record.ts';
import type { Source, SourceContext } from '../sources/source.ts';

/**
 * Asks a source; answers that it cannot read are not kept, so that the next question goes to the service again. Where
 * stored answers stood in for a service that gave none, `ifStored` may say so in the result.
 */
export async function askSource<T>(
  context: SourceContext,
  work: (context: SourceContext) => Promise<T>,
  ifStored: (result: T) => T = (result) => result,
): Promise<T> {
  const seen = { stale: false };
  const result = await readOrForget(context.http, (http) =>
    work({
      ...context,
      http: {
        ...http,
        async send(request) {
          const reply = await http.send(request);
          seen.stale ||= reply.stale;
          return reply;
        },
      },
    }),
  );
  return seen.stale ? ifStored(result) : result;
}

/** Marks a record as what a source said earlier. */
export function asStored(record: CitationRecord, { id }: Source): CitationRecord {
  return { ...record, facts: { ...record.facts, storedFrom: id } };
}
