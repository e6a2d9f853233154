import { cleanText } from './cleanText.ts';
import type { Dialect } from './fieldMap.ts';
import type { NameOrder } from './formatNames.ts';
import { markupToTeX } from './markupToTeX.ts';
import { isShouted, splitByCase, type CaseProtection } from './protectCase.ts';
import { toTeX, type Commands } from './texText.ts';

/** What decides how the fields of an entry read. */
export interface FieldOptions {
  readonly dialect: Dialect;
  readonly encoding: 'unicode' | 'latex';
  readonly protectCase: CaseProtection;
  /** Names of fields that are never written, BibTeX's or CSL's, letter case ignored. */
  readonly excludeFields: readonly string[];
  readonly japaneseNameOrder: NameOrder;
}

/**
 * Unicode engines and biber take Latin letters as they are. BibTeX's text goes to pdfLaTeX as it stands, so that
 * letters unknown there become commands even in Unicode.
 */
function commandsOf({ dialect, encoding }: FieldOptions): Commands {
  if (encoding === 'latex') return 'all';
  return dialect === 'bibtex' ? 'undeclared' : 'symbols';
}

/** Returns a function that writes plain text as TeX text. */
export function plainWriter(options: FieldOptions): (plain: string) => string {
  const commands = commandsOf(options);
  return (plain) => toTeX(cleanText(plain), commands);
}

/** Returns a function that writes text with CSL's tags as TeX text, its capitals protected as the options say. */
export function titleWriter(options: FieldOptions): (title: string) => string {
  const commands = commandsOf(options);
  const encode = (plain: string): string => toTeX(plain, commands);
  const protect = (plain: string): string =>
    splitByCase(plain)
      .map(({ text, keep }) => (keep ? `{${encode(text)}}` : encode(text)))
      .join('');
  return (title) => {
    const text = cleanText(title);
    if (options.protectCase === 'all') return `{${markupToTeX(text, encode)}}`;
    return markupToTeX(text, options.protectCase === 'none' || isShouted(text) ? encode : protect);
  };
}

/** Returns a function that writes text with CSL's tags as TeX text whose capitals no style changes. */
export function nameOfWorkWriter(options: FieldOptions): (title: string) => string {
  return titleWriter({ ...options, protectCase: 'none' });
}
