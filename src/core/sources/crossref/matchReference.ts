/** Finds the work that a whole reference means, as it was pasted from somewhere. */
import { toPlainText } from '../../record/markup.ts';
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

/** A word that a line break divides is what it is together, and the two parts in case they are two words. */
function joinLines(text: string): string {
  return text
    .replaceAll(/(\p{L}{1,40})[-‐][^\S\n]*\n\s*(\p{L}{1,40})/gu, '$1$2 $1-$2')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Tells whether two titles are the same, or one is the other with something before or after it. */
function areVersions(a: string, b: string): boolean {
  const [shorter = '', longer = ''] = [a, b].map(toPlainText).map((title) => title.toLowerCase()).toSorted((x, y) => x.length - y.length);
  return longer.includes(shorter.replace(/^[a-z]+\s*[:—–-]\s*/, ''));
} // prettier-ignore

/** Returns the work that `text` refers to; undefined where none fits well enough, or two fit alike. */
export async function matchReference(
  text: string,
  context: SourceContext,
): Promise<ReferenceMatch | undefined> {
  const reference = joinLines(text.replaceAll(/https?:\/\/\S+|\bdoi:\s*\S+/gi, ' ')).slice(0, maxLength);
  if (reference === '') return undefined;
  const found = await crossref.search?.find({ words: reference }, { size: candidates }, context);
  const [best, next] = (found?.records ?? [])
    .map((record) => ({ record, score: scoreReference(record.csl, reference) }))
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < enough) return undefined;
  if (next === undefined || next.score < enough) return best;
  // Two works that both are in the text are two references.
  const isOne = areVersions(best.record.csl.title, next.record.csl.title);
  return isOne && best.score - next.score >= tie ? best : undefined;
}
