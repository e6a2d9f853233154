/** Gives an entry of a .bib text another key, there and where entries refer to it. */
import { toSafeKey } from '../../record/citationKey.ts';
import { say, type Sentence } from '../../sentence.ts';
import { entryAt, type BibBlock, type BibIndex } from '../text/bibIndex.ts';
import type { Span } from '../../span.ts';
import { keysOf } from '../text/keysOf.ts';
import { readValue } from '../text/readField.ts';
import type { TextEdit } from '../../span.ts';

/** Fields whose values are keys. */
const keyFields = new Set(['crossref', 'xref', 'xdata', 'related', 'entryset', 'ids']);

/** A key in such a value. */
const keyInValue = /[^\s,"{}#]+/g;

/** A key where it stands. */
interface PlacedKey extends Span {
  readonly key: string;
}

/** BibTeX takes keys that differ in letter case for the same. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A key that a field names. One by a macro or a number stands for the whole value. */
interface Reference extends PlacedKey {
  readonly isWhole: boolean;
}

/** Returns the keys of other entries that the fields of an entry name. */
function referencesOf(index: BibIndex, entry: BibBlock): readonly Reference[] {
  return entry.fields
    .filter(({ name }) => keyFields.has(name))
    .flatMap(({ valueSpan }): readonly Reference[] => {
      const { start, end } = valueSpan;
      const value = index.text.slice(start, end);
      if (!/^["{]/.test(value)) return [{ key: readValue(index, valueSpan), start, end, isWhole: true }];
      return Array.from(value.matchAll(keyInValue), ({ 0: key, index: at }) => {
        const place = { start: start + at, end: start + at + key.length };
        return { key, ...place, isWhole: false };
      });
    });
}

/** Returns the key at an offset: an entry's own, or one that a field names; undefined elsewhere. */
export function keyAt(index: BibIndex, offset: number): PlacedKey | undefined {
  const entry = entryAt(index, offset);
  if (entry === undefined) return undefined;
  const keys: readonly PlacedKey[] = [{ key: entry.key, ...entry.keySpan }, ...referencesOf(index, entry)];
  return keys.find(({ key, start, end }) => key !== '' && start <= offset && offset <= end);
}

/** Says why the entry of a key cannot be given another one; undefined if it can. */
export function describeKeyProblem(index: BibIndex, oldKey: string, newKey: string): Sentence | undefined {
  if (newKey === '' || toSafeKey(newKey) !== newKey)
    return say`"${newKey}" cannot be a key: blanks and " # % & ' ( ) , = @ \\ ^ \` { } ~ $ cannot stand in one.`;
  const entries = [...index.entries()].filter(({ key }) => isSame(key, oldKey));
  if (entries.length === 0) return say`There is no entry with the key "${oldKey}".`;
  if (entries.length > 1)
    return say`There are ${entries.length} entries with the key "${oldKey}", so that nobody can tell which one is cited.`;
  if (!isSame(oldKey, newKey) && keysOf(index).has(newKey.toLowerCase()))
    return say`The key "${newKey}" has an entry already.`;
  return undefined;
}

/** Tells whether a field of an entry names this key. */
export function refersTo(index: BibIndex, entry: BibBlock, key: string): boolean {
  return referencesOf(index, entry).some((reference) => isSame(reference.key, key));
}

/** Returns the edits, in order, that make what entries say of one key be said of another. */
export function replaceReferences(index: BibIndex, oldKey: string, newKey: string): readonly TextEdit[] {
  return [...index.entries()].flatMap((entry) =>
    referencesOf(index, entry)
      .filter(({ key }) => isSame(key, oldKey))
      // What has no delimiters is read as a macro.
      .map(({ start, end, isWhole }) => ({ start, end, newText: isWhole ? `{${newKey}}` : newKey })),
  );
}

/** Returns the edits that give every entry of a key another key, and every entry that refers to it. */
export function renameKey(index: BibIndex, oldKey: string, newKey: string): readonly TextEdit[] {
  const keys = [...index.entries()].filter(({ key }) => isSame(key, oldKey)).map(({ keySpan }) => keySpan);
  return [...keys.map((span) => ({ ...span, newText: newKey })), ...replaceReferences(index, oldKey, newKey)];
}
