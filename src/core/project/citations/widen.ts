import type { Span } from '../../span.ts';

/** What stands for an identifier in a text: the stretch to replace, or an empty one behind what stays. */
export type CitationTarget = Span;

/** How far back a label or an address in front of an identifier is looked for. */
const reach = 300;

/** The start of an address, up to the identifier in it. */
const addressBefore = /(?:https?:\/\/|(?:dx\.|www\.)?doi\.org\/)[^\s<>"'`|{}()[\]]*$/i;

/** The rest of an address behind the identifier, up to a tie or a command of LaTeX; the sentence's own punctuation is taken off again. */
const addressAfter = /(?:[^\s<>"'`|{}()[\]~\\]|\\[_%#&$])*/y;
const sentenceEnd = /[.,;:!?*_~]+$/;

/** A word that announces an identifier: `doi:`, `PMID `, `ISBN-13: `, `arXiv:`. */
const labelBefore =
  /(?<![\p{L}\p{N}])(?:doi|arxiv|pmid|pmcid|isbn(?:-1[03])?|crid|naid|ncid)(?:\s*[:=])?[\s~]*$/iu;

/** Returns the identifier's span with the address, angle brackets and label around it. */
export function widenIdentifier(text: string, identifier: Span): Span {
  return withAngles(text, withLabel(text, withAngles(text, withAddress(text, identifier))));
}

/** Returns the span with the rest of the address in which it lies. */
export function withAddress(text: string, { start, end }: Span): Span {
  const address = addressBefore.exec(text.slice(Math.max(0, start - reach), start));
  if (address === null) return { start, end };
  addressAfter.lastIndex = end;
  const rest = (addressAfter.exec(text)?.[0] ?? '').replace(sentenceEnd, '');
  return { start: start - address[0].length, end: end + rest.length };
}

function withAngles(text: string, { start, end }: Span): Span {
  const inside = text.charAt(start - 1) === '<' && text.charAt(end) === '>';
  return inside ? { start: start - 1, end: end + 1 } : { start, end };
}

/** Returns the span with the label in front of it, such as `doi:`; labels are more than letters in a word. */
export function withLabel(text: string, { start, end }: Span): Span {
  const label = labelBefore.exec(text.slice(Math.max(0, start - reach), start));
  return { start: start - (label?.[0].length ?? 0), end };
}

/** Returns the span with the round brackets that hold it and nothing else. */
export function withParentheses(text: string, { start, end }: Span): Span {
  const inside = text.charAt(start - 1) === '(' && text.charAt(end) === ')';
  return inside ? { start: start - 1, end: end + 1 } : { start, end };
}

/** Words on a link that say no more than that there is one. */
const emptyLabel = /^(?:doi|url|link|arxiv|pmid|pmcid|pubmed|isbn|crossref)?$/;

/** What stands in front of an identifier in an address or a label. */
const prefix = /^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/)?(?:(?:doi|arxiv|pmid|isbn):)?/;

/** Tells whether a link's label only repeats the address that it leads to, or says nothing at all. */
export function repeatsAddress(label: string, address: string): boolean {
  const shown = normalise(label);
  const meant = normalise(address);
  const id = shown.replace(prefix, '');
  return emptyLabel.test(shown) || shown === meant || (id.length > 4 && `/${meant}`.endsWith(`/${id}`));
}

/** Without markup, blanks and percent-encoding, in lower case. */
function normalise(text: string): string {
  const plain = text.replace(/\\[A-Za-z]+|[\\{}`*_<>\s]/g, '').toLowerCase();
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
