/** Counting, narrowing and sorting what was found. */
import type { Work } from './protocol.ts';

export type FacetName = 'type' | 'source' | 'venue';

/** First and last year, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** Values of one facet are alternatives, facets must all hold; an empty list narrows nothing. */
export interface Filters extends Readonly<Record<FacetName, readonly string[]>> {
  readonly years?: Years | undefined;
}

export const noFilters: Filters = { type: [], source: [], venue: [] };

export const sorts = ['relevance', 'newest', 'oldest', 'cited', 'byTitle'] as const;
export type Sort = (typeof sorts)[number];

const valuesOf: Readonly<Record<FacetName, (work: Work) => readonly string[]>> = {
  type: ({ type }) => [type],
  source: ({ sources }) => sources,
  venue: ({ venue }) => (venue === '' ? [] : [venue]),
};

const facetNames: readonly FacetName[] = ['type', 'source', 'venue'];

/** Tells whether anything is narrowed. */
export function isNarrowed(filters: Filters): boolean {
  return filters.years !== undefined || facetNames.some((name) => filters[name].length > 0);
}

/** Returns the works that satisfy the filters, those of `except` left aside. */
export function narrow(
  works: readonly Work[],
  filters: Filters,
  except?: FacetName | 'years',
): readonly Work[] {
  const lists = facetNames
    .filter((name) => name !== except && filters[name].length > 0)
    .map((name) => ({ allowed: new Set(filters[name]), values: valuesOf[name] }));
  const years = except === 'years' ? undefined : filters.years;
  return works.filter(
    (work) =>
      lists.every(({ allowed, values }) => values(work).some((value) => allowed.has(value))) &&
      (years === undefined || (work.year !== undefined && work.year >= years.from && work.year <= years.to)),
  );
}

/** Returns the values of a facet with their number of works, the most frequent first; chosen ones are always there. */
export function countFacet(
  works: readonly Work[],
  filters: Filters,
  name: FacetName,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map(filters[name].map((value) => [value, 0]));
  for (const work of narrow(works, filters, name))
    for (const value of valuesOf[name](work)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** One bar of the histogram: the years it stands for and its number of works. */
export interface YearBar extends Years {
  readonly count: number;
}

const maxBars = 40;

/** Returns the works by year without gaps, several years a bar where there are many; empty where fewer than two years are known. */
export function yearBars(works: readonly Work[]): readonly YearBar[] {
  const counts = new Map<number, number>();
  for (const { year } of works) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  if (counts.size < 2) return [];
  let [first, last] = [Infinity, -Infinity];
  for (const year of counts.keys()) [first, last] = [Math.min(first, year), Math.max(last, year)];
  const width = Math.ceil((last - first + 1) / maxBars);
  const bars = Array.from({ length: Math.ceil((last - first + 1) / width) }, (_, place) => {
    const from = first + place * width;
    return { from, to: Math.min(from + width - 1, last), count: 0 };
  });
  for (const [year, count] of counts) {
    const bar = bars[Math.floor((year - first) / width)];
    if (bar !== undefined) bar.count += count;
  }
  return bars;
}

const orders: Readonly<Record<Exclude<Sort, 'relevance'>, (a: Work, b: Work) => number>> = {
  newest: (a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || 0,
  oldest: (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || 0,
  cited: (a, b) => (b.citedBy ?? -1) - (a.citedBy ?? -1),
  byTitle: (a, b) => a.title.localeCompare(b.title),
};

/** Returns works in an order; equal ones stay as the services ranked them, what is unknown comes last. */
export function sortWorks(works: readonly Work[], sort: Sort): readonly Work[] {
  return sort === 'relevance' ? works : works.toSorted(orders[sort]);
}
