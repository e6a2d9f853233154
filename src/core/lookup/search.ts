/** Searches all sources at once; each is shown as it answers, and the same work from several is one record. */
import { isCancelled, LookupError, toLookupError } from '../errors.ts';
import type { CitationRecord } from '../record/record.ts';
import { say, type Sentence } from '../sentence.ts';
import type { SearchCounts, SearchPage, SearchQuery } from '../sources/query.ts';
import type { Source, SourceContext } from '../sources/source.ts';
import { asStored, askSource } from './askSource.ts';
import { mergeRecords } from './mergeRecords.ts';
import { readInTurn } from './readInTurn.ts';
import { describedKey, workKey } from './sameWork.ts';

/** What one source answered. */
export interface SourceOutcome {
  readonly source: string;
  readonly records: readonly CitationRecord[];
  readonly total?: number;
  readonly hasMore: boolean;
  readonly error?: LookupError;
  /** Conditions, and words of the query, that the source could not apply. */
  readonly notApplied?: readonly string[];
  /** Sentences of the source on the query, such as on a journal's name that it does not know. */
  readonly notes?: readonly Sentence[];
  /** All hits by type, year, journal and repository, where the source counts them. */
  readonly counts?: SearchCounts;
}

export interface SearchResult {
  readonly query: SearchQuery;
  /** Works in the order of the sources' answers, each once; a further page holds no work of the pages before it. */
  readonly records: readonly CitationRecord[];
  readonly outcomes: readonly SourceOutcome[];
}

export interface SearchOptions {
  readonly signal?: AbortSignal;
  /** Works a source and page; 20 unless told otherwise. */
  readonly pageSize?: number;
  /** Whether services that can shall count all hits with the first page, which takes them longer; false unless told otherwise. */
  readonly counts?: boolean;
  readonly onPartial?: (outcome: SourceOutcome) => void;
  /** Why sources that should be asked cannot be; each becomes an outcome. */
  readonly unavailable?: readonly LookupError[];
}

/** Where each source goes on, and which works have been shown. */
interface Progress {
  readonly next: ReadonlyMap<Source, string>;
  readonly shown: ReadonlySet<string>;
  readonly pageSize: number;
}

const progressOf = new WeakMap<SearchResult, Progress>();

function toOutcome(source: Source, page: SearchPage): SourceOutcome {
  const { records, total, next, notApplied = [], notes = [], counts } = page;
  return {
    source: source.id,
    records,
    hasMore: next !== undefined,
    ...(total === undefined ? {} : { total }),
    ...(notApplied.length === 0 ? {} : { notApplied }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(counts === undefined ? {} : { counts }),
  };
}

function toFailure(source: string, cause: unknown): SourceOutcome {
  return { source, records: [], hasMore: false, error: toLookupError(cause, source) };
}

/** Marks a page as what a source said earlier, and says so. */
function asStoredPage(page: SearchPage, source: Source): SearchPage {
  const sentence = say`${source.name} gives no answer now; shown is what it said earlier.`;
  return {
    ...page,
    records: page.records.map((record) => asStored(record, source)),
    notes: [...(page.notes ?? []), sentence],
  };
}

/** Joins the same works, takes turns between the sources so that each one's best stands high. */
function join(
  outcomes: readonly SourceOutcome[],
  shown: ReadonlySet<string>,
): { records: CitationRecord[]; keys: Set<string> } {
  const keys = new Set(shown);
  const works = new Map<string, CitationRecord>();
  const alias = new Map<string, string>();
  const longest = Math.max(0, ...outcomes.map(({ records }) => records.length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const record of outcomes.map(({ records }) => records[rank])) {
      if (record === undefined) continue;
      const own = workKey(record);
      const described = describedKey(record.csl);
      // A record without DOI joins the one that has it; two DOIs are two works, however alike.
      const known = works.has(own) || described === undefined ? own : (alias.get(described) ?? own);
      const earlier = works.get(known);
      const same =
        earlier !== undefined &&
        (known === own || earlier.csl.DOI === undefined || record.csl.DOI === undefined);
      works.set(same ? known : own, same ? mergeRecords(earlier, record) : record);
      if (described !== undefined && !alias.has(described)) alias.set(described, own);
    }
  }
  const records = [...works].filter(([key]) => !shown.has(key)).map(([, record]) => record);
  for (const key of works.keys()) keys.add(key);
  return { records, keys };
}

/** Returns the works of several answers, each once, with all that their sources say; the best of each source stand high. */
export function joinWorks(outcomes: readonly SourceOutcome[]): readonly CitationRecord[] {
  return join(outcomes, new Set()).records;
}

/**
 * Finds one page of each source. A source that fails gives an outcome with its error and holds no other up; rejects
 * with kind `cancelled` only.
 */
async function findPages(
  query: SearchQuery,
  from: ReadonlyMap<Source, string | undefined>,
  progress: Omit<Progress, 'next'>,
  contextOf: (source: Source) => SourceContext,
  options: SearchOptions,
): Promise<SearchResult> {
  const next = new Map<Source, string>();
  const outcomes = await Promise.all(
    [...from].map(async ([source, cursor]): Promise<SourceOutcome | undefined> => {
      const { search: service } = source;
      if (service === undefined) return undefined;
      let outcome: SourceOutcome;
      try {
        const counts = cursor === undefined && options.counts === true;
        const page = { size: progress.pageSize, counts, ...(cursor === undefined ? {} : { cursor }) };
        const found = await askSource(
          contextOf(source),
          (context) => service.find(query, page, options.onPartial ? readInTurn(context) : context),
          (stored) => asStoredPage(stored, source),
        );
        if (found.next !== undefined) next.set(source, found.next);
        outcome = toOutcome(source, found);
      } catch (error) {
        if (options.signal?.aborted === true && isCancelled(error)) throw error;
        outcome = toFailure(source.id, error);
      }
      options.onPartial?.(outcome);
      return outcome;
    }),
  );
  if (options.signal?.aborted === true) throw new LookupError('cancelled', say`The search was cancelled.`);
  const unavailable = (options.unavailable ?? [])
    .map((error) => toFailure(error.source ?? '', error))
    .filter(({ source }) => isAsked(query, source));
  for (const outcome of unavailable) options.onPartial?.(outcome);
  const answered = [...outcomes.filter((outcome) => outcome !== undefined), ...unavailable];
  const { records, keys } = join(answered, progress.shown);
  const result: SearchResult = { query, records, outcomes: answered };
  progressOf.set(result, { next, shown: keys, pageSize: progress.pageSize });
  return result;
}

/** Tells whether a query is for this source: it may name the sources to ask, or use parameters that only some have. */
function isAsked(query: SearchQuery, id: string): boolean {
  return (query.source?.includes(id) ?? true) && (query.own === undefined || id in query.own);
}

/** Finds the first page of every source. */
export function search(
  query: SearchQuery,
  sources: readonly Source[],
  contextOf: (source: Source) => SourceContext,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const chosen = sources.filter(({ id }) => isAsked(query, id));
  const from = new Map(chosen.map((source) => [source, undefined]));
  return findPages(query, from, { shown: new Set(), pageSize: options.pageSize ?? 20 }, contextOf, options);
}

/** Finds the next page of every source that has one; an empty result where none has. */
export function searchMore(
  result: SearchResult,
  contextOf: (source: Source) => SourceContext,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const progress = progressOf.get(result);
  if (progress === undefined) return Promise.resolve({ query: result.query, records: [], outcomes: [] });
  return findPages(result.query, progress.next, progress, contextOf, options);
}
