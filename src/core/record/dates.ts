/** Reads the date forms of the services into CSL dates. */
import type { CslDate } from './record.ts';

function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Keeps year, month and day as far as each is possible; undefined without a year. */
function toParts(values: readonly unknown[]): readonly number[] | undefined {
  const [year, month, day] = values.map((value) =>
    typeof value === 'string' && /^-?\d{1,4}$/.test(value) ? Number(value) : value,
  );
  if (!isInteger(year) || year === 0 || Math.abs(year) > 9999) return undefined;
  if (!isInteger(month) || month < 1 || month > 12) return [year];
  if (!isInteger(day) || day < 1 || day > daysOf(year, month)) return [year, month];
  return [year, month, day];
}

/** Returns the CSL date of `{"date-parts": [[2019, 3, 5]]}` in any of its broken forms; undefined without a year. */
export function fromDateParts(value: unknown): CslDate | undefined {
  if (typeof value !== 'object' || value === null || !('date-parts' in value)) return undefined;
  const dateParts: unknown = value['date-parts'];
  if (!Array.isArray(dateParts)) return undefined;
  const nested: readonly unknown[] = Array.isArray(dateParts[0]) ? dateParts : [dateParts];
  const dates = nested
    .slice(0, 2)
    .map((parts) => (Array.isArray(parts) ? toParts(parts) : undefined))
    .filter((parts) => parts !== undefined);
  return dates.length === 0 ? undefined : { 'date-parts': dates };
}

/** `2011`, `2011-02`, `2011-02-01`, also with slashes, dots or 年月日 between. */
const singleDate = /^(-?\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?月?年?(?:[T ].*)?$/;
const compactDate = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Returns the CSL date of a date as text: ISO 8601 as precise as it is, a range (`2004/2005`, `2003-2005`), a
 * compact or Japanese form; undefined where no year can be read for certain.
 */
export function fromDateText(text: string): CslDate | undefined {
  const trimmed = text.trim();
  const range =
    /^(-?\d{4}(?:-\d{2}(?:-\d{2})?)?)\s*\/\s*(-?\d{4}(?:-\d{2}(?:-\d{2})?)?)$/.exec(trimmed) ??
    /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(trimmed);
  if (range?.[1] !== undefined && range[2] !== undefined) {
    const from = fromDateText(range[1])?.['date-parts']?.[0];
    const to = fromDateText(range[2])?.['date-parts']?.[0];
    if (from === undefined || to === undefined) return undefined;
    return { 'date-parts': [from, to] };
  }
  const match = compactDate.exec(trimmed) ?? singleDate.exec(trimmed);
  if (match === null) return undefined;
  const parts = toParts(match.slice(1, 4));
  return parts === undefined ? undefined : { 'date-parts': [parts] };
}

/** Returns the first year of a date; undefined where it has none. */
export function yearOf(date: CslDate | undefined): number | undefined {
  return date?.['date-parts']?.[0]?.[0];
}
