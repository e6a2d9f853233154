import { createSpanFinder } from '../../span.ts';
import type { BibIndex } from '../text/bibIndex.ts';
import { isBlank, isLineEnd } from '../text/characters.ts';
import { findBiberBlocks } from './findBiberBlocks.ts';
import { findBibtexBlocks } from './findBibtexBlocks.ts';

/**
 * Makes a function that returns the last place up to a wanted one at which an entry is read by BibTeX and by biber: where
 * what stands before ends, or the text's start. What would swallow the entry stays behind it.
 */
export function createPlaceFinder(index: BibIndex): (wanted: number) => number {
  const { text } = index;
  const finders = [findBibtexBlocks(text), findBiberBlocks(index)].map(createSpanFinder);
  return (wanted) => {
    let at = contentEnd(text, wanted);
    for (;;) {
      const around = finders
        .map((findBlock) => findBlock(at + 1))
        .find((block) => block !== undefined && block.start < at && at < block.end);
      if (around === undefined) return at;
      at = contentEnd(text, lineStart(text, around.start));
    }
  };
}

/** Returns where the text before `at` ends without the blanks behind it; a byte order mark is no text. */
export function contentEnd(text: string, at: number): number {
  const textStart = text.startsWith('\ufeff') ? 1 : 0;
  let end = at;
  while (end > textStart && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return start;
}
