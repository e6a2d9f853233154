/** Where nothing must be added to a .bib text, because it would belong to something that was never closed. */
import type { BibIndex } from '../text/bibIndex.ts';
import type { Span } from '../../span.ts';
import { code } from '../text/characters.ts';

/**
 * Returns, in order, the stretches that BibTeX or biber read as part of a block that is not closed: from its start to
 * where they come out of it, `Infinity` if they never do.
 */
export function findUnsafeSpans(index: BibIndex): readonly Span[] {
  const numbers = Array.from({ length: index.blockCount }, (_, number) => number).filter(
    (number) => index.kind(number) !== 'stray',
  );
  const openValues = numbers.filter((number) => index.faultCode(number) === 'openBrace');
  const ends = findClosingBraces(
    index.text,
    openValues.map((number) => index.position(number, 'faultAt')),
  );
  return numbers.flatMap((number, place) => {
    if (index.isClosed(number)) return [];
    const next = numbers[place + 1];
    const start = index.start(number);
    // Somebody may be typing the last block, and nothing ends a comment but its delimiter.
    if (next === undefined || index.kind(number) === 'comment') return [{ start, end: Infinity }];
    // BibTeX takes the beginning of what follows for the name of another field.
    const end = index.start(next) + 1;
    if (index.faultCode(number) !== 'openBrace') return [{ start, end }];
    return [{ start, end: Math.max(end, ends.get(index.position(number, 'faultAt')) ?? Infinity) }];
  });
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
