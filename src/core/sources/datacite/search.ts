/** A search in DataCite's terms: `/dois` with an OpenSearch query string, whose special characters are escaped. */
import type { CitationRecord } from '../../record/record.ts';
import { asList, asObject } from '../json.ts';
import {
  findForeign,
  type SearchField,
  type SearchPage,
  type SearchQuery,
  type SearchSort,
} from '../query.ts';
import { toResourceTypeIds } from './types.ts';

export const searchFieldsOfDataCite: readonly SearchField[] = [
  'author', 'title', 'journal', 'publisher', 'issn', 'isbn', 'orcid', 'funder', 'year', 'type', 'lang', 'open', 'sort',
]; // prettier-ignore

/** The last record that a page number reaches. */
const maxReach = 10_000;

/** Sent always: the service's default order is by date of update. */
const sorts: Readonly<Record<SearchSort, string>> = {
  relevance: 'relevance',
  newest: '-published',
  oldest: 'published',
  cited: '-citation-count',
};

/** Makes a person's words harmless in a query string; the operators are words in capitals. */
export function escapeQuery(words: string): string {
  return words
    .replaceAll(/[+\-=&|><!(){}[\]^"~*?:\\/]/g, '\\$&')
    .replaceAll(/\b(?:AND|OR|NOT)\b/g, (operator) => operator.toLowerCase());
}

function phrase(value: string): string {
  return `"${value.replaceAll(/["\\]/g, ' ')}"`;
}

function anyOf(field: string, values: readonly string[] | undefined): readonly string[] {
  return values === undefined || values.length === 0 ? [] : [`${field}:(${values.map(phrase).join(' OR ')})`];
}

/** A number with hyphens, which depositors write or not, in any of the fields that may hold it. */
function anyNumber(fields: readonly string[], values: readonly string[] | undefined): readonly string[] {
  const forms = [...new Set(values?.flatMap((value) => [value, value.replaceAll('-', '')]))];
  const places = fields.flatMap((field) => anyOf(field, forms));
  return places.length === 0 ? [] : [`(${places.join(' OR ')})`];
}

/** Quoted phrases of the free words stay phrases; the rest is escaped. */
function freeWords(words: string): readonly string[] {
  const parts = words
    .split(/"([^"]*)"/)
    .map((part, index) => (index % 2 === 1 ? phrase(part) : escapeQuery(part).trim()));
  const text = parts.filter((part) => part !== '' && part !== '""').join(' ');
  return text === '' ? [] : [text];
}

function toQueryString(query: SearchQuery): string {
  const { from, to } = query.year ?? {};
  return [
    ...freeWords(query.words),
    ...anyOf('creators.name', query.author),
    ...anyOf('titles.title', query.title),
    ...anyOf('container.title', query.journal),
    ...anyOf('publisher.name', query.publisher),
    ...anyNumber(['container.identifier', 'relatedIdentifiers.relatedIdentifier'], query.issn),
    ...anyNumber(['identifiers.identifier', 'relatedIdentifiers.relatedIdentifier'], query.isbn),
    ...anyOf(
      'creators.nameIdentifiers.nameIdentifier',
      query.orcid?.map((orcid) => `https://orcid.org/${orcid.replace(/^.*\//, '')}`),
    ),
    ...anyOf('fundingReferences.funderName', query.funder),
    ...anyOf('language', query.lang),
    ...(query.open === true ? ['rightsList.rightsIdentifier:cc*'] : []),
    ...(query.year === undefined ? [] : [`publicationYear:[${String(from ?? '*')} TO ${String(to ?? '*')}]`]),
  ].join(' AND ');
}

/** Finds one page; `cursor` is the page number as text. */
export async function searchDataCite(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string },
  ask: (parameters: string) => Promise<unknown>,
  mapResource: (resource: unknown) => CitationRecord | undefined,
): Promise<SearchPage> {
  const number = Number(page.cursor ?? '1');
  const size = Math.min(page.size, 1000);
  const types = query.type?.flatMap(toResourceTypeIds) ?? [];
  const parameters = [
    `query=${encodeURIComponent(toQueryString(query))}`,
    ...(types.length === 0 ? [] : [`resource-type-id=${types.join(',')}`]),
    `sort=${sorts[query.sort ?? 'relevance']}`,
    `page[size]=${String(size)}`,
    `page[number]=${String(number)}`,
    'disable-facets=true',
  ].join('&');
  const body = asObject(await ask(parameters));
  const items = asList(body['data']);
  const total = asObject(body['meta'])['total'];
  const more =
    items.length === size &&
    (number + 1) * size <= maxReach &&
    (typeof total !== 'number' || number * size < total);
  return {
    records: items.map(mapResource).filter((record) => record !== undefined),
    ...(typeof total === 'number' ? { total } : {}),
    ...(more ? { next: String(number + 1) } : {}),
    notApplied: findForeign(query, searchFieldsOfDataCite),
  };
}
