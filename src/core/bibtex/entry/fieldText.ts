import { foldTitle } from '../../record/foldTitle.ts';
import type { Formula } from '../../record/formulas.ts';
import { decodeTeX } from '../text/decodeTeX.ts';
import { cleanText } from './cleanText.ts';
import type { Dialect } from './fieldMap.ts';
import type { NameOrder } from './formatNames.ts';
import { markupToTeX, type Scripts } from './markupToTeX.ts';
import { markupToText } from './markupToText.ts';
import { toMath } from './mathText.ts';
import { isShouted, splitByCase, type CaseProtection } from './protectCase.ts';
import { toTeX, type TexTarget } from './texText.ts';
import { texSigns, toTypographic, unicodeSigns, type TypographicSigns } from './typography.ts';

/** What decides how the fields of an entry read. */
export interface FieldOptions {
  readonly dialect: Dialect;
  readonly encoding: 'unicode' | 'latex';
  readonly protectCase: CaseProtection;
  /** Whether titles have italics, bold, and raised and lowered letters as TeX commands, or not at all. */
  readonly titleMarkup: 'tex' | 'plain';
  /** Names of fields that are never written, BibTeX's or CSL's, letter case ignored. */
  readonly excludeFields: readonly string[];
  readonly japaneseNameOrder: NameOrder;
}

function targetOf({ dialect, encoding }: FieldOptions): TexTarget {
  return { reader: dialect === 'bibtex' ? 'bibtex' : 'biber', isAscii: encoding === 'latex' };
}

function signsOf({ dialect }: FieldOptions): TypographicSigns {
  return dialect === 'bibtex' ? texSigns : unicodeSigns;
}

/** Returns a function that writes plain text as TeX text. */
export function plainWriter(options: FieldOptions): (plain: string) => string {
  const target = targetOf(options);
  const signs = signsOf(options);
  return (plain) => toTeX(toTypographic(cleanText(plain), signs), target);
}

/** Stands for a formula while the text around it is written; no text has it. */
const placeholder = '\ufdd0';

/** Takes the formulas out of a title that are where they should be, say what it says and that TeX is known to print. */
function takeFormulas(
  title: string,
  formulas: readonly Formula[],
): { readonly text: string; readonly maths: readonly string[] } {
  let text = '';
  let end = 0;
  const maths: string[] = [];
  for (const { at, text: formula, tex } of formulas) {
    const math = at >= end && title.startsWith(formula, at) ? toMath(tex) : undefined;
    // Some bring words for who cannot see the formula.
    if (math === undefined || foldTitle(decodeTeX(math)) !== foldTitle(formula)) continue;
    text += cleanPart(title.slice(end, at)) + placeholder;
    maths.push(math);
    end = at + formula.length;
  }
  return { text: (text + cleanPart(title.slice(end))).trim(), maths };
}

/** Cleans text between formulas, whose outer blanks count. */
function cleanPart(part: string): string {
  return cleanText(`|${part}|`).slice(1, -1);
}

/** Returns a function that writes text with CSL's tags as TeX text, its capitals protected as the options say. */
export function titleWriter(options: FieldOptions): (title: string, formulas?: readonly Formula[]) => string {
  const target = targetOf(options);
  const encode = (plain: string): string => toTeX(plain, target);
  const protect = (plain: string, scripts?: Scripts): string =>
    splitByCase(plain, scripts)
      .map(({ text, keep }) => (keep ? `{${encode(text)}}` : encode(text)))
      .join('');
  const isPlain = options.titleMarkup === 'plain';
  const signs = signsOf(options);
  return (title, formulas = []) => {
    const { text, maths } = takeFormulas(title, isPlain ? [] : formulas);
    const plain = toTypographic(isPlain ? markupToText(text) : text, signs);
    const set = (write: typeof protect): string => {
      const parts = (isPlain ? write(plain) : markupToTeX(plain, write)).split(placeholder);
      return parts.map((part, place) => part + (maths[place] ?? '')).join('');
    };
    if (options.protectCase === 'all') return `{${set(encode)}}`;
    return set(options.protectCase === 'none' || isShouted(plain) ? encode : protect);
  };
}

/** Returns a function that writes text with CSL's tags as TeX text whose capitals no style changes. */
export function nameOfWorkWriter(options: FieldOptions): (title: string) => string {
  return titleWriter({ ...options, protectCase: 'none' });
}
