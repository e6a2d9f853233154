/** A search in the terms of EbookSearch. */
import { LookupError } from '../../errors.ts';
import { say, type Sentence } from '../../sentence.ts';
import { findForeign, ownParameters, type SearchField, type SearchQuery, type SearchSort } from '../query.ts';
import { splitWords } from '../words.ts';

export const searchFieldsOfKobo: readonly SearchField[] = [
  'author', 'title', 'publisher', 'genre', 'type', 'lang', 'without', 'sort',
]; // prettier-ignore

/**
 * The shop's other parameters, by its names: a product's number; `field` 0 looks in more places than 1, `orFlag` 1
 * takes any of the words, `salesType` 1 is what can only be ordered, `sort` orders by price and reviews too. `affiliateId`
 * is not among them, since nobody is to earn by a citation, nor what shapes the answer (`elements`, `callback`, `format`).
 */
export const parametersOfKobo: readonly string[] = ['itemNumber', 'field', 'orFlag', 'salesType', 'sort'];

const sorts: Readonly<Record<SearchSort, string>> = {
  relevance: 'standard',
  newest: '-releaseDate',
  oldest: '+releaseDate',
  cited: 'standard',
};

/** The service refuses a whole search for one word of a single letter or digit of half width. */
const refusedWord = /^[\u0020-\u007e\uff61-\uff9f]$/;

/** The free words as parameters, an item number or words to find, and those that would be refused. */
function toKeywords(words: string): {
  readonly parameters: Readonly<Record<string, string>>;
  readonly refused: readonly string[];
} {
  if (/^\d{13}$/.test(words.trim())) return { parameters: { itemNumber: words.trim() }, refused: [] };
  const wanted = splitWords(words).flatMap(({ text }) => text.split(/\s+/));
  const refused = wanted.filter((word) => refusedWord.test(word));
  const usable = wanted.filter((word) => !refusedWord.test(word));
  if (refused.length > 0 && usable.length === 0) {
    throw new LookupError(
      'http',
      say`Rakuten Kobo cannot search for single letters or digits: add a longer word.`,
      { source: 'rakutenKobo', status: 400 },
    );
  }
  return { parameters: usable.length === 0 ? {} : { keyword: usable.join(' ') }, refused };
}

/** Several values of one condition are all required by Rakuten, so that alternatives cannot be asked. */
function onlyOne(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

/**
 * Returns the parameters that choose books, genre and sort left out, and what the shop cannot apply. Without any
 * parameter nothing of the query can be asked. Throws LookupError where there are only words that the shop refuses.
 */
export function toParameters(query: SearchQuery): {
  readonly parameters: Readonly<Record<string, string>>;
  readonly notApplied: readonly SearchField[];
  readonly notes: readonly Sentence[];
} {
  const title = onlyOne(query.title);
  const author = onlyOne(query.author);
  const publisherName = onlyOne(query.publisher);
  const language = onlyOne(query.lang)?.toUpperCase();
  const { parameters, refused } = toKeywords(query.words);
  const alternatives = (['title', 'author', 'publisher', 'genre', 'lang'] as const).filter(
    (field) => (query[field]?.length ?? 0) > 1,
  );
  return {
    parameters: {
      ...parameters,
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
      ...(publisherName === undefined ? {} : { publisherName }),
      ...(language === undefined ? {} : { language }),
      ...(query.without === undefined ? {} : { NGKeyword: query.without.join(' ') }),
      ...ownParameters(query, 'rakutenKobo', parametersOfKobo),
    },
    notApplied: [
      ...alternatives,
      ...findForeign(query, searchFieldsOfKobo),
      ...(query.sort === 'cited' ? (['sort'] as const) : []),
    ],
    notes:
      refused.length === 0
        ? []
        : [
            say`Rakuten Kobo cannot search for single letters or digits and leaves out: ${refused.join(', ')}`,
          ],
  };
}

/** Returns the shop's name of a sort order; its own order where it has none. */
export function toSort(sort: SearchSort = 'relevance'): string {
  return sorts[sort];
}
