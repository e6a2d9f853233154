/** Where nothing must be added to a .bib text, because it would belong to something that was never closed. */
import type { BibIndex, Span } from './bibIndex.ts';
import { code } from './characters.ts';

/**
 * Returns, in order, the stretches that BibTeX or biber read as part of a block that is not closed: from its start to
 * where a reader that only counts braces comes out of it, `Infinity` if it never does. An entry whose last brace alone
 * is missing is none: both stop at the next one.
 */
export function findUnsafeSpans(index: BibIndex): readonly Span[] {
  const numbers = Array.from({ length: index.blockCount }, (_, number) => number).filter(
    (number) => index.kind(number) !== 'stray',
  );
  const open = numbers.filter((number) => !index.isClosed(number));
  const ends = findClosingBraces(index.text, open.filter(isValue).map(openingOf));
  return open
    .filter((number) => isValue(number) || isEndless(number))
    .map((number) => ({
      start: index.start(number),
      end: isEndless(number) ? Infinity : (ends.get(openingOf(number)) ?? Infinity),
    }));

  function isValue(number: number): boolean {
    return index.faultCode(number) === 'openBrace';
  }

  function openingOf(number: number): number {
    return index.position(number, 'faultAt');
  }

  /** Somebody may be typing the last block, and nothing ends a comment but its delimiter. */
  function isEndless(number: number): boolean {
    return number === numbers.at(-1) || index.kind(number) === 'comment';
  }
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
