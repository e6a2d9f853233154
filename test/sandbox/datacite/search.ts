/** `/dois`: order, pages and cursors, sparse fields, facets. */
import { compare } from '../compare.ts';
import { json } from '../exchange.ts';
import type { Answer, Call } from '../exchange.ts';
import { groupBy } from '../group.ts';
import { QueryError } from '../queryString.ts';
import { indexTerms } from '../relevance.ts';
import type { Work } from '../work.ts';
import { findEntries, kebab, textOf, toEntry } from './find.ts';
import type { Entry, Resource } from './find.ts';
import { toResource } from './resource.ts';
import type { ResourceForm } from './resource.ts';

const contentType = 'application/json; charset=utf-8';
const maxReach = 10_000;

/** The 400 of a question that cannot be read: an object where other errors are a list. */
function refuse(title: string): Answer {
  return json({ errors: { title } }, 400, contentType);
}

/** Which forms of a record a request asks for. */
export function formOf(query: URLSearchParams, single: boolean): ResourceForm {
  return {
    single,
    affiliationObjects: query.get('affiliation') === 'true',
    publisherObject: query.get('publisher') === 'true',
  };
}

/** Makes the search over a fixed collection of works. */
export function createDoiSearch(works: readonly Work[]): (call: Call) => Answer {
  const entries = works.map(toEntry);
  const index = indexTerms(entries, ({ resource }) => textOf(resource.attributes).join(' '));

  return function search({ query, endpoints, path }) {
    let hits: Entry[];
    try {
      hits = findEntries(entries, query);
    } catch (error) {
      if (error instanceof QueryError) return refuse(error.message);
      throw error;
    }

    const size = clamp(Number(query.get('page[size]') ?? 25), 0, 1000, 25);
    const cursor = query.get('page[cursor]');
    order(hits, cursor === null ? (query.get('sort') ?? '-updated') : 'created', (entry) =>
      index.score(entry, query.get('query') ?? ''),
    );

    const lastReachable = size > 0 ? Math.floor(maxReach / size) : 1;
    const number = clamp(Number(query.get('page[number]') ?? 1), 1, lastReachable, 1);
    const start = cursor === null ? (number - 1) * size : startOf(cursor);
    const page = hits.slice(start, start + size);
    const [name, value] =
      cursor === null ? ['page[number]', String(number + 1)] : ['page[cursor]', cursorAt(start + size)];
    const next = new URLSearchParams(query);
    next.set(name, value);

    const base = `${endpoints['datacite'] ?? ''}${path}`;
    const form = formOf(query, query.get('detail') === 'true');
    return json(
      {
        data: page.map(({ work }) => sparse(toResource(work, form), query.get('fields[dois]'))),
        meta: {
          total: hits.length,
          totalPages: size > 0 ? Math.min(Math.ceil(hits.length / size), lastReachable) : 0,
          ...(cursor === null && { page: number }),
          ...(query.get('disable-facets') === 'false' && countFacets(hits)),
        },
        links: {
          self: `${base}?${query.toString()}`,
          ...(size > 0 && start + size < hits.length && { next: `${base}?${next.toString()}` }),
        },
        ...(query.get('include')?.includes('client') && { included: clientsOf(page) }),
      },
      200,
      contentType,
    );
  };
}

const sortKeys: Readonly<Record<string, (resource: Resource) => string | number>> = {
  name: ({ id }) => id,
  created: ({ attributes }) => attributes.created,
  updated: ({ attributes }) => attributes.updated,
  published: ({ attributes }) => attributes.publicationYear ?? 0,
  'view-count': ({ attributes }) => attributes.viewCount,
  'download-count': ({ attributes }) => attributes.downloadCount,
  'citation-count': ({ attributes }) => attributes.citationCount,
  title: ({ attributes }) => attributes.titles[0]?.title ?? '',
};

/** Sorts in place; an unknown order is the default one, newest change first. */
function order(hits: Entry[], sort: string, scoreOf: (entry: Entry) => number): void {
  const key = sortKeys[sort.replace(/^-/, '')];
  const sign = sort.startsWith('-') ? -1 : 1;
  if (sort === 'relevance') hits.sort((a, b) => scoreOf(b) - scoreOf(a));
  else if (key) hits.sort((a, b) => sign * compare(key(a.resource), key(b.resource)));
  else order(hits, '-updated', scoreOf);
}

function clamp(value: number, min: number, max: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, min), max);
}

function cursorAt(start: number): string {
  return btoa(`1577836800000,${start}`);
}

/** Where a cursor points; the beginning for one that was never given out. */
function startOf(cursor: string): number {
  try {
    return Number(/^\d+,(\d+)$/.exec(atob(cursor))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function sparse(resource: Resource, fields: string | null): object {
  if (fields === null) return resource;
  const wanted = fields.split(',');
  const attributes = Object.entries(resource.attributes).filter(([name]) => wanted.includes(name));
  return { ...resource, attributes: Object.fromEntries(attributes) };
}

function countFacets(hits: readonly Entry[]) {
  const count = (idOf: (entry: Entry) => string, titleOf = (id: string) => id) =>
    [...groupBy(hits, idOf)].map(([id, group]) => ({ id, title: titleOf(id), count: group.length }));
  return {
    states: count(() => 'findable', () => 'Findable'),
    resourceTypes: count(({ work }) => kebab(work.type)),
    created: count(({ resource }) => resource.attributes.created.slice(0, 4)),
    published: count(({ resource }) => String(resource.attributes.publicationYear)),
    registered: count(({ resource }) => resource.attributes.registered.slice(0, 4)),
    providers: count(({ resource }) => resource.relationships.provider.data.id),
    clients: count(({ resource }) => resource.relationships.client.data.id),
    affiliations: [],
    prefixes: count(({ resource }) => resource.id.split('/')[0] ?? ''),
    certificates: [],
    licenses: [],
    schemaVersions: count(() => '4', () => 'Schema 4'),
    linkChecksStatus: [],
    subjects: [],
    fieldsOfScience: [],
    citations: [],
    views: [],
    downloads: [],
  }; // prettier-ignore
}

function clientsOf(page: readonly Entry[]) {
  return [...new Set(page.map(({ resource }) => resource.relationships.client.data.id))].map((id) => ({
    id,
    type: 'clients',
    attributes: { name: id, symbol: id.toUpperCase(), clientType: 'repository', isActive: true },
  }));
}
