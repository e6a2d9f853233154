import type { CitationPlace } from './syntax.ts';
import { withAddress } from './widen.ts';

/** Scripts that put no blanks between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}々ー。、，．「」（）';

const wordAtEnd = new RegExp(`(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])$`, 'u');
const wordAtStart = new RegExp(`^(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_])`, 'u');
const unspacedAtEnd = new RegExp(`[${unspaced}]$`, 'u');
const unspacedAtStart = new RegExp(`^[${unspaced}]`, 'u');

/** What ends a word or a clause or escapes, so that the next word needs a blank. Quotes and emphasis behind a blank open. */
const clauseAtEnd = /[\\@.,;:!?%)\]}>”’»…]$|[^\s([{"'*_]["'*_]+$|[^\s`]`$/;

/** The characters before `at`, as many as tell what they end. */
function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 8), at);
}

/** Tells whether a word would run into what is put at the place. */
export function needsBlankBefore({ text, start }: CitationPlace): boolean {
  const left = before(text, start);
  return wordAtEnd.test(left) || clauseAtEnd.test(left);
}

/** Tells whether what is put at the place would run into the next word. */
export function needsBlankBehind({ text, end }: CitationPlace): boolean {
  return wordAtStart.test(text.slice(end, end + 2));
}

/** Tells whether a character of a script without blanks stands right before or right behind the place. */
export function besideUnspacedScript({ text, start, end }: CitationPlace): {
  before: boolean;
  behind: boolean;
} {
  return {
    before: unspacedAtEnd.test(before(text, start)),
    behind: unspacedAtStart.test(text.slice(end, end + 2)),
  };
}

/** Puts one blank before and behind `citation` where it would run into a word. */
export function withBlanks(citation: string, place: CitationPlace, blank = ' '): string {
  return `${needsBlankBefore(place) ? blank : ''}${citation}${needsBlankBehind(place) ? ' ' : ''}`;
}

/** The end of the word or address in which `at` lies, or `at` itself if it is in none. */
export function endOfWord(text: string, at: number): number {
  const { end } = withAddress(text, { start: at, end: at });
  if (end > at) return end;
  if (!wordAtEnd.test(before(text, at))) return at;
  const word = new RegExp(`(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])*`, 'uy');
  word.lastIndex = at;
  return at + (word.exec(text)?.[0].length ?? 0);
}
