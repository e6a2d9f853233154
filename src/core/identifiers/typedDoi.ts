/** Reads a DOI that a person typed or copied: all of the text must be the DOI, but dirt in it is forgiven. */
import { doiStart, readDoi, type DoiMatch } from './doi.ts';

/** Nothing is known of the markup around a typed text: everything that can be an escape is one. */
const notation = { tex: true, linkTextInBrackets: false, alone: true };

/** A DOI that is complete; what follows behind a blank is more of it only if it looks so. */
const complete = /10(?:\.\d+)+(?:\/|%2f)[^\s/]|(?<![\d.])10(?:\/|%2f)\w|doi\.org\/(?!10(?!\w)|doi)\w/i;

/** A blank in front of this, or behind a comma, is no dirt: a word of prose, a remark in brackets, another identifier. */
const prose =
  /^(?:\p{L}{2,}|\p{L}+['’]\p{L}+)[.,;:!?)\]]*$|^[([{"“]\p{L}{3}|^(?:https?:|doi|10\.\d{4,5}\/)/iu;
const lastRemark = /^\([^()]*\)[.,;]?$/;

/** Joins what blanks and line breaks tore apart; undefined where prose stands around an identifier. */
export function joinTorn(text: string): string | undefined {
  const pieces = text.split(/\s+/);
  let joined = '';
  for (const [index, piece] of pieces.entries()) {
    const isRemark = index === pieces.length - 1 && lastRemark.test(piece);
    if (complete.test(joined) && (isRemark || joined.endsWith(',') || prose.test(piece))) return undefined;
    joined += piece;
  }
  return joined;
}

/** Takes out what no DOI holds; square brackets belong to one only around a SICI's page and title. */
function withoutDirt(text: string): string {
  return text
    .replaceAll(/[{}|~^`\\*"']/g, '')
    .replaceAll(/(\[[^[\]]*:[^[\]]*\])|[[\]]/g, (_, kept: string | undefined) => kept ?? '');
}

/** Labels, a scheme however it is misspelt and punctuation. Behind them an address, or a path of it, may come. */
const label =
  /^(?:(?:(?:short)?d[o0]i|d\.o\.i\.|doi\.org(?!\.?(?::\d+)?\/)|urn|uri|url|info|hdl|arxiv)(?![.-]?[a-z0-9])|h?t{1,2}p{1,2}s?(?:[:;]{1,2}\/{0,3}|\/{1,3})|[^\p{L}\p{N}/])+/iu;
const addressHead = /^\/{0,2}[\w-]+(?:\.[\w-]+)+\.?(?::\d+)?\/|^\/{1,2}(?:[a-z]+\/)*$/i;

/** What may follow a DOI: punctuation, or words behind a sign that begins them in addresses. */
const remainder = /^[^\p{L}\p{N}]*$|^[?#&;/.,]|^v\d/u;

/** Follows a DOI that its reference was not quite cut off: more of it, or the end of an element. */
const restOfReference = /^[.,;([]?(?:pmc?id:|(?:last)?(?:accessed|retrieved|e-?pub|published))|^<\/[a-z]/i;

/** Follows a DOI only if it is not over: dirt in the middle. */
const dirt = /^[.,;:_-]*["'`|~^{}()<>[\]\\][^?#&/]*[\p{L}\p{N}]/u;

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
  const rest = text.slice(doi.end);
  const isAddress = addressHead.test(head);
  if (!isAddress && head !== '') return undefined;
  const isWhole = restOfReference.test(rest) || ((isAddress || remainder.test(rest)) && !dirt.test(rest));
  return isWhole ? doi : undefined;
}

/** Returns the DOI that a text without blanks is; undefined if it is none or more. */
export function readTypedDoi(text: string): string | undefined {
  return (readWhole(text) ?? readWhole(withoutDirt(text)))?.id;
}
