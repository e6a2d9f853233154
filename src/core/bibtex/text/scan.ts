/**
 * Reads a .bib text in one pass. Everything from `@word{` to its closing delimiter is a block; what cannot be read
 * costs as little as possible: the field, else the entry. A block that is not closed ends where the next `@word{`
 * begins a line.
 */
import { BibIndex, fieldWidth, kindNumber } from './bibIndex.ts';
import type { BlockKind } from './bibIndex.ts';
import {
  closerOf,
  code,
  findUnclosed,
  isBlank,
  isLineEnd,
  skipBlanks,
  skipGap,
  skipLine,
  skipName,
  skipNested,
  skipQuotes,
} from './characters.ts';
import { faultNumber } from './fault.ts';
import type { FaultCode } from './fault.ts';
import { findOpening, LineStarts } from './lineStarts.ts';
import { Table } from './table.ts';

/** How many `@word{` at line starts a value may hold as its own text. */
const maxQuotedBlocks = 4;

/** Returns where every block, key and field of a .bib text is, in time linear in the text. */
export function scanBib(text: string): BibIndex {
  const scanner = new Scanner(text);
  scanner.scan(0);
  return new BibIndex(text, scanner.blocks.toArray(), scanner.fields.toArray());
}

/** The pass itself, which can begin after any block and stop before any. */
export class Scanner {
  readonly blocks: Table;
  readonly fields: Table;
  readonly #text: string;
  readonly #lineStarts: LineStarts;
  #at = 0;
  #start = 0;
  #closer = 0;
  #keyStart = 0;
  #keyEnd = 0;
  #fault: FaultCode = 'none';
  #faultAt = 0;
  #reach = 0;
  readonly #unclosed = new Map<number, ReadonlySet<number>>();

  /** `length` is about how much of the text will be read. */
  constructor(text: string, length = text.length) {
    this.#text = text;
    this.#lineStarts = new LineStarts(text);
    this.blocks = new Table(length / 50);
    this.fields = new Table(length / 15);
  }

