/** The identifiers of works as services write them. */

/** Returns a DOI in lower case without resolver or prefix; undefined for what is none. */
export function readDoi(value: string | undefined): string | undefined {
  return /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i
    .exec(value?.trim() ?? '')?.[1]
    ?.toLowerCase();
}

/** Returns the address of a DOI at its resolver. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}

/** The remainder of the digits' sum, each times its weight; `X` is 10. */
function weigh(digits: string, weight: (index: number) => number, modulus: number): number {
  const value = (digit: string): number => (digit === 'X' ? 10 : Number(digit));
  return digits.split('').reduce((sum, digit, index) => sum + value(digit) * weight(index), 0) % modulus;
}

function hasCheckDigit(digits: string): boolean {
  return digits.length === 13
    ? weigh(digits, (index) => (index % 2 === 0 ? 1 : 3), 10) === 0
    : weigh(digits, (index) => digits.length - index, 11) === 0;
}

/** Returns the values of `shape` without separators, those with a right check digit first. */
function readNumbers(values: readonly string[], shape: RegExp): readonly string[] {
  const numbers = values
    .map((value) => value.replaceAll(/[\s\-‐–]/gu, '').toUpperCase())
    .filter((value) => shape.test(value));
  return [...numbers.filter(hasCheckDigit), ...numbers.filter((number) => !hasCheckDigit(number))];
}

/** Returns the ISSNs among `values` as `1234-567X`; those whose check digit is wrong come last. */
export function readIssns(values: readonly string[]): readonly string[] {
  return readNumbers(values, /^\d{7}[\dX]$/).map((issn) => `${issn.slice(0, 4)}-${issn.slice(4)}`);
}

/** Returns the ISBNs among `values` as digits; 13 digits before 10, those whose check digit is wrong last. */
export function readIsbns(values: readonly string[]): readonly string[] {
  const isbns = readNumbers(values, /^(?:97[89]\d{10}|\d{9}[\dX])$/);
  return isbns.toSorted((a, b) => Number(hasCheckDigit(b)) - Number(hasCheckDigit(a)) || b.length - a.length);
}

/** Returns an ISBN as 13 digits, so that both forms of a book compare equal. */
export function toIsbn13(isbn: string): string {
  if (isbn.length === 13) return isbn;
  const body = `978${isbn.slice(0, 9)}`;
  const rest = weigh(body, (index) => (index % 2 === 0 ? 1 : 3), 10);
  return `${body}${String((10 - rest) % 10)}`;
}

/** Returns the ten digits of a 978 ISBN; undefined for 979, which has no short form. */
export function toIsbn10(isbn13: string): string | undefined {
  if (!isbn13.startsWith('978')) return undefined;
  const body = isbn13.slice(3, 12);
  const check = (11 - weigh(body, (index) => 10 - index, 11)) % 11;
  return `${body}${check === 10 ? 'X' : String(check)}`;
}

/** Splits a volume that holds its issue, `89(2)`; an issue that stands by itself wins. */
export function splitVolume(
  volume: string | undefined,
  issue: string | undefined,
): { readonly volume: string | undefined; readonly issue: string | undefined } {
  const match = /^([^()]+?)\s*\(([^()]+)\)$/.exec(volume?.normalize('NFKC') ?? '');
  return match === null ? { volume, issue } : { volume: match[1], issue: issue ?? match[2] };
}

/** Returns a page range with one hyphen, without `pp.`, and one page where both ends are the same. */
export function toPages(first: string | undefined, last?: string): string | undefined {
  if (first === undefined) return last;
  if (last !== undefined && last !== first) return `${first}-${last}`;
  const [from, to, ...rest] = first
    .replace(/^(?:pp?\.?|pages?)\s*(?=\w*\d)/i, '')
    .split(/\s*[-‐‑–—−－～〜]+\s*/u);
  return to === undefined || to === '' || to === from ? from : [from, to, ...rest].join('-');
}
