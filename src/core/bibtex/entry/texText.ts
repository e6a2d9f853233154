/**
 * Writes plain text as TeX text that prints as itself: nothing in it is a command, ends a field or starts an entry,
 * and its braces are balanced.
 */
import { mathSymbols } from '../../record/mathSymbols.ts';
import { accents, letters, lookAlikes, marks, mathAccents, reserved, signs } from '../text/texSymbols.ts';

/** What reads the text, and what it can hold. A character without a command stays as it is. */
export interface TexTarget {
  /**
   * BibTeX hands text on as it stands, to engines that know few letters beyond Latin-1. biber turns accents back into
   * letters, one accent a letter, and hands on Unicode.
   */
  readonly reader: 'bibtex' | 'biber';
  /** Accents and signs become commands even where LaTeX's default input encoding declares their characters. */
  readonly isAscii: boolean;
}

const special = new RegExp(
  [
    String.raw`[\\{}$&%#_^~<>|"]`,
    // Fonts join these into longer dashes, quotes and inverted marks.
    String.raw`[-\u2010-\u2015\u2043]+`,
    "`(?=`)|'(?=')|,(?=,)|[!?](?=`)",
    '[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁱⁿʰʲʳʷʸˡˢˣᴬ-ᵃᵇᵈᵉᵍᵏᵐᵒᵖᵗᵘᵛᶜᶠᶻ]+',
    '[₀-₉₊₋₌₍₎ₐₑₒₓₕ-ₜᵢᵣᵤᵥⱼ]+',
    String.raw`[\p{Script=Latin}\p{Script=Greek}]\p{M}+`,
    String.raw`[^\0-\x7f]`,
  ].join('|'),
  'gu',
);

/** Keeps characters apart that fonts join. LuaTeX's do so over `{}` too; other readers of .bib files read nothing here. */
const separator = '\\textsubscript{}';

const dashes = /^[-\u2010-\u2015\u2043]/;

/** Letters that LaTeX declares for input in UTF-8 since 2018: Latin-1, Latin Extended-A but nine, Romanian. */
const declared =
  /^[\u00a0-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e\u0192\u0218-\u021b]$/;
const greekLetter = /[\u0370-\u03ff]/;
/** What Greek prose has and symbols have not: long words, accents, the final sigma. */
const greekProse =
  /[\u0370-\u03ff\u1f00-\u1fff]{4}|[\u0386-\u0390\u03aa-\u03b0\u03c2\u03ca-\u03ce\u1f00-\u1fff]/;

