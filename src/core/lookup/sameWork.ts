/** Tells records of the same work apart from records of others, as services describe them. */
import { yearOf } from '../record/dates.ts';
import { foldTitle } from '../record/foldTitle.ts';
import type { CitationRecord, CslItem } from '../record/record.ts';

/** Returns what identifies a work beyond doubt, or its title, year and first author where nothing does. */
export function workKey({ csl }: CitationRecord): string {
  if (csl.DOI !== undefined) return `doi ${csl.DOI}`;
  if (csl.ISBN !== undefined && csl.type === 'book') return `isbn ${csl.ISBN}`;
  return describedKey(csl) ?? `id ${csl.id}`;
}

/** Works are compared again whenever a source answers; folding a title is what costs. */
const described = new WeakMap<CslItem, { readonly key: string | undefined }>();

/** Returns title, year and first author folded to one text; undefined where the title says too little. */
export function describedKey(csl: CslItem): string | undefined {
  const known = described.get(csl) ?? { key: describe(csl) };
  described.set(csl, known);
  return known.key;
}

function describe(csl: CslItem): string | undefined {
  const title = foldTitle(csl.title);
  const [first] = csl.author ?? csl.editor ?? [];
  const name = foldTitle(first?.family ?? first?.literal ?? '');
  const year = yearOf(csl.issued);
  return title.length < 8 || year === undefined ? undefined : `title ${title} ${String(year)} ${name}`;
}
