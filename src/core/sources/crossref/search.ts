/** A search in Crossref's terms: `/works` with field queries, filters, a sort and an offset. */
import { asList, asObject } from '../json.ts';
import {
  findForeign,
  type SearchField,
  type SearchPage,
  type SearchQuery,
  type SearchSort,
} from '../query.ts';
import { mapWork } from './mapWork.ts';
import { toCrossrefTypes } from './types.ts';

export const searchFieldsOfCrossref: readonly SearchField[] = [
  'author', 'title', 'journal', 'publisher', 'issn', 'isbn', 'orcid', 'funder', 'year', 'type', 'sort',
]; // prettier-ignore

/** The last record that an offset reaches. */
const maxOffset = 10_000;

/** What a row, an entry and its notices are made of; names that are not selectable are absent by necessity. */
const selected =
  'DOI,URL,title,subtitle,short-title,original-title,container-title,short-container-title,author,editor,chair,translator,issued,' +
  'published,published-print,published-online,posted,approved,volume,issue,page,article-number,publisher,publisher-location,' +
  'type,ISSN,ISBN,issn-type,event,degree,group-title,abstract,license,relation,update-to,updated-by,is-referenced-by-count';

const fieldQueries = {
  author: 'author',
  title: 'title',
  journal: 'container-title',
  publisher: 'publisher-name',
  funder: 'funder-name',
} as const;

const sorts: Readonly<Record<Exclude<SearchSort, 'relevance'>, string>> = {
  newest: 'sort=published&order=desc',
  oldest: 'sort=published&order=asc',
  cited: 'sort=is-referenced-by-count&order=desc',
};

function toFilters(query: SearchQuery): readonly string[] {
  // A comma separates filters and cannot be escaped; none of these values holds one.
  const plain = (name: string, values: readonly string[] = []): readonly string[] =>
    values.map((value) => `${name}:${value.replaceAll(',', ' ')}`);
  return [
    ...plain('issn', query.issn),
    ...plain(
      'isbn',
      query.isbn?.map((isbn) => isbn.replaceAll(/[^\dXx]/g, '')),
    ),
    ...plain('orcid', query.orcid),
    ...plain('type', query.type?.flatMap(toCrossrefTypes)),
    ...(query.year?.from === undefined ? [] : [`from-pub-date:${String(query.year.from)}`]),
    ...(query.year?.to === undefined ? [] : [`until-pub-date:${String(query.year.to)}`]),
  ];
}

function toParameters(query: SearchQuery): readonly string[] {
  const filters = toFilters(query);
  const fields = Object.entries(fieldQueries).flatMap(([field, crossrefField]) => {
    const values = query[field as keyof typeof fieldQueries];
    return values === undefined ? [] : [`query.${crossrefField}=${encodeURIComponent(values.join(' '))}`];
  });
  return [
    ...(query.words === '' ? [] : [`query.bibliographic=${encodeURIComponent(query.words)}`]),
    ...fields,
    ...(filters.length === 0 ? [] : [`filter=${encodeURIComponent(filters.join(','))}`]),
    ...(query.sort === undefined || query.sort === 'relevance' ? [] : [sorts[query.sort]]),
  ];
}

/** Finds one page; `cursor` is the offset as text. */
export async function searchCrossref(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string },
  ask: (path: string) => Promise<unknown>,
): Promise<SearchPage> {
  const offset = Number(page.cursor ?? '0');
  const rows = Math.min(page.size, 1000, maxOffset - offset);
  const path = `/works?${[...toParameters(query), `rows=${String(rows)}`, `offset=${String(offset)}`, `select=${selected}`].join('&')}`;
  const list = asObject(await ask(path));
  const items = asList(list['items']);
  const total = list['total-results'];
  const next = offset + items.length;
  const more = items.length === rows && next < maxOffset && (typeof total !== 'number' || next < total);
  const notApplied = findForeign(query, searchFieldsOfCrossref);
  return {
    records: items.map((item) => mapWork(item, 'crossref')).filter((record) => record !== undefined),
    ...(typeof total === 'number' ? { total } : {}),
    ...(more ? { next: String(next) } : {}),
    notApplied,
  };
}
