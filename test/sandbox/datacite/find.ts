/** What a request for `/dois` finds: ids, filters, and the question. */
import { parseQuestion, QueryError } from '../queryString.ts';
import type { Operand, Test } from '../queryString.ts';
import { hasTerms } from '../relevance.ts';
import type { Work } from '../work.ts';
import { toResource } from './resource.ts';
import type { Attributes } from './resource.ts';

export type Resource = ReturnType<typeof toResource>;

/** A work with its wire form, by which it is found. */
export interface Entry {
  readonly work: Work;
  readonly resource: Resource;
}

/** Makes the entry of a work. */
export function toEntry(work: Work): Entry {
  return {
    work,
    resource: toResource(work, { single: true, affiliationObjects: false, publisherObject: false }),
  };
}

/** The entries that a request asks for; throws QueryError where the service would refuse it. */
export function findEntries(entries: readonly Entry[], query: URLSearchParams): Entry[] {
  const ids = query.get('ids')?.split(',').map((id) => id.trim().toLowerCase()); // prettier-ignore
  // With ids, everything else that narrows is ignored.
  if (ids) return entries.filter(({ resource }) => ids.includes(resource.id));
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

/** A general type as filters and facets write it. */
export const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

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
export function textOf(attributes: Attributes): string[] {
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
