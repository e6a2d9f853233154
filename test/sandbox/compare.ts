/** Compares two values of one kind, as sorting asks. */
export function compare(left: string | number, right: string | number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
