import { perIndex } from './perIndex.ts';
import { findField } from './bibIndex.ts';
import { readValue } from './readField.ts';

/** What looks like the beginning of an entry, in a comment or a broken entry too: BibTeX may read it as one. */
const entryBeginning = /@[^\s@{}(),"=]*\s*[{(]\s*([^\s,{}()"=]+)/g;

/** Returns the keys in lower case that a new entry of the file must not have: every entry's, and biblatex's `ids`. */
export const keysOf = perIndex((index): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const [, key = ''] of index.text.matchAll(entryBeginning)) keys.add(key.toLowerCase());
  for (const entry of index.entries()) {
    const ids = findField(entry, 'ids');
    const aliases = ids === undefined ? [] : readValue(index, ids.valueSpan).split(',');
    for (const key of [entry.key, ...aliases]) keys.add(key.trim().toLowerCase());
  }
  return keys;
});
