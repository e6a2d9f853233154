/** A search in Crossref's terms: `/works` with field queries, filters and a sort. */
import {
  findForeign,
  ownParameters,
  type SearchField,
  type SearchPage,
  type SearchQuery,
  type SearchSort,
} from '../query.ts';
import { facetParameter, readCounts } from './counts.ts';
import { toNamedConditions, type Ask } from './directories.ts';
import { ownFilters, toFilter, toFilters } from './filters.ts';
import { mapWork } from './mapWork.ts';
import { readPage } from './pages.ts';
import { toCrossrefTypes } from './types.ts';

export const searchFieldsOfCrossref: readonly SearchField[] = [
  'author', 'title', 'journal', 'publisher', 'issn', 'isbn', 'orcid', 'funder', 'award', 'license', 'member', 'prefix',
  'updates', 'abstract', 'year', 'date', 'type', 'sort',
]; // prettier-ignore

/** Field queries that no condition stands for, `crossref.editor:Doe`; `query` looks everywhere. */
const ownQueries: readonly string[] = [
  'affiliation', 'chair', 'contributor', 'degree', 'description', 'editor', 'event-acronym', 'event-location', 'event-name',
  'event-sponsor', 'event-theme', 'publisher-location', 'standards-body-acronym', 'standards-body-name', 'translator',
]; // prettier-ignore

/** Orders besides those that all services have, `crossref.sort:created crossref.order:asc`. */
const ownOrder: readonly string[] = ['sort', 'order'];

export const parametersOfCrossref: readonly string[] = ['query', ...ownQueries, ...ownFilters, ...ownOrder];

/** What a row, an entry and its notices are made of; names that are not selectable are absent by necessity. */
const selected =
  'DOI,URL,title,subtitle,short-title,original-title,container-title,short-container-title,author,editor,chair,translator,issued,' +
  'published,published-print,published-online,posted,approved,volume,issue,page,article-number,publisher,publisher-location,' +
  'type,ISSN,ISBN,issn-type,event,degree,group-title,abstract,license,relation,update-to,updated-by,is-referenced-by-count';

const sorts: Readonly<Record<Exclude<SearchSort, 'relevance'>, string>> = {
  newest: 'sort=published&order=desc',
  oldest: 'sort=published&order=asc',
  cited: 'sort=is-referenced-by-count&order=desc',
};

/** Returns the questions by field; the words of two conditions on one field stand together. */
function toFieldQueries(
  query: SearchQuery,
  named: readonly (readonly [field: string, words: string])[],
): readonly string[] {
  const { words, author, title, publisher } = query;
  const asked = Object.entries(ownParameters(query, 'crossref', ownQueries));
  const questions = new Map<string, string[]>();
  for (const [field, text] of [
    ['bibliographic', words],
    ['author', author?.join(' ')],
    ['title', title?.join(' ')],
    ['publisher-name', publisher?.join(' ')],
    ...named,
    ...asked,
  ] as const) {
    if (text !== undefined && text !== '') questions.set(field, [...(questions.get(field) ?? []), text]);
  }
  return [...questions].map(([field, texts]) => `query.${field}=${encodeURIComponent(texts.join(' '))}`);
}

function toOrder(query: SearchQuery): readonly string[] {
  const own = Object.entries(ownParameters(query, 'crossref', ownOrder));
  if (own.length > 0) return own.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.sort === undefined || query.sort === 'relevance' ? [] : [sorts[query.sort]];
}

/** Finds one page; `cursor` is what `readPage` returned as `next`. */
export async function searchCrossref(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string; readonly counts?: boolean },
  ask: Ask,
): Promise<SearchPage> {
  const named = await toNamedConditions(query, ask);
  const own = Object.entries(ownParameters(query, 'crossref', ownFilters));
  const filters = [
    ...toFilters(query),
    ...named.filters,
    ...own.map(([name, value]) => toFilter(name, value)),
  ];
  const { query: everywhere } = ownParameters(query, 'crossref', ['query']);
  const asked = [
    ...(everywhere === undefined ? [] : [`query=${encodeURIComponent(everywhere)}`]),
    ...toFieldQueries(query, named.fieldQueries),
    ...(filters.length === 0 ? [] : [`filter=${encodeURIComponent(filters.join(','))}`]),
  ];
  const said = {
    notApplied: [
      ...findForeign(query, searchFieldsOfCrossref),
      ...(query.type?.every((type) => toCrossrefTypes(type).length === 0) === true
        ? (['type'] as const)
        : []),
    ],
    ...(named.notes.length === 0 ? {} : { notes: named.notes }),
  };
  // Without any condition that it can apply, all that Crossref has would be found.
  if (asked.length === 0) return { records: [], ...said };
  const facet = page.counts === true ? [facetParameter] : [];
  const question = [...asked, ...toOrder(query), `select=${selected}`, ...facet];
  const { items, total, next, facets } = await readPage(question, page, ask);
  return {
    records: items.map((item) => mapWork(item, 'crossref')).filter((record) => record !== undefined),
    ...(total === undefined ? {} : { total }),
    ...(next === undefined ? {} : { next }),
    ...(page.counts === true ? { counts: readCounts(facets) } : {}),
    ...said,
  };
}
