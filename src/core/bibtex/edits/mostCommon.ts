/** Returns the value that occurs most often, the earlier one of equals; `fallback` where all are undefined. */
export function mostCommon<T>(values: Iterable<T | undefined>, fallback: T): T {
  const counts = new Map<T, number>();
  let best = fallback;
  for (const value of values) {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
}