  /** Reads the blocks from `from` on, a position in none, up to the first whose start `isKnown`; returns that start or the text's end. */
  scan(from: number, isKnown?: (start: number) => boolean): number {
    const text = this.#text;
    let at = from;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (unit === code.percent) at = skipLine(text, at);
      else if (unit !== code.at) at += 1;
      else if (isKnown?.(at) === true) return at;
      else at = this.#readBlock(at);
    }
    return at;
  }

  /** Reads the block at `start`; returns the position to go on from. */
  #readBlock(start: number): number {
    const text = this.#text;
    const typeStart = skipBlanks(text, start + 1);
    const typeEnd = skipName(text, typeStart);
    const opening = findOpening(text, start);
    // An `@` without a delimiter ends after its word, or at once.
    const open = opening !== -1 ? opening : typeEnd > typeStart ? typeEnd : start + 1;
    const type = kindOf(text, typeStart, typeEnd);
    const kind = opening === -1 && type !== 'comment' ? 'stray' : type;
    const firstField = this.fields.length / fieldWidth;
    this.#start = start;
    this.#at = this.#keyStart = this.#keyEnd = open;
    this.#reach = 0;
    this.#setFault('none', start);
    if (kind === 'stray') this.#note('noBrace', start);
    // BibTeX's own comments have no delimiter.
    if (opening === -1) this.#reach = skipBlanks(text, open) + 1;
    else if (kind === 'comment') this.#readComment(open);
    else this.#readBody(kind, open);
    const reach = Math.max(this.#reach, this.#at);
    this.blocks.push(kindNumber(kind), faultNumber(this.#fault), firstField, start);
    this.blocks.push(this.#at - start, this.#faultAt - start, Math.min(typeStart, open) - start, Math.min(typeEnd, open) - start); // prettier-ignore
    this.blocks.push(this.#keyStart - start, this.#keyEnd - start, open - start, reach - start);
    return this.#at;
  }

  /** Reads a comment. One that never ends stops before its delimiter: what follows is read as if it were not there. */
  #readComment(open: number): void {
    const text = this.#text;
    const opener = text.charCodeAt(open);
    const isKnownOpen = this.#unclosed.get(opener)?.has(open) ?? false;
    const end = isKnownOpen ? -1 : skipNested(text, open, text.length);
    if (end !== -1) {
      this.#at = end;
      return;
    }
    // One pass tells all comments that never end, so that many of them cost no more than one.
    if (!this.#unclosed.has(opener)) this.#unclosed.set(opener, findUnclosed(text, open, opener));
    this.#setFault('openBlock', this.#start);
    this.#see(text.length);
  }

  /** Reads everything between the delimiters of an entry, a string or a preamble. */
  #readBody(kind: BlockKind, open: number): void {
    this.#closer = closerOf(this.#text.charCodeAt(open));
    this.#at = open + 1;
    if (kind === 'entry') this.#readKey();
    const isClosed = (kind !== 'preamble' || this.#readField(open, open, open + 1)) && this.#readFields();
    if (!isClosed) this.#giveUp();
  }

  /** Ends the block before the next one that begins a line. */
  #giveUp(): void {
    const limit = this.#lineStarts.next(this.#at);
    this.#see(limit);
    this.#at = limit;
    while (isBlank(this.#text.charCodeAt(this.#at - 1))) this.#at -= 1;
    if (this.#fault !== 'openBrace') this.#setFault('openBlock', this.#start);
  }

  #readKey(): void {
    const text = this.#text;
    const start = skipGap(text, this.#at);
    let end = start;
    if (!isField(text, start) && !this.#lineStarts.has(start)) {
      for (let depth = 0; ; end += 1) {
        const unit = text.charCodeAt(end);
        if (unit === code.openParen) depth += 1;
        else if (unit === code.closeParen && depth > 0) depth -= 1;
        else if (this.#endsKey(unit)) break;
      }
    }
    if (end === start) this.#note('noKey', start);
    const next = skipGap(text, end);
    const goesOn = end > start && !this.#endsItem(next) && !isField(text, next);
    if (goesOn && !/[\r\n]/.test(text.slice(end, next))) {
      this.#note('blankInKey', end);
      end = next;
      while (!this.#endsItem(end) && !isLineEnd(text.charCodeAt(end))) end += 1;
      while (isBlank(text.charCodeAt(end - 1))) end -= 1;
    }
    this.#keyStart = start;
    this.#keyEnd = end;
    this.#finishItem(end);
  }

  /** Reads the fields up to the closing delimiter; false where it is missing. */
  #readFields(): boolean {
    const text = this.#text;
    for (;;) {
      const start = skipGap(text, this.#at);
      if (text.charCodeAt(start) === this.#closer) {
        this.#at = start + 1;
        return true;
      }
      if (start >= text.length || this.#lineStarts.has(start)) return false;
      const end = skipName(text, start);
      const equals = skipGap(text, end);
      if (end > start && text.charCodeAt(equals) === code.equals) {
        if (!this.#readField(start, end, equals + 1)) return false;
      } else {
        this.#note(end > start ? 'noEquals' : 'noName', start);
        this.#recover(start);
      }
    }
  }

  /** Reads the value that begins after the blanks at `from`; false where it never ends. */
  #readField(nameStart: number, nameEnd: number, from: number): boolean {
    const text = this.#text;
    const start = skipGap(text, from);
    for (let at = start; ;) {
      const unit = text.charCodeAt(at);
      const isDelimited = unit === code.openBrace || unit === code.quote;
      const end = isDelimited ? this.#skipDelimited(at) : skipName(text, at);
      if (end === -1 && unit === code.openBrace) {
        this.#setFault('openBrace', at);
        return false;
      }
      if (end === -1 || end === at) {
        this.#note(isDelimited ? 'openQuote' : 'noValue', at);
        this.#recover(isDelimited ? at + 1 : at);
        return true;
      }
      at = skipGap(text, end);
      if (text.charCodeAt(at) !== code.hash) {
        const base = this.#start;
        this.fields.push(nameStart - base, nameEnd - base, start - base, end - base);
        this.#finishItem(end);
        return true;
      }
      at = skipGap(text, at + 1);
    }
  }

  /** Returns the position after the braced or quoted text at `open`, or -1 where it is not closed. */
  #skipDelimited(open: number): number {
    const text = this.#text;
    const skip = text.charCodeAt(open) === code.quote ? skipQuotes : skipNested;
    const limit = this.#lineStarts.next(open);
    const end = skip(text, open, limit);
    if (end !== -1) return Math.max(end, -1);
    // A block that begins a line within is the value's own text if the entry goes on after the value.
    const fartherLimit = this.#lineStarts.after(limit, maxQuotedBlocks);
    this.#see(fartherLimit);
    const fartherEnd = skip(text, open, fartherLimit);
    return fartherEnd > 0 && this.#goesOn(skipGap(text, fartherEnd)) ? fartherEnd : -1;
  }

  /** Tells whether the entry goes on at `at` as it may after a value. */
  #goesOn(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    return unit === code.comma || unit === code.hash || unit === this.#closer;
  }

  /** Steps over the comma after a key or value that ends at `end`. */
  #finishItem(end: number): void {
    const next = skipGap(this.#text, end);
    const hasComma = this.#text.charCodeAt(next) === code.comma;
    if (!hasComma && !this.#endsItem(next)) this.#note('noComma', next);
    this.#at = hasComma ? next + 1 : next;
  }

  /** Tells whether a key or value may end before what stands at `at`. */
  #endsItem(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    return (
      unit === code.comma || unit === this.#closer || at >= this.#text.length || this.#lineStarts.has(at)
    );
  }

  #endsKey(unit: number): boolean {
    return !(unit > 32) || unit === code.comma || unit === this.#closer;
  }

  /** Skips what cannot be read: up to and with the next comma, or up to the closing delimiter or the next block. */
  #recover(from: number): void {
    const text = this.#text;
    const limit = this.#lineStarts.next(from);
    let depth = 0;
    let at = from;
    for (; at < limit; at += 1) {
      const unit = text.charCodeAt(at);
      if (depth === 0 && unit === this.#closer) break;
      if (depth === 0 && unit === code.comma) {
        at += 1;
        break;
      }
      if (unit === code.openBrace) depth += 1;
      else if (unit === code.closeBrace && depth > 0) depth -= 1;
    }
    this.#at = at;
  }

  /** Remembers that the block depends on the text up to the block at `limit`, or on there being none. */
  #see(limit: number): void {
    const isEnd = limit === this.#text.length;
    this.#reach = Math.max(this.#reach, (isEnd ? limit : findOpening(this.#text, limit)) + 1);
  }

  /** Keeps the first fault. */
  #note(fault: FaultCode, at: number): void {
    if (this.#fault === 'none') this.#setFault(fault, at);
  }

  #setFault(fault: FaultCode, at: number): void {
    this.#fault = fault;
    this.#faultAt = at;
  }
}

const commands: readonly BlockKind[] = ['comment', 'preamble', 'string'];

function kindOf(text: string, start: number, end: number): BlockKind {
  if (end - start < 6 || end - start > 8) return 'entry';
  const type = text.slice(start, end).toLowerCase();
  return commands.find((command) => command === type) ?? 'entry';
}

/** Tells whether `name =` stands at `at`. */
function isField(text: string, at: number): boolean {
  const end = skipName(text, at);
  return end > at && text.charCodeAt(skipGap(text, end)) === code.equals;
}
