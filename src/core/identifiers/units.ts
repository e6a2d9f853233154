/** Reads the characters of a DOI as it is written, one by one. */
import { readEscape } from './escapes.ts';
import { lineJoiner } from './invisible.ts';

/** One character that is meant, however many it took to write it. */
export interface Unit {
  readonly char: string;
  /** Offset behind it in the text. */
  readonly end: number;
  /** Escaped, so that it is nobody's markup or punctuation. */
  readonly literal: boolean;
}

/** How a text is written. */
export interface Notation {
  /** Braces group, `&` and `~` separate, `\-` is a possible hyphen. */
  readonly tex: boolean;
  /** Brackets behind an address hold the link's text. */
  readonly linkTextInBrackets: boolean;
  /** The text is nothing but one identifier, as a person types it. */
  readonly alone?: boolean;
  /** All of the address is percent-encoded, its own punctuation too. */
  readonly encoded?: boolean;
}

/** No DOI takes more characters to write; a word that runs on is data. */
const maxWritten = 1200;

/** Another DOI, glued to the one that is read. */
const nextDoi = /(?<=[^a-z0-9])10\.\d{4,5}(?:\.\d{1,9}){0,4}(?:\/|%2f)/i;

/** What stands for itself in every language. */
const run = /[#()+,\-./0-9:;=?@A-Z[\]_a-z]+/y;

/** Letters of alphabets that set blanks between words, and signs that are markup only at times. */
const plain = /[!%&<>\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0370-\u052F\u1E00-\u1EFF]/y;

/** Characters that stand in for ASCII's: hyphens where the DOI goes on, slashes, angle brackets. */
const lookalikes: readonly (readonly [pattern: RegExp, char: string])[] = [
  [/[\u2010\u2011](?=[!-~])|[\u2012\u2013\u2212](?=\d)/y, '-'],
  [/[\u2044\u2215]/y, '/'],
  [/[\u2039\u2329\u27E8\u3008\uFF1C]/y, '<'],
  [/[\u203A\u232A\u27E9\u3009\uFF1E]/y, '>'],
];

/** What Zotero, Mendeley and Pandoc write in any language: {\_} {[} {\textless} {$<$} */
const shortGroup = /\{(?=(?:\\[a-z]+|\\?[^\w\s{}]|\$\\?[^\s{}$]{1,5}\$)\})/iy;

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The character at `at` as it is; undefined where no DOI has it. */
function readPlain(text: string, at: number, { tex, alone = false }: Notation): string | undefined {
  const char = text.charAt(at);
  if (tex && !alone && /[&%]/.test(char)) return undefined;
  // No sentence goes on behind a dash in what is one identifier.
  if (alone && /[\u2010-\u2013\u2212]/.test(char)) return '-';
  return matches(plain, text, at) ? char : lookalikes.find(([pattern]) => matches(pattern, text, at))?.[1];
}

/** Tells whether a decoded character can belong to a DOI without being escaped. */
function isPlain(char: string): boolean {
  return char === '' || matches(run, char, 0) || matches(plain, char, 0);
}

/** Reads the characters at the start of a text, up to where no DOI can go on; their `end` counts from there. */
function readWindow(text: string, notation: Notation): readonly Unit[] {
  const units: Unit[] = [];
  // How many units stood before each group that is still open.
  const groups: number[] = [];
  let index = 0;
  while (index < text.length) {
    run.lastIndex = index;
    for (const char of run.exec(text)?.[0] ?? '') units.push({ char, end: ++index, literal: false });
    const char = text.charAt(index);
    const escape = /[\\$&%<{]/.test(char) ? readEscape(text, index, notation) : undefined;
    if (escape === undefined && char === '{' && (notation.tex || matches(shortGroup, text, index))) {
      groups.push(units.length);
      index += 1;
    } else if (char === '}' && groups.length > 0) {
      const last = units.at(-1);
      index += 1;
      // A group is taken whole, or what replaces the DOI would leave its brace behind.
      if (units.length > (groups.pop() ?? 0) && last !== undefined)
        units.splice(-1, 1, { ...last, end: index });
    } else if (char === lineJoiner) index += 1;
    else {
      const read = escape === undefined ? readPlain(text, index, notation) : escape.meaning?.char;
      const literal = escape?.meaning?.literal ?? false;
      if (read === undefined || !(literal || isPlain(read))) break;
      index = escape?.end ?? index + 1;
      if (read !== '') units.push({ char: read, end: index, literal });
    }
  }
  return units.slice(0, groups[0]);
}

/** Reads the characters of a DOI's suffix at `at`, and perhaps more; none where the word is too long for a DOI. */
export function readUnits(text: string, at: number, notation: Notation): readonly Unit[] {
  const window = text.slice(at, at + maxWritten);
  const next = nextDoi.exec(window)?.index ?? 0;
  const units = readWindow(next > 0 ? window.slice(0, next) : window, notation);
  return units.at(-1)?.end === maxWritten ? [] : units.map((unit) => ({ ...unit, end: unit.end + at }));
}
