/**
 * Crossref REST API, https://www.crossref.org/documentation/retrieve-metadata/rest-api/ (read 2026-11-21).
 * Documented limits since December 2025: public 5 single records and 1 list a second, one at a time; with a
 * contact address 10 and 3, three at a time; with a Plus token 150.
 * `/works/{doi}/agency` is not asked: doi.org says the same of every agency's DOIs, at no cost to this pace.
 */
import { LookupError } from '../../errors.ts';
import type { Caller, HttpReply, HttpRequest, Secrets } from '../../http/http.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { isIsbn } from '../../identifiers/isbn.ts';
import type { CitationRecord } from '../../record/record.ts';
import { say } from '../../sentence.ts';
import { asList, asObject, asText, isObject, parseJson, unexpectedShape } from '../json.ts';
import { groupBySize } from '../groupBySize.ts';
import type { Source, SourceContext } from '../source.ts';
import { knownDois, mapWork } from './mapWork.ts';
import { parametersOfCrossref, searchCrossref, searchFieldsOfCrossref } from './search.ts';

const id = 'crossref';
const name = 'Crossref';

function paces(caller: Caller): ReturnType<Source['paces']> {
  if (caller.authenticated)
    return { single: { limit: 150, intervalMs: 1000 }, list: { limit: 150, intervalMs: 1000 } };
  if (caller.identified) {
    return {
      single: { limit: 10, intervalMs: 1000, concurrency: 3 },
      list: { limit: 3, intervalMs: 1000, concurrency: 3 },
    };
  }
  return {
    single: { limit: 5, intervalMs: 1000, concurrency: 1 },
    list: { limit: 1, intervalMs: 1000, concurrency: 1 },
  };
}

function secretsOf(context: SourceContext): { readonly secrets?: Secrets } {
  const token = context.credentials?.['plusToken'];
  return token === undefined
    ? {}
    : { secrets: { headers: { 'crossref-plus-api-token': `Bearer ${token}` } } };
}

/** Asks Crossref; undefined where it has no such record. */
async function ask(
  path: string,
  pool: 'single' | 'list',
  keep: HttpRequest['keep'],
  context: SourceContext,
): Promise<unknown> {
  const { priority, signal } = context;
  const reply = await context.http.send({
    source: id,
    pool,
    url: `${context.endpoint(id)}${path}`,
    accept: 'application/json',
    keep,
    priority,
    answers: [400, 404],
    ...secretsOf(context),
    ...(signal === undefined ? {} : { signal }),
  });
  return readMessage(reply);
}

/** Opens the envelope; a 404 means "unknown", its body being plain text under whatever content type. */
function readMessage(reply: HttpReply): unknown {
  if (reply.status === 404) return undefined;
  const envelope = asObject(parseJson(reply, { id, name }));
  if (reply.status === 400) {
    const reason = asText(asObject(asList(envelope['message'])[0])['message']) ?? say`no reason given`;
    throw new LookupError('http', say`${name} refuses the request: ${reason}`, { source: id, status: 400 });
  }
  if (!isObject(envelope['message'])) throw unexpectedShape({ id, name });
  return envelope['message'];
}

async function resolve(identifier: Identifier, context: SourceContext): Promise<CitationRecord | undefined> {
  if (identifier.kind === 'isbn') return resolveBook(identifier.id, context);
  const work = await ask(`/works/${encodeURIComponent(identifier.id)}`, 'single', 'record', context);
  return knownDois(work).includes(identifier.id) ? mapWork(work, id) : undefined;
}

/** An ISBN names the chapters of a book too: only a book as a whole is the answer, and only if there is one. */
async function resolveBook(isbn: string, context: SourceContext): Promise<CitationRecord | undefined> {
  // A filter's value cannot be escaped, so that nothing else may stand there.
  if (!isIsbn(isbn)) return undefined;
  const bookTypes =
    'type:book,type:monograph,type:edited-book,type:reference-book,type:proceedings,type:report,type:dissertation';
  const list = await ask(`/works?filter=isbn:${isbn},${bookTypes}&rows=5`, 'list', 'search', context);
  const books = asList(asObject(list)['items']);
  return books.length === 1 ? mapWork(books[0], id) : undefined;
}

const batchLimits = { maxCount: 40, maxLength: 4000 };

/** Splits by Crossref's URL length; a DOI with a comma cannot stand in a filter and goes alone. */
function split(identifiers: readonly Identifier[]): readonly (readonly Identifier[])[] {
  const alone = identifiers.filter((identifier) => identifier.id.includes(','));
  const listed = identifiers.filter((identifier) => !identifier.id.includes(','));
  const lengthOf = (identifier: Identifier): number =>
    'doi:,'.length + encodeURIComponent(identifier.id).length;
  return [...groupBySize(listed, lengthOf, batchLimits), ...alone.map((identifier) => [identifier])];
}

async function resolveGroup(
  group: readonly Identifier[],
  context: SourceContext,
): Promise<ReadonlyMap<string, CitationRecord>> {
  const [first] = group;
  const found = new Map<string, CitationRecord>();
  if (first === undefined) return found;
  if (group.length === 1) {
    const record = await resolve(first, context);
    return record === undefined ? found : found.set(first.id, record);
  }
  const filter = group.map((identifier) => `doi:${encodeURIComponent(identifier.id)}`).join(',');
  const list = asObject(
    await ask(`/works?filter=${filter}&rows=${String(group.length)}`, 'list', 'search', context),
  );
  const wanted = new Set(group.map((identifier) => identifier.id));
  for (const work of asList(list['items'])) {
    const record = mapWork(work, id);
    if (record === undefined) continue;
    for (const doi of knownDois(work)) if (wanted.has(doi)) found.set(doi, record);
  }
  return found;
}

export const crossref: Source = {
  id,
  name,
  endpoints: { crossref: 'https://api.crossref.org' },
  paces,
  credentials: {
    required: false,
    fields: [{ name: 'plusToken', label: say`Metadata Plus token`, secret: true }],
    help: say`Only members of Metadata Plus have a token; Crossref answers without one.`,
  },
  byDefault: true,
  kinds: ['doi', 'isbn'],
  resolve,
  batch: { kinds: ['doi'], split, resolve: resolveGroup },
  search: {
    fields: searchFieldsOfCrossref,
    parameters: parametersOfCrossref,
    counts: ['type', 'year', 'journal'],
    find: (query, page, context) =>
      searchCrossref(query, page, (path, keep) => ask(path, 'list', keep, context)),
  },
};
