/** A record as citeproc can take it: strings only, of bounded length, and nothing that it would read as a command. */
import type { CslItem, CslType } from '../../record/record.ts';

/** No reference needs more; citeproc's time grows with the square of the marked-up words of one text. */
const maxText = 4000;

/** What citeproc gets: CSL-JSON with strings in place of numbers. */
export type PlainItem = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: CslType };

/** Abstracts are in no reference, and `custom` is ours. */
const leftOut = new Set(['id', 'type', 'abstract', 'custom', 'keyword', 'source']);

function toText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  if (text.length <= maxText) return text === '' ? undefined : text;
  // Cut markup would show as text.
  return `${text.slice(0, maxText).replace(/<\/?(?:i|b|sub|sup)>/g, '')}…`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keeps the members that have a text. */
function toTexts(value: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(value).map(([name, member]) => [name, toText(member)] as const);
  return Object.fromEntries(
    texts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}

function toDate(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const given: unknown = value['date-parts'];
  const dates = (Array.isArray(given) ? given : [])
    .map((parts: unknown) => (Array.isArray(parts) ? parts.map(Number).filter(Number.isInteger) : []))
    .filter((parts) => parts.length > 0);
  const rest = toTexts(value);
  const date = dates.length === 0 ? rest : { ...rest, 'date-parts': dates };
  return Object.keys(date).length === 0 ? undefined : date;
}

function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const names = value.filter(isObject).map(toTexts);
    return names.length === 0 ? undefined : names;
  }
  return isObject(value) ? toDate(value) : toText(value);
}

/** Returns a record's item for citeproc; what is empty or of no type that CSL knows is left out. */
export function toPlainItem(csl: CslItem): PlainItem {
  const members = Object.entries(csl)
    .filter(([name]) => !leftOut.has(name))
    .map(([name, value]) => [name, toPlain(value)] as const)
    .filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(members), id: 'work', type: csl.type };
}
