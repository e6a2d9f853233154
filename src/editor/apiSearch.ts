/** Searching as the exported API offers it: results of plain data, whose sentences are in English. */
import type { LookupError } from '../core/errors.ts';
import type * as core from '../core/lookup/search.ts';
import { compact } from '../core/record/compact.ts';
import { parseQuery } from '../core/sources/parseQuery.ts';
import type { SearchQuery } from '../core/sources/query.ts';
import type { Services } from './services/services.ts';

/** What one source answered. */
export interface SourceOutcome extends Omit<core.SourceOutcome, 'error' | 'notes'> {
  readonly error?: Pick<LookupError, 'kind' | 'message'> & { readonly retryAfterMs?: number };
  /** Sentences of the source on the query, such as on a journal's name that it does not know. */
  readonly notes?: readonly string[];
}

export interface SearchResult extends Omit<core.SearchResult, 'outcomes'> {
  readonly outcomes: readonly SourceOutcome[];
}

interface PageOptions {
  readonly signal?: AbortSignal;
  readonly onPartial?: (outcome: SourceOutcome) => void;
}

export interface SearchApi {
  search(
    query: string | SearchQuery,
    options?: PageOptions & {
      readonly sources?: readonly string[];
      readonly pageSize?: number;
      /** Whether the services that can shall count all hits by type, year, journal and repository. */
      readonly counts?: boolean;
    },
  ): Promise<SearchResult>;
  /** The next page of every source that has one. */
  searchMore(result: SearchResult, options?: PageOptions): Promise<SearchResult>;
}

function toPublic({ error, notes, ...outcome }: core.SourceOutcome): SourceOutcome {
  return {
    ...outcome,
    ...(error && {
      error: compact({ kind: error.kind, message: error.message, retryAfterMs: error.retryAfterMs }),
    }),
    ...(notes && { notes: notes.map(({ english }) => english) }),
  };
}

/** Creates the search of the API; a result is gone on with as long as its caller holds it. */
export function createSearchApi(services: Pick<Services, 'search' | 'searchMore'>): SearchApi {
  const own = new WeakMap<SearchResult, core.SearchResult>();

  function publish(result: core.SearchResult): SearchResult {
    const published = { ...result, outcomes: result.outcomes.map(toPublic) };
    own.set(published, result);
    return published;
  }

  const hear =
    (onPartial: PageOptions['onPartial']) =>
    (outcome: core.SourceOutcome): void =>
      onPartial?.(toPublic(outcome));

  return {
    async search(query, { onPartial, ...options } = {}) {
      const asked = typeof query === 'string' ? parseQuery(query) : query;
      return publish(await services.search(asked, { ...options, onPartial: hear(onPartial) }));
    },
    async searchMore(result, { onPartial, ...options } = {}) {
      const known = own.get(result);
      if (known === undefined) return { query: result.query, records: [], outcomes: [] };
      return publish(await services.searchMore(known, { ...options, onPartial: hear(onPartial) }));
    },
  };
}
