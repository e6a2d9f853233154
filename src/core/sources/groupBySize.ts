/**
 * Splits a list into groups, in order, of at most `maxCount` items that take at most `maxLength` characters of an
 * address together. An item longer than that stands alone.
 */
export function groupBySize<T>(
  items: readonly T[],
  lengthOf: (item: T) => number,
  limits: { readonly maxCount: number; readonly maxLength: number },
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let length = 0;
  for (const item of items) {
    const added = lengthOf(item);
    const group = groups.at(-1);
    if (group === undefined || group.length >= limits.maxCount || length + added > limits.maxLength) {
      groups.push([item]);
      length = added;
    } else {
      group.push(item);
      length += added;
    }
  }
  return groups;
}
