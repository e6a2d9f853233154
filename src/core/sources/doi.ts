/**
 * doi.org: which agency registered a DOI, and content negotiation, which every agency answers in CSL JSON,
 * https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation (read 2026-11-21).
 * Documented limit: 1000 negotiations per address and 5 minutes.
 */
import { LookupError } from '../errors.ts';
import type { HttpReply } from '../http/http.ts';
import type { CitationRecord } from '../record/record.ts';
import { say } from '../sentence.ts';
import { mapWork } from './crossref/mapWork.ts';
import { asList, asObject, asText, parseJson, unexpectedShape } from './json.ts';
import type { Source, SourceContext } from './source.ts';

const id = 'doi';
const name = 'doi.org';

/** What doi.org says of a DOI: its agency's name (`Crossref`, `DataCite`, `JaLC`, …), or that no such DOI exists. */
export type Agency = { readonly agency: string } | { readonly exists: false };

function send(
  path: string,
  accept: string,
  context: SourceContext,
  isUnknown?: (text: string) => boolean,
): Promise<HttpReply> {
  const { priority, signal } = context;
  return context.http.send({
    source: id,
    pool: 'any',
    url: `${context.endpoint(id)}${path}`,
    accept,
    keep: 'record',
    priority,
    answers: [204, 400, 404, 406],
    ...(isUnknown === undefined ? {} : { isUnknown }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Encodes a DOI for a path; the slash after the prefix stays one. */
function encodePath(doi: string): string {
  return doi.split('/').map(encodeURIComponent).join('/');
}

/** Asks who registered a DOI. */
export async function findAgency(doi: string, context: SourceContext): Promise<Agency> {
  // A DOI that does not exist yet may be registered tomorrow.
  const isUnknown = (text: string): boolean => !text.includes('"RA"');
  const reply = await send(`/ra/${encodePath(doi)}`, 'application/json', context, isUnknown);
  if (reply.status !== 200) return { exists: false };
  const answer = asObject(asList(parseJson(reply, { id, name }))[0]);
  const agency = asText(answer['RA']);
  if (agency !== undefined) return { agency };
  if (asText(answer['status']) === undefined) throw unexpectedShape({ id, name });
  return { exists: false };
}

/** CSL JSON; a page says that the agency has none, and tells it apart from a portal that answers for doi.org. */
const accepted = 'application/vnd.citationstyles.csl+json, text/html;q=0.1';

/**
 * Asks for CSL JSON at the DOI itself; undefined where no such DOI exists. Throws LookupError where the DOI leads to a
 * page only, because its agency offers no metadata.
 */
async function negotiate(doi: string, context: SourceContext): Promise<CitationRecord | undefined> {
  const reply = await send(`/${encodePath(doi)}`, accepted, context);
  if (reply.status === 404 || reply.status === 400) return undefined;
  const isPage = reply.headers['content-type']?.startsWith('text/html') === true;
  const wasRedirected = reply.url !== `${context.endpoint(id)}/${encodePath(doi)}`;
  if (reply.status !== 200 || (isPage && wasRedirected)) {
    throw new LookupError(
      'unexpected-reply',
      say`The agency that registered ${doi} offers no citation data for it.`,
      { source: id },
    );
  }
  return mapWork(parseJson(reply, { id, name }), id);
}

/** Follows a short DOI, `10/abc`, to the DOI it stands for; undefined where there is none. */
export async function expandShortDoi(shortDoi: string, context: SourceContext): Promise<string | undefined> {
  return (await negotiate(shortDoi, context))?.csl.DOI;
}

export const doi: Source = {
  id,
  name,
  endpoints: { doi: 'https://doi.org' },
  paces: () => ({ any: { limit: 1000, intervalMs: 300_000, concurrency: 5 } }),
  byDefault: true,
  kinds: ['doi'],
  resolve: async (identifier, context) => {
    const record = await negotiate(identifier.id, context);
    return record?.csl.DOI === identifier.id ? record : undefined;
  },
};
