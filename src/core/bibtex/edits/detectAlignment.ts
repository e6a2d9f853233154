/** Tells which blanks stand around the equals signs of entries, and whether they align signs or values. */
import type { BibBlock, BibField } from '../text/bibIndex.ts';
import type { EntryLayout } from '../entry/layout.ts';
import { indentAt } from './indentAt.ts';
import { mostCommon } from './mostCommon.ts';

/** The blanks before a field that begins a line, the length of its name, and the blanks before and behind the equals sign. */
interface Equals {
  readonly indent: string | undefined;
  readonly nameLength: number;
  readonly before: string;
  readonly after: string;
}

/** How far behind the names' beginning one entry's blanks end, and how long the longest name before them is. */
interface Aligned {
  readonly column: number;
  readonly longest: number;
}

type Alignment = Pick<EntryLayout, 'align' | 'padding' | 'equals'>;

/** Returns how the names and equals signs of entries stand. */
export function detectAlignment(text: string, entries: readonly BibBlock[]): Alignment {
  const signs = entries.map(({ fields }) =>
    fields.map((field) => equalsOf(text, field)).filter((equals) => equals !== undefined),
  );
  const all = signs.flat();
  const before = mostCommon(all.map((equals) => equals.before), ' '); // prettier-ignore
  const after = mostCommon(all.map((equals) => equals.after), ' '); // prettier-ignore

  const ends = signs.flatMap((entry) => endOfNames(entry) ?? []);
  if (ends.length > signs.length / 2)
    return { align: mostCommon(ends, 0), padding: 'beforeName', equals: `${before}=${after}` };
  const bySign = toAlignment(signs.map((entry) => alignedTo(entry, 0, (equals) => equals.before)));
  if (bySign !== undefined)
    return { align: bySign.align, padding: 'behindName', equals: `${bySign.blanks}=${after}` };
  const signWidth = before.length + 1;
  const byValue = toAlignment(signs.map((entry) => alignedTo(entry, signWidth, (equals) => equals.after)));
  if (byValue !== undefined)
    return { align: byValue.align, padding: 'behindEquals', equals: `${before}=${byValue.blanks}` };
  return { align: 'none', padding: 'behindName', equals: `${before}=${after}` };
}

function equalsOf(text: string, { nameSpan, valueSpan }: BibField): Equals | undefined {
  const match = /^([ \t]*)=([ \t]*)$/.exec(text.slice(nameSpan.end, valueSpan.start));
  if (match === null) return undefined;
  const [, before = '', after = ''] = match;
  return { indent: indentAt(text, nameSpan.start), nameLength: nameSpan.end - nameSpan.start, before, after };
}

/** Returns where the names of an entry end, if they end below each other and do not begin so. */
function endOfNames(signs: readonly Equals[]): number | undefined {
  const ends = signs.map(({ indent, nameLength }) => indent === undefined ? 0 : indent.length + nameLength); // prettier-ignore
  const end = mostCommon(ends, 0);
  // A name that is too long begins its line.
  const isAligned = signs.every(({ indent }, place) => ends[place] === end || (indent === '' && (ends[place] ?? 0) > end)); // prettier-ignore
  return end > 0 && isAligned && new Set(signs.map(({ indent }) => indent)).size > 1 ? end : undefined;
}

/**
 * Returns what the blanks behind labels, each a name and `labelTail` more characters, align to: `none` if to nothing,
 * undefined if the entry cannot tell. Labels too long for the column have at most one blank.
 */
function alignedTo(
  signs: readonly Equals[],
  labelTail: number,
  blanksOf: (equals: Equals) => string,
): Aligned | 'none' | undefined {
  const labels = signs.map((equals) => ({ length: equals.nameLength + labelTail, blanks: blanksOf(equals) }));
  if (labels.length === 0) return undefined;
  const column = mostCommon(labels.map(({ length, blanks }) => length + blanks.length), 0); // prettier-ignore
  let longest = 0;
  let shortest = Infinity;
  for (const { length, blanks } of labels) {
    if (blanks.includes('\t')) return 'none';
    if (length + blanks.length === column) {
      longest = Math.max(longest, length);
      shortest = Math.min(shortest, length);
    } else if (blanks.length > 1 || length < column) return 'none';
  }
  // Names of one length show by their blanks alone that they are aligned.
  if (shortest === longest && column - longest < 2) return undefined;
  return { column: column - labelTail, longest: longest - labelTail };
}

/** Returns the common alignment of entries, with the blanks behind its longest label; undefined where most have none. */
function toAlignment(
  entries: readonly (Aligned | 'none' | undefined)[],
): { readonly align: 'longest' | number; readonly blanks: string } | undefined {
  const telling = entries.filter((entry) => entry !== undefined);
  if (!mostCommon(telling.map((entry) => entry !== 'none'), false)) return undefined; // prettier-ignore
  const aligned = telling.filter((entry) => entry !== 'none');
  const slack = aligned.map(({ column, longest }) => column - longest);
  // At most one blank behind the longest label of every entry is no accident; more blanks are a column of the file.
  if (slack.every((blanks) => blanks <= 1 && blanks === slack[0])) {
    return { align: 'longest', blanks: ' '.repeat(slack[0] ?? 1) };
  }
  return { align: mostCommon(aligned.map((entry) => entry.column), 0) - 1, blanks: ' ' }; // prettier-ignore
}
