/** CiNii Research: OpenSearch v1 and v2, and records. https://support.nii.ac.jp/en/cir/r_opensearch, November 2026. */
import { compare } from '../compare.ts';
import { html, json, text } from '../exchange.ts';
import type { Answer, Call, StandIn } from '../exchange.ts';
import { hasTerms } from '../relevance.ts';
import { isGroup, toPerson } from '../work.ts';
import type { Grant } from '../works/grants.ts';
import { cridOf } from '../works/japanese.ts';
import type { JapaneseWork } from '../works/japanese.ts';
import { leaf, toDocument } from '../xml.ts';
import { checkAppid, readWords } from './rules.ts';
import { addressOf, cridOfGrant, toItem, toJsonLd, toProjectItem, toRssItem } from './records.ts';
import type { Language } from './records.ts';
import { toRdf } from './rdf.ts';

const kinds: Readonly<Record<string, readonly JapaneseWork['kind'][]>> = {
  all: ['Article', 'Book', 'Dissertation', 'Dataset'],
  articles: ['Article'],
  books: ['Book'],
  dissertations: ['Dissertation'],
  data: ['Dataset'],
};

const digits = (value: string): string => value.replace(/-/g, '').toUpperCase();

const namesOf = (work: JapaneseWork): string =>
  work.creators
    .map((name) => (isGroup(name) ? name.group : Object.values(toPerson(name)).join(' ')))
    .join(' ');

const textOf = (work: JapaneseWork): string =>
  [work.title, work.titleReading, work.latinTitle, namesOf(work), work.publisher, work.journal, work.latinJournal, work.abstract, work.ncid, work.naid, work.doi].join(' '); // prettier-ignore

/** What a work must hold for each parameter; an unknown parameter is ignored, however it is misspelt. */
const filters: Readonly<Record<string, (work: JapaneseWork, value: string) => boolean>> = {
  q: (work, value) => readWords(value, textOf)(work),
  title: (work, value) => hasTerms([work.title, work.titleReading, work.latinTitle].join(' '), value, 'word'),
  creator: (work, value) => hasTerms(namesOf(work), value, 'word'),
  publicationTitle: (work, value) =>
    hasTerms(`${work.journal ?? ''} ${work.latinJournal ?? ''}`, value, 'word'),
  publisher: (work, value) => hasTerms(work.publisher ?? '', value, 'word'),
  issn: (work, value) => value.split(/\s+/).some((issn) => digits(work.issn ?? '') === digits(issn)),
  isbn: (work, value) => digits(work.isbn ?? '') === digits(value),
  ncid: (work, value) => work.ncid === value,
  doi: (work, value) =>
    work.kind !== 'Book' && value.split(/\s+/).some((doi) => work.doi?.toLowerCase() === doi.toLowerCase()),
  volume: (work, value) => work.volume === value,
  number: (work, value) => work.number === value,
  degree: (work, value) => hasTerms(work.degree ?? '', value, 'word'),
  awardInstitution: (work, value) => hasTerms(work.publisher ?? '', value, 'word'),
  awardYear: (work, value) => work.date?.startsWith(value) ?? false,
  from: (work, value) => work.kind === 'Dissertation' || yearMonth(work) >= value,
  until: (work, value) =>
    work.kind === 'Dissertation' ||
    (yearMonth(work) !== '' && yearMonth(work).slice(0, value.length) <= value),
  languageType: (work, value) => value.split(',').includes(work.language ?? ''),
  dataSourceType: (work, value) => value.split(',').includes(work.origin),
  projectId: () => false,
};

