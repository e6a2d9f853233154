/** Reads the signs of typewriters and of TeX as the signs that they stand for. */

/** What quotations and dashes are written with. */
export interface TypographicSigns {
  readonly open: string;
  readonly close: string;
  readonly dash: string;
  readonly longDash: string;
}

export const unicodeSigns: TypographicSigns = { open: '“', close: '”', dash: '–', longDash: '—' };

/** Stand for TeX's own signs, which upTeX does not set as wide as Japanese ones; no text has them. */
export const texSigns: TypographicSigns = {
  open: '\ufdd1',
  close: '\ufdd2',
  dash: '\ufdd3',
  longDash: '\ufdd4',
};

/** Hyphens between words, or alone between blanks; `--help` and `C--` keep theirs. */
const dashes = /(?<=[\p{L}\p{N}>)\]])-{2,3}(?=[\p{L}\p{N}<([])|(?<= )-{2,3}(?= )/gu;

/** A quotation, of which the first mark begins a word and the last one ends one. */
const quotation = /(?<![^\s([{<>–—/-])"(?=[^\s"'`])([^"]*)(?<=[^\s"'])"(?![\p{L}\p{N}])/gu;
const texQuotation = /``(?=[^\s`'])([^`']*(?:'(?!')[^`']*)*)''/g;

/** Brackets, full-width signs, Roman numerals and units of East Asian fonts, in texts of other scripts. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const eastAsianForm = /[\u2160-\u217f\u3000\u3371-\u33df\uff01-\uff5e]/g;

function plainForms(text: string): string {
  if (eastAsian.test(text)) return text;
  return text
    .replace(eastAsianForm, (form) => form.normalize('NFKC'))
    .replaceAll('〈', '⟨')
    .replaceAll('〉', '⟩');
}

/** What a text has in which there is anything to do. */
const telling = /[^ -~]|--|"|``/;

/**
 * Returns text with `"…"` and TeX's quotation marks as quotations, `--` and `---` as dashes where they are some, and signs
 * of other fonts as its own.
 */
export function toTypographic(text: string, { open, close, dash, longDash }: TypographicSigns): string {
  if (!telling.test(text)) return text;
  return plainForms(text)
    .replaceAll('˚', '°')
    .replace(dashes, (run) => (run.length === 2 ? dash : longDash))
    .replace(texQuotation, `${open}$1${close}`)
    .replace(quotation, `${open}$1${close}`);
}
