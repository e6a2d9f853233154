/** DataCite's REST API as of November 2026: https://support.datacite.org/docs/api */
import { decode, html, json, text } from '../exchange.ts';
import type { Answer, Call, StandIn } from '../exchange.ts';
import { isGroup, issuedDate, mainTitle, toPerson } from '../work.ts';
import type { Work } from '../work.ts';
import { createDirectories } from './directories.ts';
import { clientOf, toAttributes, toCsl, toResource } from './resource.ts';
import { createDoiSearch, formOf } from './search.ts';

const contentType = 'application/json; charset=utf-8';
const fiveMinutes = 300_000;

/** Makes DataCite over those works of a collection that it registered. */
export function createDataCite(works: readonly Work[]): StandIn {
  const own = works.filter(({ agency }) => agency === 'DataCite');
  const byDoi = new Map(own.map((work) => [work.doi.toLowerCase(), work]));
  const search = createDoiSearch(own);
  const list = createDirectories(own);
  const find = (encoded: string): Work | undefined => byDoi.get(decode(encoded)?.toLowerCase() ?? '');

  function route(call: Call): Answer {
    const { path } = call;
    if (call.method !== 'GET' && call.method !== 'HEAD') return fail(404, notThere);
    if (path === '/dois' || path === '/dois/') return search(call);
    if (path === '/clients') return list('clients', call);
    if (path === '/providers') return list('providers', call);

    // `/dois/{doi}`, `/dois/{media type}/{doi}` and `/{media type}/{doi}`, the media type not encoded.
    const [, dois, mediaType, doi = ''] =
      /^(\/dois)?\/(?:((?:application|text)\/[^/]+)\/)?(10\..+)$/.exec(path) ?? [];
    const work = find(doi);
    if (mediaType !== undefined) return work ? represent(work, mediaType) : fail(404, notThere);
    if (dois !== undefined) return work ? single(work, call) : fail(404, notThere);

    // What data.crosscite.org does: the representation that `Accept` asks for, errors in plain text.
    if (doi === '') return fail(404, notThere);
    return work
      ? represent(work, call.headers['accept'] ?? '*/*')
      : text(notThere, 404, 'text/plain; charset=utf-8');
  }

  return {
    answer(call) {
      const answer = route(call);
      return { ...answer, headers: { 'x-anonymous-consumer': 'true', ...answer.headers } };
    },
    allowance({ query, headers }) {
      const identified = query.has('mailto') || /mailto:\S+@\S+/.test(headers['user-agent'] ?? '');
      return {
        pool: identified ? 'identified' : 'anonymous',
        limit: identified ? 1000 : 500,
        intervalMs: fiveMinutes,
      };
    },
    tooMany: () => html(429, '429 Too Many Requests'),
    // The status inside is not the one of the answer.
    failure: json(
      { status: 400, title: '[503] {\n  "message": "No server available to handle the request."}' },
      500,
      contentType,
    ),
  };
}

const notThere = "The resource you are looking for doesn't exist.";

function fail(status: number, title: string): Answer {
  return json({ errors: [{ status: String(status), title }] }, status, contentType);
}

function single(work: Work, { query }: Call): Answer {
  return json({ data: toResource(work, formOf(query, true)) }, 200, contentType);
}

/** The work in the first of some media types that DataCite offers; 406 where there is none. */
function represent(work: Work, accept: string): Answer {
  for (const type of accept.split(',').map((part) => part.split(';')[0]?.trim() ?? '')) {
    switch (type) {
      case 'application/vnd.citationstyles.csl+json':
      case 'application/json':
      case '*/*':
        return json(toCsl(work), 200, 'application/vnd.citationstyles.csl+json; charset=utf-8');
      case 'application/vnd.datacite.datacite+json':
        return json(toDataCiteJson(work), 200, `${type}; charset=utf-8`);
      case 'application/x-bibtex':
        return text(toBibTeX(work), 200, `${type}; charset=utf-8`);
      case 'application/x-research-info-systems':
        return text(`TY  - GEN\r\nT1  - ${mainTitle(work)}\r\nDO  - ${work.doi}\r\nER  - \r\n`, 200, type);
      case 'text/x-bibliography':
        return text(
          `${mainTitle(work)}. https://doi.org/${work.doi.toLowerCase()}`,
          200,
          `${type}; charset=utf-8`,
        );
    }
  }
  return fail(406, 'The content type is not recognized.');
}

/** The attributes without an envelope. */
function toDataCiteJson(work: Work): object {
  const attributes = toAttributes(work, { single: false, affiliationObjects: true, publisherObject: true });
  const client = clientOf(work);
  return {
    id: `https://doi.org/${attributes.doi}`,
    ...attributes,
    doi: attributes.doi.toUpperCase(),
    providerId: client.split('.')[0],
    clientId: client,
    agency: 'datacite',
  };
}

function toBibTeX(work: Work): string {
  const names = (work.authors ?? []).map((name) => (isGroup(name) ? `{${name.group}}` : toPerson(name).name));
  const lines = [
    `@misc{https://doi.org/${work.doi.toLowerCase()}`,
    `  doi = {${work.doi.toUpperCase()}}`,
    `  author = {${names.join(' and ')}}`,
    `  title = {${mainTitle(work)}}`,
    `  publisher = {${work.publisher ?? ''}}`,
    `  year = {${issuedDate(work)?.slice(0, 4) ?? ''}}`,
  ];
  return `${lines.join(',\n')}\n}\n`;
}
