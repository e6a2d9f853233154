/**
 * CiNii Research, https://support.nii.ac.jp/en/cir/r_opensearch and r_json, and CiNii Books' records,
 * https://support.nii.ac.jp/en/cib/api/b_rdf (read 2026-11-21). CiNii Articles, Dissertations and the search of CiNii
 * Books that came before are collections of the OpenSearch now. NII publishes no number for its limit and blocks who
 * asks too much: one request a second. It requires everyone's own application id, which must not stand in any
 * address that a person can follow: it goes on the wire as a secret, and addresses are built from a record's own id.
 */
import { isCancelled, LookupError } from '../../errors.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import type { CitationRecord } from '../../record/record.ts';
import { say } from '../../sentence.ts';
import { toIsbn10, toIsbn13 } from '../numbers.ts';
import type { SearchPage, SearchQuery } from '../query.ts';
import type { Source, SourceContext } from '../source.ts';
import { askCinii, askHits, askRecord } from './ask.ts';
import { mapWork } from './mapWork.ts';
import { mergeRepeated, mergeWorks } from './mergeRepeated.ts';
import { parametersOfCinii, searchFieldsOfCinii, toParameters, toSortOrder } from './parameters.ts';
import { readBook } from './readBook.ts';
import { readCrid, type CiniiWork } from './work.ts';

const id = 'cinii';

const maxPageSize = 200;
/** The last hit that can be asked for. */
const maxStart = 10_000;

/** Completes a hit by its record, which has readings, roles and all identifiers. */
async function complete(hit: CiniiWork | undefined, context: SourceContext): Promise<CiniiWork | undefined> {
  if (hit?.crid === undefined) return hit;
  const record = await askRecord(hit.crid, context);
  // A hit may lack the flag by which the record keeps its abstract back.
  return record === undefined ? hit : mergeWorks(record, { ...hit, abstract: undefined });
}

async function findByDoi(doi: string, context: SourceContext): Promise<CiniiWork | undefined> {
  const { works } = await askHits('all', { doi }, context);
  // Hits often leave the DOI out that their record has.
  const candidates = works.filter((work) => work.doi === doi || work.doi === undefined);
  const [hit] = mergeRepeated(candidates.toSorted((a, b) => Number(b.doi === doi) - Number(a.doi === doi)));
  const work = await complete(hit, context);
  return work?.doi === doi ? work : undefined;
}

async function findByIsbn(isbn: string, context: SourceContext): Promise<CiniiWork | undefined> {
  const isbn13 = toIsbn13(isbn);
  for (const form of [isbn13, toIsbn10(isbn13)]) {
    if (form === undefined) continue;
    const { works } = await askHits('books', { isbn: form }, context);
    const hit = works.find(({ isbns }) => isbns.some((own) => toIsbn13(own.replaceAll('-', '')) === isbn13));
    const work = await complete(hit, context);
    if (work !== undefined) return { ...work, isbns: [isbn13, ...work.isbns] };
  }
  return undefined;
}

/** CiNii Books' own record is the richest; when that service ends, CiNii Research has the book under its NCID. */
async function findByNcid(ncid: string, context: SourceContext): Promise<CiniiWork | undefined> {
  const url = `${context.endpoint('ciniiBooks')}/ncid/${encodeURIComponent(ncid)}.rdf`;
  try {
    const reply = await askCinii(
      { url, accept: 'application/rdf+xml', keep: 'record', answers: [404] },
      context,
    );
    const book = reply.status === 404 ? undefined : readBook(reply.text);
    if (book?.ncid === ncid) return book;
  } catch (error) {
    if (isCancelled(error) || (error instanceof LookupError && error.kind === 'credentials')) throw error;
  }
  const { works } = await askHits('books', { ncid }, context);
  return complete(
    works.find((work) => work.ncid === ncid),
    context,
  );
}

/** The addresses of CiNii Articles lead to the record's own. */
async function findByNaid(naid: string, context: SourceContext): Promise<CiniiWork | undefined> {
  const { works } = await askHits('all', { q: naid }, context);
  const hit = works.find((work) => work.naid === naid);
  if (hit !== undefined) return complete(hit, context);
  const url = `${context.endpoint('ciniiBooks')}/naid/${encodeURIComponent(naid)}`;
  const reply = await askCinii({ url, accept: 'text/html', keep: 'record', answers: [404] }, context);
  const crid = readCrid(reply.url.split('?', 1)[0]);
  const work = crid === undefined ? undefined : await askRecord(crid, context);
  return work?.naid === naid ? work : undefined;
}

async function findByCrid(crid: string, context: SourceContext): Promise<CiniiWork | undefined> {
  const work = await askRecord(crid, context);
  return work?.crid === crid ? work : undefined;
}

const finders: Readonly<
  Record<string, (value: string, context: SourceContext) => Promise<CiniiWork | undefined>>
> = {
  doi: findByDoi,
  isbn: findByIsbn,
  crid: findByCrid,
  naid: findByNaid,
  ncid: findByNcid,
};

async function resolve(
  { kind, id: value }: Identifier,
  context: SourceContext,
): Promise<CitationRecord | undefined> {
  const work = await finders[kind]?.(value, context);
  return work === undefined ? undefined : mapWork(work);
}

async function find(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string },
  context: SourceContext,
): Promise<SearchPage> {
  const { collection, parameters, notApplied } = toParameters(query);
  if (Object.keys(parameters).length === 0 && collection === 'all') return { records: [], notApplied };
  const start = Number(page.cursor ?? '1');
  const count = Math.min(page.size, maxPageSize);
  const sortorder = toSortOrder(query.sort, collection);
  const asked = { ...parameters, start: String(start), count: String(count), sortorder };
  const { works, count: given, total } = await askHits(collection, asked, context);
  // Hits do not say what was a condition of theirs.
  const [language, ...otherLanguages] = query.lang ?? [];
  const told = works.map((work) => ({
    ...work,
    resourceType: work.resourceType ?? parameters['resourceType'],
    language: work.language ?? (otherLanguages.length === 0 ? language : undefined),
  }));
  const records = mergeRepeated(told)
    .map(mapWork)
    .filter((record) => record !== undefined);
  const mixed = collection === 'all' && query.type !== undefined && !notApplied.includes('type');
  const next = start + given;
  const hasMore = given > 0 && next <= Math.min(total ?? maxStart, maxStart);
  return {
    records: mixed ? records.filter(({ csl }) => query.type?.includes(csl.type)) : records,
    ...(total === undefined ? {} : { total }),
    ...(hasMore ? { next: String(next) } : {}),
    notApplied,
  };
}

export const cinii: Source = {
  id,
  name: 'CiNii',
  endpoints: { cinii: 'https://cir.nii.ac.jp', ciniiBooks: 'https://ci.nii.ac.jp' },
  paces: () => ({ any: { limit: 1, intervalMs: 1000, concurrency: 2 } }),
  credentials: {
    required: true,
    fields: [{ name: 'appid', label: say`CiNii application id (appid)`, secret: true }],
    help: say`NII gives an application id to everyone who asks: https://support.nii.ac.jp/en/cinii/api/developer`,
  },
  byDefault: true,
  kinds: ['doi', 'isbn', 'crid', 'naid', 'ncid'],
  resolve,
  search: { fields: searchFieldsOfCinii, parameters: parametersOfCinii, find },
};
