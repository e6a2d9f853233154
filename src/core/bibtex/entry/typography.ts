/** Reads the signs of typewriters and of TeX as the signs that they stand for. */

/** Hyphens between words, or alone between blanks; `--help` and `C--` keep theirs. */
const dashes = /(?<=[\p{L}\p{N}>)\]])-{2,3}(?=[\p{L}\p{N}<([])|(?<= )-{2,3}(?= )/gu;

/** A quotation, of which the first mark begins a word and the last one ends one. */
const quotation = /(?<![^\s([{<>–—/-])"(?=[^\s"])([^"]*)(?<=[^\s"])"(?![\p{L}\p{N}])/gu;
const texQuotation = /``(?=[^\s`'])([^`']*(?:'(?!')[^`']*)*)''/g;

/** Returns text with `"…"` and TeX's quotation marks as `“…”`, and `--` and `---` as dashes where they are some. */
export function toTypographic(text: string): string {
  return text
    .replace(dashes, (run) => (run.length === 2 ? '–' : '—'))
    .replace(texQuotation, '“$1”')
    .replace(quotation, '“$1”');
}
