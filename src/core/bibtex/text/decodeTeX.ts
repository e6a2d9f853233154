/** Reads the TeX of a field as the text it prints: accents composed, symbols as characters, other commands dropped. */
import { mathSymbols } from '../../record/mathSymbols.ts';
import { functionNames } from '../../record/texTree.ts';
import { accents, letters, mathAccents, reserved, signs } from './texSymbols.ts';

/** Commands of characters that nothing we write uses. */
const moreSymbols: readonly (readonly [string, string])[] = [
  ['aa', 'å'], ['AA', 'Å'], ['S', '§'], ['P', '¶'], ['copyright', '©'], ['pounds', '£'], ['euro', '€'], ['dots', '…'], ['ldots', '…'],
  ['to', '→'], ['rightarrow', '→'], ['leftarrow', '←'], ['times', '×'], ['pm', '±'], ['div', '÷'], ['epsilon', 'ε'], ['phi', 'φ'],
  ['Delta', 'Δ'], ['langle', '⟨'], ['rangle', '⟩'], ['textlangle', '⟨'], ['textrangle', '⟩'], ['TeX', 'TeX'], ['LaTeX', 'LaTeX'], ['BibTeX', 'BibTeX'], ['textquotesingle', "'"], ['textunderscore', '_'], ['slash', '/'],
  ['lbrace', '{'], ['rbrace', '}'], ['lq', '‘'], ['rq', '’'], ['textendash', '–'], ['textemdash', '—'], ['quad', ' '], ['space', ' '], ['newline', ' '], ['par', ' '],
]; // prettier-ignore

/** Characters by their commands, without the backslash. */
const symbols: ReadonlyMap<string, string> = new Map([
  // Of look-alikes that share a command, the first one is what the command means.
  ...[...mathSymbols, ...signs, ...letters, ...reserved].reverse().flatMap(([character, tex]) => {
    const command = /^\{?\\?([A-Za-z]+)\}?$/.exec(tex)?.[1];
    return command === undefined ? [] : [[command, character] as const];
  }),
  ...moreSymbols,
  ...Array.from(functionNames, (name): [string, string] => [name, name]),
]);

/** Combining characters by their accent commands. */
const combining: ReadonlyMap<string, string> = new Map(
  [...accents, ...mathAccents].map(([mark, command]) => [command, mark]),
);

const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

const ligatures: Readonly<Record<string, string>> = { '---': '—', '--': '–', '``': '“', "''": '”', '~': ' ' };

/** Control word with the blanks it eats, control symbol, what TeX reads otherwise than it looks, and text. */
const tokens = /\\([A-Za-z]+)\*?\s*|\\([^A-Za-z]|$)|---?|``|''|[{}$~^_]|[^\\{}$~^_`'-]+|[`'-]/gu;

/** What TeX reads otherwise than it looks; `_` and `^` only with a `$`. */
const special = /[\\{}$~`]|--|''/;
const verbatimSpecial = /[\\{}$]/;

const untidy = /[^ -~]| {2}|^ | $/;

/**
 * Returns the text that TeX prints for `tex`, composed (NFC), on one line, without outer blanks. `verbatim` reads a
 * value that is no prose, such as an identifier or an address: no ligatures, no mathematics.
 */
export function decodeTeX(tex: string, verbatim = false): string {
  const text = (verbatim ? verbatimSpecial : special).test(tex) ? printed(tex, verbatim) : tex;
  return untidy.test(text) ? text.normalize('NFC').replace(/\s+/g, ' ').trim() : text;
}

/** Returns the character of a command; Greek letters have others in text: `\textalpha`, `\upalpha`. */
function symbolOf(command: string): string {
  return symbols.get(command) ?? symbols.get(command.replace(/^(?:text|up)/, '')) ?? '';
}

function printed(tex: string, verbatim: boolean): string {
  let text = '';
  let isMath = false;
  /** Accent command whose letter is still to come. */
  let accent: string | undefined;

  const print = (part: string): void => {
    const mark = accent === undefined ? undefined : combining.get(accent);
    const letter = /^(?:\P{M}\p{M}*)/u.exec(part)?.[0] ?? '';
    if (mark === undefined || letter === '') text += part;
    else text += (dotless[letter] ?? letter) + mark + part.slice(letter.length);
    if (part !== '') accent = undefined;
  };

  for (const [token, word, sign] of tex.matchAll(tokens)) {
    const command = word ?? sign;
    if (command !== undefined) {
      if (combining.has(command)) accent = command;
      else if (word !== undefined) print(symbolOf(word));
      else print(/[\s\\,;:]/.test(command) ? ' ' : /[-/!@()[\]|]/.test(command) ? '' : command);
    } else if (token === '$') isMath = !isMath;
    else if (token === '}' && accent !== undefined) {
      // An accent on nothing is the character itself: \~{}
      text += accent;
      accent = undefined;
    } else if (token === '{' || token === '}') continue;
    else if (isMath && (token === '^' || token === '_')) continue;
    else if (accent !== undefined && token.trim() === '') continue;
    else print(verbatim ? token : (ligatures[token] ?? token));
  }
  return text;
}
