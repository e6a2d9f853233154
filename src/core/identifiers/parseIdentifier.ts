/** Reads one identifier as a person types or pastes it. */
import { readArxivId } from './arxiv.ts';
import { kindOfCiniiId } from './cinii.ts';
import { findInText } from './findInText.ts';
import type { Identifier, IdentifierKind } from './identifier.ts';
import { toPlainText } from './invisible.ts';
import { readIsbn } from './isbn.ts';
import { joinTorn, readTypedDoi } from './typedDoi.ts';
import { unwrap } from './unwrap.ts';

/** No identifier with its address and markup is longer. */
const maxInput = 4000;

/** Words that belong to an identifier's label. */
const labelWords =
  /^(?:arxiv|e?-?preprint|e-?prints?|oai|org|paper|identifier|pmid|pubmed|pmcid|pmc|id|[ep]-?isbn|isbn|1[03]|print|online|e-?book|number|no|コード|番号|[hp]bk|hardcover|hardback|softcover|paperback|ncid|naid|crid|cinii|urn|info|[^\p{L}\p{N}])*$/iu;

/** What may follow an identifier outside an address: a version or a file's suffix, a remark in brackets, a date, punctuation. */
const remark =
  /^(?:\.(?:\d{1,2}|pdf|json|rdf|bib))?(?:\s*[([][^()[\]]{0,40}[)\]])?(?:,?\s+(?:\d{1,2}\s)?(?:[a-z]{3,9}\s)?(?:19|20)\d\d)?[^\p{L}\p{N}]*$/iu;

/** Reads an identifier with a label or in an address, if nothing else stands around it. */
function readLabelled(text: string): Identifier | undefined {
  const [match, ...others] = findInText(text, { tex: true, linkTextInBrackets: false });
  if (match === undefined || others.some(({ id }) => id !== match.id)) return undefined;
  const before = text.slice(0, match.start);
  const after = text.slice(match.end);
  // A DOI that is written out is read by stricter rules.
  if (match.kind === 'doi' && /^10[./]/.test(text.slice(match.start))) return undefined;
  const fits = /\/\S*$/.test(before)
    ? !/\s/.test(before + after)
    : labelWords.test(before) && remark.test(after);
  return fits ? { kind: match.kind, id: match.id } : undefined;
}

/** Follows an identifier that stands by itself: a file's suffix, arXiv's class, punctuation. */
const endOfBare = /(?:\.pdf)?(?:\s*\[[a-z-]{2,8}(?:\.[a-z-]{2,8})?\])?[^\p{L}\p{N}]*$/iu;

function readBare(text: string): Identifier | undefined {
  const bare = text.replace(endOfBare, '');
  const readings: readonly (readonly [kind: IdentifierKind | undefined, id: string | undefined])[] = [
    ['arxiv', readArxivId(bare)],
    ['isbn', readIsbn(bare)],
    [kindOfCiniiId(bare), bare.toUpperCase()],
    ['pmcid', /^PMC[1-9]\d{0,8}$/i.exec(bare)?.[0].toUpperCase()],
  ];
  for (const [kind, id] of readings) if (kind !== undefined && id !== undefined) return { kind, id };
  return undefined;
}

/** Returns the identifier that a text is, in normal form; undefined if it is none, or prose with one in it. */
export function parseIdentifier(input: string): Identifier | undefined {
  if (input.length > maxInput) return undefined;
  const plain = toPlainText(input);
  const text = unwrap(plain);
  const joined = joinTorn(text);
  const doi = joined === undefined ? undefined : readTypedDoi(joined);
  if (doi !== undefined) return { kind: 'doi', id: doi };
  // Without its wrapping a number lost the name that tells its kind: pmid = {123}
  const writings = [text, joined, plain].filter((writing) => writing !== undefined);
  return writings.map(readLabelled).find((found) => found !== undefined) ?? readBare(text);
}

/** Returns a bare DOI in lower case from whatever form a field gives it; undefined if it holds none. */
export function normalizeDoi(text: string): string | undefined {
  const identifier = parseIdentifier(text);
  return identifier?.kind === 'doi' ? identifier.id : undefined;
}
