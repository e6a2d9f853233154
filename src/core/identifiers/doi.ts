/** What a DOI is: `10.`, a registrant's number, a slash, nearly anything. Where it stands tells what it is for sure. */
import { withoutBadgeEscapes } from './addressWords.ts';
import { readDoiContext, type DoiContext } from './doiContext.ts';
import { measureSuffix } from './doiEnd.ts';
import { readUnits, type Notation } from './units.ts';

/** A DOI in a text; `start` and `end` are UTF-16 offsets of the DOI itself, escapes included. */
export interface DoiMatch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The slash as LaTeX, HTML, JSON and addresses write it. */
const slash = String.raw`(?:\\?/|\\?%(?:25)*2f|\\u002f|&#(?:47|x2f);|&sol;|\{/\}|\\slash(?:\{\}|\s)?|[\u2044\u2215])`;

/** Source of a pattern for the beginning of a DOI, or of a short one, which has no registrant's number. */
export const doiStart = String.raw`10(?:\.(?<registrant>\d{2,5}(?:\.\d{1,9}){0,4}))?${slash}`;

/** The address around a DOI is itself encoded, inside another. */
const encodedHead = /%(?:25)*(?:2f|3a|3d)$/i;

/** A file on a server, and not an article's. */
const otherFile =
  /\.(?:m?js|css|json|zip|t?gz|bz2|xz|7z|exe|dmg|deb|rpm|msi|whl|jar|apk|iso|jpe?g|gif|webp|mp[34])$/i;

/** A span of months such as 10.2021/11.2021, without its `10.`. */
const months = /^(?:19|20)\d\d\/\d{1,2}(?:\.(?:19|20)\d\d)?$/;

/** A short DOI that tells by its looks: letters and digits as doi.org mixes them, no unit and no date. */
const tellingCode = /^(?=.*\d[a-z])[a-z][a-z\d]{3,7}$/i;

/** Tells whether a registrant's number can be one; a short one counts only where something names the DOI. */
function isRegistrant(registrant: string, { named }: DoiContext): boolean {
  const [first = '', ...further] = registrant.split('.');
  if (first.length > 3 || /^97[89]\./.test(registrant)) return true;
  // With two more numbers it is the address of a network.
  if (!named || further.length === 2) return false;
  return first.length === 3 ? !first.startsWith('0') : further.length > 0;
}

function readShortDoi(text: string, at: number, { named, address }: DoiContext): string | undefined {
  const pattern = /([a-z0-9]{2,10})(?![a-z0-9/_%-])/iy;
  pattern.lastIndex = at;
  const code = pattern.exec(text)?.[1] ?? '';
  return code !== '' && (named || (address === 'none' && tellingCode.test(code))) ? code : undefined;
}

/** A label instead of a suffix: 10.1016/doi:10.1016/j.cell.2015.05.002 */
const labelOnly = /^(?:doi|https?|(?:dx\.|www\.)?doi\.org)$/i;

/** Tells whether a number, a file or nothing at all is meant that only looks like a DOI. */
function isOther(registrant: string, suffix: string, { named, address, afterOperator }: DoiContext): boolean {
  if (labelOnly.test(suffix)) return true;
  if (address === 'other') return otherFile.test(suffix);
  if (named || address !== 'none') return false;
  return months.test(`${registrant}/${suffix}`) || (afterOperator && /^\d{1,4}(?:\.\d+)?$/.test(suffix));
}

/** Reads the DOI whose beginning `match`, of `doiStart`, is; undefined if it is none. */
export function readDoi(text: string, match: RegExpExecArray, notation: Notation): DoiMatch | undefined {
  const context = readDoiContext(text, match.index, notation);
  if (context === undefined) return undefined;
  const prefix = match[0];
  let start = match.index;
  // A prefix is written twice at times, by those who put theirs in front of a whole DOI.
  while (text.startsWith(`${prefix}10.`, start) && text.startsWith(prefix, start + prefix.length))
    start += prefix.length;
  const suffixStart = start + prefix.length;
  const registrant = match.groups?.['registrant'];
  if (registrant === undefined) {
    const code = readShortDoi(text, suffixStart, context);
    return code === undefined
      ? undefined
      : { id: `10/${code.toLowerCase()}`, start, end: suffixStart + code.length };
  }
  if (!isRegistrant(registrant, context)) return undefined;
  const encoded = encodedHead.test(text.slice(Math.max(0, start - 9), start));
  const units = readUnits(text, suffixStart, { ...notation, encoded });
  const own = units.slice(0, measureSuffix(registrant, units, context, notation));
  const suffix = withoutBadgeEscapes(own.map(({ char }) => char).join(''), context);
  const end = own.at(-1)?.end;
  if (end === undefined || isOther(registrant, suffix, context)) return undefined;
  return { id: `10.${registrant}/${suffix}`.toLowerCase(), start, end };
}
