/** Finds the work that a whole reference means, as it was pasted from somewhere. */
import type { CitationRecord } from '../../record/record.ts';
import type { SourceContext } from '../source.ts';
import { crossref } from './crossref.ts';
import { enough, scoreReference } from './scoreReference.ts';

/** The work and how well it fits, from 0.85 (the least that counts) to 1. */
export interface ReferenceMatch {
  readonly record: CitationRecord;
  readonly score: number;
}

/** Crossref ranks by words alone, so that the right work need not be the first. */
const candidates = 5;

/** Works that fit as well as each other: none of them is the answer. */
const tie = 0.02;

/** A reference is a few lines; more would only make the address too long. */
const maxLength = 1000;

/** Returns the work that `text` refers to; undefined where none fits well enough, or two fit alike. */
export async function matchReference(
  text: string,
  context: SourceContext,
): Promise<ReferenceMatch | undefined> {
  const reference = text.replaceAll(/https?:\/\/\S+|\bdoi:\s*\S+/gi, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, maxLength); // prettier-ignore
  if (reference === '') return undefined;
  const found = await crossref.search?.find({ words: reference }, { size: candidates }, context);
  const [best, next] = (found?.records ?? [])
    .map((record) => ({ record, score: scoreReference(record.csl, reference) }))
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < enough) return undefined;
  return next !== undefined && best.score - next.score < tie ? undefined : best;
}
