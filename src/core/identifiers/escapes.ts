/** How LaTeX, Markdown, HTML and addresses write characters that mean something else to them. */
import type { Notation } from './units.ts';

/** A character that is meant ('' for what shows nothing), and whether it is escaped; undefined where text ends. */
export type Meaning = { readonly char: string; readonly literal: boolean } | undefined;

interface Escape {
  /** Sticky. */
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, notation: Notation) => Meaning;
}

/** TeX commands that stand for a character; '' for those that only help to break lines. */
const commands = new Map(
  Object.entries({
    textunderscore: '_', _: '_', textless: '<', lt: '<', less: '<', langle: '<', textlangle: '<', textgreater: '>',
    gt: '>', greater: '>', rangle: '>', textrangle: '>', slash: '/', lbrack: '[', rbrack: ']', textendash: '-',
    texthyphen: '-', hyp: '-', textpercent: '%', percent: '%', texthash: '#', allowbreak: '', protect: '', string: '',
    relax: '', linebreak: '', nolinebreak: '', wbr: '', break: '',
  }),
); // prettier-ignore

const entities = new Map(
  Object.entries({
    lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ', lpar: '(', rpar: ')', lsqb: '[', lbrack: '[',
    rsqb: ']', rbrack: ']', lowbar: '_', sol: '/', colon: ':', semi: ';', period: '.', comma: ',', num: '#',
    percnt: '%', plus: '+', hyphen: '-', dash: '-', shy: '', zwnj: '', zwj: '', wbr: '',
  }),
); // prettier-ignore

/** Source of a pattern for a sign that TeX escapes, perhaps in a group of its own. */
function sign(char: string): string {
  return String.raw`(?:\\?${char}|\{\\${char}\})`;
}

/** `%` in an address; further `25` are a `%` that was encoded again. */
const percent = `${sign('%')}(?:25)*`;
const percentByte = new RegExp(`${percent}([0-9a-f]{2})`, 'gi');

function shown(char: string | undefined): Meaning {
  return char === undefined ? undefined : { char, literal: false };
}

function literal(char: string | undefined): Meaning {
  return char === undefined ? undefined : { char, literal: true };
}

function charOf(code: number): string | undefined {
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function decodeUtf8(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll(percentByte, '%$1'));
  } catch {
    return undefined;
  }
}

function readCode(code: string): number {
  return /^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code);
}

/** In the order in which they are tried. */
const escapes: readonly Escape[] = [
  {
    pattern:
      /\\(?:discretionary(?:\{[^{}]{0,9}\}){3}|hspace\*?\{[^{}]{0,9}\}|penalty-?\d{1,5}[ \t]?|(?:no)?linebreak\[\d\])|<wbr ?\/?>/iy,
    read: () => shown(''),
  },
  // Letters beyond ASCII come first: encoded twice, they begin as a percent sign does.
  {
    pattern: new RegExp(`(?:${percent}[89a-f][0-9a-f]){2,4}`, 'iy'),
    read: ([bytes]) => literal(decodeUtf8(bytes)),
  },
  {
    pattern: new RegExp(`${percent}([0-7][0-9a-f])`, 'iy'),
    read: ([, hex = ''], { encoded = false }) => {
      const char = charOf(parseInt(hex, 16));
      return encoded || /[\w/.:()<>-]/.test(char ?? '') ? shown(char) : literal(char);
    },
  },
  {
    pattern: new RegExp(`${sign('&')}(?:amp;)*(?:${sign('#')}(x?[0-9a-f]{1,6})|([a-z]{2,6}));`, 'iy'),
    read: ([, code, name = '']) =>
      shown(code === undefined ? entities.get(name.toLowerCase()) : charOf(readCode(code))),
  },
  // $<$, \(<\), \ensuremath{<}, and with \lt or \_ inside
  {
    pattern: /(?:\$ ?|\\\( ?|\\ensuremath\{)(?:\\([a-z]+|_)|([<>_-])|\{([<>_-])\}) ?(?:\$|\\\)|\})/iy,
    read: ([, name = '', char, grouped]) => literalUnderscore(char ?? grouped ?? commands.get(name)),
  },
  {
    pattern: /\\char(?:"([0-9a-f]{2})|(\d{2,3}))(?:\{\}|[ \t])?/iy,
    read: ([, hex, decimal]) => literal(charOf(hex === undefined ? Number(decimal) : parseInt(hex, 16))),
  },
  // In a text of JSON.
  { pattern: /\\u00([2-7][0-9a-f])/iy, read: ([, hex = '']) => shown(charOf(parseInt(hex, 16))) },
  // A command swallows the blanks behind it, or has an empty group against that.
  {
    pattern: /\\([a-z]+|_)(?:\{\}|[ \t]+)?/iy,
    read: ([, name = '']) => literalUnderscore(commands.get(name)),
  },
  // TeX's possible hyphen; in Markdown it is escaped.
  { pattern: /\\-/y, read: (_, { tex, alone = false }) => shown(tex && !alone ? '' : '-') },
  { pattern: /\\\//y, read: () => shown('/') },
  // Escaped once, or twice by a program. What separates in an address and brackets keep their meaning.
  { pattern: /\\(?:\\(?=[%#&]))?([%#&()[\]<>])/y, read: ([, char]) => shown(char) },
  // TeX has accents and spaces among the rest; those that programs escape nevertheless stand in front of a digit.
  {
    pattern: /\\(?:\\(?=_))?(?:([_{}$]|[:;.+@](?=\d))|([^\sA-Za-z0-9"'`\\|]))/y,
    read: ([, sure, char], { tex }) => literal(sure ?? (tex ? undefined : char)),
  },
];

/** An underscore that someone took the trouble to escape is no emphasis. */
function literalUnderscore(char: string | undefined): Meaning {
  return char === '_' ? literal(char) : shown(char);
}

/** Reads an escape at `at`; its meaning and the offset behind it, undefined where there is none. */
export function readEscape(
  text: string,
  at: number,
  notation: Notation,
): { readonly meaning: Meaning; readonly end: number } | undefined {
  for (const { pattern, read } of escapes) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { meaning: read(match, notation), end: pattern.lastIndex };
  }
  return undefined;
}
