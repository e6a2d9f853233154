/** How the characters of a .bib text are read: blanks, names, nested braces. */

export const code = {
  lineFeed: 10,
  carriageReturn: 13,
  quote: 34,
  hash: 35,
  percent: 37,
  openParen: 40,
  closeParen: 41,
  comma: 44,
  equals: 61,
  at: 64,
  openBrace: 123,
  closeBrace: 125,
} as const;

/** What BibTeX allows in no name, and `@`, which begins the next block. */
const notInName = new Uint8Array(128);
for (const character of '"#%\'(),={}@') notInName[character.charCodeAt(0)] = 1;
notInName.fill(1, 0, 33);

/** Tells whether a code unit is white space; no code unit (NaN, at the end of the text) is none. */
export function isBlank(unit: number): boolean {
  return unit <= 32;
}

/** Tells whether a code unit ends a line, alone or as the first half of CR LF. */
export function isLineEnd(unit: number): boolean {
  return unit === code.lineFeed || unit === code.carriageReturn;
}

/** Returns the position after the blanks at `at`. */
export function skipBlanks(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** Returns the position after the blanks and the `%` comments at `at`. */
export function skipGap(text: string, at: number): number {
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit <= 32) at += 1;
    else if (unit === code.percent) at = skipLine(text, at);
    else return at;
  }
}

/** Returns the position of the next line end, or the text's end. */
export function skipLine(text: string, at: number): number {
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
  return at;
}

/** Returns the position after the name, number or macro at `at`; `at` itself where there is none. */
export function skipName(text: string, at: number): number {
  for (;;) {
    const unit = text.charCodeAt(at);
    if (!(unit >= 128) && notInName[unit] !== 0) return at;
    at += 1;
  }
}

/** Returns the position after the delimiter that closes the brace or parenthesis at `open`, or -1 if it is not closed before `limit`. */
export function skipNested(text: string, open: number, limit: number): number {
  const opener = text.charCodeAt(open);
  const closer = closerOf(opener);
  let depth = 0;
  for (let at = open; at < limit; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < opener) continue;
    if (unit === opener) depth += 1;
    else if (unit === closer && (depth -= 1) === 0) return at + 1;
  }
  return -1;
}

/** Returns the code of the delimiter that closes a brace or a parenthesis. */
export function closerOf(opener: number): number {
  return opener === code.openParen ? code.closeParen : code.closeBrace;
}

/**
 * Returns the position after the quotation mark that closes the one at `open`, -1 if it is not closed before `limit`,
 * or -2 if a closing brace without an opening one ends it first.
 */
export function skipQuotes(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open + 1; at < limit; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === code.quote && depth === 0) return at + 1;
    if (unit === code.openBrace) depth += 1;
    else if (unit === code.closeBrace && (depth -= 1) < 0) return -2;
  }
  return -1;
}

/** Returns the positions from `from` on of the braces or parentheses that are never closed. */
export function findUnclosed(text: string, from: number, opener: number): ReadonlySet<number> {
  const closer = closerOf(opener);
  const stack: number[] = [];
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === opener) stack.push(at);
    else if (unit === closer) stack.pop();
  }
  return new Set(stack);
}
