/**
 * Rakuten Kobo Ebook Search 2017-04-26, https://webservice.rakuten.co.jp/documentation/kobo-ebook-search (read
 * 2026-11-21), on the host that took the place of app.rakuten.co.jp in May 2026. Documented limit: one request a
 * second for each application id; 30 hits a page, 100 pages. What is shown must carry Rakuten's credit.
 */
import { say } from '../../sentence.ts';
import { asList, unexpectedShape } from '../json.ts';
import type { SearchPage, SearchQuery } from '../query.ts';
import type { Source, SourceContext } from '../source.ts';
import { askRakuten } from './ask.ts';
import { findGenreId, rootGenre } from './genres.ts';
import { mapEbook } from './mapEbook.ts';
import { parametersOfKobo, searchFieldsOfKobo, toParameters, toSort } from './parameters.ts';

const id = 'rakutenKobo';
const maxHits = 30;
const maxPage = 100;

async function find(
  query: SearchQuery,
  page: { readonly size: number; readonly cursor?: string },
  context: SourceContext,
): Promise<SearchPage> {
  const { parameters, notApplied, notes } = toParameters(query);
  const named = query.genre?.length === 1 ? query.genre[0] : undefined;
  // The shop sells books and nothing else.
  const isBook = query.type?.includes('book') ?? true;
  const isAsked = Object.keys(parameters).length > 0 || named !== undefined || query.type !== undefined;
  if (!isBook || !isAsked) return { records: [], notApplied };
  const koboGenreId = named === undefined ? rootGenre : await findGenreId(named, context);
  if (koboGenreId === undefined) return { records: [], total: 0, notApplied };
  const number = Number(page.cursor ?? '1');
  const asked = {
    koboGenreId,
    sort: toSort(query.sort),
    ...parameters,
    hits: String(Math.min(page.size, maxHits)),
    page: String(number),
  };
  const answer = await askRakuten('Kobo/EbookSearch/20170426', asked, context);
  // The document writes `items`, the service `Items`.
  const given = answer?.['Items'] ?? answer?.['items'];
  if (answer !== undefined && !Array.isArray(given)) throw unexpectedShape(rakutenKobo);
  const items = asList(given);
  const hasMore = items.length > 0 && number < Math.min(Number(answer?.['pageCount'] ?? 0), maxPage);
  return {
    records: items.map(mapEbook).filter((record) => record !== undefined),
    total: Number(answer?.['count'] ?? items.length),
    ...(hasMore ? { next: String(number + 1) } : {}),
    notApplied,
    notes,
  };
}

export const rakutenKobo: Source = {
  id,
  name: 'Rakuten Kobo',
  endpoints: { rakutenKobo: 'https://openapi.rakuten.co.jp' },
  paces: () => ({ any: { limit: 1, intervalMs: 1100, concurrency: 1 } }),
  credentials: {
    required: true,
    fields: [
      { name: 'applicationId', label: say`Rakuten application id`, secret: true },
      { name: 'accessKey', label: say`Rakuten access key`, secret: true },
      { name: 'site', label: say`Website registered for the application`, secret: false },
    ],
    help: say`Register a web application of your own: https://webservice.rakuten.co.jp/app/create`,
  },
  byDefault: true,
  coverHosts: ['thumbnail.image.rakuten.co.jp'],
  kinds: [],
  resolve: () => Promise.resolve(undefined),
  search: { fields: searchFieldsOfKobo, parameters: parametersOfKobo, find },
};
