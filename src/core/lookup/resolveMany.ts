/** Looks many identifiers up in as few requests as the services' batch forms allow. */
import { isCancelled, toLookupError, type LookupError } from '../errors.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import type { CitationRecord } from '../record/record.ts';
import type { Source, SourceContext } from '../sources/source.ts';
import { askSource } from './askSource.ts';
import type { Lookup, LookupOptions } from './lookup.ts';

/** What became of one identifier: its work, nothing known, or why it could not be asked. */
export type Outcome =
  { readonly record: CitationRecord } | { readonly notFound: true } | { readonly error: LookupError };

export interface ManyOptions extends LookupOptions {
  /** Called whenever identifiers have come to their end. */
  readonly onProgress?: (done: number, total: number) => void;
}

function nameOf(identifier: Identifier): string {
  return `${identifier.kind}:${identifier.id}`;
}

/**
 * Resolves each identifier once and returns the outcomes by `kind:id`. What one batch service does not know goes to
 * the next, and what is left by all of them is looked up one by one. Rejects only when cancelled.
 */
export async function resolveMany(
  identifiers: readonly Identifier[],
  lookup: Lookup,
  contextOf: (source: Source, options: LookupOptions) => SourceContext,
  options: ManyOptions = {},
): Promise<ReadonlyMap<string, Outcome>> {
  const wanted = new Map(identifiers.map((identifier) => [nameOf(identifier), identifier]));
  const outcomes = new Map<string, Outcome>();
  const settle = (identifier: Identifier, outcome: Outcome): void => {
    outcomes.set(nameOf(identifier), outcome);
    options.onProgress?.(outcomes.size, wanted.size);
  };
  const open = (): readonly Identifier[] =>
    [...wanted.values()].filter((identifier) => !outcomes.has(nameOf(identifier)));

  for (const source of lookup.askable(options)) {
    const { batch } = source;
    if (batch === undefined) continue;
    const candidates = open().filter(
      ({ kind, id }) => batch.kinds.includes(kind) && !(kind === 'doi' && id.startsWith('10/')),
    );
    const context = contextOf(source, options);
    await Promise.all(
      batch.split(candidates).map(async (group) => {
        try {
          const found = await askSource(context, (own) => batch.resolve(group, own));
          for (const identifier of group) {
            const record = found.get(identifier.id);
            if (record !== undefined) settle(identifier, { record });
          }
        } catch (error) {
          // The next source may know them; what nobody answers is asked once more on its own and then says why.
          if (isCancelled(error)) throw error;
        }
      }),
    );
  }
  await Promise.all(
    open().map(async (identifier) => {
      try {
        const record = await lookup.resolve(identifier, options);
        settle(identifier, record === undefined ? { notFound: true } : { record });
      } catch (error) {
        if (isCancelled(error)) throw error;
        settle(identifier, { error: toLookupError(error) });
      }
    }),
  );
  return outcomes;
}
