/** `/works` and every other list of works: relevance, filters, order, paging, facets. */
import { compare } from '../compare.ts';
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { groupBy } from '../group.ts';
import { indexTerms } from '../relevance.ts';
import type { TermIndex } from '../relevance.ts';
import { all, isGroup, issuedDate, toPerson } from '../work.ts';
import type { Name, Work } from '../work.ts';
import { parseFilters, passes } from './filters.ts';
import { recordTypes } from './members.ts';
import { toMessage } from './message.ts';
import { findFailures, queryFields, refuse } from './parameters.ts';

const namesOf = (names: readonly Name[] | undefined): string =>
  (names ?? []).map((name) => (isGroup(name) ? name.group : toPerson(name).name)).join(' ');

const titlesOf = (work: Work): string =>
  [...all(work.title), work.subtitle, work.originalTitle, work.shortTitle].join(' ');

const bibliographicOf = (work: Work): string =>
  [titlesOf(work), namesOf(work.authors), namesOf(work.editors), ...all(work.container), work.shortContainer, work.volume, work.issue, work.page, issuedDate(work)?.slice(0, 4), ...Object.values(work.issn ?? {})].join(' '); // prettier-ignore

const textOf: Readonly<Record<(typeof queryFields)[number], (work: Work) => string | undefined>> = {
  affiliation: (work) => [...(work.authors ?? []), ...(work.editors ?? [])].map((name) => (isGroup(name) ? '' : (toPerson(name).affiliation ?? ''))).join(' '), // prettier-ignore
  author: (work) => namesOf(work.authors),
  bibliographic: bibliographicOf,
  chair: (work) => namesOf(work.chairs),
  'container-title': (work) => [...all(work.container), work.shortContainer].join(' '),
  contributor: (work) => [work.authors, work.editors, work.translators, work.chairs].map(namesOf).join(' '),
  degree: (work) => work.degree,
  description: (work) => work.abstract,
  editor: (work) => namesOf(work.editors),
  'event-acronym': (work) => work.event?.acronym,
  'event-location': (work) => work.event?.location,
  'event-name': (work) => work.event?.name,
  'event-sponsor': () => undefined,
  'event-theme': () => undefined,
  'funder-name': (work) => work.funders?.map(({ name }) => name).join(' '),
  'publisher-location': (work) => work.place,
  'publisher-name': (work) => work.publisher,
  'standards-body-acronym': (work) => work.standardsBody?.acronym,
  'standards-body-name': (work) => work.standardsBody?.name,
  title: titlesOf,
  translator: (work) => namesOf(work.translators),
};

const sortKeys: Readonly<Record<string, (work: Work) => string | number>> = {
  created: (work) => work.online ?? issuedDate(work) ?? '',
  issued: (work) => issuedDate(work) ?? '',
  published: (work) => issuedDate(work) ?? '',
  'published-online': (work) => work.online ?? '',
  'published-print': (work) => work.print ?? '',
  'is-referenced-by-count': (work) => work.citedBy ?? 0,
  deposited: (work) => work.online ?? issuedDate(work) ?? '',
  updated: (work) => work.online ?? issuedDate(work) ?? '',
};

const facetValues: Readonly<Record<string, (work: Work) => readonly (string | undefined)[]>> = {
  'container-title': (work) => all(work.container),
  'funder-name': (work) => work.funders?.map(({ name }) => name) ?? [],
  issn: (work) => Object.values(work.issn ?? {}).map((issn) => `http://id.crossref.org/issn/${issn}`),
  license: (work) => [work.license],
  orcid: (work) => (work.authors ?? []).map((name) => (isGroup(name) ? undefined : toPerson(name).orcid)),
  published: (work) => [issuedDate(work)?.slice(0, 4)],
  'publisher-name': (work) => [work.publisher],
  'relation-type': (work) => Object.keys(work.relations ?? {}),
  'type-name': (work) => [recordTypes[work.type]],
  'update-type': (work) => work.updateTo?.map(({ type }) => type) ?? [],
};

