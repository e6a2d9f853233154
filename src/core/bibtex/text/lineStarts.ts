/** Where blocks begin lines: there a reader that has lost its way finds it again. */
import { code, isBlank, isLineEnd, skipBlanks, skipName } from './characters.ts';

/** Returns the position of the delimiter after `@word` at `at`, or -1 where no block begins. */
export function findOpening(text: string, at: number): number {
  const typeStart = skipBlanks(text, at + 1);
  const typeEnd = skipName(text, typeStart);
  const open = skipBlanks(text, typeEnd);
  const unit = text.charCodeAt(open);
  return typeEnd > typeStart && (unit === code.openBrace || unit === code.openParen) ? open : -1;
}

/** Returns the position of the first `@word{` that begins a line at or after `from`, or the text's end. */
function findBlockAtLineStart(text: string, from: number): number {
  for (let at = text.indexOf('@', from); at !== -1; at = text.indexOf('@', at + 1)) {
    if (isFirstInLine(text, at) && findOpening(text, at) !== -1) return at;
  }
  return text.length;
}

function isFirstInLine(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const unit = text.charCodeAt(before);
    if (isLineEnd(unit)) return true;
    if (!isBlank(unit)) return unit === 0xfeff;
  }
  return true;
}

/** The blocks that begin lines of a text, looked for as a reader goes through it. */
export class LineStarts {
  readonly #text: string;
  /** The one found last; it is the next one for every position up to it. */
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns the first block that begins a line at or after `at`, or the text's end; `at` must not decrease. */
  next(at: number): number {
    if (this.#next < at) this.#next = findBlockAtLineStart(this.#text, at);
    return this.#next;
  }

  /** Returns the block that begins a line `count` blocks after the one at `start`, or the text's end. */
  after(start: number, count: number): number {
    let at = start;
    for (let passed = 0; passed < count && at < this.#text.length; passed += 1) {
      at = findBlockAtLineStart(this.#text, at + 1);
    }
    return at;
  }

  /** Tells whether a block begins a line at `at`. */
  has(at: number): boolean {
    return this.#text.charCodeAt(at) === code.at && at === this.next(at);
  }
}
