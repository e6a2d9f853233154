/** What kind of thesis or report a work is, in the words that styles expect. */
import type { CslItem } from '../../record/record.ts';
import type { Dialect } from './fieldMap.ts';
import { textOf } from './textOf.ts';

const degrees: readonly (readonly [words: RegExp, type: 'bathesis' | 'mathesis' | 'phdthesis'])[] = [
  [/bachelor|学士|학사|\bb\.?\s?(?:a|sc|eng)\b/i, 'bathesis'],
  [/master|magist|diplom|修士|硕士|碩士|석사|\bm\.?\s?(?:a|sc|phil|eng|ed|res)\b/i, 'mathesis'],
  [/doctor|doktor|dottor|docteur|dissertation|博士|박사|\bph\.?\s?d\b|\bd\.?\s?(?:phil|sc)\b/i, 'phdthesis'],
];

const reportKinds: readonly (readonly [words: RegExp, type: 'techreport' | 'resreport'])[] = [
  [/^(?:technical )?report$|^rapport technique$/i, 'techreport'],
  [/^research report$/i, 'resreport'],
];

type Degree = (typeof degrees)[number][1];

/** Returns BibLaTeX's word for the degree of a thesis; undefined where the record names none or one it has no word for. */
export function degreeOf(csl: CslItem): Degree | undefined {
  const words = textOf(csl, 'genre') ?? csl.custom?.kind ?? '';
  return degrees.find(([pattern]) => pattern.test(words))?.[1];
}

/** Returns the degree as the source words it, where that says more than the entry type: `博士(理学)`. */
export function degreeNote(csl: CslItem): string | undefined {
  const genre = csl.type === 'thesis' ? textOf(csl, 'genre') : undefined;
  return genre !== undefined && /[\p{Script=Han}\p{Script=Hangul}]/u.test(genre) ? genre : undefined;
}

/** Entry types of BibLaTeX that have a `type`. */
const typedEntries = /^(?:audio|booklet|dataset|image|misc|patent|software|unpublished|video)$/;

/**
 * Returns the `type` field as plain text: BibLaTeX's key for theses and reports, which must have one; in BibTeX only
 * what the entry type does not say already. Undefined where there is nothing to say.
 */
export function typeField(csl: CslItem, entryType: string, dialect: Dialect): string | undefined {
  const { type } = csl;
  const genre = textOf(csl, 'genre');
  if (type === 'thesis') {
    const degree = degreeOf(csl);
    if (dialect === 'biblatex') return degree ?? genre ?? 'phdthesis';
    return degree === 'bathesis' ? "Bachelor's thesis" : degree === undefined ? genre : undefined;
  }
  if (type === 'report') {
    const kind = reportKinds.find(([words]) => words.test(genre ?? 'report'))?.[1];
    return dialect === 'biblatex' ? (kind ?? genre) : kind === 'techreport' ? undefined : genre;
  }
  return dialect === 'biblatex' && typedEntries.test(entryType) ? genre : undefined;
}
