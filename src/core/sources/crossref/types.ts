/** Crossref's record types (`/types`, read 2026-11-21) as CSL types. */
import { cslTypes, type CslType } from '../../record/record.ts';

const byCrossrefType: Readonly<Record<string, CslType>> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  proceedings: 'book',
  'proceedings-series': 'book',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-series': 'book',
  'book-set': 'book',
  'book-chapter': 'chapter',
  'book-part': 'chapter',
  'book-section': 'chapter',
  'book-track': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  dissertation: 'thesis',
  report: 'report',
  'report-component': 'report',
  'report-series': 'report',
  standard: 'standard',
  'standard-series': 'standard',
  'posted-content': 'article',
  'peer-review': 'review',
  dataset: 'dataset',
  database: 'dataset',
  component: 'document',
  journal: 'periodical',
  'journal-issue': 'periodical',
  'journal-volume': 'periodical',
  grant: 'document',
  other: 'document',
};

/** Crossref types whose container titles are `[series, book]`. */
export const partTypes: ReadonlySet<CslType> = new Set(['chapter', 'paper-conference', 'entry-encyclopedia']);

/** Returns the CSL type of a Crossref record, of a CSL type as itself; `document` for what is not known. */
export function toCslType(type: string | undefined, subtype: string | undefined, inBook: boolean): CslType {
  if (type === 'posted-content' && subtype === 'blog') return 'post-weblog';
  if ((type === 'other' || type === undefined) && inBook) return 'chapter';
  if (type === undefined) return 'document';
  return byCrossrefType[type] ?? cslTypes.find((csl) => csl === type) ?? 'document';
}

/** Returns the Crossref types that a CSL type stands for; empty where Crossref has none. */
export function toCrossrefTypes(csl: string): readonly string[] {
  return Object.entries(byCrossrefType)
    .filter(([, type]) => type === csl)
    .map(([crossrefType]) => crossrefType);
}
