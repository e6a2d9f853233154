/** ISBNs of 10 and 13 digits, known by their check digit: https://www.isbn-international.org */
import { afterLabel, bareStart, wordStart, type IdentifierForm } from './form.ts';

const hyphen = '[-\\u00AD\\u2010-\\u2015\\u2212]';
const separator = `(?:\\s|\\\\?${hyphen}|--)?`;
const thirteen = `97[89](?:${separator}\\d){10}`;
const ten = `\\d(?:${separator}\\d){8}${separator}[\\dx]`;
const notLonger = `(?!${hyphen}?[\\dx](?![a-z]))`;

/** Sum of the digits, each times its weight; `X` is 10. */
function weigh(digits: string, weight: (index: number) => number): number {
  return Array.from(digits, (digit, index) => (digit === 'X' ? 10 : Number(digit)) * weight(index)).reduce(
    (sum, value) => sum + value,
  );
}

/** Returns the digits of what is written like an ISBN, whether or not the check digit is right. */
export function readIsbnDigits(text: string): string | undefined {
  const digits = text.replaceAll(new RegExp(`[\\s\\\\]|${hyphen}`, 'g'), '').toUpperCase();
  return /^(?:\d{9}[\dX]|\d{13})$/.test(digits) ? digits : undefined;
}

/** Tells whether ten or thirteen digits are an ISBN: the last one follows from the others. */
export function isIsbn(digits: string): boolean {
  return digits.length === 13
    ? /^97[89]/.test(digits) && weigh(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0
    : weigh(digits, (index) => 10 - index) % 11 === 0;
}

/** Returns an ISBN without separators; undefined where the text is none or its check digit is wrong. */
export function readIsbn(text: string): string | undefined {
  const digits = readIsbnDigits(text);
  return digits !== undefined && isIsbn(digits) ? digits : undefined;
}

/** ISBNs behind a label, in addresses of books, and those of 13 digits in five groups by themselves. */
export const isbnForms: readonly IdentifierForm[] = [
  {
    kind: 'isbn',
    pattern: `${wordStart}(?:[ep]-?)?isbn(?:[-\\s]?1[03]|コード|番号)?(?:\\s?\\([^()\\n]{1,20}\\))?${afterLabel}(?<id>${thirteen}|${ten})${notLonger}`,
    normalize: readIsbn,
  },
  {
    kind: 'isbn',
    pattern: '/(?:dp|product|asin)/(?<id>\\d{9}[\\dx])(?![\\w-])',
    normalize: readIsbn,
  },
  {
    kind: 'isbn',
    pattern:
      '(?<id>97[89](?:-?\\d){10})(?![\\w-]|\\.(?:\\d|jpe?g|png|gif))(?<=https?://[^\\s"<>]{1,200}[/=:-][\\d-]{13,17})(?<!10\\.\\d{4}\\S{1,200})',
    normalize: readIsbn,
  },
  // The usual five groups tell enough without a label; a telephone number's do not end on the check digit.
  {
    kind: 'isbn',
    pattern: `${bareStart}(?<id>97[89]${hyphen}\\d{1,5}${hyphen}\\d{1,7}${hyphen}\\d{1,7}${hyphen}\\d)(?![\\w/-])`,
    normalize: readIsbn,
  },
];
