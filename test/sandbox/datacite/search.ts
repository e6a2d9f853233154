/** `/dois`: questions, filters, order, pages and cursors, sparse fields, facets. */
import { json } from '../exchange.ts';
import type { Answer, Call } from '../exchange.ts';
import { groupBy } from '../group.ts';
import { parseQuestion, QueryError } from '../queryString.ts';
import type { Operand, Test } from '../queryString.ts';
import { hasTerms, indexTerms } from '../relevance.ts';
import type { Work } from '../work.ts';
import { toResource } from './resource.ts';
import type { Attributes, ResourceForm } from './resource.ts';

const contentType = 'application/json; charset=utf-8';
const maxReach = 10_000;

type Resource = ReturnType<typeof toResource>;

interface Entry {
  readonly work: Work;
  readonly resource: Resource;
}

const plainForm: ResourceForm = { single: true, affiliationObjects: false, publisherObject: false };

/** The 400 of a question that cannot be read: an object where other errors are a list. */
export function refuse(title: string): Answer {
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
  const entries = works.map((work): Entry => ({ work, resource: toResource(work, plainForm) }));
  const index = indexTerms(entries, ({ resource }) => textOf(resource.attributes).join(' '));

  return function search({ query, endpoints, path }) {
    const ids = query.get('ids')?.split(',').map((id) => id.trim().toLowerCase()); // prettier-ignore
    let hits: Entry[];
    try {
      // With ids, everything else that narrows is ignored.
      hits = ids ? entries.filter(({ resource }) => ids.includes(resource.id)) : find(entries, query);
    } catch (error) {
      if (error instanceof QueryError) return refuse(error.message);
      throw error;
    }

    const size = clamp(Number(query.get('page[size]') ?? 25), 0, 1000, 25);
    const cursor = query.get('page[cursor]');
    if (cursor !== null) hits.sort(by(({ attributes }) => attributes.created));
    else
      order(hits, query.get('sort') ?? '-updated', (entry) => index.score(entry, query.get('query') ?? ''));

    const lastReachable = size > 0 ? Math.floor(maxReach / size) : 1;
    const number = clamp(Number(query.get('page[number]') ?? 1), 1, lastReachable, 1);
    const start = cursor === null ? (number - 1) * size : startOf(cursor);
    const page = hits.slice(start, start + size);
    const next = size > 0 && start + size < hits.length ? { [cursor === null ? 'page[number]' : 'page[cursor]']: cursor === null ? String(number + 1) : cursorAt(start + size) } : undefined; // prettier-ignore

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
        links: { self: `${base}?${query.toString()}`, ...(next && { next: addressOf(base, query, next) }) },
        ...(query.get('include')?.includes('client') && { included: clientsOf(page) }),
      },
      200,
      contentType,
    );
  };
}

function find(entries: readonly Entry[], query: URLSearchParams): Entry[] {
  const question = query.get('query') ?? '';
  const holds = question.trim() === '' ? () => true : parseQuestion(question, toTest);
  const wanted = Object.entries(filters).flatMap(([name, filter]) => {
    const values = query.get(name)?.split(',').filter((value) => value !== ''); // prettier-ignore
    return values?.length ? [(entry: Entry) => filter(entry, values)] : [];
  });
  const published = query.get('published') ?? '';
  if (!/^(?:\d{4}(?:,\d{4})*)?$/.test(published)) {
    throw new QueryError(`failed to parse date field [${published}] with format [yyyy]`);
  }
  return entries.filter((entry) => wanted.every((filter) => filter(entry)) && holds(entry));
}

/** Fields that are compared whole, in their letter case. */
const keywordFields = new Set([
  'doi',
  'id',
  'uid',
  'publicationYear',
  'types.resourceTypeGeneral',
  'state',
  'language',
]);
const dateFields = new Set(['created', 'updated', 'registered']);

