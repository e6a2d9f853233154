/** Where in a .bib text new entries go. */
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { skipLine } from '../text/characters.ts';
import { createPlaceFinder } from './findSafePlace.ts';
import { findTrailer } from './findTrailer.ts';
import { countUpTo, findKeyOrder } from './keyOrder.ts';

/** Behind all entries, or in the order of the keys in a file that keeps one. */
export type EntryPosition = 'end' | 'sorted';

/** Entries that go to one place, in their order; `at` is where what stands before them ends, or the text's start. */
export interface Place<T> {
  readonly at: number;
  readonly entries: readonly T[];
}

/** Returns where entries with these keys go, first place first; nothing before a place is still open there. */
export function findPlaces<T extends { readonly key: string }>(
  index: BibIndex,
  entries: readonly T[],
  position: EntryPosition,
): readonly Place<T>[] {
  const toPlace = createPlaceFinder(index);
  const end = findTrailer(index);
  const byKey = position === 'sorted' ? orderedPlaces(index, entries) : undefined;
  if (byKey === undefined) return [{ at: toPlace(end), entries }];

  const places = new Map<number, T[]>();
  for (const { at: wanted, entry } of byKey) {
    const at = toPlace(Math.min(wanted, end));
    const others = places.get(at);
    if (others === undefined) places.set(at, [entry]);
    else others.push(entry);
  }
  return [...places].map(([at, group]) => ({ at, entries: group })).sort((one, other) => one.at - other.at);
}

/** Returns a place for each entry in the order of the keys; undefined where the file's entries are in no order. */
function orderedPlaces<T extends { readonly key: string }>(
  index: BibIndex,
  entries: readonly T[],
): readonly { readonly at: number; readonly entry: T }[] | undefined {
  const blocks = [...index.entries()].filter((block) => block.closed && block.key !== '');
  const keys = blocks.map(({ key }) => key);
  const order = findKeyOrder(keys);
  if (order === undefined) return undefined;
  const first = index.entries().next().value?.start ?? Infinity;
  const sorted = entries.toSorted((one, other) => order(one.key, other.key));
  return sorted.map((entry) => {
    const before = blocks[countUpTo(keys, entry.key, order) - 1];
    return { at: before === undefined ? first : placeAfter(index, before), entry };
  });
}

/** Returns the end of the line that a block ends in, so that what is noted behind it stays with it. */
function placeAfter(index: BibIndex, block: BibBlock): number {
  const lineEnd = skipLine(index.text, block.end);
  return block.number + 1 < index.blockCount ? Math.min(lineEnd, index.start(block.number + 1)) : lineEnd;
}
