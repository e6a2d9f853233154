/** The pattern language of citation keys: `{author:lower}_{year}{title:words(3):capitalize}`. */
import { say, type Sentence } from '../sentence.ts';

export const keyFields = [
  'author',
  'authors',
  'year',
  'shortyear',
  'title',
  'word',
  'journal',
  'doi',
] as const;
export type KeyField = (typeof keyFields)[number];

/** Words in, words out; they are joined at the end. */
type Filter = (words: readonly string[]) => readonly string[];

/** A field with its filters, or characters that stand for themselves. */
export type PatternPart = string | { readonly field: KeyField; readonly filters: readonly Filter[] };

const each =
  (change: (word: string) => string): Filter =>
  (words) =>
    words.map(change);

const plainFilters: Readonly<Record<string, Filter>> = {
  lower: each((word) => word.toLowerCase()),
  upper: each((word) => word.toUpperCase()),
  capitalize: each((word) => word.charAt(0).toUpperCase() + word.slice(1)),
};

/** `abbr(n)` keeps the first n characters of every word, `words(n)` the first n words. */
const countingFilters: Readonly<Record<string, (count: number) => Filter>> = {
  abbr: (count) => each((word) => word.slice(0, count)),
  words: (count) => (words) => words.slice(0, count),
};

function readFilter(text: string): Filter | undefined {
  const [, name = '', count] = /^(\w+)(?:\(([1-9]\d{0,2})\))?$/.exec(text) ?? [];
  return count === undefined ? plainFilters[name] : countingFilters[name]?.(Number(count));
}

/** Returns the parts of a pattern, or what is wrong with it. */
export function parseKeyPattern(
  pattern: string,
): { readonly parts: readonly PatternPart[] } | { readonly problem: Sentence } {
  const parts: PatternPart[] = [];
  for (const piece of pattern.split(/(\{[^{}]*\})/)) {
    if (!piece.endsWith('}') || !piece.startsWith('{')) {
      const bad = /[^\w:./+-]/u.exec(piece)?.[0];
      if (bad !== undefined) return { problem: say`A citation key cannot contain "${bad}".` };
      parts.push(piece);
      continue;
    }
    const [name = '', ...filterNames] = piece.slice(1, -1).split(':');
    const field = keyFields.find((known) => known === name);
    if (field === undefined)
      return { problem: say`The key pattern has no field "${name}"; it has ${keyFields.join(', ')}.` };
    const filters: Filter[] = [];
    for (const filterName of filterNames) {
      const filter = readFilter(filterName);
      if (filter === undefined) {
        const problem = say`The key pattern has no filter "${filterName}"; it has lower, upper, capitalize, abbr(n) and words(n).`;
        return { problem };
      }
      filters.push(filter);
    }
    parts.push({ field, filters });
  }
  if (parts.some((part) => typeof part !== 'string')) return { parts };
  return { problem: say`The key pattern names no field, so that all keys would be the same.` };
}

/** Returns the sentence that says what is wrong with a pattern; undefined where it is valid. */
export function checkKeyPattern(pattern: string): Sentence | undefined {
  const read = parseKeyPattern(pattern);
  return 'problem' in read ? read.problem : undefined;
}
