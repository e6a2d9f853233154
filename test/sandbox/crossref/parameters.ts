/** What Crossref accepts as parameters, and how it says what it does not. */
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { filters, parseFilters } from './filters.ts';
import type { Complaint } from './filters.ts';

/** Kinds of routes that differ in what they accept. */
export type Route = 'single' | 'works' | 'journals' | 'members' | 'funders' | 'types';

interface Failure {
  readonly type: string;
  readonly value: string;
  readonly message: string;
}

const maxRows = 1000;
const maxReach = 10_000;

const accepted: Readonly<Record<Route, readonly string[]>> = {
  single: [],
  works: ['query', 'rows', 'offset', 'sample', 'facet', 'filter', 'sort', 'order', 'cursor', 'select'],
  journals: ['query', 'rows', 'offset', 'cursor'],
  members: ['query', 'rows', 'offset', 'cursor', 'filter'],
  funders: ['query', 'rows', 'offset', 'cursor', 'filter'],
  types: ['rows', 'offset'],
};

const known = accepted.works;

const filterNames: Partial<Readonly<Record<Route, readonly string[]>>> = {
  works: [...filters.keys()],
  members: ['prefix', 'backfile-doi-count', 'current-doi-count'],
  funders: ['location'],
};

/** Fields that `query.<field>` may name. */
export const queryFields = [
  'affiliation', 'author', 'bibliographic', 'chair', 'container-title', 'contributor', 'degree', 'description', 'editor',
  'event-acronym', 'event-location', 'event-name', 'event-sponsor', 'event-theme', 'funder-name', 'publisher-location',
  'publisher-name', 'standards-body-acronym', 'standards-body-name', 'title', 'translator',
] as const; // prettier-ignore

const sortFields = [
  'created', 'deposited', 'indexed', 'is-referenced-by-count', 'issued', 'published', 'published-online', 'published-print',
  'references-count', 'relevance', 'score', 'updated',
]; // prettier-ignore

/** Keys that `select` takes; several keys of a record, such as `language`, are not among them. */
const selectable = [
  'DOI', 'ISBN', 'ISSN', 'URL', 'abstract', 'accepted', 'alternative-id', 'approved', 'archive', 'article-number', 'assertion',
  'author', 'chair', 'clinical-trial-number', 'container-title', 'content-created', 'content-domain', 'created', 'degree',
  'deposited', 'editor', 'event', 'funder', 'group-title', 'indexed', 'is-referenced-by-count', 'issn-type', 'issue', 'issued',
  'license', 'link', 'member', 'original-title', 'page', 'posted', 'prefix', 'published', 'published-online', 'published-print',
  'publisher', 'publisher-location', 'reference', 'references-count', 'relation', 'score', 'short-container-title',
  'short-title', 'standards-body', 'subject', 'subtitle', 'title', 'translator', 'type', 'update-policy', 'update-to',
  'updated-by', 'volume',
]; // prettier-ignore

const facetNames = [
  'affiliation', 'archive', 'assertion', 'assertion-group', 'category-name', 'container-title', 'funder-doi', 'funder-name',
  'issn', 'journal-issue', 'journal-volume', 'license', 'link-application', 'orcid', 'published', 'publisher-name',
  'relation-type', 'ror-id', 'source', 'type-name', 'update-type',
]; // prettier-ignore

/** The 400 for a list of failures; a 404 where the cursor is bad. */
export function refuse(failures: readonly Failure[], status: 400 | 404 = 400): Answer {
  const messageType = status === 400 ? 'validation-failure' : 'resource-failure';
  const contentType = status === 400 ? 'application/json;charset=utf-8' : 'application/json';
  return json({ status: 'failed', 'message-type': messageType, message: failures }, status, contentType);
}

