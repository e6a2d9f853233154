/**
 * Reads a .bib text as BibTeX itself does: `%` begins no comment, `@comment` has no delimiters, and after anything that
 * it does not expect it goes on at the next `@`, wherever that stands.
 */
import type { Span } from '../../span.ts';
import { code } from '../text/characters.ts';

const blanks = /[ \t\r\n]*/y;
const identifier = /(?!\d)[^\0- "#%'(),={}]+/y;
const number = /\d+/y;
const opener = /[{(]/y;
const delimiter = /[{"]/y;
const closeBrace = /\}/y;
const closeParen = /\)/y;
const keyInBraces = /[^, \t\r\n}]*/y;
const keyInParens = /[^, \t\r\n]*/y;
const equals = /=/y;
const comma = /,/y;
const hash = /#/y;

/**
 * Returns, in their order, the stretches in which BibTeX is within a block: from its `@` to where the next one is looked
 * for, `Infinity` where the text ends before that.
 */
export function findBibtexBlocks(text: string): readonly Span[] {
  const reader = new BibtexReader(text);
  const blocks: Span[] = [];
  for (let start = text.indexOf('@'); start !== -1;) {
    const end = reader.readBlock(start);
    blocks.push({ start, end });
    start = text.indexOf('@', end);
  }
  return blocks;
}

/** Each step tells whether it found what BibTeX expects, and stops before what it does not. */
class BibtexReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the block at `start`; returns the position to go on from. */
  readBlock(start: number): number {
    this.#at = start + 1;
    return this.#readBlock() || this.#at < this.#text.length ? this.#at : Infinity;
  }

  #readBlock(): boolean {
    const type = this.#take(identifier)?.toLowerCase();
    if (type === undefined || type === 'comment') return type !== undefined;
    const open = this.#take(opener);
    if (open === undefined) return false;
    const closer = open === '{' ? closeBrace : closeParen;
    if (type === 'preamble') return this.#readValue() && this.#has(closer);
    if (type === 'string') return this.#readField() && this.#has(closer);
    this.#take(open === '{' ? keyInBraces : keyInParens);
    while (!this.#has(closer)) {
      if (!this.#has(comma)) return false;
      if (this.#has(closer)) return true;
      if (!this.#readField()) return false;
    }
    return true;
  }

  #readField(): boolean {
    return this.#has(identifier) && this.#has(equals) && this.#readValue();
  }

  #readValue(): boolean {
    do {
      const open = this.#take(delimiter);
      const isRead = open === undefined ? this.#has(number) || this.#has(identifier) : this.#readText(open);
      if (!isRead) return false;
    } while (this.#has(hash));
    return true;
  }

  /** Reads a delimited text behind its opening delimiter. */
  #readText(open: string): boolean {
    const text = this.#text;
    const closer = open === '{' ? code.closeBrace : code.quote;
    for (let depth = 0; this.#at < text.length; this.#at += 1) {
      const unit = text.charCodeAt(this.#at);
      if (unit === closer && depth === 0) {
        this.#at += 1;
        return true;
      }
      if (unit === code.openBrace) depth += 1;
      else if (unit === code.closeBrace && (depth -= 1) < 0) return false;
    }
    return false;
  }

  #has(pattern: RegExp): boolean {
    return this.#take(pattern) !== undefined;
  }

  /** Steps over the blanks and then over what matches a sticky pattern. */
  #take(pattern: RegExp): string | undefined {
    blanks.lastIndex = this.#at;
    blanks.test(this.#text);
    pattern.lastIndex = this.#at = blanks.lastIndex;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at = pattern.lastIndex;
    return found;
  }
}