function toTest(operand: Operand): Test<Entry> {
  const { field } = operand;
  const values = ({ resource }: Entry): string[] => valuesAt(resource, field);
  if (operand.kind === 'range') {
    const { from, to } = operand;
    const wrong = [from, to].find((end) => end !== '*' && !/^\d{4}/.test(end));
    if (wrong !== undefined && dateFields.has(field ?? '')) {
      throw new QueryError(
        `failed to parse date field [${wrong}] with format [strict_date_optional_time||epoch_millis]`,
      );
    }
    return (entry) =>
      values(entry).some(
        (value) => (from === '*' || value >= from) && (to === '*' || value <= to || value.startsWith(to)),
      );
  }
  const { kind, text } = operand;
  if (text === '*') return (entry) => values(entry).some((value) => value !== '');
  if (keywordFields.has(field ?? '')) return (entry) => values(entry).includes(text);
  return (entry) => values(entry).some((value) => hasTerms(value, text, kind));
}

const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const filters: Readonly<Record<string, (entry: Entry, values: readonly string[]) => boolean>> = {
  'resource-type-id': ({ work }, values) => values.includes(kebab(work.type)),
  'client-id': ({ resource }, values) => values.includes(resource.relationships.client.data.id),
  'provider-id': ({ resource }, values) => values.includes(resource.relationships.provider.data.id),
  prefix: ({ resource }, values) => values.some((prefix) => resource.id.startsWith(`${prefix}/`)),
  published: ({ resource }, values) => values.includes(String(resource.attributes.publicationYear)),
  created: ({ resource }, values) => values.includes(resource.attributes.created.slice(0, 4)),
  registered: ({ resource }, values) => values.includes(resource.attributes.registered.slice(0, 4)),
  language: ({ work }, values) => values.includes(work.language ?? ''),
  subject: ({ work }, values) => values.some((subject) => work.subjects?.includes(subject)),
  license: ({ resource }, values) =>
    resource.attributes.rightsList.some(({ rightsIdentifier }) => values.includes(rightsIdentifier ?? '')),
  'user-id': ({ resource }, values) =>
    valuesAt(resource, 'creators.nameIdentifiers.nameIdentifier').some((id) =>
      values.some((value) => id.endsWith(value)),
    ),
};

/** What a question without a field is asked of. */
function textOf(attributes: Attributes): string[] {
  const paths = ['doi', 'titles.title', 'creators.name', 'publisher', 'descriptions.description', 'subjects.subject', 'relatedIdentifiers.relatedIdentifier', 'publicationYear']; // prettier-ignore
  return paths.flatMap((path) => valuesIn(attributes, path.split('.')));
}

function valuesAt({ id, attributes }: Resource, field: string | undefined): string[] {
  if (field === undefined) return [textOf(attributes).join(' ')];
  if (field === 'id' || field === 'uid') return [id];
  return valuesIn(attributes, (field === 'publisher.name' ? 'publisher' : field).split('.'));
}

/** Every value at a path, through lists. */
function valuesIn(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesIn(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return found === undefined ? [] : valuesIn(found, rest);
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

function by(key: (resource: Resource) => string | number) {
  return (a: Entry, b: Entry): number => {
    const [left, right] = [key(a.resource), key(b.resource)];
    return left === right ? 0 : left < right ? -1 : 1;
  };
}

/** Sorts in place; an unknown order is the default one, newest change first. */
function order(hits: Entry[], sort: string, scoreOf: (entry: Entry) => number): void {
  const key = sortKeys[sort.replace(/^-/, '')];
  if (sort === 'relevance') hits.sort((a, b) => scoreOf(b) - scoreOf(a));
  else if (!key) order(hits, '-updated', scoreOf);
  else hits.sort(sort.startsWith('-') ? (a, b) => by(key)(b, a) : by(key));
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

function addressOf(base: string, query: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) changed.set(name, value);
  return `${base}?${changed.toString()}`;
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