/** Everything that is wrong with the parameters of a request. */
export function findFailures(query: URLSearchParams, route: Route): Failure[] {
  const failures: Failure[] = [];
  const fail = (type: string, value: string, message: string): void => {
    failures.push({ type, value, message });
  };
  for (const name of new Set(query.keys())) {
    if (name === 'mailto' || (name.startsWith('query.') && route === 'works')) continue;
    if (name.startsWith('query.')) {
      fail('parameter-not-allowed', 'query.*', 'This route does not support field query parameters');
    } else if (!known.includes(name)) {
      fail(
        'unknown-parameter',
        name,
        `Parameter ${name} specified but there is no such parameter available on any route`,
      );
    } else if (!accepted[route].includes(name)) {
      fail('parameter-not-allowed', name, `This route does not support ${name}`);
    }
  }
  if (failures.length > 0) return failures;

  const unknown = (kind: string, type: string, value: string, names: readonly string[]): void => {
    fail(type, value, `${kind} '${value}' specified but there is no such ${kind.toLowerCase()} for this route. Valid ${kind.toLowerCase()}s for this route are: ${names.join(', ')}`); // prettier-ignore
  };
  for (const name of query.keys()) {
    const field = name.slice('query.'.length);
    if (name.startsWith('query.') && !queryFields.some((known) => known === field)) {
      unknown('Field query', 'field-query-not-available', field, queryFields);
    }
  }
  checkNumbers(query, fail);
  checkOrder(query, fail);
  if (query.has('cursor') && (query.has('offset') || query.has('sample'))) {
    fail('cursor-with-offset-or-sample', 'cursor', 'Cursor cannot be combined with offset or sample');
  }
  for (const [name, value] of parseFilters(query.get('filter') ?? '').filter(([name]) => name !== '')) {
    const names = filterNames[route] ?? [];
    const complaint: Complaint = filters.get(name)?.complain?.(value);
    if (!names.includes(name)) unknown('Filter', 'filter-not-available', name, names);
    else if (complaint) fail(complaint.type, value, complaint.message);
  }
  for (const name of query.get('select')?.split(',') ?? []) {
    if (!selectable.includes(name)) unknown('Select', 'select-not-available', name, selectable);
  }
  for (const [name] of parseFilters(query.get('facet') ?? '').filter(([name]) => name !== '')) {
    if (!facetNames.includes(name)) unknown('Facet', 'facet-not-available', name, facetNames);
  }
  return failures;
}

type Fail = (type: string, value: string, message: string) => void;

function checkNumbers(query: URLSearchParams, fail: Fail): void {
  const limits = { rows: maxRows, sample: 100, offset: maxReach };
  for (const [name, max] of Object.entries(limits)) {
    const value = query.get(name);
    if (value === null || (/^\d+$/.test(value) && Number(value) <= max)) continue;
    fail(
      'integer-not-valid',
      value,
      `Integer specified as ${value} but must be a positive integer less than or equal to ${max}. `,
    );
  }
  const reach = Number(query.get('offset') ?? 0) + Number(query.get('rows') ?? 20);
  if (query.has('offset') && reach > maxReach && Number(query.get('offset')) <= maxReach) {
    fail('integer-not-valid', query.get('offset') ?? '', `Sum of offset and rows is ${reach} but must be a positive integer less than or equal to ${maxReach}.  Use the cursor parameter to page further into result sets.`); // prettier-ignore
  }
}

function checkOrder(query: URLSearchParams, fail: Fail): void {
  const sort = query.get('sort');
  if (sort !== null && !sortFields.includes(sort)) {
    fail(
      'sort-field-not-valid',
      sort,
      `Sort field specified as ${sort} but must be one of: ${sortFields.join(', ')}`,
    );
  }
  const order = query.get('order');
  if (order !== null && !['asc', 'desc', '1', '-1'].includes(order)) {
    fail(
      'sort-order-not-valid',
      order,
      `Sort order specified as ${order} but must be one of: asc, desc, 1, -1`,
    );
  }
}
