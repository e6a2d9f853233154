import type { CslItem } from '../../record/record.ts';

/** BibTeX holds 200,000 characters of an entry and older ones 20,000; no true title, name or address comes near. */
const maxLength = 20_000;

/** Returns the variable of a record that is longer than TeX takes, abstract and keywords aside; undefined where none is. */
export function findTooLong(csl: CslItem): string | undefined {
  return Object.entries(csl).find(
    ([variable, value]) => variable !== 'abstract' && variable !== 'keyword' && isTooLong(value),
  )?.[0];
}

function isTooLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > maxLength;
  return typeof value === 'object' && value !== null && Object.values(value).some(isTooLong);
}
