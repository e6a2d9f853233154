/** Characters that copies and keyboards put among an identifier's own: invisible, full-width, lost. */

/** Shows nothing: controls, soft hyphens, zero-width and direction marks, what stands for a lost character. */
const invisible =
  /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u2400-\u2426\uFE00-\uFE0F\uFEFF\uFFFD]+/g;

/** Stands for a line end that a language looks past, so that what it parts is read in one. Itself invisible. */
export const lineJoiner = '\u2060';

/** Distance between a full-width form and its ASCII character. */
const widthOffset = 0xfee0;

/** Full-width ASCII that can belong to a DOI; the rest is punctuation of the sentence. */
const wideDoi =
  /(?:１０|10(?=[.．\d]{0,12}[．／]))[．.][０-９．\d.]{3,12}[／/][０-９Ａ-Ｚａ-ｚ．／－＿（）：；＜＞［］＋＃\w./();:<>[\]-]+/g;

/** A text without its invisible characters, and the way back to offsets in the text as written. */
export interface VisibleText {
  readonly text: string;
  /** Offset in the text as written of the character at `offset`. */
  toSource(offset: number): number;
}

function narrow(text: string): string {
  return text.replaceAll(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - widthOffset));
}

/** Returns a text as it is meant to be read by itself: visible, with ASCII for full-width forms, trimmed. */
export function toPlainText(text: string): string {
  return narrow(text.replaceAll(invisible, '')).trim();
}

/** Returns a document's text without invisible characters and with full-width DOIs in ASCII. */
export function toVisibleText(source: string): VisibleText {
  const text = source.replaceAll(invisible, '').replaceAll(wideDoi, narrow);
  if (text.length === source.length) return { text, toSource: (offset) => offset };
  // Offsets in `text` behind which characters are missing, and how many in all.
  const gaps: number[] = [];
  const missing: number[] = [];
  let total = 0;
  for (const { index, 0: run } of source.matchAll(invisible)) {
    gaps.push(index - total);
    missing.push((total += run.length));
  }
  return {
    text,
    toSource(offset) {
      let low = 0;
      let high = gaps.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((gaps[middle] ?? Infinity) <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (missing[low - 1] ?? 0);
    },
  };
}
