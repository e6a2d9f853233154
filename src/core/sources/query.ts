/** A search as all sources understand it. */
import type { CitationRecord } from '../record/record.ts';

/** Names of the conditions in the query syntax, `author:smith`. */
export const searchFields = [
  'author', 'title', 'journal', 'publisher', 'issn', 'isbn', 'orcid', 'funder', 'year', 'type', 'lang', 'open', 'sort',
] as const; // prettier-ignore

export type SearchField = (typeof searchFields)[number];

export type SearchSort = 'relevance' | 'newest' | 'oldest' | 'cited';

/** Conditions of different names must all hold; several of one name are alternatives. */
export interface SearchQuery {
  /** Free words, quotes kept around phrases; '' where there are none. */
  readonly words: string;
  readonly author?: readonly string[];
  readonly title?: readonly string[];
  readonly journal?: readonly string[];
  readonly publisher?: readonly string[];
  readonly issn?: readonly string[];
  readonly isbn?: readonly string[];
  readonly orcid?: readonly string[];
  readonly funder?: readonly string[];
  /** First and last year, both included; either may be open. */
  readonly year?: { readonly from?: number; readonly to?: number };
  /** CSL types. */
  readonly type?: readonly string[];
  /** ISO 639-1 codes. */
  readonly lang?: readonly string[];
  /** Open access only. */
  readonly open?: boolean;
  /** Ids of the sources to ask. */
  readonly source?: readonly string[];
  readonly sort?: SearchSort;
}

/** One page of one source. */
export interface SearchPage {
  readonly records: readonly CitationRecord[];
  /** Hits in all, where the service counts them. */
  readonly total?: number;
  /** Opaque to everyone but the source; absent on the last page. */
  readonly next?: string;
  /** Conditions that the service could not apply. */
  readonly notApplied?: readonly SearchField[];
}
