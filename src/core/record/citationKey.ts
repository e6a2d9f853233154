/** Makes citation keys that BibTeX, biber and Pandoc accept: ASCII letters and digits, single signs between them. */
import { yearOf } from './dates.ts';
import { parseKeyPattern, type KeyField } from './keyPattern.ts';
import { namesInAscii } from './nameInAscii.ts';
import type { CslItem } from './record.ts';
import { significantWords } from './titleWords.ts';

export const defaultKeyPattern = '{author}{year}{word}';

const maxNames = 3;
const maxLength = 100;

function yearText({ issued }: CslItem): string {
  const year = yearOf(issued);
  if (year !== undefined) return String(Math.abs(year));
  return /(?<!\d)\d{4}(?!\d)/.exec(issued?.raw ?? issued?.literal ?? '')?.[0] ?? '';
}

function camelCase(words: readonly string[]): readonly string[] {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
}

/** Words that say something in a title; a number says less than a word beside it. */
function titleWord(title: string): readonly string[] {
  const words = significantWords(title);
  return [words.find((word) => /[A-Za-z]/.test(word)) ?? words[0] ?? ''];
}

/** Returns the words of a field, none where the work has nothing for it; undefined for names that cannot be read. */
function wordsOf(field: KeyField, csl: CslItem): readonly string[] | undefined {
  switch (field) {
    case 'author':
    case 'authors': {
      const names = namesInAscii(csl);
      const shown = names.slice(0, field === 'author' ? 1 : maxNames);
      const readable = shown.filter((name) => name !== undefined);
      if (readable.length < shown.length) return undefined;
      return field === 'authors' && names.length > maxNames ? [...readable, 'EtAl'] : readable;
    }
    case 'year':
      return [yearText(csl)];
    case 'shortyear':
      return [yearText(csl).slice(-2)];
    case 'title':
      return camelCase(significantWords(csl.title));
    case 'word':
      return titleWord(csl.title);
    case 'journal':
      return camelCase(significantWords(csl['container-title'] ?? ''));
    case 'doi':
      return [(csl.DOI ?? '').replace(/[^A-Za-z0-9]+/g, '_')];
  }
}

/** Leaves single signs between letters and digits, as Pandoc wants them. */
function tidy(key: string): string {
  return key
    .slice(0, maxLength)
    .replace(/([^A-Za-z0-9])[^A-Za-z0-9]+/g, '$1')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/** Returns a key from the work's most certain identifier. */
function identifierKey(csl: CslItem): string {
  const { DOI, ISBN, PMID, id, custom } = csl;
  const named = [
    ['doi', DOI],
    ['cinii', custom?.crid],
    ['isbn', ISBN],
    ['pmid', PMID],
    ['ref', id],
  ] as const;
  const [prefix, value] = named.find(
    ([, candidate]) => candidate !== undefined && /[A-Za-z0-9]/.test(candidate),
  ) ?? ['ref'];
  return tidy(`${prefix}${(value ?? '').replace(/[^A-Za-z0-9]+/g, '_')}`);
}

function patternKey(csl: CslItem, pattern: string): string {
  const read = parseKeyPattern(pattern);
  if ('problem' in read) return patternKey(csl, defaultKeyPattern);
  let key = '';
  for (const part of read.parts) {
    if (typeof part === 'string') key += part;
    else {
      const words = wordsOf(part.field, csl);
      if (words === undefined) return '';
      key += part.filters.reduce((filtered, filter) => filter(filtered), words).join('');
    }
  }
  return tidy(key);
}

/** `a` to `z`, `aa`, `ab` … */
function suffixOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : suffixOf(Math.floor(index / 26) - 1) + last;
}

/**
 * Returns a key by the pattern (the default one where it is invalid) that `taken` does not know, with a, b, c … behind
 * it where needed. A work whose first author cannot be written in Latin letters is named after its identifier.
 */
export function makeKey(csl: CslItem, pattern: string, taken: (key: string) => boolean): string {
  const key = patternKey(csl, pattern) || identifierKey(csl);
  if (!taken(key)) return key;
  let index = 0;
  while (taken(key + suffixOf(index))) index += 1;
  return key + suffixOf(index);
}

/** Returns a key that a person chose, without what no key can hold: blanks and what BibTeX or TeX read as their own. */
export function toSafeKey(key: string): string {
  return key.replace(/[\s\p{C}"#%&'(),=@\\^`{}~$]/gu, '') || 'ref';
}
