/** Identifiers, volumes and pages as services write them. */
import { isIsbn, readIsbnDigits } from '../identifiers/isbn.ts';

const checkDigits = '0123456789X'.split('');

/** Returns a DOI in lower case without resolver or prefix; undefined for what is none. */
export function readDoi(value: string | undefined): string | undefined {
  return /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i
    .exec(value?.trim() ?? '')?.[1]
    ?.toLowerCase();
}

/** Returns the ISSNs among `values` as `1234-567X`; those whose check digit is wrong come last. */
export function readIssns(values: readonly string[]): readonly string[] {
  const issns = values.flatMap((value) => {
    const [, first, last] = /^\s*(\d{4})[-‐–]?(\d{3}[\dX])\s*$/iu.exec(value) ?? [];
    return first === undefined || last === undefined ? [] : [`${first}-${last.toUpperCase()}`];
  });
  return issns.toSorted((a, b) => Number(hasIssnCheckDigit(b)) - Number(hasIssnCheckDigit(a)));
}

function hasIssnCheckDigit(issn: string): boolean {
  const digits = issn.replace('-', '').split('');
  const value = (digit: string): number => (digit === 'X' ? 10 : Number(digit));
  return digits.reduce((sum, digit, index) => sum + value(digit) * (8 - index), 0) % 11 === 0;
}

/** Returns the ISBNs among `values` as digits; 13 digits before 10, those whose check digit is wrong last. */
export function readIsbns(values: readonly string[]): readonly string[] {
  const isbns = values.flatMap((value) => readIsbnDigits(value) ?? []);
  return isbns.toSorted((a, b) => Number(isIsbn(b)) - Number(isIsbn(a)) || b.length - a.length);
}

/** Returns an ISBN as 13 digits, so that both forms of a book compare equal. */
export function toIsbn13(isbn: string): string {
  if (isbn.length === 13) return isbn;
  const body = `978${isbn.slice(0, 9)}`;
  return checkDigits.map((digit) => `${body}${digit}`).find(isIsbn) ?? isbn;
}

/** Returns the ten digits of a 978 ISBN; undefined for 979, which has no short form. */
export function toIsbn10(isbn13: string): string | undefined {
  if (!isbn13.startsWith('978')) return undefined;
  const body = isbn13.slice(3, 12);
  return checkDigits.map((digit) => `${body}${digit}`).find(isIsbn);
}

/** Splits a volume that holds its issue, `89(2)`; an issue that stands by itself wins. */
export function splitVolume(
  volume: string | undefined,
  issue: string | undefined,
): { readonly volume: string | undefined; readonly issue: string | undefined } {
  const match = /^([^()]+?) ?\(([^()]+)\)$/.exec(volume?.normalize('NFKC').replaceAll(/\s+/g, ' ') ?? '');
  return match === null ? { volume, issue } : { volume: match[1], issue: issue ?? match[2] };
}

/** Returns a page range with one hyphen, without `pp.`, and one page where both ends are the same. */
export function toPages(first: string | undefined, last?: string): string | undefined {
  if (first === undefined) return last;
  if (last !== undefined && last !== first) return `${first}-${last}`;
  const [from, to, ...rest] = first
    .replaceAll(/\s+/g, ' ')
    .replace(/^(?:pp?\.?|pages?)\s*(?=\w*\d)/i, '')
    .split(/ ?[-‐‑–—−－～〜]+ ?/u);
  const pages = to === undefined || to === '' || to === from ? from : [from, to, ...rest].join('-');
  return pages === '' ? undefined : pages;
}

/** Returns the number of a Japanese grant without its leading JP, `19KK0341` or the older `15500001`; undefined for what is none. */
export function readProjectNumber(text = ''): string | undefined {
  return /^(?:JP)?(\d{2}[A-Z]{1,2}\d{4,6}|\d{8})$/i.exec(text.trim())?.[1]?.toUpperCase();
}
