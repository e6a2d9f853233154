/** A search as all sources understand it. */
import type { CitationRecord } from '../record/record.ts';
import type { Sentence } from '../sentence.ts';

/** Conditions that hold texts as they stand. */
export const textFields = [
  'author', 'title', 'journal', 'publisher', 'funder', 'award', 'project', 'license', 'member', 'repository', 'provider', 'genre',
  'without',
] as const; // prettier-ignore

/** Conditions that hold lists of codes, `type:book,thesis`. */
export const codeFields = ['issn', 'isbn', 'orcid', 'prefix', 'updates', 'type', 'lang'] as const;

/** Names of the conditions in the query syntax, `author:smith`. */
export const searchFields = [
  ...textFields,
  ...codeFields,
  'year',
  'date',
  'open',
  'abstract',
  'sort',
] as const;

type TextField = (typeof textFields)[number];

export type SearchField = (typeof searchFields)[number];

export type SearchSort = 'relevance' | 'newest' | 'oldest' | 'cited';

/**
 * Conditions of different names must all hold; several of one name are alternatives, but of `without` none may occur.
 */
export interface SearchQuery extends Readonly<Partial<Record<TextField, readonly string[]>>> {
  /** Free words, quotes kept around phrases; '' where there are none. */
  readonly words: string;
  readonly issn?: readonly string[];
  readonly isbn?: readonly string[];
  readonly orcid?: readonly string[];
  /** What DOIs begin with, `10.1038`. */
  readonly prefix?: readonly string[];
  /** Notices: of a kind (`retraction`), about a DOI, or any (`yes`); a kind and a DOI must both hold. */
  readonly updates?: readonly string[];
  /** CSL types. */
  readonly type?: readonly string[];
  /** ISO 639-1 codes. */
  readonly lang?: readonly string[];
  /** First and last year, both included; either may be open. */
  readonly year?: { readonly from?: number; readonly to?: number };
  /** First and last day, month or year (ISO 8601), both included; either may be open. Wins over `year`. */
  readonly date?: { readonly from?: string; readonly to?: string };
  /** Open access only. */
  readonly open?: boolean;
  /** Works with an abstract only. */
  readonly abstract?: boolean;
  /** Ids of the sources to ask. */
  readonly source?: readonly string[];
  readonly sort?: SearchSort;
  /** Parameters of one service by its id, in its own names: `cinii.degree`. */
  readonly own?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Numbers of hits by the values that conditions have; of journals and repositories those with the most. */
export type SearchCounts = Readonly<
  Partial<Record<'type' | 'year' | 'journal' | 'repository', Readonly<Record<string, number>>>>
>;

/** One page of one source. */
export interface SearchPage {
  readonly records: readonly CitationRecord[];
  /** Hits in all, where the service counts them. */
  readonly total?: number;
  /** Opaque to everyone but the source; absent on the last page. */
  readonly next?: string;
  /** Conditions, and words of the query, that the service could not apply. */
  readonly notApplied?: readonly string[];
  /** What all hits are, not only those of the page; where it was asked for. */
  readonly counts?: SearchCounts;
  /** Sentences for a person, such as on a journal's name that the service does not know. */
  readonly notes?: readonly Sentence[];
}

/** Returns those of `fields` that a query has conditions on. */
export function fieldsAsked(query: SearchQuery, fields: readonly SearchField[]): readonly SearchField[] {
  return fields.filter((field) => query[field] !== undefined);
}

/** Returns the conditions of a query that are not among those a service can apply; its order is left aside. */
export function findForeign(query: SearchQuery, applied: readonly SearchField[]): readonly SearchField[] {
  const foreign = searchFields.filter((field) => field !== 'sort' && !applied.includes(field));
  return fieldsAsked(query, foreign);
}

/** Returns the values of a query's parameters that are `source`'s alone, as far as they are among `names`. */
export function ownParameters(
  query: SearchQuery,
  source: string,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query.own?.[source] ?? {}).filter(([name]) => names.includes(name)),
  );
}

/** Returns the counts by value; those of equal values are added. */
export function sumCounts(
  counts: readonly (readonly [value: string, count: unknown])[],
): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [value, count] of counts)
    if (typeof count === 'number') sums.set(value, (sums.get(value) ?? 0) + count);
  return Object.fromEntries(sums);
}
