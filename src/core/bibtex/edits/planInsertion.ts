/** Puts new entries into a .bib text. Everything there stays as it is: edits only insert. */
import type { BibIndex } from '../text/bibIndex.ts';
import { skipBlanks } from '../text/characters.ts';
import { detectLayout } from './detectLayout.ts';
import { findPlaces, type EntryPosition, type Place } from './findPlaces.ts';
import type { EntryLayout } from '../entry/layout.ts';
import type { TextEdit } from '../../span.ts';

/** An entry to be: its key, and its text without a line end behind it. */
export interface NewEntry {
  readonly key: string;
  readonly format: (layout: EntryLayout) => string;
}

/** Returns the edits, sorted by place, that insert entries in the style of those around them. */
export function planInsertion(
  index: BibIndex,
  entries: readonly NewEntry[],
  position: EntryPosition,
): readonly TextEdit[] {
  if (entries.length === 0) return [];
  return findPlaces(index, entries, position).map((place) => insertAt(index, place));
}

function insertAt(index: BibIndex, { at, entries }: Place<NewEntry>): TextEdit {
  const { text } = index;
  const layout = detectLayout(index, at);
  const { lineEnd } = layout.entry;
  const wantedLineEnds = layout.blankLines + 1;
  const newText = entries.map(({ format }) => format(layout.entry)).join(lineEnd.repeat(wantedLineEnds));

  const next = skipBlanks(text, at);
  const isFirst = at === 0 || (at === 1 && text.startsWith('\ufeff'));
  const isLast = next >= text.length;
  const missing = Math.max(0, wantedLineEnds - countLineEnds(text.slice(at, next)));
  // The last line of the file ends as it did; in an empty file, with a line end.
  const before = isFirst ? '' : lineEnd.repeat(wantedLineEnds);
  const behind = !isLast ? lineEnd.repeat(missing) : isFirst && next === at ? lineEnd : '';
  return { start: at, end: at, newText: before + newText + behind };
}

function countLineEnds(blanks: string): number {
  return blanks.split(/\r\n|\n|\r/).length - 1;
}
