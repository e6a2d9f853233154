import type { BibIndex } from './bibIndex.ts';

/** Returns `build` with its result kept as long as the index it was built from. */
export function perIndex<T>(build: (index: BibIndex) => T): (index: BibIndex) => T {
  const kept = new WeakMap<BibIndex, { readonly value: T }>();
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known.value;
    const value = build(index);
    kept.set(index, { value });
    return value;
  };
}
