/** Kobo Ebook Search: what it finds, in which order, in which form. */
import { compare } from '../compare.ts';
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { genres } from '../works/ebooks.ts';
import type { Ebook } from '../works/ebooks.ts';
import { contentType, refuse } from './refuse.ts';

const maxHits = 30;
const maxPage = 100;

/** Half of the conditions looks literally: a blank more or less in a name finds nothing. */
const conditions: Readonly<Record<string, (ebook: Ebook, value: string, every: boolean) => boolean>> = {
  keyword: (ebook, value, every) => hasWords(textOf(ebook), value, every),
  title: (ebook, value, every) =>
    hasWords(`${ebook.title} ${ebook.titleKana} ${ebook.subTitle}`, value, every),
  author: ({ author, authorKana }, value) => author.includes(value) || authorKana.includes(value),
  publisherName: ({ publisherName }, value, every) => hasWords(publisherName, value, every),
  itemNumber: ({ itemNumber }, value) => itemNumber === value,
  koboGenreId: ({ genre }, value) => genre.split('/').some((id) => id.startsWith(value)),
};

const sorts: Readonly<Record<string, (a: Ebook, b: Ebook) => number>> = {
  standard: () => 0,
  '+releaseDate': (a, b) => compare(a.salesDate, b.salesDate),
  '-releaseDate': (a, b) => compare(b.salesDate, a.salesDate),
  '+itemPrice': (a, b) => a.price - b.price,
  '-itemPrice': (a, b) => b.price - a.price,
  reviewCount: () => 0,
  reviewAverage: () => 0,
};

/** Answers a search for ebooks whose covers are at `images`; the credentials are checked already. */
export function searchEbooks(ebooks: readonly Ebook[], query: URLSearchParams, images: string): Answer {
  const asked = Object.keys(conditions).filter((name) => query.get(name));
  if (asked.length === 0) {
    return refuse(
      400,
      'wrong_parameter',
      'keyword, title, author, publisherName, itemNumber or koboGenreId is essential parameter',
    );
  }
  const keyword = query.get('keyword') ?? '';
  if (keyword.split(' ').some((word) => /^[\x21-\x7e]$/.test(word)))
    return refuse(400, 'wrong_parameter', 'keyword is not valid');
  const [page, hits] = [query.get('page') ?? '1', query.get('hits') ?? String(maxHits)];
  if (!isBetween(page, maxPage)) return refuse(400, 'wrong_parameter', 'page must be a number');
  if (!isBetween(hits, maxHits)) return refuse(400, 'wrong_parameter', 'hits must be a number');
  const sort = sorts[query.get('sort') ?? 'standard'];
  if (!sort) return refuse(400, 'wrong_parameter', 'sort is not valid');

  const every = query.get('orFlag') !== '1';
  const unwanted = query.get('NGKeyword') ?? '';
  const language = query.get('language');
  const found = ebooks
    .filter((ebook) => asked.every((name) => conditions[name]?.(ebook, query.get(name) ?? '', every)))
    .filter((ebook) => unwanted === '' || !hasWords(textOf(ebook), unwanted, false))
    .filter((ebook) => language === null || ebook.language === language)
    // Nothing here is on pre-order.
    .filter(() => query.get('salesType') !== '1')
    .toSorted(sort);
  return json(toPage(found, Number(page), Number(hits), query, images), 200, contentType);
}

function toPage(
  found: readonly Ebook[],
  page: number,
  hits: number,
  query: URLSearchParams,
  images: string,
): object {
  const start = (page - 1) * hits;
  const shown = found.slice(start, start + hits);
  const items = shown.map((ebook) => toItem(ebook, images)).map((item) => pick(item, query.get('elements')));
  const counts = found.length === 0
    ? { count: 0, page: 0, first: 0, last: 0, hits: 0, pageCount: 0 }
    : {
        count: found.length,
        page,
        first: start + 1,
        last: start + shown.length,
        hits,
        pageCount: Math.min(Math.ceil(found.length / hits), maxPage),
      }; // prettier-ignore
  return {
    ...counts,
    // With a capital, whatever the documentation shows.
    Items: query.get('formatVersion') === '2' ? items : items.map((Item) => ({ Item })),
    GenreInformation:
      query.get('genreInformationFlag') === '1'
        ? [countGenres(found, query.get('koboGenreId') ?? '101')]
        : [],
  };
}

function toItem(ebook: Ebook, images: string): Record<string, string | number> {
  const image = `${images}/@0_mall/rakutenkobo-ebooks/cabinet/${ebook.image}.jpg`;
  return {
    title: ebook.title,
    titleKana: ebook.titleKana,
    subTitle: ebook.subTitle,
    seriesName: ebook.seriesName,
    author: ebook.author,
    authorKana: ebook.authorKana,
    publisherName: ebook.publisherName,
    itemNumber: ebook.itemNumber,
    itemCaption: '',
    salesDate: ebook.salesDate,
    itemPrice: ebook.price,
    itemUrl: `https://books.rakuten.co.jp/rk/${ebook.page}/`,
    affiliateUrl: '',
    smallImageUrl: `${image}?_ex=64x64`,
    mediumImageUrl: `${image}?_ex=120x120`,
    largeImageUrl: `${image}?_ex=200x200`,
    reviewCount: 0,
    reviewAverage: '0.0',
    koboGenreId: ebook.genre,
    language: ebook.language,
    salesType: 0,
  };
}

/** Here counts and levels are strings; in Genre Search they are numbers. */
function countGenres(found: readonly Ebook[], asked: string): object {
  const toCount = (id: string): object => ({
    koboGenreId: id,
    koboGenreName: genres[id],
    itemCount: String(found.filter(({ genre }) => genre.split('/').some((own) => own.startsWith(id))).length),
    genreLevel: String(id.length / 3),
  });
  const isChild = (id: string): boolean => id.startsWith(asked) && id.length === asked.length + 3;
  return { parent: [], current: [toCount(asked)], children: Object.keys(genres).filter(isChild).map(toCount) }; // prettier-ignore
}

function textOf(ebook: Ebook): string {
  return [
    ebook.title,
    ebook.titleKana,
    ebook.subTitle,
    ebook.seriesName,
    ebook.author,
    ebook.publisherName,
  ].join(' ');
}

function hasWords(text: string, value: string, every: boolean): boolean {
  const words = value.split(' ').filter((word) => word !== '');
  const has = (word: string): boolean => text.toLowerCase().includes(word.toLowerCase());
  return every ? words.every(has) : words.some(has);
}

function pick(item: Record<string, string | number>, elements: string | null): object {
  if (elements === null) return item;
  const wanted = elements.split(',');
  return Object.fromEntries(Object.entries(item).filter(([name]) => wanted.includes(name)));
}

function isBetween(value: string, max: number): boolean {
  return /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= max;
}
