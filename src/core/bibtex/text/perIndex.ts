import type { BibIndex } from './bibIndex.ts';

/** How many blocks at the beginning and at the end of an index are those of the index that edits made it from. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

interface Kept<T> {
  readonly value: T;
  /** What the edits since then left of the index that the value is of; undefined where there were none. */
  readonly unchanged?: Unchanged;
}

type Heir = (from: BibIndex, to: BibIndex, unchanged: Unchanged) => void;
const heirs: Heir[] = [];

/**
 * Returns `build` with its result kept as long as the index it was built from. Where edits made the index from another
 * one whose result is there, `follow` makes that into the new one, and may change it: the other index has it no more.
 */
export function perIndex<T>(
  build: (index: BibIndex) => T,
  follow?: (value: T, index: BibIndex, unchanged: Unchanged) => T,
): (index: BibIndex) => T {
  const kept = new WeakMap<BibIndex, Kept<T>>();
  if (follow !== undefined)
    heirs.push((from, to, unchanged) => {
      const known = kept.get(from);
      if (known === undefined) return;
      kept.delete(from);
      kept.set(to, { value: known.value, unchanged: common(known.unchanged, unchanged) });
    });
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined && known.unchanged === undefined) return known.value;
    const value =
      known?.unchanged === undefined || follow === undefined
        ? build(index)
        : follow(known.value, index, known.unchanged);
    kept.set(index, { value });
    return value;
  };
}

/** Hands what is kept of an index on to the one that edits made of it. */
export function handOn(from: BibIndex, to: BibIndex, unchanged: Unchanged): void {
  for (const heir of heirs) heir(from, to, unchanged);
}

function common(one: Unchanged | undefined, other: Unchanged): Unchanged {
  if (one === undefined) return other;
  return { head: Math.min(one.head, other.head), tail: Math.min(one.tail, other.tail) };
}
