/** A search in OpenAIRE's terms. Filter values stand in double quotes, several of one name are joined by OR. */
import { findForeign, ownParameters, type SearchField, type SearchQuery, type SearchSort } from '../query.ts';
import { toQuestion } from '../words.ts';
import { labelsOf } from './kinds.ts';

export const searchFieldsOfOpenaire: readonly SearchField[] = [
  'author', 'title', 'publisher', 'orcid', 'funder', 'award', 'project', 'year', 'date', 'type', 'lang', 'open', 'without', 'sort',
]; // prettier-ignore

/** OpenAIRE's other filters, by its names; `openaire.countryCode:JP`, `openaire.isPeerReviewed:true`. */
export const parametersOfOpenaire: readonly string[] = [
  'description', 'subjects', 'source', 'id', 'originalId', 'rorId', 'type', 'countryCode', 'fos', 'sdgLabel',
  'fromPublicationDate', 'toPublicationDate', 'excludePubDateRange', 'accessRightLabel', 'openAccessColor', 'isGreen',
  'isInDiamondJournal', 'isPubliclyFunded', 'isPeerReviewed', 'hasLicense', 'eoscIfGuidelines', 'influenceClass',
  'impulseClass', 'popularityClass', 'citationCountClass', 'hasProjectRel', 'relProjectId', 'relProjectCode',
  'relProjectFundingShortName', 'relProjectFundingStreamId', 'relFundingLevel0Id', 'relFundingLevel1Id',
  'relFundingLevel2Id', 'relOrganizationId', 'relOrganization', 'relCommunityId', 'relCommunityName', 'subCommunity',
  'relHostingDataSourceId', 'relHostingDataSource', 'relCollectedFromDatasourceId', 'sortBy',
]; // prettier-ignore

/** Relevance is the default; it is said all the same, because a cursor needs an order to keep. */
const sorts: Readonly<Record<SearchSort, string>> = {
  relevance: 'relevance DESC',
  newest: 'publicationDate DESC',
  oldest: 'publicationDate ASC',
  cited: 'citationCount DESC',
};

/** ISO 639-1 codes by those of ISO 639-2, the terminological one first. OpenAIRE writes both where they differ: `ces/cze`. */
const languageCodes: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'en eng|ja jpn|zh zho chi|ko kor|de deu ger|fr fra fre|es spa|it ita|pt por|nl nld dut|ru rus|uk ukr|pl pol|cs ces cze|' +
    'sk slk slo|sl slv|hr hrv|sr srp|hu hun|ro ron rum|bg bul|el ell gre|tr tur|sv swe|da dan|no nor|nb nob|nn nno|fi fin|' +
    'is isl ice|et est|lv lav|lt lit|ca cat|gl glg|eu eus baq|ga gle|ar ara|fa fas per|he heb|hi hin|id ind|vi vie|th tha|la lat'
  )
    .split('|')
    .map((line) => line.split(' '))
    .map(([short = '', ...long]) => [
      short,
      long.length === 1 ? long : [...long, long.join('/'), long.toReversed().join('/')],
    ]),
);

/** Quotes one filter value; what would close the quotes is dropped. */
export function quote(value: string): string {
  return `"${value.replaceAll(/["\\]/g, ' ').trim()}"`;
}

/** Joins alternatives. */
export function anyOf(values: readonly string[]): string {
  return values.map(quote).join(' OR ');
}

/** Own parameters are quoted where they must be; an order is no text. */
function toOwn(query: SearchQuery): Readonly<Record<string, string>> {
  const own = Object.entries(ownParameters(query, 'openaire', parametersOfOpenaire));
  const isPlain = (name: string, value: string): boolean => name === 'sortBy' || /^[\w.-]+$/.test(value);
  return Object.fromEntries(own.map(([name, value]) => [name, isPlain(name, value) ? value : quote(value)]));
}

/** A name is stored family first and typed either way round: each of its words must be there. */
function toNames(names: readonly string[]): string {
  const words = names.map((name) =>
    name
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map(quote),
  );
  if (words.length === 1) return words.flat().join(' AND ');
  return words.map((name) => `(${name.join(' AND ')})`).join(' OR ');
}

/** Returns the handle that somebody searches for, as `hdl:2027/x` or as its address; undefined for words. */
function readHandle(words: string): string | undefined {
  return /^(?:https?:\/\/hdl\.handle\.net\/|hdl:)(\d[\w.]*\/\S+)$/i.exec(words.trim())?.[1];
}

/** A year or a month stands for all of its days. */
function toDates({ year, date }: SearchQuery): Readonly<Record<string, string>> {
  const from = date === undefined ? year?.from : date.from;
  const to = date === undefined ? year?.to : date.to;
  const pad = (bound: string | number, rest: string): string =>
    `${String(bound)}${rest.slice(String(bound).length - 4)}`;
  return {
    ...(from === undefined ? {} : { fromPublicationDate: pad(from, '-01-01') }),
    ...(to === undefined ? {} : { toPublicationDate: pad(to, '-12-31') }),
  };
}

/**
 * Returns the parameters of a query, projects, sort and paging left out, and the conditions that OpenAIRE has no filter for.
 * Without any parameter nothing of the query can be asked.
 */
export function toParameters(query: SearchQuery): {
  readonly parameters: Readonly<Record<string, string>>;
  readonly notApplied: readonly SearchField[];
} {
  const languages = query.lang?.map((code) => languageCodes.get(code));
  const lang = languages?.every((codes) => codes !== undefined) === true ? languages.flat() : undefined;
  // OpenAIRE's own `type` is coarser: its datasets hold images and sound too.
  const labels = query.type?.flatMap(labelsOf) ?? [];
  const handle = readHandle(query.words);
  const search = handle === undefined ? toQuestion(query) : undefined;
  const parameters = {
    ...(handle === undefined ? {} : { pid: quote(handle) }),
    ...(search === undefined ? {} : { search }),
    ...(query.author === undefined ? {} : { authorFullName: toNames(query.author) }),
    ...(query.title === undefined ? {} : { mainTitle: anyOf(query.title) }),
    ...(query.publisher === undefined ? {} : { publisher: anyOf(query.publisher) }),
    ...(query.orcid === undefined ? {} : { authorId: anyOf(query.orcid) }),
    ...(query.funder === undefined ? {} : { relFunder: anyOf(query.funder) }),
    ...toDates(query),
    ...(labels.length === 0 ? {} : { instanceType: anyOf(labels) }),
    ...(lang === undefined ? {} : { language: anyOf(lang) }),
    ...(query.open === true ? { accessRightLabel: quote('Open Access') } : {}),
    ...toOwn(query),
  };
  const notApplied: readonly SearchField[] = [
    ...findForeign(query, searchFieldsOfOpenaire),
    ...(query.type !== undefined && labels.length === 0 ? (['type'] as const) : []),
    ...(query.lang !== undefined && lang === undefined ? (['lang'] as const) : []),
    ...(query.without !== undefined && search === undefined ? (['without'] as const) : []),
  ];
  return { parameters, notApplied };
}

/** Returns the value of `sortBy`, always with its direction. */
export function toSortBy(sort: SearchSort = 'relevance'): string {
  return sorts[sort];
}
