/** Judges what stands in front of something that looks like a DOI. */
import type { Surroundings } from './doiEnd.ts';
import { afterLabel, wordStart } from './form.ts';
import { lineJoiner } from './invisible.ts';
import type { Notation } from './units.ts';

/** Surroundings of a DOI, and how far they vouch for it. */
export interface DoiContext extends Surroundings {
  /** `doi:`, a resolver or the like names it: even a short DOI is one here. */
  readonly named: boolean;
  /** A number could be meant: it is added, divided, compared. */
  readonly afterOperator: boolean;
}

/** How far an address can reach in front of a DOI. */
const maxHead = 800;

/** How far a label can reach in front of a DOI. */
const maxLabel = 48;

/** Characters of an address's head, 1 for each by its code. */
const inAddress = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[!-~]/.test(String.fromCharCode(code)) && !/["'<>()[\]{}|`\\^]/.test(String.fromCharCode(code))),
);

const names =
  '(?:short)?doi(?:[\\s.-]?(?:org|number|no|link|url))?|d\\.o\\.i\\.|digital object identifier(?: \\(doi\\))?|urn|hdl|info';

/** `doi:`, `DOI = {`, `"doi": "`, `\doi{`, `urn:doi:`, `info:doi/` and the like right in front. */
const label = new RegExp(`${wordStart}(?:${names})${afterLabel}$`, 'i');

/** Behind these a number is meant. A star, a plus, a dash or an equals sign alone is a bullet, emphasis or a heading. */
const operator = /(?:[^\s=] ?==?|[×÷≈±]|\d ?[*+]|\\[([]) ?$/;
const currency = /[$€£¥]$/;
const windowsFolder = /[\w.-]\\$/;

/** Ends in front of a digit: a command of TeX, the end of a line in a text of JSON. */
const command = /\\[a-z@]+\*?$/i;
const jsonBlank = /\\[nrt]$/;

const host = String.raw`[\w-]+(?:\.[\w-]+)*`;
const addressHead = new RegExp(
  `^(?:[a-z]{2,}:/{1,3}(?:[^/@]*@)?(${host})|(${host}\\.[a-z][\\w-]+))\\.?(?::\\d+)?(?=/)`,
  'i',
);

/** Hosts whose path is the identifier itself: doi.org and its relatives, behind a library's proxy too. */
const resolverHost = /^(?:www[.-])?(?:dx[.-]|short)?doi[.-]/i;

/** Hosts where numbers with slashes are versions and folders. */
const unrelatedHost =
  /(?:^|\.)(?:github\.(?:com|io)|githubusercontent\.com|gitlab\.com|bitbucket\.org|sourceforge\.net|unpkg\.com|jsdelivr\.net|cloudflare\.com)$|^handle\.net$|^(?:\d+\.)+\d+$/i;

/** Hosts that put a work's title in front of its DOI: economics/a-title_10.1787/abc-en */
const titledHost = /-ilibrary\.org$/i;

/** Folders of software, in which a version is what looks like a DOI. */
const versionFolder = /\/(?:releases?|versions?|tree|blob|tags?|dist|builds?)\/$/i;

/** A publisher's path without its host. */
const doiFolder = /(?:^|\/)doi\/(?:[a-z]+\/)?$/i;

/** Reads the characters in front that could be the head of an address. */
function readHead(text: string, start: number): string {
  const belongs = (code: number): boolean => inAddress[code] === 1 || code === lineJoiner.charCodeAt(0);
  let from = start;
  while (from > 0 && start - from < maxHead && belongs(text.charCodeAt(from - 1))) from -= 1;
  return text.slice(from, start).replaceAll(lineJoiner, '');
}

/** What separates in an address, encoded inside another address, perhaps twice. */
const encodedSeparator = /%(?:25)*(2f|3a|3d|3f|26|23|20)/gi;
const endsWithWord = /[a-z0-9]$/i;
const endsWithEncoded = /%(?:25)*(?:2f|3a|3d|3f|26|23|20)$/i;

function decodeHead(head: string): string {
  return head.replaceAll(encodedSeparator, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Judges a DOI inside an address; undefined if it is none there. */
function judgeAddress(host: string, path: string, bare: DoiContext): DoiContext | undefined {
  if (unrelatedHost.test(host) || versionFolder.test(path)) return undefined;
  if (resolverHost.test(host)) return { ...bare, named: true, address: 'resolver', host, path };
  return /[/=:# ]$|(?:^|[^a-z])doi[-.?]?$/i.test(path) || (titledHost.test(host) && path.endsWith('_'))
    ? { ...bare, named: label.test(path), address: 'other', host, path }
    : undefined;
}

/** Judges a word that runs into the DOI: a number or a file's name makes it none. */
function joinsOn(head: string): boolean {
  return !/[a-z0-9]$|\d[.-]$|[a-z0-9]_+$/i.test(head);
}

/**
 * Judges what stands in front of `start`, where `10.` or `10/` begins; undefined where that is part of a path, a
 * number or a word.
 */
export function readDoiContext(
  text: string,
  start: number,
  { tex, alone = false }: Notation,
): DoiContext | undefined {
  const before = text.slice(Math.max(0, start - maxLabel), start);
  if (currency.test(before) || windowsFolder.test(before)) return undefined;
  const bare: DoiContext = {
    named: alone || label.test(before),
    afterOperator: operator.test(before),
    address: 'none',
    host: '',
    path: '',
  };
  // What stands in front of a list's comma or a command belongs to another.
  if (/[,;]$/.test(before) || (tex ? command : jsonBlank).test(before)) return bare;
  if (endsWithWord.test(before) && !bare.named && !endsWithEncoded.test(before)) return undefined;
  const head = decodeHead(readHead(text, start))
    .replace(/^.*(?=https?:\/)/i, '')
    .replace(/^[^a-z0-9/.~]+/i, '')
    .replace(/^(?:doi|url)[:=]+(?=.)/i, '');
  if (/^file:/i.test(head)) return undefined;
  const match = addressHead.exec(head);
  if (match !== null) return judgeAddress(match[1] ?? match[2] ?? '', head.slice(match[0].length), bare);
  if (label.test(head) || /^\/*$/.test(head)) return bare;
  if (head.endsWith('/')) return doiFolder.test(head) ? { ...bare, address: 'other' } : undefined;
  return joinsOn(head) ? bare : undefined;
}
