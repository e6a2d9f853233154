/** A search in OpenAIRE's terms. Filter values stand in double quotes, several of one name are joined by OR. */
import type { SearchField, SearchQuery, SearchSort } from '../query.ts';
import { toPlainWords } from '../words.ts';
import { labelsOf } from './kinds.ts';

export const searchFieldsOfOpenaire: readonly SearchField[] = [
  'author', 'title', 'publisher', 'orcid', 'funder', 'year', 'type', 'lang', 'open', 'sort',
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

/**
 * Returns the parameters of a query, sort and paging left out, and the conditions that OpenAIRE has no filter for.
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
  const words = toPlainWords(query.words);
  const parameters = {
    ...(words === '' ? {} : { search: words }),
    ...(query.author === undefined ? {} : { authorFullName: toNames(query.author) }),
    ...(query.title === undefined ? {} : { mainTitle: anyOf(query.title) }),
    ...(query.publisher === undefined ? {} : { publisher: anyOf(query.publisher) }),
    ...(query.orcid === undefined ? {} : { authorId: anyOf(query.orcid) }),
    ...(query.funder === undefined ? {} : { relFunder: anyOf(query.funder) }),
    ...(query.year?.from === undefined ? {} : { fromPublicationDate: `${String(query.year.from)}-01-01` }),
    ...(query.year?.to === undefined ? {} : { toPublicationDate: `${String(query.year.to)}-12-31` }),
    ...(labels.length === 0 ? {} : { instanceType: anyOf(labels) }),
    ...(lang === undefined ? {} : { language: anyOf(lang) }),
    ...(query.open === true ? { accessRightLabel: quote('Open Access') } : {}),
  };
  const notApplied: readonly SearchField[] = [
    ...(['journal', 'issn', 'isbn'] as const).filter((field) => query[field] !== undefined),
    ...(query.type !== undefined && labels.length === 0 ? (['type'] as const) : []),
    ...(query.lang !== undefined && lang === undefined ? (['lang'] as const) : []),
  ];
  return { parameters, notApplied };
}

/** Returns the value of `sortBy`, always with its direction. */
export function toSortBy(sort: SearchSort = 'relevance'): string {
  return sorts[sort];
}
