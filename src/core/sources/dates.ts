/** Dates of a search for services that look for longer spans only. */
import type { SearchQuery } from './query.ts';

type Span = NonNullable<SearchQuery['date']>;

/** Returns the years in which a search's dates lie, both included; its years where it has no dates. */
export function toYears({ date, year }: SearchQuery): SearchQuery['year'] {
  if (date === undefined) return year;
  const { from, to } = date;
  return {
    ...(from === undefined ? {} : { from: Number(from.slice(0, 4)) }),
    ...(to === undefined ? {} : { to: Number(to.slice(0, 4)) }),
  };
}

/** Tells whether the dates of a span, both included, begin and end with whole years or months. */
export function isSpanOf(unit: 'year' | 'month', { from, to }: Span): boolean {
  const begins = (date: Date): boolean =>
    date.getUTCDate() === 1 && (unit === 'month' || date.getUTCMonth() === 0);
  return (from === undefined || begins(new Date(from))) && (to === undefined || begins(dayAfter(to)));
}

/** The first day after a day, month or year. */
function dayAfter(date: string): Date {
  const [year = NaN, month = 12, day] = date.split('-').map(Number);
  return new Date(day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1));
}
