/** Looks many identifiers up in as few requests as the services' batch forms allow. */
import { isCancelled, toLookupError, type LookupError } from '../errors.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import type { CitationRecord } from '../record/record.ts';
import type { Source, SourceContext } from '../sources/source.ts';
import { furtherDoi, letAgencyLead, registersDois } from './agencies.ts';
import { asStored, askSource } from './askSource.ts';
import { findCompleter, type Lookup, type LookupOptions } from './lookup.ts';
import { mergeRecords } from './mergeRecords.ts';

/** What became of one identifier: its work, nothing known, or why it could not be asked. */
export type Outcome =
  { readonly record: CitationRecord } | { readonly notFound: true } | { readonly error: LookupError };

export interface ManyOptions extends LookupOptions {
  /** Called whenever identifiers have come to their end. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * As many are looked up one by one at a time: no fewer than a service takes at once, and few enough that a service which
 * fails them all is left alone for the rest.
 */
const maxSingles = 8;

function nameOf(identifier: Identifier): string {
  return `${identifier.kind}:${identifier.id}`;
}

/** Found records by the name of the identifier that was asked for. */
type Found = Map<string, CitationRecord>;

/** Asks one source's batch form. A group that fails is absent: others may know it, or it is asked for one by one. */
async function askBatch(
  source: Source,
  identifiers: readonly Identifier[],
  context: SourceContext,
): Promise<Found> {
  const { batch } = source;
  const found: Found = new Map();
  if (batch === undefined) return found;
  const candidates = identifiers.filter(({ kind, id }) => batch.kinds.includes(kind) && !(kind === 'doi' && id.startsWith('10/')));
  await Promise.all(
    batch.split(candidates).map(async (group) => {
      try {
        const records = await askSource(
          context,
          (own) => batch.resolve(group, own),
          (all) => new Map([...all].map(([id, record]) => [id, asStored(record, source)])),
        );
        for (const identifier of group) {
          const record = records.get(identifier.id);
          if (record !== undefined) found.set(nameOf(identifier), record);
        }
      } catch (error) {
        if (isCancelled(error)) throw error;
      }
    }),
  );
  return found;
} // prettier-ignore

/**
 * Resolves each identifier once and returns the outcomes by `kind:id`, each the same as `lookup.resolve` gives alone.
 * What one batch service does not know goes to the next, and what is left by all of them is looked up one by one.
 * Rejects only when cancelled.
 */
export async function resolveMany(
  identifiers: readonly Identifier[],
  lookup: Lookup,
  contextOf: (source: Source, options: LookupOptions) => SourceContext,
  options: ManyOptions = {},
): Promise<ReadonlyMap<string, Outcome>> {
  const wanted = new Map(identifiers.map((identifier) => [nameOf(identifier), identifier]));
  const outcomes = new Map<string, Outcome>();
  const settle = (name: string, outcome: Outcome): void => {
    outcomes.set(name, outcome);
    options.onProgress?.(outcomes.size, wanted.size);
  };
  const sources = lookup.askable(options);

  /** Completes records that lack what a citation needs, as many in a request as fit. */
  async function complete(records: Found): Promise<void> {
    const lacking = [...records.values()].filter((record) => findCompleter(sources, record) !== undefined);
    const [completer] = lacking.flatMap((record) => findCompleter(sources, record) ?? []);
    const dois = lacking.map(({ csl }): Identifier => ({ kind: 'doi', id: csl.DOI ?? '' }));
    const others =
      completer === undefined ? undefined : await askBatch(completer, dois, contextOf(completer, options));
    for (const [name, record] of records) {
      const other = lacking.includes(record) ? others?.get(`doi:${record.csl.DOI ?? ''}`) : undefined;
      settle(name, { record: other === undefined ? record : mergeRecords(record, other) });
    }
  }

  /** Lets the agency of a work's DOI lead, which knows it best, as it does for one alone. */
  async function leadByAgency(records: Found): Promise<void> {
    const dois = [...records.values()].flatMap((record) => furtherDoi(record) ?? []);
    const quiet = { ...options, onProgress: (): void => undefined };
    const agencies = dois.length === 0 ? undefined : await resolveMany(dois, lookup, contextOf, quiet);
    for (const [name, record] of records) {
      const doi = furtherDoi(record);
      const outcome = doi === undefined ? undefined : agencies?.get(nameOf(doi));
      const leads = outcome !== undefined && 'record' in outcome;
      settle(name, { record: leads ? letAgencyLead(outcome.record, record) : record });
    }
  }

  // Of DOIs only those who register them are asked at once: whoever else has heard of one tells less.
  const byDoi: Found = new Map();
  const byOther: Found = new Map();
  for (const source of sources) {
    const open = [...wanted.values()].filter((identifier) => {
      const name = nameOf(identifier);
      return !byDoi.has(name) && !byOther.has(name) && (identifier.kind !== 'doi' || registersDois(source));
    });
    for (const [name, record] of await askBatch(source, open, contextOf(source, options)))
      (name.startsWith('doi:') ? byDoi : byOther).set(name, record);
  }
  await Promise.all([complete(byDoi), leadByAgency(byOther)]);
  const left = [...wanted].filter(([name]) => !outcomes.has(name)).values();
  async function resolveLeft(): Promise<void> {
    for (const [name, identifier] of left) {
      try {
        const record = await lookup.resolve(identifier, options);
        settle(name, record === undefined ? { notFound: true } : { record });
      } catch (error) {
        if (isCancelled(error)) throw error;
        settle(name, { error: toLookupError(error) });
      }
    }
  }
  await Promise.all(Array.from({ length: maxSingles }, resolveLeft));
  return outcomes;
}
