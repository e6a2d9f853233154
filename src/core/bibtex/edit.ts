/** Changes single fields of a .bib text, and nothing else in it. */
import { findField } from './bibIndex.ts';
import type { BibBlock, BibField, BibIndex, Span } from './bibIndex.ts';
import { code, isLineEnd, skipGap } from './characters.ts';
import { detectLayout, isOnLines } from './detectLayout.ts';
import { writeLabel } from './layout.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * Returns the edit that gives a field of an entry a value: TeX with balanced braces, without delimiters. An existing
 * field keeps its place; a new one stands last, in the entry's style. Throws RangeError where braces do not balance.
 */
export function setField(index: BibIndex, entry: BibBlock, name: string, value: string): TextEdit {
  const { text } = index;
  const field = findField(entry, name.toLowerCase());
  if (field !== undefined) {
    const { start, end } = field.valueSpan;
    return { start, end, newText: delimit(value, text.charCodeAt(start) === code.quote) };
  }
  const last = entry.fields.at(-1);
  const { entry: layout } = detectLayout(index, entry.end, last === undefined ? undefined : [entry]);
  const separator = last === undefined || isOnLines(text, entry) ? layout.lineEnd + layout.indent : ' ';
  const names = entry.fields.map((other) => other.name);
  const at = last?.valueSpan.end ?? entry.keySpan.end;
  // Put before the comma that may follow, so that the entry ends with one or without as it did.
  return {
    start: at,
    end: at,
    newText: `,${separator}${writeLabel(name, names, layout)}${delimit(value, layout.delimiter === 'quote')}`,
  };
}

function delimit(value: string, inQuotes: boolean): string {
  let depth = 0;
  for (const brace of value.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) break;
  }
  if (depth !== 0) throw new RangeError('The braces of a value must balance.');
  return inQuotes && !value.includes('"') ? `"${value}"` : `{${value}}`;
}

/** Returns the edit that removes a field, with its comma and its line; undefined where the entry has no such field. */
export function removeField(index: BibIndex, entry: BibBlock, name: string): TextEdit | undefined {
  const { text } = index;
  const number = entry.fields.findIndex((field) => field.name === name.toLowerCase());
  const field = entry.fields[number];
  if (field === undefined) return undefined;
  const comma = skipGap(text, field.valueSpan.end);
  if (text.charCodeAt(comma) !== code.comma) {
    const before = entry.fields[number - 1]?.valueSpan.end ?? entry.keySpan.end;
    return { start: before, end: field.valueSpan.end, newText: '' };
  }
  return { ...wholeLine(text, field, comma + 1), newText: '' };
}

/** Returns the stretch from a field to `end` and the blanks behind it, with its line if nothing else stands there. */
function wholeLine(text: string, { nameSpan }: BibField, end: number): Span {
  let lineStart = nameSpan.start;
  while (/[ \t]/.test(text.charAt(lineStart - 1))) lineStart -= 1;
  const rest = /([ \t]*)(\r\n|\n|\r)?/y;
  rest.lastIndex = end;
  const [, blanks = '', lineEnd] = rest.exec(text) ?? [];
  const restEnd = end + blanks.length;
  if (lineEnd === undefined || !isLineEnd(text.charCodeAt(lineStart - 1))) {
    return { start: nameSpan.start, end: restEnd };
  }
  return { start: lineStart, end: restEnd + lineEnd.length };
}
