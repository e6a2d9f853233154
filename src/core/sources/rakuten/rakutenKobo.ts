/**
 * Rakuten Kobo Ebook Search 2017-04-26, https://webservice.rakuten.co.jp/documentation/kobo-ebook-search (read
 * 2026-11-21), on the host that took the place of app.rakuten.co.jp in May 2026. Documented limit: one request a
 * second for each application id; 30 hits a page, 100 pages. What is shown must carry Rakuten's credit.
 */
import { LookupError } from '../../errors.ts';
import type { CitationRecord } from '../../record/record.ts';
import { asList } from '../json.ts';
import type { SearchField, SearchPage, SearchQuery } from '../query.ts';
import type { Source, SourceContext } from '../source.ts';
import { splitWords } from '../words.ts';
import { askRakuten } from './ask.ts';
import { readGenreCounts, rootGenre, type GenreCount } from './genres.ts';
import { mapEbook } from './mapEbook.ts';

const id = 'rakutenKobo';
const maxHits = 30;
const maxPage = 100;

/** The parameters of EbookSearch that choose books; at least one of the first six is needed. */
export interface EbookParameters {
  readonly keyword?: string;
  readonly title?: string;
  readonly author?: string;
  readonly publisherName?: string;
  readonly itemNumber?: string;
  readonly koboGenreId?: string;
  /** As the shop writes it, `JA`. */
  readonly language?: string;
  readonly sort?:
    | 'standard'
    | '+releaseDate'
    | '-releaseDate'
    | '+itemPrice'
    | '-itemPrice'
    | 'reviewCount'
    | 'reviewAverage';
  /** Words that must not occur. */
  readonly NGKeyword?: string;
  /** `0` looks in more fields than `1`. */
  readonly field?: '0' | '1';
  /** `1` finds any of the words rather than all. */
  readonly orFlag?: '0' | '1';
  /** `0` on sale, `1` to be ordered. */
  readonly salesType?: '0' | '1';
  /** `1` counts the hits by genre. */
  readonly genreInformationFlag?: '0' | '1';
}

export interface EbookPage {
  readonly records: readonly CitationRecord[];
  readonly total: number;
  readonly pageCount: number;
  readonly genres: readonly GenreCount[];
}

/** Finds one page of ebooks; pages count from 1 and hold at most 30. */
export async function findEbooks(
  parameters: EbookParameters,
  page: { readonly size: number; readonly number: number },
  context: SourceContext,
): Promise<EbookPage> {
  const asked = {
    koboGenreId: rootGenre,
    ...parameters,
    hits: String(Math.min(page.size, maxHits)),
    page: String(page.number),
  };
  const answer = await askRakuten('Kobo/EbookSearch/20170426', asked, context);
  // The document writes `items`, the service `Items`.
  const given = answer?.['Items'] ?? answer?.['items'];
  if (answer !== undefined && !Array.isArray(given)) {
    throw new LookupError('unexpected-reply', 'Rakuten Kobo sent an answer of an unknown form.', {
      source: id,
    });
  }
  const items = asList(given);
  return {
    records: items.map(mapEbook).filter((record) => record !== undefined),
    total: Number(answer?.['count'] ?? items.length),
    pageCount: Number(answer?.['pageCount'] ?? 0),
    genres: readGenreCounts(answer?.['GenreInformation']),
  };
}

const sorts = {
  relevance: 'standard',
  newest: '-releaseDate',
  oldest: '+releaseDate',
  cited: 'standard',
} as const;

/** The service refuses a whole search for one word of a single letter or digit of half width. */
const refusedWord = /^[\u0020-\u007e\uff61-\uff9f]$/;

/** The free words as parameters: an item number, words to find, and `-words` to leave out. */
function toKeywords(words: string): EbookParameters {
  if (/^\d{13}$/.test(words.trim())) return { itemNumber: words.trim() };
  const texts = splitWords(words).map(({ text }) => text);
  const isUnwanted = (text: string): boolean => /^-\S/.test(text);
  const wanted = texts.filter((text) => !isUnwanted(text));
  const usable = wanted.flatMap((text) => text.split(/\s+/)).filter((word) => !refusedWord.test(word));
  if (wanted.length > 0 && usable.length === 0) {
    throw new LookupError(
      'http',
      'Rakuten Kobo cannot search for single letters or digits: add a longer word.',
      { source: id, status: 400 },
    );
  }
  const unwanted = texts.filter(isUnwanted).map((text) => text.slice(1));
  return {
    ...(usable.length === 0 ? {} : { keyword: usable.join(' ') }),
    ...(unwanted.length === 0 ? {} : { NGKeyword: unwanted.join(' ') }),
  };
}

/** Several values of one condition are all required by Rakuten, so that alternatives cannot be asked. */
function onlyOne(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

const known: readonly SearchField[] = ['author', 'title', 'publisher', 'type', 'lang', 'sort'];

function toParameters(query: SearchQuery): {
  parameters: EbookParameters;
  notApplied: readonly SearchField[];
} {
  const title = onlyOne(query.title);
  const author = onlyOne(query.author);
  const publisherName = onlyOne(query.publisher);
  const language = onlyOne(query.lang)?.toUpperCase();
  const parameters = {
    ...toKeywords(query.words),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publisherName === undefined ? {} : { publisherName }),
    ...(language === undefined ? {} : { language }),
  };
  const alternatives = (['title', 'author', 'publisher', 'lang'] as const).filter(
    (field) => (query[field]?.length ?? 0) > 1,
  );
  const unknown = (['journal', 'issn', 'isbn', 'orcid', 'funder', 'year', 'open'] as const).filter(
    (field) => query[field] !== undefined,
  );
  return {
    parameters,
    notApplied: [...alternatives, ...unknown, ...(query.sort === 'cited' ? (['sort'] as const) : [])],
  };
}

async function find(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string },
  context: SourceContext,
): Promise<SearchPage> {
  const { parameters, notApplied } = toParameters(query);
  // The shop sells books and nothing else.
  const isBook = query.type?.includes('book') ?? true;
  const isAsked = Object.keys(parameters).length > 0 || query.type !== undefined;
  if (!isBook || !isAsked) return { records: [], notApplied };
  const number = Number(page.cursor ?? '1');
  const asked = { ...parameters, sort: sorts[query.sort ?? 'relevance'] };
  const { records, total, pageCount } = await findEbooks(asked, { size: page.size, number }, context);
  const hasMore = number < Math.min(pageCount, maxPage);
  return { records, total, notApplied, ...(hasMore ? { next: String(number + 1) } : {}) };
}

export const rakutenKobo: Source = {
  id,
  name: 'Rakuten Kobo',
  endpoints: { rakutenKobo: 'https://openapi.rakuten.co.jp' },
  paces: () => ({ any: { limit: 1, intervalMs: 1100, concurrency: 1 } }),
  credentials: {
    required: true,
    fields: [
      { name: 'applicationId', label: 'Rakuten application id', secret: true },
      { name: 'accessKey', label: 'Rakuten access key', secret: true },
      { name: 'site', label: 'Website registered for the application', secret: false },
    ],
    help: 'Register a web application of your own: https://webservice.rakuten.co.jp/app/create',
  },
  byDefault: true,
  coverHosts: ['thumbnail.image.rakuten.co.jp'],
  kinds: [],
  resolve: () => Promise.resolve(undefined),
  search: { fields: known, find },
};
