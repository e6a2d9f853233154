/**
 * OpenAIRE Graph API v3, https://graph.openaire.eu/docs/apis/graph-api (read 2026-11-21), metadata under CC BY 4.0.
 * Documented limits: 60 requests an hour, 7200 with a token; a page holds 100 hits at most, a page number reaches
 * 10,000, a cursor all of them. The Search API (`/search/publications` and the like) that came before is retired;
 * `research-products` and `projects` take its place.
 */
import type { Identifier, IdentifierKind } from '../../identifiers/identifier.ts';
import type { CitationRecord } from '../../record/record.ts';
import { say } from '../../sentence.ts';
import { asList, asObject, asText } from '../json.ts';
import type { SearchPage, SearchQuery } from '../query.ts';
import { groupBySize } from '../groupBySize.ts';
import type { Source, SourceContext } from '../source.ts';
import { askGraph, type Envelope } from './graph.ts';
import { mapProduct } from './mapProduct.ts';
import { anyOf, parametersOfOpenaire, searchFieldsOfOpenaire, toParameters, toSortBy } from './parameters.ts';
import { holdsIdentifier, toPidValues } from './pids.ts';
import { findAwardNumbers } from './projects.ts';

const id = 'openaire';
const name = 'OpenAIRE';

const hourMs = 3_600_000;
const maxPageSize = 100;
/** A page number reaches no further hit. */
const maxOffset = 10_000;

function askForPids(identifiers: readonly Identifier[], context: SourceContext): Promise<Envelope> {
  // A work can be in several products, each with the identifier.
  const pageSize = String(Math.min(maxPageSize, identifiers.length * 5));
  return askGraph(
    'research-products',
    { pid: anyOf(identifiers.flatMap(toPidValues)), pageSize },
    { keep: 'record', isUnknown: (text) => lacksOne(text, identifiers) },
    context,
  );
}

/** An identifier that is not known is answered by a list without it; a text that is no list knows nothing. */
function lacksOne(text: string, identifiers: readonly Identifier[]): boolean {
  let products: readonly unknown[] = [];
  try {
    products = asList(asObject(JSON.parse(text))['results']);
  } catch {
    return true;
  }
  return !identifiers.every((identifier) => products.some((product) => holdsIdentifier(product, identifier)));
}

/** The product that holds the identifier itself goes before one whose instances merely mention it. */
function choose(products: readonly unknown[], identifier: Identifier): CitationRecord | undefined {
  const holders = products.filter((product) => holdsIdentifier(product, identifier));
  const owner = holders.find((product) => holdsIdentifier({ pids: asObject(product)['pids'] }, identifier));
  const chosen = owner ?? holders[0];
  return chosen === undefined
    ? undefined
    : mapProduct(chosen, identifier.kind === 'doi' ? identifier.id : undefined);
}

async function resolve(identifier: Identifier, context: SourceContext): Promise<CitationRecord | undefined> {
  return choose((await askForPids([identifier], context)).results, identifier);
}

const kinds: readonly IdentifierKind[] = ['doi', 'arxiv', 'pmid', 'pmcid'];

/** Keeps a request's address under 2,000 signs and its answer under 100 products. */
function split(identifiers: readonly Identifier[]): readonly (readonly Identifier[])[] {
  const lengthOf = (identifier: Identifier): number =>
    encodeURIComponent(`${anyOf(toPidValues(identifier))} OR `).length;
  return groupBySize(identifiers, lengthOf, { maxCount: 20, maxLength: 1800 });
}

async function resolveGroup(
  group: readonly Identifier[],
  context: SourceContext,
): Promise<ReadonlyMap<string, CitationRecord>> {
  const { results } = await askForPids(group, context);
  const found = new Map<string, CitationRecord>();
  for (const identifier of group) {
    const record = choose(results, identifier);
    if (record !== undefined) found.set(identifier.id, record);
  }
  return found;
}

/** The parameters of the next page: by cursor where the answer gives one, else by number as far as numbers reach. */
function toNext({ header, results }: Envelope, size: number, cursor: string): string | undefined {
  const total = Number(header['numFound']);
  const nextCursor = asText(header['nextCursor']);
  if (results.length < size) return undefined;
  if (nextCursor !== undefined) return `cursor=${nextCursor}` === cursor ? undefined : `cursor=${nextCursor}`;
  const page = Number(header['page']) + 1;
  const last = Math.min(Number.isNaN(total) ? maxOffset : total, maxOffset);
  return Number.isNaN(page) || (page - 1) * size >= last || page * size > maxOffset
    ? undefined
    : `page=${String(page)}`;
}

async function find(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string },
  context: SourceContext,
): Promise<SearchPage> {
  const { parameters, notApplied } = toParameters(query);
  const codes = await findAwardNumbers(query, context);
  if (codes?.length === 0) return { records: [], total: 0, notApplied };
  if (Object.keys(parameters).length === 0 && codes === undefined) return { records: [], notApplied };
  const size = Math.min(page.size, maxPageSize);
  const cursor = page.cursor ?? 'cursor=*';
  const [place = 'cursor', ...value] = cursor.split('=');
  const asked = {
    sortBy: toSortBy(query.sort),
    ...(codes === undefined ? {} : { relProjectCode: anyOf(codes) }),
    ...parameters,
    pageSize: String(size),
    [place]: value.join('='),
  };
  const answer = await askGraph('research-products', asked, { keep: 'search' }, context);
  const total = Number(answer.header['numFound']);
  const next = toNext(answer, size, cursor);
  return {
    records: answer.results.map((product) => mapProduct(product)).filter((record) => record !== undefined),
    ...(Number.isNaN(total) ? {} : { total }),
    ...(next === undefined ? {} : { next }),
    notApplied,
  };
}

export const openaire: Source = {
  id,
  name,
  endpoints: { openaire: 'https://api.openaire.eu', openaireToken: 'https://services.openaire.eu' },
  paces: ({ authenticated }) => ({
    any: { limit: authenticated ? 7200 : 60, intervalMs: hourMs, concurrency: 4 },
    token: { limit: 10, intervalMs: hourMs, concurrency: 1 },
  }),
  credentials: {
    required: false,
    fields: [{ name: 'refreshToken', label: say`OpenAIRE refresh token`, secret: true }],
    help: say`OpenAIRE answers without one, 60 times an hour; https://develop.openaire.eu/personal-token gives one that lasts a month.`,
  },
  byDefault: true,
  kinds,
  resolve,
  batch: { kinds, split, resolve: resolveGroup },
  search: { fields: searchFieldsOfOpenaire, parameters: parametersOfOpenaire, find },
};
