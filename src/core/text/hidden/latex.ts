/** What LaTeX does not print: comments, verbatim text, dead branches, keys, all behind the document's end. */
import { lineJoiner } from '../../identifiers/invisible.ts';
import {
  createFinder,
  endOf,
  endOfLine,
  hiding,
  indexOf,
  walkMarks,
  type FindHidden,
  type Step,
} from './hide.ts';
import { endOfBranch } from './latexBranches.ts';

const verbatim =
  '(?:[a-z]{0,9}verbatim[a-z]{0,9}|alltt|Highlighting|comment|filecontents|lstlisting|minted|tcblisting|luacode|pycode|pyblock|python|sagesilent|sageblock|asy|Sinput|Soutput|Schunk)\\*?';

/** A character in an address as `%` and digits, so that its % begins no comment: all of ASCII, or the start of another. */
const encoded = '%(?:[2-7][0-9a-f]|[c-f][0-9a-f]%[89ab][0-9a-f](?:%[89ab][0-9a-f]){0,2})';

const marks = new RegExp(
  [
    // In an address % is no comment. What is found here is only passed over.
    '\\\\(?:url|href|path|nolinkurl|doi|hyperref|urlstyle|burl)\\s?(?:\\[[^\\]\\n]{0,200}\\])?\\{[^{}\\n]*\\}',
    `https?://[^\\s{}\\\\%]{1,500}(?:${encoded}[^\\s{}\\\\%]{0,200})+`,
    // Keys, and names of files, but of those that are a part of the document.
    '(?<key>\\\\(?:bibitem|label|(?:page|auto|name|eq|c)?ref|includegraphics)\\s?(?:\\[[^\\]]{0,500}\\])?\\s?\\{)[^{}]*\\}',
    '\\\\(?:verb|spverb)\\*?(?:\\[[^\\]\\n]{0,200}\\])?(?<bar>[^\\sa-z*\\[])',
    '\\\\(?:lstinline|mint(?:inline)?(?![a-z]))(?:\\[[^\\]\\n]{0,200}\\])?(?:\\{[a-z0-9+#-]{1,20}\\}(?=[^\\s]))?(?<quote>[^\\sa-z\\[])',
    `\\\\begin\\s?\\{(?<verbatim>${verbatim})\\}`,
    '(?<dead>\\\\if(?:false(?![a-z@])|0(?!\\d)))',
    '(?<last>\\\\end\\s?\\{document\\}|\\\\endinput(?![a-z@]))',
    '\\\\[^a-z]',
    '(?<percent>%)',
  ].join('|'),
);

function readComment(text: string, start: number): Step {
  const line = endOfLine(text, start);
  const empty = text.slice(start + 1, line).trim() === '' && /\S/.test(text.charAt(start - 1));
  if (!empty) return hiding(start, line);
  // An empty comment joins its line with the next one.
  let end = line + 1;
  while (/[ \t]/.test(text.charAt(end))) end += 1;
  return { next: end, hidden: { start, end: Math.min(end, text.length), as: lineJoiner } };
}

/** Finds comments, verbatim text and code, dead branches, labels of references, and what follows the document. */
export const findHiddenInLatex: FindHidden = (text) => {
  const find = createFinder(text);

  /** Hides inline code up to the delimiter, which has to stand in the same line. */
  function hideInline(start: number, delimiter: string, from: number): Step {
    const close = find(delimiter === '{' ? '}' : delimiter, from);
    const line = find('\n', from);
    return hiding(
      start,
      close < 0 || (line >= 0 && line < close) ? (line < 0 ? text.length : line) : close + 1,
    );
  }

  return walkMarks(text, marks, (mark) => {
    const start = mark.index;
    const end = start + mark[0].length;
    const { key, bar, quote, verbatim: environment, dead, last, percent } = mark.groups ?? {};
    if (key !== undefined) return { next: end, hidden: { start: start + key.length, end: end - 1 } };
    const delimiter = bar ?? quote;
    if (delimiter !== undefined) return hideInline(start, delimiter, end);
    if (environment !== undefined) return hiding(start, endOf(text, `\\end{${environment}}`, end));
    if (dead !== undefined) return hiding(start, endOfBranch(text, end));
    if (last !== undefined) return hiding(start, text.length);
    if (percent !== undefined) return readComment(text, start);
    return { next: end };
  });
};

/** Code of R or Python between `<<…>>=` and `@`. */
export const findChunks: FindHidden = (text) =>
  walkMarks(text, /^<<[^\n]*>>=/, ({ index }) => hiding(index, indexOf(text, /^@/gm, index)));
