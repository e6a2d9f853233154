/** Tells values that say the same from those that differ, however they are written. */
import { readIsbn } from '../../identifiers/isbn.ts';
import { foldTitle } from '../../record/foldTitle.ts';
import type { CslName } from '../../record/record.ts';
import { decodeTeX } from '../text/decodeTeX.ts';
import { readNames } from '../text/readNames.ts';
import { toDoi } from '../text/toDoi.ts';
import { nameForms } from '../works/work.ts';

/** Compares two values in TeX, delimiters apart. */
type Comparison = (one: string, other: string) => boolean;

/** Compares what two values are read as. */
const by =
  (read: (tex: string) => string): Comparison =>
  (one, other) =>
    read(one) === read(other);

const foldText = (tex: string): string => foldTitle(decodeTeX(tex).replaceAll('&', ' and '));

const foldMonth = (tex: string): string => {
  const text = decodeTeX(tex).toLowerCase();
  const number = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(text.slice(0, 3)) / 3 + 1;
  return Number.isInteger(number) && number > 0 && text.length > 2 ? String(number) : text.replace(/^0/, '');
};

/** `737-8` are the pages `737--738`. */
const foldPages = (tex: string): string => {
  const [first = '', last = first] = decodeTeX(tex)
    .replace(/\s/g, '')
    .split(/[-\u2010-\u2015]+/);
  return `${first}-${first.slice(0, Math.max(0, first.length - last.length))}${last}`;
};

/** Two names are one if their families are, and their given names as far as both are written out. */
function isSameName(one: CslName, other: CslName): boolean {
  const forms = nameForms(other);
  const initials = [one, other].map(({ given = '' }) => foldTitle(given).charAt(0));
  return (
    nameForms(one).some((form) => forms.includes(form)) &&
    (initials.includes('') || initials[0] === initials[1])
  );
}

/** Either list may end early in "and others". */
const isSameList: Comparison = (one, other) => {
  const lists = [one, other].map((tex) => readNames(tex));
  const [shorter = [], longer = []] = lists.toSorted((a, b) => a.length - b.length);
  const isCut = [one, other].some((tex) => /\band others\s*$/i.test(tex));
  const isWhole = shorter.length === longer.length || (isCut && shorter.length > 0);
  return isWhole && shorter.every((name, place) => isSameName(name, longer[place] ?? {}));
};

/** Words that abbreviations leave out. */
const smallWords = new Set('a an and at de der des die du et for für in la le of on the to und'.split(' '));

const wordsOf = (tex: string): readonly string[] =>
  (decodeTeX(tex).match(/[\p{L}\p{N}]+/gu) ?? []).map(foldTitle).filter((word) => !smallWords.has(word));

/** `Phys. Rev.` is `Physical Review`. */
const isSameContainer: Comparison = (one, other) => {
  if (foldText(one) === foldText(other)) return true;
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const begins = (word: string, place: number): boolean => {
    const full = others[place] ?? '';
    return full.startsWith(word) || word.startsWith(full);
  };
  return words.length > 0 && words.length === others.length && words.every(begins);
};

/** `Springer` is `Springer Science and Business Media`. */
const isSamePublisher: Comparison = (one, other) => {
  const [text, otherText] = [foldText(one), foldText(other)];
  return text.startsWith(otherText) || otherText.startsWith(text);
};

const comparisons: Readonly<Record<string, Comparison>> = {
  author: isSameList,
  editor: isSameList,
  translator: isSameList,
  journal: isSameContainer,
  journaltitle: isSameContainer,
  booktitle: isSameContainer,
  publisher: isSamePublisher,
  month: by(foldMonth),
  pages: by(foldPages),
  doi: by((tex) => toDoi(decodeTeX(tex, true)) ?? tex.toLowerCase()),
  isbn: by((tex) => readIsbn(decodeTeX(tex)) ?? foldText(tex)),
  url: by((tex) => decodeTeX(tex, true)),
};

/** Tells whether two values of a field, in TeX without delimiters, say the same. */
export function isSameValue(field: string, one: string, other: string): boolean {
  return (comparisons[field] ?? by(foldText))(one, other);
}
