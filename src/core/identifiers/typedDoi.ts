/** Reads a DOI that a person typed or copied: all of the text must be the DOI, but dirt in it is forgiven. */
import { doiStart, readDoi, type DoiMatch } from './doi.ts';

/** Nothing is known of the markup around a typed text: everything that can be an escape is one. */
const notation = { tex: true, linkTextInBrackets: false, alone: true };

/** A DOI that is complete; what follows behind a blank is hers only if it looks so. */
const complete = /10(?:\.\d+)+(?:\/|%2f)[^\s/]|(?<![\d.])10(?:\/|%2f)\w|doi\.org\/(?!10(?!\w))\w/i;

/** A blank in front of this is no dirt: a word of prose, a remark in brackets, another identifier. */
const prose = /^(?:\p{L}{2,}|\p{L}+['’]\p{L}+)[.,;:!?)\]]*$|^[([{"“]\p{L}{3}|^(?:https?:|doi|10\.\d{4})/iu;
const lastRemark = /^\([^()]*\)[.,;]?$/;

/** Joins what blanks and line breaks tore apart; undefined where prose stands around an identifier. */
export function joinTorn(text: string): string | undefined {
  const pieces = text.split(/\s+/);
  let joined = '';
  for (const [index, piece] of pieces.entries()) {
    const isRemark = index === pieces.length - 1 && lastRemark.test(piece);
    if (complete.test(joined) && (isRemark || prose.test(piece))) return undefined;
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

/** Labels and punctuation in front. Behind them the head of an address, or a path of it, may come. */
const label = /^(?:(?:doi|urn|uri|url|info|hdl)(?:[:=/]+|-?$)|[^\p{L}\p{N}/])+/iu;
const addressHead = /^(?:[a-z]+:)?\/{0,2}[\w-]+(?:\.[\w-]+)+(?::\d+)?\/|^\/(?:[a-z]+\/)*$/i;

/** What may follow a DOI: punctuation, or words behind a sign that begins them in addresses. */
const remainder = /^[^\p{L}\p{N}]*$|^[?#&;/.,]|^v\d/u;

function decodePunctuation(text: string): string {
  return text.replaceAll(/%(?:25)*3a/gi, ':').replaceAll(/%(?:25)*2f/gi, '/');
}

function readWhole(text: string): DoiMatch | undefined {
  const [doi, ...others] = Array.from(text.matchAll(new RegExp(doiStart, 'gi')), (match) =>
    readDoi(text, match, notation),
  ).filter((found) => found !== undefined);
  if (doi === undefined || others.some(({ id, start }) => start >= doi.end && id !== doi.id))
    return undefined;
  const head = decodePunctuation(text.slice(0, doi.start)).replace(label, '');
  const isAddress = addressHead.test(head);
  return isAddress || (head === '' && remainder.test(text.slice(doi.end))) ? doi : undefined;
}

/** Returns the DOI that a text without blanks is; undefined if it is none or more. */
export function readTypedDoi(text: string): string | undefined {
  return (readWhole(text) ?? readWhole(withoutDirt(text)))?.id;
}
