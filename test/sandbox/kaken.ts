/** KAKEN, the grants of Japan: https://support.nii.ac.jp/en/kaken/api/api_outline, November 2026. */
import { checkAppid, readWords } from './cinii/rules.ts';
import { html, text } from './exchange.ts';
import type { Answer, Call, StandIn } from './exchange.ts';
import { hasTerms } from './relevance.ts';
import type { Grant, GrantProduct } from './works/grants.ts';
import { leaf, toDocument } from './xml.ts';
import type { Xml } from './xml.ts';

const textOf = (grant: Grant): string =>
  [grant.title, grant.latinTitle, grant.category, grant.institution, grant.leader.family, grant.leader.given, ...(grant.products ?? []).map(({ title }) => title)].join(' '); // prettier-ignore

const filters: Readonly<Record<string, (grant: Grant, value: string) => boolean>> = {
  kw: (grant, value) => readWords(value, textOf)(grant),
  qa: (grant, value) => hasTerms(`${grant.title} ${grant.latinTitle ?? ''}`, value, 'word'),
  qb: (grant, value) => grant.number === value.replace(/^JP/, ''),
  qc: (grant, value) => hasTerms(grant.category, value, 'word'),
  qe: (grant, value) => hasTerms(grant.institution, value, 'word'),
  qg: (grant, value) => hasTerms(`${grant.leader.family} ${grant.leader.given}`, value, 'word'),
  s1: (grant, value) => grant.years[1] >= Number(value),
  s2: (grant, value) => grant.years[0] <= Number(value),
};

const byStart = (a: Grant, b: Grant): number => a.years[0] - b.years[0];

/** Orders by their number; without one the grants stay as they are. */
const sorts: Readonly<Record<string, (a: Grant, b: Grant) => number>> = {
  '2': (a, b) => byStart(b, a),
  '3': byStart,
};

/** Makes KAKEN over a list of grants. */
export function createKaken(grants: readonly Grant[]): StandIn {
  function search({ query }: Call): Answer {
    const asked = Object.keys(filters).filter((name) => query.get(name));
    const hits =
      asked.length === 0
        ? []
        : grants.filter((grant) => asked.every((name) => filters[name]?.(grant, query.get(name) ?? '')));
    hits.sort(sorts[query.get('od') ?? '1'] ?? (() => 0));
    const size = Number(query.get('rw') ?? 20);
    const start = Number(query.get('st') ?? 1);
    if (query.get('format') !== 'xml') return html(200, 'KAKEN');
    return reply([
      'grantAwards',
      {},
      leaf('totalResults', String(hits.length)),
      leaf('startIndex', String(start)),
      leaf('itemsPerPage', String(size)),
      ...hits.slice(start - 1, start - 1 + size).map(toGrantAward),
    ]);
  }

  return {
    answer(call) {
      const refusal = checkAppid(call.query.get('appid'));
      if (refusal) return refusal;
      return /^\/opensearch\/?$/.test(call.path) ? search(call) : html(404, '404 Not Found');
    },
    // No number is published; third parties keep to one request a second.
    allowance: () => ({ pool: 'any', limit: 1, intervalMs: 1000 }),
    // Too much looks as if nothing had been found, but says no start.
    tooMany: () => reply(['grantAwards', {}, leaf('totalResults', '0')]),
    failure: html(500, '500 Internal Server Error'),
  };
}

function reply(root: Xml): Answer {
  return text(toDocument(root), 200, 'application/xml;charset=UTF-8');
}

function toGrantAward(grant: Grant): Xml {
  const { number, title, latinTitle, category, institution, leader, years } = grant;
  const summary = (language: 'ja' | 'en'): Xml => [
    'summary',
    { 'xml:lang': language },
    leaf('title', language === 'en' ? (latinTitle ?? title) : title),
    ['awardNumber', { awardNumber: number, sequence: '1' }],
    leaf('category', category),
    leaf('institution', institution, { sequence: '1' }),
    [
      'member',
      { sequence: '1', role: 'principal_investigator' },
      leaf('institution', institution),
      [
        'personalName',
        { sequence: '1' },
        leaf('fullName', `${leader.family} ${leader.given}`),
        leaf('familyName', leader.family, leader.reading && { yomi: leader.reading[0] }),
        leaf('givenName', leader.given, leader.reading && { yomi: leader.reading[1] }),
      ],
    ],
    [
      'periodOfAward',
      { searchStartFiscalYear: String(years[0]), searchEndFiscalYear: String(years[1]) },
      leaf('startFiscalYear', String(years[0])),
      leaf('endFiscalYear', String(years[1])),
    ],
    grant.products && [
      'productList',
      {},
      ...grant.products.map((product, index) => toProduct(product, number, index + 1)),
    ],
  ];
  return [
    'grantAward',
    { id: `KAKENHI-PROJECT-${number}`, recordSet: 'kakenhi', projectType: 'project', awardNumber: number },
    ['identifier', { type: 'nationalAwardNumber' }, leaf('normalizedValue', `JP${number}`)],
    ['urlList', {}, leaf('url', `https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-${number}/`)],
    summary('ja'),
    summary('en'),
  ];
}

function toProduct(product: GrantProduct, number: string, sequence: number): Xml {
  const article = product.type === 'journal_article';
  // The service breaks lines where it likes.
  const broken = (value: string): string => value.replace(/ (?=\S+$)/, '\n                    ');
  return [
    'product',
    { id: `PRODUCT-${number}-${sequence}`, type: product.type, sequence: String(sequence) },
    article
      ? [
          'doi',
          { originalValue: product.doi ?? 'なし', authenticated: String(product.doi !== undefined) },
          product.doi,
        ]
      : undefined,
    leaf('author', broken(product.author)),
    leaf('title', broken(product.title)),
    leaf('journalTitle', product.journal),
    leaf('organizer', product.organizer),
    leaf('volume', product.volume),
    product.pages === undefined
      ? undefined
      : leaf('pages', product.pages.replace('～', '-'), { originalValue: product.pages }),
    leaf('year', product.year, { originalValue: product.year }),
  ];
}
