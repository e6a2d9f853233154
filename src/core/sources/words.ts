/** The free words of a query one by one, for services whose own syntax must not be triggered by them. */
import type { SearchQuery } from './query.ts';

export interface Word {
  readonly text: string;
  /** True for what stood in quotes. */
  readonly phrase: boolean;
}

/** Splits free words at spaces outside quotes; a quote that stays open is none. */
export function splitWords(words: string): readonly Word[] {
  return [...words.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([whole, phrase]) => ({ text: (phrase ?? whole).trim(), phrase: phrase !== undefined }))
    .filter(({ text }) => text !== '');
}

/**
 * Returns free words without the signs and operators of Lucene-like query languages (brackets, `:`, `*`, leading
 * `-`, capital AND, OR and NOT); phrases keep their quotes.
 */
export function toPlainWords(words: string): string {
  return splitWords(words)
    .map(({ text, phrase }) => {
      const plain = text
        .replaceAll(/[()[\]{}^~*?:\\/!|&<>=]/g, ' ')
        .replaceAll(/(?<!\S)[+-]+/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
      if (plain === '') return '';
      if (phrase) return `"${plain}"`;
      return /^(?:AND|OR|NOT)$/.test(plain) ? plain.toLowerCase() : plain;
    })
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * Returns free words as `toPlainWords` does, and after them what must not occur, for services that know NOT. Undefined
 * where nothing but unwanted words is asked, which no such service answers.
 */
export function toQuestion({
  words,
  without = [],
}: Pick<SearchQuery, 'words' | 'without'>): string | undefined {
  const wanted = toPlainWords(words);
  if (wanted === '') return undefined;
  const unwanted = without
    .map((text) => toPlainWords(`"${text.replaceAll('"', ' ')}"`))
    .filter((text) => text !== '');
  return [wanted, ...unwanted.map((text) => `NOT ${text}`)].join(' ');
}
