/** What of a bibliography is no reference: comments, keys, keys of other entries, names of files. */
import { endOfLine, hiding, walkMarks, type FindHidden } from './hide.ts';

const marks = new RegExp(
  [
    // Of a line, or behind a field.
    '(?:^[ \\t]*|(?<=[}"],?[ \\t]{0,99})(?=%[^{}\\n]{0,300}$))(?<percent>%)',
    '@comment\\s*(?<comment>\\{)',
    '(?<entry>@(?!string|preamble|comment)[a-z]+\\s*[{(]\\s*)(?<key>[^,\\s]{1,300})',
    '(?<field>\\b(?:crossref|xref|xdata|related|entryset|ids|file|bdsk-file-\\d{1,2}|local-url|localfile)\\s*=\\s*[{"])(?<value>[^\\n]{0,2000})',
  ].join('|'),
);

/** Offset behind the brace that closes the one before `from`, or in front of the next entry where none does. */
function endOfGroup(text: string, from: number): number {
  let depth = 1;
  for (const { index, 0: mark } of matchFrom(text, /[{}]|\n[ \t]*@/g, from)) {
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else return index;
    if (depth === 0) return index + 1;
  }
  return text.length;
}

function* matchFrom(text: string, pattern: RegExp, from: number): Generator<RegExpExecArray> {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) yield match;
}

/** Finds remarks, citation keys and names of files; the rest of a value is text, in which a % is a %. */
export const findHiddenInBibtex: FindHidden = (text) =>
  walkMarks(text, marks, (mark) => {
    const start = mark.index;
    const end = start + mark[0].length;
    const { percent, comment, entry, field, value } = mark.groups ?? {};
    if (percent !== undefined) return hiding(start, endOfLine(text, start));
    if (comment !== undefined) return hiding(start, endOfGroup(text, end));
    if (entry !== undefined) return hiding(start + entry.length, end);
    if (field === undefined || value === undefined) return { next: end };
    const valueStart = start + field.length;
    const close = value.search(field.endsWith('{') ? /\}/ : /"/);
    return hiding(valueStart, close < 0 ? end : valueStart + close);
  });
