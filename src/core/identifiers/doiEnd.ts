/** Tells where a DOI ends that is followed by a sentence, markup or an address's own words. */
import { withoutAddressWords } from './addressWords.ts';
import type { Notation, Unit } from './units.ts';

/** What surrounds a DOI, as far as it decides where the DOI ends. */
export interface Surroundings {
  /** The DOI stands in an address: the resolver's, or another that goes on with words of its own. */
  readonly address: 'none' | 'resolver' | 'other';
  /** Host of the address; '' where there is none. */
  readonly host: string;
  /** The DOI stands in the address's query, where a plus is a blank. */
  readonly inQuery: boolean;
}

/** An escaped character is shown to the patterns below as a letter: it is never punctuation. */
const escapedStandIn = 'x';

/** Starts another identifier. */
const nextIdentifier = String.raw`(?:https?:\/|10\.\d{4,5}(?:\.\d{1,9}){0,4}\/|@|(?:doi|pmid|pmcid|arxiv|isbn|issn)\s?:)`;

/** Ends a DOI wherever it matches. */
const stop = new RegExp(
  [
    'https?:\\/\\/',
    `(?:[,;./([]|--)${nextIdentifier}`,
    'pmc?id:',
    // The rest of a reference without the blank in front of it.
    '[.,;([](?:last)?(?:accessed|retrieved|e-?pub|published)',
    // An address's session, query and fragment. A SICI may end with -#, and a number behind # may be the DOI's.
    ';jsessionid=',
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

/** Belongs to the sentence or the markup at the end of a DOI: punctuation, a dash, a note in brackets. */
const trailing = /(?:[.,;:!?*_/&=%@-]|\[[^[\]]*\]|<[^<>]*>)$/;

/** Never ends a DOI, even if escaped. */
const trailingEscaped = /[\s"'“”*.,;:!?]/;

/** Length up to the first stop or the first bracket without its partner. */
function balancedLength(
  shape: string,
  { address, inQuery }: Surroundings,
  { linkTextInBrackets, alone = false }: Notation,
): number {
  const open: { readonly closer: string | undefined; readonly index: number }[] = [];
  for (let index = 0; index < shape.length; index++) {
    const char = shape.charAt(index);
    const first = open[0]?.index ?? index;
    if (/[hp,;./?&#\-=([<]/i.test(char)) {
      stop.lastIndex = index;
      if (stop.test(shape)) return first;
    }
    if (address === 'other' && (inQuery ? /[?&#+]/ : /[?&#]/).test(char)) return first;
    if (address !== 'none' && linkTextInBrackets && char === '[') return first;
    if (address === 'none' && char === ',' && !alone) return first;
    if (char in closers) open.push({ closer: closers[char], index });
    else if (/[)\]>]/.test(char) && open.pop()?.closer !== char) return first;
  }
  return open[0]?.index ?? shape.length;
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
  const balanced = shape.slice(0, balancedLength(shape, surroundings, notation));
  let suffix = withoutAddressWords(registrant, balanced, surroundings);
  for (;;) {
    const last = units[suffix.length - 1];
    if (last === undefined) return 0;
    const excess = last.literal
      ? Number(trailingEscaped.test(last.char))
      : (trailing.exec(suffix)?.[0].length ?? 0);
    if (excess === 0) return /[\p{L}\p{N}]/u.test(suffix) ? suffix.length : 0;
    suffix = suffix.slice(0, -excess);
  }
}
