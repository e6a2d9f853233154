/** A search in DataCite's terms: `/dois` with an OpenSearch query string, whose special characters are escaped. */
import type { CitationRecord } from '../../record/record.ts';
import { isSpanOf, toYears } from '../dates.ts';
import { asList, asObject, asText } from '../json.ts';
import { readLicence } from '../licences.ts';
import {
  findForeign,
  ownParameters,
  sumCounts,
  type SearchCounts,
  type SearchField,
  type SearchPage,
  type SearchQuery,
  type SearchSort,
} from '../query.ts';
import { toNamedParameters, type Ask } from './directories.ts';
import { escapeQuery } from './escapeQuery.ts';
import { readPage } from './pages.ts';
import { toCslType, toResourceTypeIds } from './types.ts';

export const searchFieldsOfDataCite: readonly SearchField[] = [
  'author', 'title', 'journal', 'publisher', 'issn', 'isbn', 'orcid', 'funder', 'award', 'license', 'repository', 'provider',
  'prefix', 'abstract', 'year', 'date', 'type', 'lang', 'open', 'without', 'sort',
]; // prettier-ignore

/** Parameters of the service that no condition stands for, `datacite.affiliation-country:JP`. */
const ownFilters: readonly string[] = [
  'affiliation-country', 'affiliation-id', 'certificate', 'client-type', 'consortium-id', 'created', 'field-of-science',
  'funded-by', 'funder-id', 'has-affiliation', 'has-citations', 'has-downloads', 'has-funder', 'has-organization',
  'has-part-of', 'has-parts', 'has-person', 'has-references', 'has-version-of', 'has-versions', 'has-views',
  'include-funder-child-organizations', 'license', 'link-check-status', 'registered', 'resource-type', 'resource-type-id',
  'schema-version', 'subject', 'user-id',
]; // prettier-ignore

/** Fields of the record by their paths, `datacite.subjects.subject:physics`. */
const ownPaths: readonly string[] = [
  'alternateIdentifiers.alternateIdentifier', 'container.volume', 'container.issue', 'contributors.affiliation.name',
  'contributors.name', 'creators.affiliation.name', 'creators.familyName', 'creators.givenName', 'creators.name',
  'creators.nameIdentifiers.nameIdentifier', 'dates.date', 'descriptions.description', 'formats',
  'fundingReferences.awardTitle', 'fundingReferences.funderIdentifier', 'geoLocations.geoLocationPlace',
  'identifiers.identifier', 'relatedIdentifiers.relatedIdentifier', 'rightsList.rights', 'sizes', 'subjects.subject',
  'titles.title', 'types.resourceType', 'types.resourceTypeGeneral', 'url', 'version',
]; // prettier-ignore

export const parametersOfDataCite: readonly string[] = ['sort', ...ownFilters, ...ownPaths];

/** Sent always: the service's default order is by date of update. */
const sorts: Readonly<Record<SearchSort, string>> = {
  relevance: 'relevance',
  newest: '-published',
  oldest: 'published',
  cited: '-citation-count',
};

function phrase(value: string): string {
  return `"${value.replaceAll(/["\\]/g, ' ')}"`;
}

function anyOf(field: string, values: readonly string[] | undefined): readonly string[] {
  return values === undefined || values.length === 0 ? [] : [`${field}:(${values.map(phrase).join(' OR ')})`];
}

/** A number with hyphens, which depositors write or not, in any of the fields that may hold it. */
function anyNumber(fields: readonly string[], values: readonly string[] | undefined): readonly string[] {
  const forms = [...new Set(values?.flatMap((value) => [value, value.replaceAll('-', '')]))];
  return anyPlace(fields.flatMap((field) => anyOf(field, forms)));
}

