/** Reads a DOI that a person typed or copied: all of the text must be the DOI, but dirt in it is forgiven. */
import { doiStart, readDoi, type DoiMatch } from './doi.ts';

/** Nothing is known of the markup around a typed text: everything that can be an escape is one. */
const notation = { tex: true, linkTextInBrackets: false, alone: true };

/** A DOI that is complete; what follows behind a blank is hers only if it looks so. */
const complete = /10(?:\.\d+)+(?:\/|%2f)[^\s/]|(?<![\d.])10(?:\/|%2f)\w|doi\.org\/(?!10(?!\w))\w/i;

/** A blank in front of this is no dirt: words of prose, a remark in brackets, another identifier. */
const prose =
  /^(?:\p{L}{2,}|\p{L}+['’]\p{L}+)[.,;:!?)\]]*$|^[([{"“][^)]*[)\]}"”]?[.,;]?$|^(?:https?:|doi|10\.\d{4})/iu;

/** Joins what blanks and line breaks tore apart; undefined where prose stands around an identifier. */
export function joinTorn(text: string): string | undefined {
  let joined = '';
  for (const piece of text.split(/\s+/)) {
    if (complete.test(joined) && prose.test(piece)) return undefined;
    joined += piece;
  }
  return joined;
}

/** Tells whether all brackets have their partner and hold something. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]]/g)) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0 && !text.includes('[]');
}

/** Takes out what no DOI holds. */
function withoutDirt(text: string): string {
  const clean = text.replaceAll(/[{}|~^`\\*"']/g, '');
  return isBalanced(clean) ? clean : clean.replaceAll(/[[\]]/g, '');
}

/** Words that may stand in front of a DOI that is no address. */
const labels = /^(?:doi|urn|uri|url|info|hdl|digitalobjectidentifier|doinumber|[^\p{L}\p{N}])*$/iu;

/** What may follow: punctuation, or an address's own words behind the sign that begins them. */
const remainder = /^[^\p{L}\p{N}]*$|^(?:[?#&;/.,]|v\d)(?!.*10\.\d{4,5}\/)/iu;

function readWhole(text: string): DoiMatch | undefined {
  for (const match of text.matchAll(new RegExp(doiStart, 'gi'))) {
    const doi = readDoi(text, match, notation);
    if (doi?.id === undefined) continue;
    const before = text.slice(0, doi.start);
    const fits = (before.includes('/') || labels.test(before)) && remainder.test(text.slice(doi.end));
    return fits ? doi : undefined;
  }
  return undefined;
}

/** Returns the DOI that a text without blanks is; undefined if it is none or more. */
export function readTypedDoi(text: string): string | undefined {
  return (readWhole(text) ?? readWhole(withoutDirt(text)))?.id;
}
