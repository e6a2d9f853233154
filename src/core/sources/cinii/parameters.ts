/** A search in the terms of CiNii's OpenSearch, and which of its collections can answer it. */
import { isSpanOf, toYears } from '../dates.ts';
import { readProjectNumber } from '../numbers.ts';
import { findForeign, ownParameters, type SearchField, type SearchQuery, type SearchSort } from '../query.ts';
import { toQuestion } from '../words.ts';

export const searchFieldsOfCinii: readonly SearchField[] = [
  'author', 'title', 'journal', 'publisher', 'issn', 'isbn', 'award', 'project', 'year', 'date', 'type', 'lang', 'without', 'sort',
]; // prettier-ignore

export type Collection = 'all' | 'articles' | 'books' | 'dissertations' | 'data' | 'projects';

/** CiNii's other parameters, by its names, with the only collection that has each; `all` where more than one have it. */
const own: Readonly<Record<string, Collection>> = {
  isFullTitle: 'all',
  researcherId: 'all',
  affiliation: 'all',
  from: 'all',
  until: 'all',
  doi: 'all',
  category: 'all',
  description: 'all',
  hasLinkToFullText: 'all',
  dataSourceType: 'all',
  resourceType: 'all',
  lang: 'all',
  volume: 'articles',
  number: 'articles',
  pages: 'articles',
  ncid: 'books',
  awardInstitution: 'dissertations',
  degree: 'dissertations',
  awardYear: 'dissertations',
  datasetFormat: 'data',
};

export const parametersOfCinii: readonly string[] = Object.keys(own);

const collections: Readonly<Record<string, Exclude<Collection, 'all'>>> = {
  'article-journal': 'articles',
  'paper-conference': 'articles',
  'article-newspaper': 'articles',
  'book': 'books',
  'thesis': 'dissertations',
  'dataset': 'data',
  'report': 'projects',
}; // prettier-ignore

/** Types that are a part of their collection, by CiNii's word. */
const resourceTypes: Readonly<Record<string, string>> = {
  'paper-conference': 'conference paper',
  'article-newspaper': 'newspaper',
};

const sorts: Readonly<Record<SearchSort, string>> = { newest: '0', oldest: '1', relevance: '4', cited: '10' };

/** Returns the collection that holds all works of these types; `all` where no single one does. */
function toCollection(types: readonly string[] = []): Collection {
  const [only, ...others] = new Set(types.flatMap((type) => collections[type] ?? []));
  return only === undefined || others.length > 0 ? 'all' : only;
}

/** Conditions that hold one value each, by CiNii's name for them. */
const single = {
  title: 'title',
  author: 'creator',
  journal: 'publicationTitle',
  publisher: 'publisher',
} as const;

/** Which collections know a condition, where not all do: the others would ignore it in silence. */
const known: Readonly<Partial<Record<SearchField, readonly Collection[]>>> = {
  journal: ['articles', 'data'],
  publisher: ['books', 'dissertations'],
  issn: ['all', 'articles', 'books', 'data'],
  isbn: ['all', 'books'],
  award: ['all', 'projects'],
  project: ['all', 'projects'],
};

/** The years or months in which the dates asked for lie; dissertations are found by a single year only. */
function toPeriod(query: SearchQuery, collection: Collection): Readonly<Record<string, string>> | undefined {
  if (collection === 'dissertations') {
    const { from, to } = toYears(query) ?? {};
    return from !== undefined && from === to ? { awardYear: String(from) } : undefined;
  }
  const { from, to } = query.date ?? query.year ?? {};
  return {
    ...(from === undefined ? {} : { from: toMonth(from) }),
    ...(to === undefined ? {} : { until: toMonth(to) }),
  };
}

/** `2020-03-15` as `202003`, `2020` as it is. */
function toMonth(date: string | number): string {
  return String(date).slice(0, 7).replace('-', '');
}

/** Several values of one condition are all required by CiNii, so that alternatives cannot be asked. */
function toSingle(query: SearchQuery, field: keyof typeof single): string | undefined {
  const [value, ...alternatives] = query[field] ?? [];
  return alternatives.length > 0 ? undefined : value;
}

/** The values of the conditions that this collection can apply; the fields it cannot are named. */
export function toParameters(query: SearchQuery): {
  readonly collection: Collection;
  readonly parameters: Readonly<Record<string, string>>;
  readonly notApplied: readonly SearchField[];
} {
  const asked = ownParameters(query, 'cinii', parametersOfCinii);
  const [ownCollection] = Object.keys(asked)
    .flatMap((name) => own[name] ?? [])
    .filter((each) => each !== 'all');
  const collection = query.type === undefined ? (ownCollection ?? 'all') : toCollection(query.type);
  const canApply = (field: SearchField): boolean => known[field]?.includes(collection) ?? true;
  const parameters: Record<string, string> = {};
  const notApplied: SearchField[] = [];
  const add = (field: SearchField, values: Readonly<Record<string, string>> | undefined): void => {
    if (values !== undefined && canApply(field)) Object.assign(parameters, values);
    else notApplied.push(field);
  };
  const words = toQuestion(query);
  if (words !== undefined) parameters['q'] = words;
  else if (query.without !== undefined) notApplied.push('without');
  for (const field of ['title', 'author', 'journal', 'publisher'] as const) {
    const value = toSingle(query, field);
    // Who publishes a dissertation is who grants its degree.
    const name = field === 'publisher' && collection === 'dissertations' ? 'awardInstitution' : single[field];
    if (query[field] !== undefined) add(field, value === undefined ? undefined : { [name]: value });
  }
  for (const field of ['award', 'project'] as const) {
    const projectId = query[field]?.length === 1 ? readProjectNumber(query[field][0]) : undefined;
    if (query[field] !== undefined) add(field, projectId === undefined ? undefined : { projectId });
  }
  // Several ISSNs are alternatives to CiNii too.
  if (query.issn !== undefined) add('issn', { issn: query.issn.join(' ') });
  const [isbn, ...otherIsbns] = query.isbn ?? [];
  if (isbn !== undefined) add('isbn', otherIsbns.length > 0 ? undefined : { isbn });
  const dated = (['date', 'year'] as const).find((field) => query[field] !== undefined);
  const period = toPeriod(query, collection);
  if (dated !== undefined) add(dated, period);
  const finest = collection === 'dissertations' ? 'year' : 'month';
  if (query.date !== undefined && period !== undefined && !isSpanOf(finest, query.date))
    notApplied.push('date');
  if (query.lang !== undefined) add('lang', { languageType: query.lang.join(',') });
  const types = query.type?.map((type) => resourceTypes[type]) ?? [];
  if (types.length > 0 && types.every((type) => type !== undefined))
    add('type', { resourceType: types.join(',') });
  if (query.type?.every((type) => collections[type] === undefined) === true) notApplied.push('type');
  notApplied.push(...findForeign(query, searchFieldsOfCinii));
  // Only articles are counted by their citations.
  if (query.sort === 'cited' && collection !== 'articles') notApplied.push('sort');
  return { collection, parameters: { ...parameters, ...asked }, notApplied };
}

/** Returns CiNii's number of a sort order; relevance where the collection has no such order. */
export function toSortOrder(sort: SearchSort = 'relevance', collection: Collection = 'all'): string {
  return sort === 'cited' && collection !== 'articles' ? sorts.relevance : sorts[sort];
}
