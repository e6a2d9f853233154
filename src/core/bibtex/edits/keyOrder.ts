/** Compares two keys: negative where the first one comes first. */
export type KeyOrder = (one: string, other: string) => number;

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The orders that programs sort keys in. */
const orders: readonly KeyOrder[] = [
  (one, other) => byCodeUnits(one.toLowerCase(), other.toLowerCase()),
  byCodeUnits,
  new Intl.Collator('en', { numeric: true }).compare,
];

/** Returns the order that keys are in; undefined where they are in none. */
export function findKeyOrder(keys: readonly string[]): KeyOrder | undefined {
  return orders.find((compare) =>
    keys.every((key, index) => index === 0 || compare(keys[index - 1] ?? '', key) <= 0),
  );
}

/** Returns how many of the keys, which are in this order, come before `key` or equal it. */
export function countUpTo(keys: readonly string[], key: string, compare: KeyOrder): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(keys[middle] ?? '', key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
