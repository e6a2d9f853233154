/** Finds the words of a title that must keep their capitals where a style sets titles in lower case. */
import type { Scripts } from './markupToTeX.ts';

export type CaseProtection = 'none' | 'smart' | 'all';

/** Dotted acronyms (`U.S.`), else what stands between blanks, hyphens and punctuation. */
const word = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}'’]+/gu;
/** A capital behind the first letter (`NASA`, `mRNA`, `McDonald`), or one beside a figure (`H2`, `Cas9`). */
const innerCapital = /^.+\p{Lu}|\p{Lu}.*\p{N}/u;
/** `C` of "vitamin C"; `A` is an article where a sentence or a subtitle begins. */
const loneCapital = /^\p{Lu}\p{M}*(?:['’].*)?$/u;
const startsClause = /(?:^|[.:;?!([{"“„«¿¡\ufdd1]|\s[–—\ufdd3\ufdd4-])\s*$/u;

function needsProtection(match: string, before: string): boolean {
  if (innerCapital.test(match)) return true;
  return loneCapital.test(match) && !(match === 'A' && startsClause.test(before));
}

/** Tells whether a title is all in capitals, so that acronyms cannot be told from words. */
export function isShouted(title: string): boolean {
  return !/\p{Ll}/u.test(title) && (title.match(/\p{Lu}{2,}/gu)?.length ?? 0) > 3;
}

/**
 * Splits plain text into pieces in order, each with whether it keeps its capitals, as a word beside a script does, which
 * is a symbol (`Fe` of Fe₃O₄).
 */
export function splitByCase(
  text: string,
  scripts: Scripts = { before: false, behind: false },
): readonly { readonly text: string; readonly keep: boolean }[] {
  if (!/\p{Lu}/u.test(text)) return [{ text, keep: false }];
  const pieces: { text: string; keep: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    const isSymbol =
      (scripts.before && match.index === 0) ||
      (scripts.behind && match.index + match[0].length === text.length);
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    if (!(isSymbol && /\p{Lu}/u.test(match[0])) && !needsProtection(match[0], before)) continue;
    pieces.push({ text: text.slice(end, match.index), keep: false }, { text: match[0], keep: true });
    end = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(end), keep: false }];
}
