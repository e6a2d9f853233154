import type { BibIndex } from '../text/bibIndex.ts';

/** What JabRef and BibDesk keep for themselves at the end of a file, and Emacs in a comment. */
const metadata = /^@comment\s*[{(]\s*(?:jabref|bibdesk|local variables:)/i;

/** Lines for Emacs and Vim, which look for them at the end only. */
const editorLine = /^.*(?:\bLocal Variables:|(?:^|\s)(?:vim?|ex):\s?(?:set? |\w+=)).*$/im;

/** Editors look no farther than this into the end of a file. */
const maxTrailer = 3000;

/** Returns where the metadata and editor settings at the end of the text begin; the text's end where there are none. */
export function findTrailer(index: BibIndex): number {
  const { text } = index;
  let start = text.length;
  let number = index.blockCount - 1;
  while (number >= 0 && metadata.test(text.slice(index.start(number), index.start(number) + 100))) {
    start = index.start(number);
    number -= 1;
  }
  const contentEnd = number < 0 ? 0 : index.position(number, 'end');
  const tail = Math.max(contentEnd, start - maxTrailer);
  const line = editorLine.exec(text.slice(tail, start));
  return line === null ? start : tail + line.index;
}
