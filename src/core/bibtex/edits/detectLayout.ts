/** Tells how the entries of a file are laid out, so that a new one looks like its neighbours. */
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import type { Span } from '../../span.ts';
import { detectAlignment } from './detectAlignment.ts';
import { defaultLayout } from '../entry/layout.ts';
import type { EntryLayout, LetterCase } from '../entry/layout.ts';
import { isLineEnd } from '../text/characters.ts';
import { indentAt } from './indentAt.ts';
import { mostCommon } from './mostCommon.ts';

/** Layout of a file's entries and of the space between them. */
export interface FileLayout {
  readonly entry: EntryLayout;
  readonly blankLines: number;
}

/** As many entries decide as outvote one that was pasted from elsewhere. */
const maxNeighbours = 9;

/**
 * Returns the layout of entries, by default the sound ones around a position (UTF-16 offset); the default layout as far
 * as they show none.
 */
export function detectLayout(
  index: BibIndex,
  at: number,
  entries: readonly BibBlock[] = findNeighbours(index, at),
): FileLayout {
  const { text } = index;
  const written = ({ start, end }: Span): string => text.slice(start, end);
  const fields = entries.flatMap((entry) => entry.fields);
  const { delimiter, fieldNameCase, typeCase } = defaultLayout;
  const alignment = detectAlignment(text, entries);
  const openings = entries.map((entry) => gapAt(text, entry.keySpan.end));
  const separators = entries.flatMap((entry) =>
    entry.fields.slice(0, -1).map(({ valueSpan }) => gapAt(text, valueSpan.end)),
  );
  const separator = mostCommon(separators, mostCommon(openings, defaultLayout.separator));
  const opening = mostCommon(openings, separator);
  // Where the names end below each other, their blanks belong to them.
  const withoutIndent = (gap: string): string =>
    alignment.padding === 'beforeName' ? gap.replace(/[ \t]+$/, '') : gap;
  return {
    entry: {
      lineEnd: lineEndNear(text, at),
      indent: mostCommon(entries.map(({ start }) => indentAt(text, start)), ''), // prettier-ignore
      opening: withoutIndent(opening),
      separator: withoutIndent(separator),
      closing: mostCommon(entries.map((entry) => closingOf(text, entry)), defaultLayout.closing), // prettier-ignore
      ...alignment,
      delimiter: mostCommon(
        fields.map((field) => delimiterOf(written(field.valueSpan))),
        delimiter,
      ),
      fieldNameCase: mostCommon(
        fields.map((field) => letterCaseOf(written(field.nameSpan))),
        fieldNameCase,
      ),
      typeCase: mostCommon(
        entries.map((entry) => letterCaseOf(written(entry.typeSpan))),
        typeCase,
      ),
    },
    blankLines: mostCommon(
      entries.map((entry) => blankLinesAfter(text, entry)),
      1,
    ),
  };
}

/** Returns sound entries, the nearest before `at` first, then those after it. */
function findNeighbours(index: BibIndex, at: number): readonly BibBlock[] {
  const neighbours: BibBlock[] = [];
  const add = (number: number): void => {
    if (neighbours.length === maxNeighbours || index.kind(number) !== 'entry') return;
    const block = index.block(number);
    if (block.fault === undefined && block.fields.length > 0) neighbours.push(block);
  };
  let after = 0;
  while (after < index.blockCount && index.start(after) < at) after += 1;
  for (let number = after - 1; number >= 0; number -= 1) add(number);
  for (let number = after; number < index.blockCount; number += 1) add(number);
  return neighbours;
}

const commaGap = /([ \t\r\n]*),([ \t\r\n]*)/y;

/** Returns the comma and the blanks at `at`, without empty lines and what a line ends in; undefined where there is none. */
function gapAt(text: string, at: number): string | undefined {
  commaGap.lastIndex = at;
  const gap = commaGap.exec(text);
  if (gap === null) return undefined;
  const [, before = '', behind = ''] = gap;
  const indent = indentIn(behind);
  if (indent !== undefined) return `,\n${indent}`;
  const commaIndent = indentIn(before);
  return commaIndent === undefined ? `,${behind}` : `\n${commaIndent},${behind}`;
}

/** Returns what stands behind the last line end of blanks; undefined where they have none. */
function indentIn(blanks: string): string | undefined {
  return /[\r\n]([ \t]*)$/.exec(blanks)?.[1];
}

/** Returns what stands behind the last value of an entry, with a brace at the end; undefined where that is more than blanks and a comma. */
function closingOf(text: string, { fields, end }: BibBlock): string | undefined {
  const tail = text.slice(fields.at(-1)?.valueSpan.end, end - 1);
  const comma = /^\s*(,?)\s*$/.exec(tail)?.[1];
  if (comma === undefined) return undefined;
  const indent = indentIn(tail);
  return `${comma}${indent === undefined ? (/[ \t]*$/.exec(tail)?.[0] ?? '') : `\n${indent}`}}`;
}

/** Returns what delimits a value; undefined for a number, a macro, or parts joined by `#`. */
function delimiterOf(value: string): EntryLayout['delimiter'] | undefined {
  const ends = value.charAt(0) + value.slice(-1);
  return ends === '{}' ? 'brace' : ends === '""' ? 'quote' : undefined;
}

function letterCaseOf(name: string): LetterCase | undefined {
  if (!/^[A-Za-z]{2,}$/.test(name)) return undefined;
  if (name === name.toLowerCase()) return 'lower';
  return name === name.toUpperCase() ? 'upper' : 'capitalised';
}

/** Returns the line end before a position, else the first one, else the default. */
function lineEndNear(text: string, at: number): EntryLayout['lineEnd'] {
  let end = at - 1;
  while (end >= 0 && !isLineEnd(text.charCodeAt(end))) end -= 1;
  const start = end >= 0 ? end : text.search(/[\r\n]/);
  if (start === -1) return defaultLayout.lineEnd;
  if (text.charAt(start) === '\r') return text.charAt(start + 1) === '\n' ? '\r\n' : '\r';
  return text.charAt(start - 1) === '\r' ? '\r\n' : '\n';
}

/** Returns the count of empty lines between an entry and the next one; undefined where something else follows. */
function blankLinesAfter(text: string, { end }: BibBlock): number | undefined {
  const gap = /\s*/y;
  gap.lastIndex = end;
  const blanks = gap.exec(text)?.[0] ?? '';
  if (text.charAt(end + blanks.length) !== '@') return undefined;
  return Math.max(0, blanks.split(/\r\n|\n|\r/).length - 2);
}