function anyPlace(places: readonly string[]): readonly string[] {
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

/** Years that `published` can list; more are a range in the question. */
const maxYears = 50;

/** Years one by one; undefined where the list would have no end. */
function listYears(span: SearchQuery['year'] = {}): readonly number[] | undefined {
  const { from, to } = span;
  if (from === undefined || to === undefined || to < from || to - from > maxYears) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function toQueryString(query: SearchQuery): string {
  const span = toYears(query);
  const licences = query.license?.map(readLicence);
  const paths = Object.entries(ownParameters(query, 'datacite', ownPaths));
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
    ...anyOf('fundingReferences.awardNumber', query.award),
    ...anyPlace([
      ...anyOf(
        'rightsList.rightsIdentifier',
        licences?.flatMap(({ ids }) => ids),
      ),
      ...anyOf(
        'rightsList.rightsUri',
        licences?.flatMap(({ addresses }) => addresses),
      ),
    ]),
    ...anyOf('language', query.lang),
    ...(query.open === true ? ['rightsList.rightsIdentifier:cc*'] : []),
    ...(query.abstract === true ? ['descriptions.descriptionType:Abstract'] : []),
    ...(span === undefined || listYears(span) !== undefined
      ? []
      : [`publicationYear:[${String(span.from ?? '*')} TO ${String(span.to ?? '*')}]`]),
    ...paths.flatMap(([path, value]) => anyOf(path, [value])),
    ...(query.without ?? []).map((words) => `NOT ${phrase(words)}`),
  ].join(' AND ');
}

function toParameters(query: SearchQuery): readonly string[] {
  const types = query.type?.flatMap(toResourceTypeIds) ?? [];
  const years = listYears(toYears(query));
  const own = Object.entries(ownParameters(query, 'datacite', ownFilters));
  const question = toQueryString(query);
  return [
    ...(question === '' ? [] : [`query=${encodeURIComponent(question)}`]),
    ...(types.length === 0 ? [] : [`resource-type-id=${types.join(',')}`]),
    ...(query.prefix === undefined ? [] : [`prefix=${query.prefix.join(',')}`]),
    ...(years === undefined ? [] : [`published=${years.join(',')}`]),
    ...own.map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
  ];
}

/** Reads the numbers of hits that a list brings with it: `[{ id, title, count }]` a facet. */
function readCounts(meta: Readonly<Record<string, unknown>> = {}): SearchCounts {
  const facet = (
    name: string,
    nameOf: (id: string) => string = (id) => id,
  ): Readonly<Record<string, number>> =>
    sumCounts(
      asList(meta[name]).map((value) => {
        const { id, count } = asObject(value);
        return [nameOf(asText(id) ?? ''), count];
      }),
    );
  return { type: facet('resourceTypes', toCslType), year: facet('published'), repository: facet('clients') };
}

/** Finds one page; `cursor` is what `readPage` returned as `next`. */
export async function searchDataCite(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string; readonly counts?: boolean },
  ask: Ask,
  mapResource: (resource: unknown) => CitationRecord | undefined,
): Promise<SearchPage> {
  const named = await toNamedParameters(query, ask);
  const said = {
    notApplied: [
      ...findForeign(query, searchFieldsOfDataCite),
      ...(query.type?.every((type) => toResourceTypeIds(type).length === 0) === true
        ? (['type'] as const)
        : []),
      ...(query.date !== undefined && !isSpanOf('year', query.date) ? (['date'] as const) : []),
    ],
    ...(named.notes.length === 0 ? {} : { notes: named.notes }),
  };
  if (named.isEmpty) return { records: [], total: 0, ...said };
  const asked = [...toParameters(query), ...named.parameters];
  // Without any condition that it can apply, all that DataCite has would be found.
  if (asked.length === 0) return { records: [], ...said };
  const { sort: own } = ownParameters(query, 'datacite', ['sort']);
  const sort = `sort=${own === undefined ? sorts[query.sort ?? 'relevance'] : encodeURIComponent(own)}`;
  const facets = `disable-facets=${String(page.counts !== true)}`;
  const question = [...asked, sort, facets].join('&');
  const { items, total, next, meta } = await readPage(question, page, ask);
  return {
    records: items.map(mapResource).filter((record) => record !== undefined),
    ...(total === undefined ? {} : { total }),
    ...(next === undefined ? {} : { next }),
    ...(page.counts === true ? { counts: readCounts(meta) } : {}),
    ...said,
  };
}
