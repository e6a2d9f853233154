/** doi.org: resolution, content negotiation, registration agencies, short DOIs: https://www.doi.org/doi-handbook/HTML/ */
import { decode, html, json, redirect, text } from './exchange.ts';
import type { Answer, Call, StandIn } from './exchange.ts';
import { all, doiPrefix, isGroup, issuedDate, mainTitle, parseName, toPerson } from './work.ts';
import type { Agency, Work } from './work.ts';

const cslJson = 'application/vnd.citationstyles.csl+json';

/** Agencies that hand out CSL JSON themselves; the rest send everybody to the landing page. */
const negotiating: readonly Agency[] = ['mEDRA', 'JaLC', 'KISTI', 'OP'];

/** Makes doi.org over a collection of works. */
export function createDoi(works: readonly Work[]): StandIn {
  const byDoi = new Map(works.map((work) => [work.doi.toLowerCase(), work]));
  const byShortDoi = new Map(
    works.flatMap((work) => (work.shortDoi === undefined ? [] : [[work.shortDoi, work]])),
  );
  const agencyOfPrefix = new Map(works.map(({ doi, agency }) => [doiPrefix(doi), agency]));

  function findAgency(doi: string): object {
    const known =
      byDoi.get(doi.toLowerCase())?.agency ?? (doi.includes('/') ? undefined : agencyOfPrefix.get(doi));
    if (known !== undefined) return { DOI: doi, RA: known };
    return { DOI: doi, status: /^10\.\d+/.test(doi) ? 'DOI does not exist' : 'Invalid DOI' };
  }

  function route(call: Call): Answer {
    const path = decode(call.path.slice(1));
    if (path === undefined) return html(400, 'Invalid DOI');
    const [, service, rest = ''] =
      /^(?:(ra|doiRA|api\/handles|landing|negotiated)\/)?(.+)$/s.exec(path) ?? [];
    switch (service) {
      case 'ra':
      case 'doiRA':
        return json(rest.split(',').map(findAgency), 200, 'application/json;charset=UTF-8');
      case 'api/handles':
        return findHandle(rest);
      case 'landing':
        return html(200, 'The work as its publisher shows it');
      case 'negotiated': {
        const work = byDoi.get(rest);
        return work ? json(toCsl(work), 200, `${cslJson}; charset=utf-8`) : text('', 404);
      }
    }
    const short = byShortDoi.get(rest.toLowerCase()) ?? byShortDoi.get(`10/${rest.toLowerCase()}`);
    if (short) return redirect(`${call.endpoints['doi'] ?? ''}/${encodeURIComponent(short.doi)}`);
    if (!/^10\.\d+\/./s.test(rest))
      return rest.startsWith('10/') ? notFound(rest) : html(400, 'Invalid DOI', rest);
    const work = byDoi.get(rest.toLowerCase());
    return work ? resolve(work, call) : notFound(rest);
  }

  function findHandle(handle: string): Answer {
    const short = byShortDoi.get(handle.toLowerCase());
    const work = short ?? byDoi.get(handle.toLowerCase());
    if (!work) return json({ responseCode: 100, handle }, 404, 'application/json;charset=UTF-8');
    const value = short
      ? { index: 1, type: 'HS_ALIAS', data: { format: 'string', value: work.doi } }
      : { index: 1, type: 'URL', data: { format: 'string', value: work.url ?? '' } };
    return json({ responseCode: 1, handle, values: [value] }, 200, 'application/json;charset=UTF-8');
  }

  return {
    answer: route,
    allowance: () => ({ pool: 'doi', limit: 1000, intervalMs: 300_000 }),
    tooMany: () => html(429, '429 Too Many Requests'),
    failure: html(500, '500 Internal Server Error'),
  };
}

/** Sends on to the landing page, or to the agency if something else than a page is asked for. */
function resolve(work: Work, { headers, endpoints }: Call): Answer {
  const doi = encodeURIComponent(work.doi.toLowerCase());
  const accept = headers['accept'] ?? '*/*';
  const wantsPage = /^(?:\*\/\*|text\/html|application\/xhtml\+xml)/.test(accept);
  if (!wantsPage && work.agency === 'Crossref')
    return redirect(`${endpoints['crossref'] ?? ''}/v1/works/${doi}/transform`);
  if (!wantsPage && work.agency === 'DataCite') return redirect(`${endpoints['datacite'] ?? ''}/${doi}`);
  const negotiated = !wantsPage && accept.includes(cslJson) && negotiating.includes(work.agency);
  return redirect(`${endpoints['doi'] ?? ''}/${negotiated ? 'negotiated' : 'landing'}/${doi}`);
}

function notFound(doi: string): Answer {
  return html(404, 'DOI Not Found', doi);
}

/** CSL JSON as the smaller agencies write it. */
function toCsl(work: Work): object {
  const issued = issuedDate(work);
  return {
    type: work.type,
    id: `https://doi.org/${work.doi}`,
    DOI: work.doi,
    title: work.subtitle === undefined ? mainTitle(work) : `${mainTitle(work)} : ${work.subtitle}`,
    author: work.authors?.map((name) =>
      isGroup(name) ? { literal: name.group } : parseName(toPerson(name).name),
    ),
    'container-title': all(work.container).at(-1),
    volume: work.volume,
    issue: work.issue,
    page: work.page,
    ISSN: work.issn?.print ?? work.issn?.electronic,
    publisher: work.publisher,
    language: work.language,
    issued: issued === undefined ? undefined : { 'date-parts': [issued.split('-').map(Number)] },
    URL: work.url,
  };
}
