/** CiNii Books, which ends in 2027: https://support.nii.ac.jp/en/cib/api/b_opensearch */
import { html, json, text } from '../exchange.ts';
import type { Answer, Call, StandIn } from '../exchange.ts';
import { hasTerms } from '../relevance.ts';
import type { JapaneseWork } from '../works/japanese.ts';
import { leaf, toDocument } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { toBooksRdf } from './rdf.ts';
import { checkAppid, readWords } from './rules.ts';

const textOf = (book: JapaneseWork): string =>
  [book.title, book.titleReading, book.latinTitle, book.statement, book.publisher, book.ncid].join(' ');

const filters: Readonly<Record<string, (book: JapaneseWork, value: string) => boolean>> = {
  q: (book, value) => readWords(value, textOf)(book),
  title: (book, value) => hasTerms([book.title, book.titleReading, book.latinTitle].join(' '), value, 'word'),
  author: (book, value) => hasTerms(book.statement ?? '', value, 'word'),
  publisher: (book, value) => hasTerms(book.publisher ?? '', value, 'word'),
  isbn: (book, value) => book.isbn === value.replace(/-/g, ''),
  ncid: (book, value) => book.ncid === value,
  year_from: (book, value) => (book.date ?? '') >= value,
  year_to: (book, value) => (book.date ?? '').slice(0, 4) <= value,
};

/** Makes CiNii Books over the books of a collection. */
export function createCiniiBooks(works: readonly JapaneseWork[]): StandIn {
  const books = works.filter(({ ncid }) => ncid !== undefined);

  function search({ query }: Call): Answer {
    const asked = Object.keys(filters).filter((name) => query.get(name));
    if (asked.length === 0) {
      return text('<?xml version="1.0"?><error><code>400</code><reason>Bad Request</reason><detail>Required Parameter is Empty</detail></error>', 400, 'text/xml'); // prettier-ignore
    }
    const hits = books.filter((book) => asked.every((name) => filters[name]?.(book, query.get(name) ?? '')));
    const count = Number(query.get('count') ?? 20) || 20;
    // Pages count from one, the first hit from zero.
    const start = ((Number(query.get('p') ?? 1) || 1) - 1) * count;
    const page = hits.slice(start, start + count);
    const found = { total: hits.length, start };
    return query.get('format') === 'json'
      ? json(toJson(page, found), 200, 'application/json;charset=UTF-8')
      : text(toRss(page, found), 200, 'application/rss+xml;charset=UTF-8');
  }

  return {
    answer(call) {
      const refusal = call.query.has('appid') ? checkAppid(call.query.get('appid')) : undefined;
      if (refusal) return refusal;
      if (/^\/books\/opensearch\/search$/.test(call.path)) return search(call);
      const [, ncid] = /^\/ncid\/(\w+)\.rdf$/.exec(call.path) ?? [];
      const book = books.find((candidate) => candidate.ncid === ncid);
      return book
        ? text(toBooksRdf(book), 200, 'application/rdf+xml;charset=UTF-8')
        : html(404, '404 Not Found');
    },
    allowance: () => ({ pool: 'any', limit: Infinity, intervalMs: 1000 }),
    tooMany: () => html(403, '403 Forbidden'),
    failure: html(500, '500 Internal Server Error'),
  };
}

interface Found {
  readonly total: number;
  readonly start: number;
}

/** Here the counts are strings, and everything sits in the first member of a graph. */
function toJson(page: readonly JapaneseWork[], { total, start }: Found): object {
  return {
    '@graph': [
      {
        '@id': 'https://ci.nii.ac.jp/books/opensearch/search',
        '@type': 'channel',
        title: 'CiNii Books OpenSearch',
        'opensearch:totalResults': String(total),
        'opensearch:startIndex': String(start),
        'opensearch:itemsPerPage': String(page.length),
        items: page.map((book) => ({
          '@id': `https://ci.nii.ac.jp/ncid/${book.ncid ?? ''}`,
          '@type': 'item',
          title: book.title,
          'dc:creator': book.statement,
          'dc:publisher': [book.publisher],
          'prism:publicationDate': book.date,
          'dc:date': book.date?.slice(0, 4),
          'dcterms:hasPart': book.isbn === undefined ? undefined : [{ '@id': `urn:isbn:${book.isbn}` }],
          'cinii:ownerCount': '129',
        })),
      },
    ],
  };
}

function toRss(page: readonly JapaneseWork[], { total, start }: Found): string {
  const address = (book: JapaneseWork): string => `https://ci.nii.ac.jp/ncid/${book.ncid ?? ''}`;
  return toDocument([
    'rdf:RDF',
    {
      xmlns: 'http://purl.org/rss/1.0/',
      'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
      'xmlns:cinii': 'http://ci.nii.ac.jp/ns/1.0/',
      'xmlns:opensearch': 'http://a9.com/-/spec/opensearch/1.1/',
    },
    [
      'channel',
      { 'rdf:about': 'https://ci.nii.ac.jp/books/opensearch/search' },
      leaf('title', 'CiNii Books OpenSearch'),
      leaf('opensearch:totalResults', String(total)),
      leaf('opensearch:startIndex', String(start)),
      leaf('opensearch:itemsPerPage', String(page.length)),
      [
        'items',
        {},
        ['rdf:Seq', {}, ...page.map((book): Xml => ['rdf:li', { 'rdf:resource': address(book) }])],
      ],
    ],
    ...page.map((book): Xml => [
      'item',
      { 'rdf:about': address(book) },
      leaf('title', book.title),
      leaf('link', address(book)),
      leaf('dc:creator', book.statement),
      leaf('dc:publisher', book.publisher),
      leaf('prism:publicationDate', book.date),
      book.isbn === undefined ? undefined : ['dcterms:hasPart', { 'rdf:resource': `urn:isbn:${book.isbn}` }],
      leaf('cinii:ownerCount', '129'),
    ]),
  ]);
}
