/** What Typst does not print as text: comments and raw text. */
import { endOf, endOfLine, hiding, walkMarks, type FindHidden } from './hide.ts';

// The slashes of an address are no comment; it is only passed over.
const marks =
  /\\[^]|https?:\/\/[^\s"<>()[\]]*|(?<line>\/\/)|(?<block>\/\*)|#raw\((?:\s{0,9}[a-z-]{1,12}:\s?(?:"[^"\n]{0,40}"|\w{1,12})\s{0,9},){0,6}\s{0,9}"(?<call>(?:\\[^]|[^"\\]){0,4000})"|(?<raw>`+)/;

/** Offset behind the end of a block comment, which may hold others. */
function endOfComment(text: string, from: number): number {
  const bounds = /\/\*|\*\//g;
  bounds.lastIndex = from;
  let depth = 1;
  for (let match = bounds.exec(text); match !== null; match = bounds.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return bounds.lastIndex;
  }
  return text.length;
}

/** Finds comments and raw text, inline and in blocks. */
export const findHiddenInTypst: FindHidden = (text) =>
  walkMarks(text, marks, (mark) => {
    const start = mark.index;
    const end = start + mark[0].length;
    const { line, block, call, raw } = mark.groups ?? {};
    if (line !== undefined) return hiding(start, endOfLine(text, end));
    if (block !== undefined) return hiding(start, endOfComment(text, end));
    if (call !== undefined) return hiding(start, end);
    // Two backticks are empty raw text.
    if (raw !== undefined && raw.length !== 2) return hiding(start, endOf(text, raw, end));
    return { next: end };
  });
