/** Changes a single field or entry of a .bib text, and nothing else in it. */
import { findField } from '../text/bibIndex.ts';
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { code, skipBlanks, skipNested } from '../text/characters.ts';
import { detectLayout } from './detectLayout.ts';
import { contentEnd } from './findSafePlace.ts';
import { writeLabel } from '../entry/layout.ts';
import type { TextEdit } from '../../span.ts';

/**
 * Returns the edit that gives a field of a sound entry a value, as it stands behind the equals sign: in braces, or a
 * bare macro or number. An existing field keeps its place and its kind of delimiters; a new one stands last, in the
 * entry's style. Edits that add several fields keep their order when they are made in it.
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
  const names = entry.fields.map((other) => other.name);
  const label = writeLabel(name, names, layout);
  const gap = (last === undefined ? layout.opening : layout.separator).replaceAll('\n', layout.lineEnd);
  const at = last?.valueSpan.end ?? entry.keySpan.end;
  // Put before the comma that may follow, so that the entry ends with one or without as it did.
  return { start: at, end: at, newText: gap + label + delimit(value, layout.delimiter === 'quote') };
}

/** Puts a value that is one group in braces into quotes where it has none itself. */
function delimit(value: string, inQuotes: boolean): string {
  const isGroup = value.startsWith('{') && skipNested(value, 0, value.length) === value.length;
  return inQuotes && isGroup && !value.includes('"') ? `"${value.slice(1, -1)}"` : value;
}

/** Returns the edit that removes an entry with the empty lines that part it from what stands before, or behind the first one. */
export function removeEntry({ text }: BibIndex, { start, end }: BibBlock): TextEdit {
  const before = contentEnd(text, start);
  const isFirst = text.slice(0, before).replace('\ufeff', '') === '';
  const next = skipBlanks(text, end);
  const endsLine = next === text.length || /[\r\n]/.test(text.slice(end, next));
  if (isFirst) return { start, end: next, newText: '' };
  return { start: endsLine ? before : start, end, newText: '' };
}
