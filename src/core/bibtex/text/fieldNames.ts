/** Under which name an entry has a field: the dialects differ, and an entry may mix them. */
import { findField, type BibBlock, type BibIndex } from './bibIndex.ts';
import { readInherited } from './readField.ts';

/** Names of one thing. */
const synonyms: readonly (readonly [bibtex: string, biblatex: string])[] = [
  ['journal', 'journaltitle'],
  ['address', 'location'],
  ['school', 'institution'],
  ['archiveprefix', 'eprinttype'],
  ['primaryclass', 'eprintclass'],
  ['pages', 'eid'],
  ['year', 'date'],
];

/** Returns the name under which an entry has this field, of its own or inherited; undefined where it lacks it. */
export function nameInEntry(index: BibIndex, entry: BibBlock, name: string): string | undefined {
  const pair = synonyms.find((names) => names.includes(name)) ?? [];
  return [name, ...pair].find((candidate) => readInherited(index, entry, candidate) !== undefined);
}

/** Tells whether an entry gives its date in the one field that only biblatex has; undefined where it gives none. */
export function hasWholeDate(entry: BibBlock): boolean | undefined {
  if (findField(entry, 'date') !== undefined) return true;
  return findField(entry, 'year') === undefined ? undefined : false;
}
