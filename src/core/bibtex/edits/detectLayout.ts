/** Tells how the entries of a file are laid out, so that a new one looks like its neighbours. */
import type { BibBlock, BibField, BibIndex } from '../text/bibIndex.ts';
import type { Span } from '../../span.ts';
import { detectAlignment } from './detectAlignment.ts';
import { defaultLayout } from '../entry/layout.ts';
import type { EntryLayout, LetterCase } from '../entry/layout.ts';
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
  const tails = entries.map((entry) => tailOf(text, entry));
  const onLines = entries.filter((entry) => isOnLines(text, entry));
  const { indent, delimiter, trailingComma, closeBraceOnOwnLine, fieldNameCase, typeCase } = defaultLayout;
  return {
    entry: {
      indent: mostCommon(
        fields.map((field) => indentOf(text, field)),
        indent,
      ),
      lineEnd: lineEndNear(text, at),
      ...detectAlignment(text, onLines),
      delimiter: mostCommon(
        fields.map((field) => delimiterOf(written(field.valueSpan))),
        delimiter,
      ),
      trailingComma: mostCommon(
        tails.map((tail) => tail.includes(',')),
        trailingComma,
      ),
      closeBraceOnOwnLine: mostCommon(
        onLines.map((entry) => /[\r\n]/.test(tailOf(text, entry))),
        closeBraceOnOwnLine,
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

/** Tells whether an entry's fields stand on lines of their own. */
export function isOnLines(text: string, { fields: [first] }: BibBlock): boolean {
  return first !== undefined && indentOf(text, first) !== undefined;
}

/** Returns the blanks before a field; undefined where it does not begin its line. */
function indentOf(text: string, { nameSpan }: BibField): string | undefined {
  let start = nameSpan.start;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return /[\r\n]/.test(text.charAt(start - 1)) ? text.slice(start, nameSpan.start) : undefined;
}

/** Returns what delimits a value; undefined for a number, a macro, or parts joined by `#`. */
function delimiterOf(value: string): EntryLayout['delimiter'] | undefined {
  const ends = value.charAt(0) + value.slice(-1);
  return ends === '{}' ? 'brace' : ends === '""' ? 'quote' : undefined;
}

/** Returns what stands between the last value and the end of the entry. */
function tailOf(text: string, { fields, end }: BibBlock): string {
  return text.slice(fields.at(-1)?.valueSpan.end, end);
}

function letterCaseOf(name: string): LetterCase | undefined {
  if (!/^[A-Za-z]{2,}$/.test(name)) return undefined;
  if (name === name.toLowerCase()) return 'lower';
  return name === name.toUpperCase() ? 'upper' : 'capitalised';
}

/** Returns the line end before a position, else after it, else the default. */
function lineEndNear(text: string, at: number): EntryLayout['lineEnd'] {
  const before = text.lastIndexOf('\n', at - 1);
  const lineFeed = before === -1 ? text.indexOf('\n') : before;
  if (lineFeed === -1) return defaultLayout.lineEnd;
  return text.charAt(lineFeed - 1) === '\r' ? '\r\n' : '\n';
}

/** Returns the count of empty lines between an entry and the next one; undefined where something else follows. */
function blankLinesAfter(text: string, { end }: BibBlock): number | undefined {
  const gap = /\s*/y;
  gap.lastIndex = end;
  const blanks = gap.exec(text)?.[0] ?? '';
  if (text.charAt(end + blanks.length) !== '@') return undefined;
  return Math.max(0, blanks.split(/\r\n|\n|\r/).length - 2);
}
