/**
 * The index of a .bib text: where every block, key, field and value stands, in UTF-16 offsets. It lives in two flat
 * tables, so that 100,000 entries cost a few megabytes; `BibBlock` is what a reader of it sees.
 */
import type { Span } from '../../span.ts';
import { faultCodeOf, toFault } from './fault.ts';
import type { BibFault, FaultCode } from './fault.ts';

/** One `name = value` of an entry or a `@string`. `value` holds its delimiters and every `#`. */
export interface BibField {
  /** Lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

const blockKinds = ['entry', 'string', 'preamble', 'comment', 'stray'] as const;

/** `stray` is an `@` that begins nothing; text between blocks is no block. */
export type BlockKind = (typeof blockKinds)[number];

/** Columns of the table of blocks. Positions count from the block's `start`, so that an edit before it changes that one alone. */
export const blockColumn = {
  kind: 0,
  fault: 1,
  /** Row of the first field. */
  firstField: 2,
  start: 3,
  end: 4,
  faultAt: 5,
  typeStart: 6,
  typeEnd: 7,
  keyStart: 8,
  keyEnd: 9,
  /** The opening delimiter. */
  open: 10,
  /** End of the text that decided about the block: beyond `end` where it is not closed. */
  reach: 11,
} as const;

/** Columns that hold a position in the block. */
type PositionColumn = Exclude<keyof typeof blockColumn, 'kind' | 'fault' | 'firstField' | 'start'>;

export const blockWidth = 12;

/** Columns of the table of fields: start and end of the name, start and end of the value, counted from the block's start. */
export const fieldWidth = 4;

/** Returns the number that the tables hold for a kind of block. */
export function kindNumber(kind: BlockKind): number {
  return blockKinds.indexOf(kind);
}

/** One `@…` of the text. */
export interface BibBlock {
  /** Place among the index's blocks, from 0. */
  readonly number: number;
  readonly kind: BlockKind;
  /** Lower case, without `@`. */
  readonly type: string;
  readonly typeSpan: Span;
  /** As written; empty where the block has none. */
  readonly key: string;
  readonly keySpan: Span;
  readonly start: number;
  readonly end: number;
  readonly fields: readonly BibField[];
  /** The first thing wrong with it; undefined for a sound block. */
  readonly fault: BibFault | undefined;
  /** Whether its end was found. Fields and key of a block that is not closed are as far as they were understood. */
  readonly closed: boolean;
}

/** Where the blocks of `text` are. Immutable: an edit makes another one (`updateIndex`). */
export class BibIndex {
  readonly text: string;
  readonly blockTable: Int32Array;
  readonly fieldTable: Int32Array;

  constructor(text: string, blockTable: Int32Array, fieldTable: Int32Array) {
    this.text = text;
    this.blockTable = blockTable;
    this.fieldTable = fieldTable;
  }

  get blockCount(): number {
    return this.blockTable.length / blockWidth;
  }

  /** What the block of this number is. */
  kind(number: number): BlockKind {
    return blockKinds[this.#cell(number, 'kind')] ?? 'stray';
  }

  /** What is wrong with the block of this number. */
  faultCode(number: number): FaultCode {
    return faultCodeOf(this.#cell(number, 'fault'));
  }

  /** Whether the end of the block of this number was found. */
  isClosed(number: number): boolean {
    const code = this.faultCode(number);
    return code !== 'openBlock' && code !== 'openBrace' && code !== 'noBrace';
  }

  /** Where a block of this number starts. */
  start(number: number): number {
    return this.#cell(number, 'start');
  }

  /** Where something of the block of this number stands in the text. */
  position(number: number, column: PositionColumn): number {
    return this.#cell(number, 'start') + this.#cell(number, column);
  }

  /** The row of a block's first field; for the number after the last block's, the count of fields. */
  fieldRow(number: number): number {
    return number < this.blockCount ? this.#cell(number, 'firstField') : this.fieldTable.length / fieldWidth;
  }

  /** The block of this number, counted from 0; throws for a number that no block has. */
  block(number: number): BibBlock {
    if (!(number >= 0 && number < this.blockCount)) throw new RangeError(`There is no block ${number}.`);
    const typeSpan = this.#span(number, 'typeStart', 'typeEnd');
    const keySpan = this.#span(number, 'keyStart', 'keyEnd');
    return {
      number,
      kind: this.kind(number),
      type: this.text.slice(typeSpan.start, typeSpan.end).toLowerCase(),
      typeSpan,
      key: this.text.slice(keySpan.start, keySpan.end),
      keySpan,
      start: this.start(number),
      end: this.position(number, 'end'),
      fields: this.#fields(number),
      fault: toFault(this.faultCode(number), this.position(number, 'faultAt')),
      closed: this.isClosed(number),
    };
  }

  /** The blocks in their order, each made as it is asked for. */
  *blocks(): Generator<BibBlock, void> {
    for (let number = 0; number < this.blockCount; number += 1) yield this.block(number);
  }

  /** The entries in their order, broken ones included. */
  *entries(): Generator<BibBlock, void> {
    for (let number = 0; number < this.blockCount; number += 1) {
      if (this.kind(number) === 'entry') yield this.block(number);
    }
  }

  #cell(number: number, column: keyof typeof blockColumn): number {
    return this.blockTable[number * blockWidth + blockColumn[column]] ?? 0;
  }

  #span(number: number, start: PositionColumn, end: PositionColumn): Span {
    return { start: this.position(number, start), end: this.position(number, end) };
  }

  #fields(number: number): readonly BibField[] {
    const start = this.start(number);
    const fields: BibField[] = [];
    for (let row = this.fieldRow(number); row < this.fieldRow(number + 1); row += 1) {
      const nameSpan = this.#fieldSpan(start, row * fieldWidth);
      const valueSpan = this.#fieldSpan(start, row * fieldWidth + 2);
      const name = this.text.slice(nameSpan.start, nameSpan.end).toLowerCase();
      fields.push({ name, nameSpan, valueSpan });
    }
    return fields;
  }

  #fieldSpan(start: number, at: number): Span {
    return { start: start + (this.fieldTable[at] ?? 0), end: start + (this.fieldTable[at + 1] ?? 0) };
  }
}

/** Returns the field of this lower-case name; undefined if the block has none. */
export function findField(block: BibBlock, name: string): BibField | undefined {
  return block.fields.find((field) => field.name === name);
}

/** Returns the entry that an offset stands in or at; undefined where it stands in none. */
export function entryAt(index: BibIndex, offset: number): BibBlock | undefined {
  for (let number = 0; number < index.blockCount && index.start(number) <= offset; number += 1)
    if (index.kind(number) === 'entry' && offset <= index.position(number, 'end')) return index.block(number);
  return undefined;
}
