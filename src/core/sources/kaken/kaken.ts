/**
 * KAKEN, the grants of Japan and what came of them, https://support.nii.ac.jp/en/kaken/api/api_outline (read
 * 2026-11-21). NII publishes no number for its limit: one request a second. The application id is the one of CiNii.
 */
import { LookupError } from '../../errors.ts';
import type { CitationRecord } from '../../record/record.ts';
import { say } from '../../sentence.ts';
import { assertNotRefused, getAppid, refusals } from '../cinii/appid.ts';
import { unexpectedShape } from '../json.ts';
import { readProjectNumber } from '../numbers.ts';
import {
  fieldsAsked,
  findForeign,
  ownParameters,
  type SearchField,
  type SearchPage,
  type SearchQuery,
} from '../query.ts';
import type { Source, SourceContext } from '../source.ts';
import { toPlainWords } from '../words.ts';
import { readGrants, type Grant, type Grants } from './readGrants.ts';

const id = 'kaken';
const name = 'KAKEN';

/** The numbers of grants that a page may hold. */
const pageSizes = [20, 50, 100, 200, 500];
const maxStart = 200_000;

const sorts = { relevance: '1', newest: '2', oldest: '3', cited: '1' } as const;

const known: readonly SearchField[] = ['author', 'title', 'award', 'project', 'year', 'sort'];

/** KAKEN's other parameters, by its names: category, field, institution, keyword, number of a researcher, order. */
const own: readonly string[] = ['qc', 'qd', 'qe', 'qf', 'qh', 'qm', 'o1', 'od', 'lang'];

async function ask(parameters: Readonly<Record<string, string>>, context: SourceContext): Promise<Grants> {
  const appid = getAppid(context, { id, name });
  const { priority, signal } = context;
  const reply = await context.http.send({
    source: id,
    pool: 'any',
    url: `${context.endpoint(id)}/opensearch/?${new URLSearchParams({ format: 'xml', ...parameters }).toString()}`,
    accept: 'application/xml',
    secrets: { query: { appid } },
    keep: 'search',
    priority,
    answers: refusals,
    ...(signal === undefined ? {} : { signal }),
  });
  assertNotRefused(reply, context, { id, name });
  const grants = readGrants(reply.text);
  if (grants === undefined) throw unexpectedShape({ id, name });
  return grants;
}

/** The number of the one grant that a query means; undefined where it means others. */
function numberOf({ words, award, project }: SearchQuery): string | undefined {
  const named = award ?? project;
  return readProjectNumber(named?.length === 1 ? named[0] : words);
}

function toParameters(query: SearchQuery): {
  readonly parameters: Readonly<Record<string, string>>;
  readonly notApplied: readonly SearchField[];
} {
  const number = numberOf(query);
  const words = toPlainWords(readProjectNumber(query.words) === undefined ? query.words : '');
  // Several values of one condition would all be required.
  const [author, ...otherAuthors] = query.author ?? [];
  const [title, ...others] = [...(query.title ?? []), ...(number === undefined ? (query.project ?? []) : [])];
  const parameters = {
    ...(words === '' ? {} : { kw: words }),
    ...(number === undefined ? {} : { qb: number }),
    ...(author === undefined || otherAuthors.length > 0 ? {} : { qg: author }),
    ...(title === undefined || others.length > 0 ? {} : { qa: title }),
    ...(query.year?.from === undefined ? {} : { s1: String(query.year.from) }),
    ...(query.year?.to === undefined ? {} : { s2: String(query.year.to) }),
    ...ownParameters(query, id, own),
  };
  const notApplied = [
    ...(otherAuthors.length > 0 ? (['author'] as const) : []),
    ...(others.length > 0 ? fieldsAsked(query, ['title', 'project']) : []),
    ...(query.award !== undefined && number === undefined ? (['award'] as const) : []),
    ...findForeign(query, known),
    ...(query.sort === 'cited' ? (['sort'] as const) : []),
  ]; // prettier-ignore
  return { parameters, notApplied };
}

/** A grant's number asks for everything that came of it; words only for the works that hold them all. */
function toRecords({ project, works }: Grant, query: SearchQuery): readonly CitationRecord[] {
  if (numberOf(query) !== undefined) return [project, ...works];
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
  const words = fold(query.words)
    .replaceAll('"', ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = ({ csl }: CitationRecord): boolean => {
    const text = fold(`${csl.title} ${csl['container-title'] ?? ''} ${JSON.stringify(csl.author ?? [])}`);
    return words.every((word) => text.includes(word));
  };
  return [project, ...(words.length === 0 ? [] : works.filter(holds))];
}

async function find(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string },
  context: SourceContext,
): Promise<SearchPage> {
  const { parameters, notApplied } = toParameters(query);
  if (Object.keys(parameters).length === 0) return { records: [], notApplied };
  const start = Number(page.cursor ?? '1');
  const size = pageSizes.find((allowed) => allowed >= page.size) ?? 500;
  const order = { od: sorts[query.sort ?? 'relevance'] };
  const { total, grants } = await ask(
    { ...order, ...parameters, st: String(start), rw: String(size) },
    context,
  );
  if (total === undefined) {
    throw new LookupError('rate-limited', say`KAKEN is asked too often; try again in a minute.`, {
      source: id,
      retryAfterMs: 60_000,
    });
  }
  const next = start + size;
  return {
    records: grants.flatMap((grant) => toRecords(grant, query)),
    total,
    ...(grants.length > 0 && next <= Math.min(total, maxStart) ? { next: String(next) } : {}),
    notApplied,
  };
}

export const kaken: Source = {
  id,
  name,
  endpoints: { kaken: 'https://kaken.nii.ac.jp' },
  paces: () => ({ any: { limit: 1, intervalMs: 1000, concurrency: 1 } }),
  credentials: {
    required: true,
    fields: [{ name: 'appid', label: say`CiNii application id (appid)`, secret: true }],
    help: say`The application id of CiNii: https://support.nii.ac.jp/en/cinii/api/developer`,
    keptBy: 'cinii',
  },
  byDefault: false,
  kinds: [],
  resolve: () => Promise.resolve(undefined),
  search: { fields: known, parameters: own, find },
};