/** Makes CiNii Research over its own works and grants. */
export function createCinii(works: readonly JapaneseWork[], grants: readonly Grant[]): StandIn {
  function search(type: string, call: Call): Answer {
    const { query } = call;
    const language: Language = query.get('lang') === 'en' ? 'en' : 'ja';
    const asked = Object.keys(filters).filter((name) => query.has(name));
    const matching = works.filter(
      (work) =>
        kinds[type]?.includes(work.kind) &&
        asked.every((name) => filters[name]?.(work, query.get(name) ?? '')),
    );
    // Nothing asked is nothing found.
    const hits = asked.length === 0 || query.get('q') === '' ? [] : order(matching, query);
    const projects = type === 'projects' ? findGrants(query) : [];
    const count = countOf(query);
    const start = Math.max(1, Number(query.get('start') ?? 1) || 1);
    const page = hits.slice(start - 1, start - 1 + count);
    const address = publicAddress(call);
    const found = { total: hits.length + projects.length, start, shown: page.length + projects.length };
    switch (query.get('format') ?? 'html') {
      case 'json':
        return json(
          {
            '@context': context(language),
            '@id': address,
            '@type': 'channel',
            title: `CiNii Research ${type} - json ${query.get('q') ?? ''}`,
            description: `CiNii Research ${type} - json ${query.get('q') ?? ''}`,
            link: { '@id': address },
            'dc:date': '2026-11-21T12:00:00.000+09:00',
            'opensearch:totalResults': found.total,
            'opensearch:startIndex': found.start,
            'opensearch:itemsPerPage': found.shown,
            items: [
              ...page.map((work) => toItem(work, language)),
              ...projects.slice(start - 1, start - 1 + count).map((grant) => toProjectItem(grant, language)),
            ],
          },
          200,
          'application/json;charset=UTF-8',
        );
      case 'rss':
        return text(toRss(type, address, page, found, language), 200, 'application/rss+xml;charset=UTF-8');
      default:
        return html(200, 'CiNii Research');
    }
  }

  function findGrants(query: URLSearchParams): readonly Grant[] {
    const number = query.get('projectId');
    const words = query.get('q') ?? query.get('title') ?? '';
    if (number === null && words === '') return [];
    return grants.filter((grant) => (number === null || grant.number === number) && hasTerms(`${grant.title} ${grant.latinTitle ?? ''} ${grant.leader.family} ${grant.leader.given}`, words, 'word')); // prettier-ignore
  }

  function find(crid: string, form: string, { headers }: Call): Answer {
    const work = works.find((candidate) => cridOf(candidate) === crid);
    const grant = grants.find((candidate) => cridOfGrant(candidate) === crid);
    const wanted = form || (/ld\+json|application\/json/.test(headers['accept'] ?? '') ? 'json' : 'html');
    if (grant && wanted === 'json') return json({ '@id': `${addressOf(crid)}.json`, '@type': 'Project', 'dc:title': [{ '@language': 'ja', '@value': grant.title }] }); // prettier-ignore
    if (!work) return html(404, '404 Not Found');
    if (wanted === 'json') return json(toJsonLd(work), 200, 'application/ld+json;charset=UTF-8');
    if (wanted === 'rdf') return text(toRdf(work), 200, 'application/rdf+xml;charset=UTF-8');
    return html(200, 'CiNii Research');
  }

  return {
    answer(call) {
      // Without an id it answers all the same.
      const refusal = call.query.has('appid') ? checkAppid(call.query.get('appid')) : undefined;
      if (refusal) return refusal;
      const [, type = ''] = /^\/opensearch\/(?:v2\/)?(\w+)$/.exec(call.path) ?? [];
      if (type === 'projects' || type in kinds) return search(type, call);
      const [, crid = '', form = ''] = /^\/crid\/(\d{19})(?:\.(json|rdf))?$/.exec(call.path) ?? [];
      return crid === '' ? html(404, '404 Not Found') : find(crid, form, call);
    },
    // No number is published.
    allowance: () => ({ pool: 'any', limit: Infinity, intervalMs: 1000 }),
    tooMany: () => html(403, '403 Forbidden'),
    failure: html(500, '500 Internal Server Error'),
  };
}

function yearMonth({ date }: JapaneseWork): string {
  const [, year = '', month] = /^(\d{4})(?:[-.](\d{1,2}))?/.exec(date ?? '') ?? [];
  return month === undefined ? year : year + month.padStart(2, '0');
}

/** Never refused: what is no number counts as 20, what is too much as 200. */
function countOf(query: URLSearchParams): number {
  const count = Number(query.get('count') ?? 20);
  return Number.isInteger(count) && count > 0 ? Math.min(count, 200) : 20;
}

function order(works: readonly JapaneseWork[], query: URLSearchParams): readonly JapaneseWork[] {
  const byDate = works.toSorted((a, b) => compare(yearMonth(a), yearMonth(b)));
  if (query.get('sortorder') === '0') return byDate.toReversed();
  return query.get('sortorder') === '1' ? byDate : works;
}

/** The address that the service echoes: its own, without the application id. */
function publicAddress({ path, query }: Call): string {
  const shown = new URLSearchParams(query);
  shown.delete('appid');
  return `https://cir.nii.ac.jp${path}?${shown.toString()}`;
}

function context(language: Language): object {
  return {
    '@vocab': 'http://purl.org/rss/1.0/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    dc: 'http://purl.org/dc/elements/1.1/',
    prism: 'http://prismstandard.org/namespaces/basic/2.0/',
    ndl: 'http://ndl.go.jp/dcndl/terms',
    opensearch: 'http://a9.com/-/spec/opensearch/1.1/',
    cir: 'https://cir.nii.ac.jp/schema/1.0/',
    '@language': language,
  };
}

function toRss(
  type: string,
  address: string,
  page: readonly JapaneseWork[],
  found: { total: number; start: number; shown: number },
  language: Language,
): string {
  return toDocument([
    'rdf:RDF',
    {
      xmlns: 'http://purl.org/rss/1.0/',
      'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      'xmlns:rdfs': 'http://www.w3.org/2000/01/rdf-schema#',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
      'xmlns:opensearch': 'http://a9.com/-/spec/opensearch/1.1/',
      'xmlns:cir': 'https://cir.nii.ac.jp/schema/1.0/',
    },
    [
      'channel',
      { 'rdf:about': address },
      leaf('title', `CiNii Research ${type}`),
      leaf('link', address),
      leaf('opensearch:totalResults', String(found.total)),
      leaf('opensearch:startIndex', String(found.start)),
      leaf('opensearch:itemsPerPage', String(found.shown)),
      ['items', {}, ['rdf:Seq', {}, ...page.map((work) => ['rdf:li', { 'rdf:resource': addressOf(cridOf(work)) }] as const)]],
    ],
    ...page.map((work) => toRssItem(work, language)),
  ]); // prettier-ignore
}
