import { defaultKeyPattern, makeKey, toSafeKey } from '../../record/citationKey.ts';
import type { CitationRecord, CslItem } from '../../record/record.ts';
import { entryFields } from './entryFields.ts';
import type { FieldOptions } from './fieldText.ts';
import { defaultLayout, inLetterCase, writeLabel, type EntryLayout } from './layout.ts';

export interface FormatOptions extends FieldOptions {
  /** Defaults to `defaultLayout`. */
  readonly layout?: EntryLayout;
}

/** A quote within a value always stands in braces of its own, so that the outer braces can become quotes. */
function inDelimiters(value: string, { delimiter }: EntryLayout): string {
  return delimiter === 'quote' && value.startsWith('{') ? `"${value.slice(1, -1)}"` : value;
}

/**
 * Returns a record as one entry, without a line end behind it. `key` is used as it is but for what no key can hold.
 */
export function formatEntry(csl: CslItem, key: string, options: FormatOptions): string {
  const { layout = defaultLayout } = options;
  const { opening, separator, closing } = layout;
  const { type, fields } = entryFields(csl, options);
  const names = fields.map(([name]) => name);
  const written = fields.map(
    ([name, value]) => writeLabel(name, names, layout) + inDelimiters(value, layout),
  );
  const head = `${layout.indent}@${inLetterCase(type, layout.typeCase)}{${toSafeKey(key)}`;
  const entry = `${head}${opening}${written.join(separator)}${closing}`;
  return entry.replaceAll('\n', layout.lineEnd);
}

/**
 * Returns records as entries, a blank line between two and a line end behind the last. `keys` are theirs in order; a
 * record without one gets a key by the default pattern, unlike all others here.
 */
export function formatEntries(
  records: readonly CitationRecord[],
  options: FormatOptions,
  keys: readonly string[] = [],
): string {
  const { lineEnd } = options.layout ?? defaultLayout;
  const taken = new Set(keys.map((key) => key.toLowerCase()));
  const entries = records.map(({ csl }, index) => {
    const key =
      keys[index] ?? makeKey(csl, defaultKeyPattern, (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(key.toLowerCase());
    return `${formatEntry(csl, key, options)}${lineEnd}`;
  });
  return entries.join(lineEnd);
}