/** Makes the search over a fixed collection of works. */
export function createWorkSearch(
  works: readonly Work[],
): (query: URLSearchParams, scope?: (work: Work) => boolean) => Answer {
  const indexes = new Map<string, TermIndex<Work>>(
    queryFields.map((field) => [`query.${field}`, indexTerms(works, (work) => textOf[field](work) ?? '')]),
  );
  indexes.set('query', indexTerms(works, (work) => Object.values(textOf).map((text) => text(work)).join(' '))); // prettier-ignore

  return function search(query, scope = () => true) {
    const failures = findFailures(query, 'works');
    if (failures.length > 0) return refuse(failures);

    const questions = [...query].filter(([name]) => indexes.has(name));
    const wanted = parseFilters(query.get('filter') ?? '').filter(([name]) => name !== '');
    const hits = works
      .filter((work) => scope(work) && passes(work, wanted))
      .map((work) => ({
        work,
        scores: questions.map(([name, value]) => indexes.get(name)?.score(work, value) ?? 0),
      }))
      // Terms are alternatives, several questions are not.
      .filter(({ scores }) => scores.every((score) => score > 0))
      .map(({ work, scores }) => ({ work, score: scores.reduce((sum, score) => sum + score, 0) || 1 }));
    order(hits, query);

    const place = toPlace(query);
    if (place === undefined) {
      return refuse([{ type: 'cursor-invalid', value: query.get('cursor') ?? '', message: 'Cursor specified but it is invalid' }], 404); // prettier-ignore
    }
    const { start, rows } = place;
    const sample = query.get('sample');
    const page = sample === null ? hits.slice(start, start + rows) : hits.slice(0, Number(sample));
    const selected = query.get('select')?.split(',');
    return json({
      status: 'ok',
      'message-type': 'work-list',
      'message-version': '1.0.0',
      message: {
        facets: countFacets(hits.map(({ work }) => work), query.get('facet')),
        ...(query.has('cursor') && { 'next-cursor': toCursor(start + page.length, rows) }),
        'total-results': hits.length,
        items: page.map(({ work, score }) => pick(toMessage(work, 'item', score), selected)),
        'items-per-page': sample === null ? rows : Number(sample),
        query: { 'start-index': query.has('cursor') ? 0 : start, 'search-terms': query.get('query') },
      },
    }); // prettier-ignore
  };
}

function order(hits: { work: Work; score: number }[], query: URLSearchParams): void {
  const key = sortKeys[query.get('sort') ?? 'relevance'];
  const direction = ['asc', '1'].includes(query.get('order') ?? '') ? 1 : -1;
  hits.sort((a, b) => direction * (key ? compare(key(a.work), key(b.work)) : a.score - b.score));
}

// Like the real ones, a cursor holds characters that must be encoded in an address.
const cursorMark = 'DnF1ZXJ5+VGhlbkZldGNo/';

function toCursor(start: number, rows: number): string {
  return `${cursorMark}${start.toString(36)}/${rows.toString(36)}==`;
}

interface Place {
  readonly start: number;
  readonly rows: number;
}

/** Where the page begins; undefined for a cursor that was never given out. A cursor keeps the rows it began with. */
function toPlace(query: URLSearchParams): Place | undefined {
  const rows = Number(query.get('rows') ?? 20);
  const cursor = query.get('cursor');
  if (cursor === null) return { start: Number(query.get('offset') ?? 0), rows };
  if (cursor === '*') return { start: 0, rows };
  const own = cursor.startsWith(cursorMark) ? cursor.slice(cursorMark.length) : '';
  const [, start, kept] = /^([0-9a-z]+)\/([0-9a-z]+)==$/.exec(own) ?? [];
  return start === undefined || kept === undefined
    ? undefined
    : { start: parseInt(start, 36), rows: parseInt(kept, 36) };
}

function countFacets(works: readonly Work[], wanted: string | null): object {
  const facets = parseFilters(wanted ?? '').flatMap(([name, max]) => {
    const valuesOf = facetValues[name];
    if (!valuesOf) return [];
    const values = works.flatMap(valuesOf).filter((value) => value !== undefined);
    const top = [...groupBy(values, (value) => value)]
      .map(([value, { length }]) => [value, length] as const)
      .sort(([, a], [, b]) => b - a)
      .slice(0, max === '*' ? undefined : Number(max));
    return [[name, { 'value-count': top.length, values: Object.fromEntries(top) }] as const];
  });
  return Object.fromEntries(facets);
}

function pick(message: object, keys: readonly string[] | undefined): object {
  return keys ? Object.fromEntries(Object.entries(message).filter(([key]) => keys.includes(key))) : message;
}
