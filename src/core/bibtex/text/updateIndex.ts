/** Follows edits of a .bib text by reading again only the blocks they touch. */
import { BibIndex, blockColumn, blockWidth, fieldWidth } from './bibIndex.ts';
import { handOn } from './perIndex.ts';
import { Scanner } from './scan.ts';
import type { TextEdit } from '../../span.ts';

/** The stretch that edits replaced: before `start` nothing changed, nor after `end`, where everything moved by `shift`. */
interface Damage {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

/**
 * Returns the index of `text`, which `edits` made of the index's text. The offsets of each edit are those of the text
 * that the edits before it left: so VS Code reports the changes of a document. Equals `scanBib(text)`, and what was
 * found out about the index is handed on to it.
 */
export function updateIndex(index: BibIndex, text: string, edits: readonly TextEdit[]): BibIndex {
  const damage = damageOf(edits);
  const first = firstTouched(index, damage.start);
  const from = first === 0 ? 0 : index.position(first - 1, 'end');
  const scanner = new Scanner(text, damage.end - from);
  let rest = first;
  const stop = scanner.scan(from, (start) => {
    while (rest < index.blockCount && index.start(rest) + damage.shift < start) rest += 1;
    return start >= damage.end && rest < index.blockCount && index.start(rest) + damage.shift === start;
  });
  if (stop === text.length) rest = index.blockCount;
  const updated = splice(index, text, first, rest, scanner, damage.shift);
  handOn(index, updated, { head: first, tail: index.blockCount - rest });
  return updated;
}

function damageOf(edits: readonly TextEdit[]): Damage {
  let start = Infinity;
  let end = 0;
  let shift = 0;
  for (const edit of edits) {
    const growth = edit.newText.length - (edit.end - edit.start);
    start = Math.min(start, edit.start);
    end = Math.max(end, edit.end) + growth;
    shift += growth;
  }
  return { start, end, shift };
}

/** Returns the number of the first block that a change at `start` can alter. */
function firstTouched(index: BibIndex, start: number): number {
  for (let number = 0; number < index.blockCount; number += 1) {
    if (index.position(number, 'reach') > start) return number;
  }
  return index.blockCount;
}

/** Returns the index with the blocks from `first` to before `rest` replaced by what the scanner read, and the rest moved. */
function splice(
  index: BibIndex,
  text: string,
  first: number,
  rest: number,
  scanner: Scanner,
  shift: number,
): BibIndex {
  const firstField = index.fieldRow(first);
  const restField = index.fieldRow(rest);
  const blocks = replaceRows(index.blockTable, blockWidth, first, rest, scanner.blocks.toArray());
  const fields = replaceRows(index.fieldTable, fieldWidth, firstField, restField, scanner.fields.toArray());
  const newRest = first + scanner.blocks.length / blockWidth;
  const newRestField = firstField + scanner.fields.length / fieldWidth;
  addToColumn(blocks, 'firstField', first, newRest, firstField);
  addToColumn(blocks, 'firstField', newRest, Infinity, newRestField - restField);
  addToColumn(blocks, 'start', newRest, Infinity, shift);
  return new BibIndex(text, blocks, fields);
}

function replaceRows(
  table: Int32Array,
  width: number,
  first: number,
  rest: number,
  rows: Int32Array,
): Int32Array {
  const result = new Int32Array(table.length - (rest - first) * width + rows.length);
  result.set(table.subarray(0, first * width));
  result.set(rows, first * width);
  result.set(table.subarray(rest * width), first * width + rows.length);
  return result;
}

/** Adds `amount` to a column in the rows from `first` to before `rest`. */
function addToColumn(
  blocks: Int32Array,
  column: 'firstField' | 'start',
  first: number,
  rest: number,
  amount: number,
): void {
  const end = Math.min(rest * blockWidth, blocks.length);
  for (let at = first * blockWidth + blockColumn[column]; at < end; at += blockWidth) {
    blocks[at] = (blocks[at] ?? 0) + amount;
  }
}
