/** Where biber is within something when it reads a .bib text. */
import type { BibIndex } from '../text/bibIndex.ts';
import type { Span } from '../../span.ts';
import { code } from '../text/characters.ts';

/**
 * Returns, in order, the stretches that biber reads as part of a block: from its start to where it comes out of it,
 * `Infinity` if it never does.
 */
export function findBiberBlocks(index: BibIndex): readonly Span[] {
  const openValues: number[] = [];
  for (let number = 0; number < index.blockCount; number += 1) {
    if (index.faultCode(number) === 'openBrace') openValues.push(index.position(number, 'faultAt'));
  }
  const closingBraces = findClosingBraces(index.text, openValues);
  return Array.from({ length: index.blockCount }, (_, number) => {
    const end = findEnd(index, number, closingBraces);
    return { start: index.start(number), end };
  });
}

function findEnd(index: BibIndex, number: number, closingBraces: ReadonlyMap<number, number>): number {
  const isComment = index.kind(number) === 'comment';
  const fault = index.faultCode(number);
  // What follows a word that is no block is read as its delimiter.
  if (index.kind(number) === 'stray') return index.position(number, 'reach');
  // A quote runs over the end of its entry.
  if (fault === 'openQuote') return Infinity;
  if (index.isClosed(number) && !(isComment && isBare(index, number))) return index.position(number, 'end');

  let next = number + 1;
  while (next < index.blockCount && index.kind(next) === 'stray') next += 1;
  // Somebody may be typing the last block, and nothing ends a comment but its delimiter.
  if (next === index.blockCount || (isComment && !index.isClosed(number))) return Infinity;
  // The beginning of what follows is lost as well, and all that follows unless a value stands before it.
  const end = index.start(next) + 1;
  if (fault === 'openBrace')
    return Math.max(end, closingBraces.get(index.position(number, 'faultAt')) ?? Infinity);
  const { fields, end: blockEnd } = index.block(number);
  return isComment || fields.at(-1)?.valueSpan.end === blockEnd ? end : Infinity;
}

/** Tells whether a block has no delimiter. */
function isBare(index: BibIndex, number: number): boolean {
  return index.position(number, 'open') === index.position(number, 'end');
}

/** Returns the position after the brace that closes each of these braces, in one pass; none for one never closed. */
function findClosingBraces(text: string, braces: readonly number[]): ReadonlyMap<number, number> {
  const wanted = new Set(braces);
  const ends = new Map<number, number>();
  const stack: number[] = [];
  for (let at = braces[0] ?? text.length; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === code.openBrace) stack.push(at);
    else if (unit === code.closeBrace) {
      const brace = stack.pop();
      if (brace !== undefined && wanted.has(brace)) ends.set(brace, at + 1);
    }
  }
  return ends;
}
