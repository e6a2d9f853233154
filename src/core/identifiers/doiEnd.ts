/** Tells where a DOI ends that is followed by a sentence, markup or an address's own words. */
import { withoutAddressWords } from './addressWords.ts';
import type { Notation, Unit } from './units.ts';

/** What surrounds a DOI, as far as it decides where the DOI ends. */
export interface Surroundings {
  /** The DOI stands in an address: the resolver's, or another that goes on with words of its own. */
  readonly address: 'none' | 'resolver' | 'other';
  /** Host of the address; '' where there is none. */
  readonly host: string;
  /** What of the address stands between its host and the DOI. */
  readonly path: string;
}

/** An escaped character is shown to the patterns below as a letter: it is never punctuation. */
const escapedStandIn = 'x';

/** Starts another identifier. */
const nextIdentifier = String.raw`(?:https?:\/|10\.\d{4,5}(?:\.\d{1,9}){0,4}\/|@|(?:doi|pmid|pmcid|arxiv|isbn)\s?:)`;

/** Ends a DOI wherever it matches. */
const stop = new RegExp(
  [
    'https?:\\/\\/',
    `(?:[,;./([]|--)${nextIdentifier}`,
    'pmc?id:',
    // The rest of a reference without the blank in front of it.
    '[.,;([](?:last)?(?:accessed|retrieved|available|e-?pub|e-?collection|published)',
    'footnote(?:ref)?:[\\w-]*\\[',
    // An address's session, query and fragment. A SICI may end with -#, and a number behind # may be the DOI's.
    ';jsessionid=',
    '(?<=__);',
    '\\?[\\w.%-]*(?:=|$)',
    '&[\\w.-]+=',
    '(?<!;2-)#(?!\\d)',
    // A dash of the sentence, marked text, the mark of a note.
    '---',
    '==',
    '\\[(?=[\\^@#])',
    // An HTML tag or a label; between a SICI's brackets stands a colon.
    '<(?:\\/?[a-z][\\w-]*\\/?>|!--)',
  ].join('|'),
  'iy',
);

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' };

/** Belongs to the sentence or the markup at the end of a DOI: punctuation, a dash, signs that pass text through, a note in brackets. */
const trailing = /(?:\+\+|[.,;:!?*_/&=%@-]|\[[^[\]]*\]|<[^<>]*>)$/;

/** Never ends a DOI, even if escaped. */
const trailingEscaped = /[\s"'“”*.,;:!?]/;

/** Length up to the first stop or the first bracket without its partner. */
function balancedLength(
  shape: string,
  { address, path }: Surroundings,
  { linkTextInBrackets, alone = false }: Notation,
): number {
  // In a query a plus is a blank.
  const endOfPath = path.includes('?') ? /[?&#+]/ : /[?&#]/;
  const open: { readonly closer: string | undefined; readonly index: number }[] = [];
  for (let index = 0; index < shape.length; index++) {
    const char = shape.charAt(index);
    const first = open[0]?.index ?? index;
    if (/[fhp,;./?&#\-=([<]/i.test(char)) {
      stop.lastIndex = index;
      if (stop.test(shape)) return first;
    }
    if (address === 'other' && endOfPath.test(char)) return first;
    if (address !== 'none' && linkTextInBrackets && char === '[') return first;
    if (address === 'none' && char === ',' && !alone) return first;
    if (char in closers) open.push({ closer: closers[char], index });
    else if (/[)\]>]/.test(char) && open.pop()?.closer !== char) return first;
  }
  return open[0]?.index ?? shape.length;
}

/** Takes what belongs to the sentence or the markup off the end of a suffix. */
function withoutTrailing(suffix: string, units: readonly Unit[]): string {
  let rest = suffix;
  for (;;) {
    const last = units[rest.length - 1];
    if (last === undefined) return '';
    const excess = last.literal
      ? Number(trailingEscaped.test(last.char))
      : (trailing.exec(rest)?.[0].length ?? 0);
    if (excess === 0) return rest;
    rest = rest.slice(0, -excess);
  }
}

/** Counts the units that belong to a DOI's suffix; 0 if there is no suffix. */
export function measureSuffix(
  registrant: string,
  units: readonly Unit[],
  surroundings: Surroundings,
  notation: Notation,
): number {
  const shape = units
    .map(({ char, literal }) => (literal || char.length > 1 ? escapedStandIn : char))
    .join('');
  let suffix = withoutTrailing(shape.slice(0, balancedLength(shape, surroundings, notation)), units);
  for (let length = Infinity; suffix.length < length;) {
    length = suffix.length;
    const rest = withoutAddressWords(registrant, suffix, surroundings);
    // Punctuation can stand in front of an address's words too.
    if (rest.length < length) suffix = withoutTrailing(rest, units);
  }
  return /[\p{L}\p{N}]/u.test(suffix) ? suffix.length : 0;
}