/** Most texts: nothing in them is special. */
const plain = /^(?!.*(?:--|''|,,))[ !'()*+,\-./0-9:;=?@A-Z[\]a-z]*$/;

/** Returns text (NFC, one line) as TeX text. */
export function toTeX(text: string, target: TexTarget): string {
  if (plain.test(text)) return text;
  const isGreek = greekProse.test(text);
  return text.replace(special, (match) => {
    const fixed = reserved.get(match) ?? marks.get(match);
    if (fixed !== undefined) return fixed;
    if (dashes.test(match)) return Array.from(match, (dash) => encodeDash(dash, target)).join(separator);
    if (/^[\0-\x7f]$/.test(match)) return match + separator;
    if (isGreek && greekLetter.test(match)) return match;
    return encodeScript(match, target) ?? encodeLetter(match, target) ?? encodeSymbol(match, target);
  });
}

function encodeDash(dash: string, target: TexTarget): string {
  return marks.get(dash) ?? encodeSymbol(dash, target);
}

/** Runs of raised and lowered digits; input encodings know ¹, ² and ³ alone. */
function encodeScript(run: string, { isAscii }: TexTarget): string | undefined {
  if (!isAscii && /^[¹²³]+$/.test(run)) return run;
  const command = /^[₀-ₜᵢ-ᵥⱼ]/.test(run)
    ? 'subscript'
    : /^[⁰-ⁿ¹²³ʰ-ˣᴬ-ᶻ]/.test(run)
      ? 'superscript'
      : undefined;
  if (command === undefined || run.normalize('NFKD') === run) return undefined;
  return `\\text${command}{${run.normalize('NFKD').replaceAll('\u2212', '{$-$}')}}`;
}

/** Latin letters with what stands above and below them; undefined for other characters. */
function encodeLetter(letter: string, { reader, isAscii }: TexTarget): string | undefined {
  // An arrow above makes a vector of it, for which text has no command and few fonts a sign.
  if (!/^\p{Script=Latin}/u.test(letter) || letter.endsWith('\u20d7')) return undefined;
  if (!isAscii && (reader === 'biber' || declared.test(letter))) return letter;
  const command = letters.get(letter);
  if (command !== undefined) return `{\\${command}}`;
  const encoded = encodeAccents(letter, reader);
  return encoded === undefined ? undefined : `{${encoded}}`;
}

/** Accents for which LaTeX itself takes the dots off `i`. */
const dotless = /^[`'^".]$/;
const below = /^(?:[bcdk]|textcommabelow)$/;

/** `\'e`, `\v{c}`, `\~{\^e}`. */
function encodeAccents(letter: string, reader: TexTarget['reader']): string | undefined {
  const [base = '', ...combining] = Array.from(letter.normalize('NFD'));
  const commands = combining.map((mark) => accents.get(mark)).filter((command) => command !== undefined);
  if (commands.length === 0 || commands.length < combining.length) return undefined;
  if (reader === 'biber' && commands.length > 1) return undefined;
  const needsDotless =
    reader === 'bibtex' &&
    /^[ij]$/.test(base) &&
    commands.some((command) => !below.test(command) && (base === 'j' || !dotless.test(command)));
  const special = needsDotless ? base : letters.get(base);
  const start = special === undefined ? base : `\\${special}`;
  if (!/^(?:[A-Za-z]|\\[A-Za-z]+)$/.test(start)) return undefined;
  return commands.reduce(
    (inner, command) =>
      /^\W$/.test(command) && /^\w$|^\\[ij]$/.test(inner) ? `\\${command}${inner}` : `\\${command}{${inner}}`,
    start,
  );
}

function encodeSymbol(symbol: string, { isAscii }: TexTarget): string {
  const math = mathSymbols.get(symbol);
  if (math !== undefined) return `{$\\${math}$}`;
  const alike = lookAlikes.get(symbol);
  if (alike !== undefined) return alike;
  const sign = signs.get(symbol);
  if (sign !== undefined) return isAscii ? sign : symbol;
  return encodeCompound(symbol) ?? encodeAccentedSymbol(symbol) ?? symbol;
}

/** Fractions and the letters of the mathematical alphabets, by what they are made of. */
function encodeCompound(character: string): string | undefined {
  const plain = character.normalize('NFKD');
  const [, numerator, denominator] = /^(\d+)⁄(\d+)$/.exec(plain) ?? [];
  if (numerator !== undefined && denominator !== undefined) {
    return `\\textsuperscript{${numerator}}/\\textsubscript{${denominator}}`;
  }
  if (!/^[\u{1d400}-\u{1d7ff}ℂℊ-ℎℐℒℕℙℚℛℝℤℨℬℭℯ-ℱℳℴ]$/u.test(character)) return undefined;
  const greek = mathSymbols.get(plain);
  if (greek !== undefined) return `{$\\${greek}$}`;
  if (lookAlikes.has(plain)) return lookAlikes.get(plain);
  return /^[A-Za-z0-9]$/.test(plain) ? inAlphabet(plain, character) : undefined;
}

/** Greek letters with one accent, and vectors: `ν̄`, `x⃗`. */
function encodeAccentedSymbol(symbol: string): string | undefined {
  const [base = '', mark = '', ...more] = Array.from(symbol);
  const accent = mathAccents.get(mark);
  const letter = /^[A-Za-z]$/.test(base) ? base : mathSymbols.get(base)?.replace(/^/, '\\');
  return accent === undefined || letter === undefined || more.length > 0
    ? undefined
    : `{$\\${accent}{${letter}}$}`;
}

/**
 * Writes a letter in the style of its alphabet, which other readers of .bib files know in text alone. Bold stands for
 * double-struck letters, as it did before print imitated the blackboard; they need a package. BibTeX changes the case
 * of what stands in one pair of braces behind a command.
 */
function inAlphabet(letter: string, character: string): string {
  if (/^[\u{1d434}-\u{1d467}\u{1d608}-\u{1d63b}ℊℎℯℴ]$/u.test(character)) return `{{\\textit{${letter}}}}`;
  if (/^[\u{1d49c}-\u{1d4b5}ℋℐℒℛℬℰℱℳ]$/u.test(character)) return `{$\\mathcal{${letter}}$}`;
  if (/^[\u{1d5a0}-\u{1d5d3}\u{1d7e2}-\u{1d7eb}]$/u.test(character)) return `{${letter}}`;
  if (/^[\u{1d670}-\u{1d6a3}\u{1d7f6}-\u{1d7ff}]$/u.test(character)) return `{{\\texttt{${letter}}}}`;
  return `{{\\textbf{${letter}}}}`;
}
