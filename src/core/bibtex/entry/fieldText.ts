import { cleanText } from './cleanText.ts';
import type { Dialect } from './fieldMap.ts';
import type { NameOrder } from './formatNames.ts';
import { markupToTeX } from './markupToTeX.ts';
import { markupToText } from './markupToText.ts';
import { isShouted, splitByCase, type CaseProtection } from './protectCase.ts';
import { toTeX, type TexTarget } from './texText.ts';

/** What decides how the fields of an entry read. */
export interface FieldOptions {
  readonly dialect: Dialect;
  readonly encoding: 'unicode' | 'latex';
  readonly protectCase: CaseProtection;
  /** Whether titles have italics, bold, and raised and lowered letters as TeX commands, or not at all. */
  readonly titleMarkup: 'tex' | 'plain';
  /** Names of fields that are never written, BibTeX's or CSL's, letter case ignored. */
  readonly excludeFields: readonly string[];
  readonly japaneseNameOrder: NameOrder;
}

function targetOf({ dialect, encoding }: FieldOptions): TexTarget {
  return { reader: dialect === 'bibtex' ? 'bibtex' : 'biber', isAscii: encoding === 'latex' };
}

/** Returns a function that writes plain text as TeX text. */
export function plainWriter(options: FieldOptions): (plain: string) => string {
  const target = targetOf(options);
  return (plain) => toTeX(cleanText(plain), target);
}

/** Returns a function that writes text with CSL's tags as TeX text, its capitals protected as the options say. */
export function titleWriter(options: FieldOptions): (title: string) => string {
  const target = targetOf(options);
  const encode = (plain: string): string => toTeX(plain, target);
  const protect = (plain: string): string =>
    splitByCase(plain)
      .map(({ text, keep }) => (keep ? `{${encode(text)}}` : encode(text)))
      .join('');
  const isPlain = options.titleMarkup === 'plain';
  return (title) => {
    const text = isPlain ? markupToText(cleanText(title)) : cleanText(title);
    const set = (write: typeof encode): string => (isPlain ? write(text) : markupToTeX(text, write));
    if (options.protectCase === 'all') return `{${set(encode)}}`;
    return set(options.protectCase === 'none' || isShouted(text) ? encode : protect);
  };
}

/** Returns a function that writes text with CSL's tags as TeX text whose capitals no style changes. */
export function nameOfWorkWriter(options: FieldOptions): (title: string) => string {
  return titleWriter({ ...options, protectCase: 'none' });
}
