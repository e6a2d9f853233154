/**
 * How well a work fits a reference as a person pasted it, from 0 to 1. What the work says and the reference holds
 * counts for it, what the work says and the reference lacks against it, and what the work does not say is left out:
 *
 *     title       0.5   the cube of the share of its words, so that one of few words missing weighs much
 *     first author 0.2  all words of the family name
 *     year        0.15  whole; half where it is a year off, as between online and print
 *     container   0.075 share of its words, also abbreviated
 *     place       0.075 first page or article number, and volume
 *
 * A reference in a style without titles is told by author, year, container, volume and page together, if it says
 * nothing else: another title at the right place is another work, or none.
 */
import { yearOf } from '../../record/dates.ts';
import type { CslItem } from '../../record/record.ts';

const weights = { title: 0.5, author: 0.2, year: 0.15, container: 0.075, place: 0.075 } as const;

/** Below this a work is not the one that a reference means. */
export const enough = 0.85;

/** A title needs this share of its words in the reference, whatever else fits. */
const enoughTitle = 0.75;

/** The score of a reference that has no title and fits in everything else. */
const placed = 0.9;

/** Words that a reference without title may hold besides. */
const connecting = /^(?:and|und|et|in|vol|volume|no|nr|number|issue|pp?|pages?)$/;

const tags = /<\/?(?:i|b|sub|sup)>/g;
/** A word or a number; scripts that are written without blanks give one a character. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** Returns the words of a text without capitals and accents. */
function wordsOf(text: string): readonly string[] {
  const plain = text.replaceAll(tags, '').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [...plain.matchAll(word)].map(([match]) => match);
}

/** What publishers put before the title of a work, and a numeral before its first word. */
const label = /^\W*(?:(?:retracted|withdrawn|removed)(?: article)?\W+)?(?:[ivx]+\.\s*[—–-]\s*)?/iu;

/** What a work about another one begins with; such a work holds the other's whole title. */
const aboutAnother =
  /\b(?:(?:retraction|correction|corrigendum|erratum|addendum|expression of concern)(?=\s*[:—–.-]|\s+(?:to|for|of)\b)|(?:review|discussion) of\b|(?:reply|response|rejoinder|comments?|commentary) (?:to|on)\b)/giu;

/** Tells whether a reference is to a notice, a reply or a review, as the work itself does not say that it is. */
function isAboutAnother(csl: CslItem, reference: string): boolean {
  const own = `${csl.title} ${csl['container-title'] ?? ''}`.toLowerCase();
  return [...reference.matchAll(aboutAnother)].some(([words]) => !own.includes(words.toLowerCase()));
}

function share(wanted: readonly string[], holds: (text: string) => boolean): number | undefined {
  return wanted.length === 0 ? undefined : wanted.filter(holds).length / wanted.length;
}

/** The fit of a work's parts; undefined where the work does not say a part or the reference has nothing of its kind. */
interface Fit {
  readonly title: number | undefined;
  readonly author: number | undefined;
  readonly year: number | undefined;
  readonly container: number | undefined;
  readonly place: number | undefined;
}

/** A subtitle is often left out: the main title alone is nearly the whole, if it says enough. */
function fitTitle(title: string, has: (text: string) => boolean): number | undefined {
  const whole = share(wordsOf(title.replace(label, '')), has);
  const main = wordsOf(title.replace(label, '').split(/[:?]\s/)[0] ?? '');
  const short = main.length < 4 ? 0 : 0.95 * (share(main, has) ?? 0);
  return whole === undefined ? undefined : Math.max(whole, short);
}

function fitYear(year: number | undefined, numbers: readonly number[]): number | undefined {
  const years = numbers.filter((number) => number >= 1500 && number <= 2100);
  if (year === undefined || years.length === 0) return undefined;
  if (years.includes(year)) return 1;
  return years.some((other) => Math.abs(other - year) === 1) ? 0.5 : 0;
}

/** `Proc. Lond. Math. Soc.` is the Proceedings of the London Mathematical Society. */
function fitContainer(csl: CslItem, words: readonly string[]): number | undefined {
  const names = [csl['container-title'], csl['container-title-short'], csl['collection-title']];
  const isSaid = (name: string): boolean =>
    words.some((own) => own === name || (own.length > 1 && own.length < name.length && name.startsWith(own)));
  const fits = names
    .map((name) => share(wordsOf(name ?? '').filter((text) => !/^(?:of|the|and|for|in|on)$/.test(text)), isSaid))
    .filter((fit) => fit !== undefined);
  return fits.length === 0 ? undefined : Math.max(...fits);
} // prettier-ignore

function fitPlace(csl: CslItem, has: (text: string) => boolean, hasNumbers: boolean): number | undefined {
  const [firstPage] = wordsOf(csl.page ?? csl.number ?? '');
  const stated = [firstPage, wordsOf(csl.volume ?? '').join('')].filter((text) => text !== undefined && text !== '');
  return hasNumbers ? share(stated.filter((text) => text !== undefined), has) : undefined;
} // prettier-ignore

function measure(csl: CslItem, words: readonly string[]): Fit {
  const known = new Set(words);
  const has = (text: string): boolean => known.has(text);
  const numbers = words.filter((text) => /^\d{1,6}$/.test(text)).map(Number);
  const year = yearOf(csl.issued);
  const first = csl.author?.[0] ?? csl.editor?.[0];
  const name = first === undefined ? [] : wordsOf(first.family ?? first.literal ?? '');
  return {
    title: fitTitle(csl.title, has),
    author: name.length === 0 ? undefined : Number(name.every(has)),
    year: fitYear(year, numbers),
    container: fitContainer(csl, words),
    place: fitPlace(csl, has, numbers.some((number) => number !== year)),
  }; // prettier-ignore
}

/** Tells whether a reference holds words that neither names nor container explain. */
function saysMore(csl: CslItem, words: readonly string[]): boolean {
  const names = [...(csl.author ?? []), ...(csl.editor ?? [])].flatMap(({ family, given, literal }) =>
    wordsOf(`${family ?? ''} ${given ?? ''} ${literal ?? ''}`),
  );
  const explained = [...names, ...wordsOf(`${csl['container-title'] ?? ''} ${csl.publisher ?? ''}`)];
  return words.some(
    (own) =>
      /^\p{L}{2,}$/u.test(own) && !connecting.test(own) && !explained.some((name) => name.startsWith(own)),
  );
}

/** Returns the score of a work for a reference; 0 where its title tells that it is another. */
export function scoreReference(csl: CslItem, reference: string): number {
  if (isAboutAnother(csl, reference)) return 0;
  const words = wordsOf(reference);
  const fit = measure(csl, words);
  const { author, year, container, place } = fit;
  const isPlaced = author === 1 && year === 1 && container === 1 && place === 1 && csl.page !== undefined && csl.volume !== undefined; // prettier-ignore
  if (isPlaced && !saysMore(csl, words)) return placed;
  // A title alone names no work: somebody or some year must be right too.
  if ((fit.title ?? 0) < enoughTitle || (author ?? year) === undefined) return 0;
  const parts = [
    [weights.title, fit.title === undefined ? undefined : fit.title ** 3],
    [weights.author, author],
    [weights.year, year],
    [weights.container, container],
    [weights.place, place],
  ] as const;
  const said = parts.flatMap(([weight, value]) => (value === undefined ? [] : [{ weight, value }]));
  const total = said.reduce((sum, { weight }) => sum + weight, 0);
  return said.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
}
