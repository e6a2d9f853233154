/**
 * DataCite REST API, https://support.datacite.org/docs/api (read 2026-11-21).
 * Documented limits per address and 5 minutes: 500 requests, 1000 with a contact address in the User-Agent.
 */
import { LookupError } from '../../errors.ts';
import type { HttpReply, HttpRequest } from '../../http/http.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import type { CitationRecord } from '../../record/record.ts';
import { say } from '../../sentence.ts';
import { groupBySize } from '../groupBySize.ts';
import { asList, asObject, asText, isObject, parseJson, unexpectedShape } from '../json.ts';
import type { Source, SourceContext } from '../source.ts';
import { listForm, plainForm } from './form.ts';
import { mapDoi } from './mapDoi.ts';
import { parametersOfDataCite, searchDataCite, searchFieldsOfDataCite } from './search.ts';

const id = 'datacite';
const name = 'DataCite';

function toRequest(path: string, keep: 'record' | 'search', context: SourceContext): HttpRequest {
  const { priority, signal } = context;
  return {
    source: id,
    pool: 'any',
    url: `${context.endpoint(id)}${path}`,
    accept: 'application/json',
    keep,
    priority,
    answers: [400, 404],
    ...(signal === undefined ? {} : { signal }),
  };
}

/** Opens the answer; errors are a list or, for what the query parser refuses, a single object. */
function readData(reply: HttpReply): unknown {
  if (reply.status === 404) return undefined;
  const body = asObject(parseJson(reply, { id, name }));
  if (reply.status === 400) {
    const reason =
      asText(asObject(asList(body['errors'])[0])['title']) ?? asText(body['title']) ?? say`no reason given`;
    throw new LookupError('http', say`${name} refuses the request: ${reason}`, { source: id, status: 400 });
  }
  if (!isObject(body['data']) && !Array.isArray(body['data'])) throw unexpectedShape({ id, name });
  return body;
}

/** DOIs of other agencies come as stubs that belong to no client; they are not DataCite's to answer. */
function mapResource(value: unknown): CitationRecord | undefined {
  const resource = asObject(value);
  const client = asObject(asObject(resource['relationships'])['client']);
  if ('data' in client && client['data'] === null) return undefined;
  return mapDoi({ doi: resource['id'], ...asObject(resource['attributes']) });
}

async function resolveGroup(
  group: readonly Identifier[],
  context: SourceContext,
): Promise<ReadonlyMap<string, CitationRecord>> {
  const found = new Map<string, CitationRecord>();
  const byDoi = new Map(group.map((identifier) => [toDoi(identifier), identifier.id]));
  const [only] = byDoi.keys();
  const single = byDoi.size === 1 && only?.includes(',') === true;
  const ids = [...byDoi.keys()].map(encodeURIComponent).join(',');
  const path = single
    ? `/dois/${encodeURIComponent(only)}?${plainForm}`
    : `/dois?ids=${ids}&page[size]=${String(group.length)}&${listForm}`;
  const request = toRequest(path, 'record', context);
  const body = asObject(readData(await context.http.send(request)));
  for (const resource of asList(body['data'])) {
    const record = mapResource(resource);
    const asked = record === undefined ? undefined : byDoi.get(record.csl.id);
    if (record !== undefined && asked !== undefined) found.set(asked, record);
  }
  // A list that lacks a work must not hide it for as long as a found one is kept.
  if (found.size < byDoi.size) context.http.forget?.(request);
  return found;
}

/** arXiv registers each of its ids, without version, as a DOI. */
function toDoi(identifier: Identifier): string {
  return identifier.kind === 'arxiv'
    ? `10.48550/arxiv.${identifier.id.replace(/v\d+$/, '').toLowerCase()}`
    : identifier.id;
}

const batchLimits = { maxCount: 100, maxLength: 6000 };

/** A DOI with a comma cannot stand in the list and goes alone. */
function split(identifiers: readonly Identifier[]): readonly (readonly Identifier[])[] {
  const alone = identifiers.filter((identifier) => identifier.id.includes(','));
  const listed = identifiers.filter((identifier) => !identifier.id.includes(','));
  const lengthOf = (identifier: Identifier): number =>
    ','.length + encodeURIComponent(toDoi(identifier)).length;
  return [...groupBySize(listed, lengthOf, batchLimits), ...alone.map((identifier) => [identifier])];
}

export const datacite: Source = {
  id,
  name,
  endpoints: { datacite: 'https://api.datacite.org' },
  paces: (caller) => ({
    any: { limit: caller.identified ? 1000 : 500, intervalMs: 300_000, concurrency: 5 },
  }),
  byDefault: true,
  kinds: ['doi', 'arxiv'],
  resolve: async (identifier, context) => (await resolveGroup([identifier], context)).get(identifier.id),
  batch: { kinds: ['doi', 'arxiv'], split, resolve: resolveGroup },
  search: {
    fields: searchFieldsOfDataCite,
    parameters: parametersOfDataCite,
    counts: ['type', 'year', 'repository'],
    find: (query, page, context) =>
      searchDataCite(
        query,
        page,
        async (path, keep) => readData(await context.http.send(toRequest(path, keep, context))),
        mapResource,
      ),
  },
};
