/**
 * The one shape that everything a service says becomes: CSL-JSON 1.0.2, who said it, and what a reader should be
 * warned about.
 */

import type { Formula } from './formulas.ts';

/** The item types of CSL 1.0.2. */
export const cslTypes = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter',
  'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event',
  'figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture',
  'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication',
  'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard',
  'thesis', 'treaty', 'webpage',
] as const; // prettier-ignore

export type CslType = (typeof cslTypes)[number];

/** A person (`family`, `given`, particles, suffix) or a body or undivided name (`literal`). */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

/** `date-parts` holds one date or a range, each `[year, month?, day?]`, months from 1; years before 1 are negative or 0. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: number | string;
  readonly circa?: boolean | number | string;
  readonly literal?: string;
  readonly raw?: string;
}

/** What CSL has no field for and an entry or a key needs. Lives in CSL-JSON's own `custom` object. */
export interface CslCustom {
  /** The work's own kind in the source's words, such as `edited-book`, where CSL's type is coarser. */
  readonly kind?: string;
  /** Preprint id at its server, such as `2101.00001`. */
  readonly eprint?: string;
  /** Server of `eprint`, such as `arXiv`. */
  readonly eprintType?: string;
  /** Primary class at the server, such as `cs.LG`. */
  readonly eprintClass?: string;
  /** Readings of the authors in their order, katakana or Latin; one without a reading is `null`. */
  readonly authorReadings?: readonly (CslName | null)[];
  /** The authors' names in Latin script, in their order; one without is `null`. */
  readonly authorRomanised?: readonly (CslName | null)[];
  /** True where the list of authors is known to be cut ("and others"). */
  readonly authorsIncomplete?: boolean;
  /** ISBN or ISSN of further forms, the ids a source gave beside the DOI. */
  readonly crid?: string;
  readonly naid?: string;
  readonly ncid?: string;
  /** Title in another language, as the source gives it. */
  readonly titleTranslated?: string;
  /** TeX of the title's formulas, in their order. */
  readonly titleFormulas?: readonly Formula[];
}

/** CSL-JSON 1.0.2. In `title` and `container-title` only `<i> <b> <sub> <sup>` may stand, balanced, `<`, `>` and `&` of the text as themselves. */
export interface CslItem {
  readonly id: string;
  readonly type: CslType;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly chair?: readonly CslName[];
  readonly contributor?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly submitted?: CslDate;
  readonly 'event-date'?: CslDate;
  readonly 'container-title'?: string;
  readonly 'container-title-short'?: string;
  readonly 'collection-title'?: string;
  readonly 'collection-number'?: string;
  readonly 'original-title'?: string;
  readonly 'title-short'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  /** Article number or electronic id, such as `e101381`. */
  readonly number?: string;
  readonly 'number-of-pages'?: string;
  readonly 'number-of-volumes'?: string;
  readonly edition?: string;
  readonly version?: string;
  readonly genre?: string;
  readonly medium?: string;
  readonly status?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly 'event-title'?: string;
  readonly 'event-place'?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly note?: string;
  readonly source?: string;
  /** Lower case. */
  readonly DOI?: string;
  /** One ISBN, digits and X only. */
  readonly ISBN?: string;
  /** One ISSN, `1234-567X`. */
  readonly ISSN?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly URL?: string;
  readonly custom?: CslCustom;
}

/** Something about a work that its citer should know. */
export interface Notice {
  readonly kind: 'retraction' | 'correction' | 'concern' | 'newer-version' | 'published-version';
  /** DOI of the notice or of the other version. */
  readonly identifier?: string;
  /** ISO 8601 date, as precise as known. */
  readonly date?: string;
  /** Who says so, such as `Retraction Watch` or `publisher`. */
  readonly assertedBy: string;
}

/** Where to look at the work; addresses are https (or http) and hold no credential. */
export interface Links {
  readonly landing?: string;
  readonly pdf?: string;
  readonly cover?: string;
}

/** What is worth showing of a work and does not belong into an entry. */
export interface Facts {
  readonly citedBy?: number;
  /** SPDX id or the licence's address. */
  readonly licence?: string;
  readonly openAccess?: boolean;
  /** Sentence a service demands beside its data. */
  readonly credit?: string;
  /** Id of a source that gives no answer now, where the record is what it said earlier. */
  readonly storedFrom?: string;
}

export interface CitationRecord {
  readonly csl: CslItem;
  /** Ids of the sources that contributed, the first one leading. */
  readonly sources: readonly string[];
  readonly notices: readonly Notice[];
  readonly links: Links;
  /** CSL field name to the id of the source that said it. */
  readonly provenance: Readonly<Record<string, string>>;
  readonly facts?: Facts;
}
