/** Numbers of hits by type, year and journal: Crossref's facets, which take it a while. */
import { toPlainText } from '../../record/markup.ts';
import { asObject } from '../json.ts';
import { sumCounts, type SearchCounts } from '../query.ts';
import { toCslType } from './types.ts';

/** Crossref names at most a hundred containers. */
export const facetParameter = `facet=${encodeURIComponent('type-name:*,published:*,container-title:100')}`;

/** Reads the facets of a list. */
export function readCounts(facets: unknown): SearchCounts {
  const valuesOf = (name: string): readonly (readonly [string, unknown])[] =>
    Object.entries(asObject(asObject(asObject(facets)[name])['values']));
  const types = valuesOf('type-name').map(
    ([label, count]) =>
      [toCslType(label.toLowerCase().replaceAll(' ', '-'), undefined, false), count] as const,
  );
  return {
    type: sumCounts(types),
    year: sumCounts(valuesOf('published')),
    journal: sumCounts(valuesOf('container-title').map(([title, count]) => [toPlainText(title), count])),
  };
}
