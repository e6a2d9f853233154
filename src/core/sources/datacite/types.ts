/**
 * DataCite's general types (schema 4.7, read 2026-11-21) as CSL types. What `types.citeproc` and its neighbours
 * say is computed by the service from free text and often wrong, so it is not used.
 */
import type { CslType } from '../../record/record.ts';

export interface WorkType {
  readonly type: CslType;
  readonly genre?: string;
}

const byGeneralType: Readonly<Record<string, WorkType>> = {
  Dataset: { type: 'dataset' },
  Software: { type: 'software' },
  ComputationalNotebook: { type: 'software' },
  JournalArticle: { type: 'article-journal' },
  DataPaper: { type: 'article-journal' },
  Preprint: { type: 'article', genre: 'Preprint' },
  ConferencePaper: { type: 'paper-conference' },
  ConferenceProceeding: { type: 'book' },
  Book: { type: 'book' },
  BookChapter: { type: 'chapter' },
  Dissertation: { type: 'thesis' },
  Report: { type: 'report' },
  OutputManagementPlan: { type: 'report' },
  Standard: { type: 'standard' },
  PeerReview: { type: 'review' },
  Poster: { type: 'speech', genre: 'Poster' },
  Presentation: { type: 'speech', genre: 'Presentation' },
  Image: { type: 'graphic' },
  Audiovisual: { type: 'motion_picture' },
  Sound: { type: 'song' },
  Collection: { type: 'collection' },
  Journal: { type: 'periodical' },
  Event: { type: 'event' },
};

/** General types that say little, so that the free text is asked first. */
const vagueTypes = new Set(['Text', 'Other', 'Collection', 'Event', 'Image', 'InteractiveResource', '']);

/** What people write as the free-text type, first match wins. */
const byFreeText: readonly (readonly [pattern: RegExp, type: WorkType])[] = [
  [/master'?s? ?thesis|masterarbeit|diplom|修士/i, { type: 'thesis', genre: "Master's thesis" }],
  [/bachelor/i, { type: 'thesis', genre: "Bachelor's thesis" }],
  [/doctoral|ph\.? ?d\b|博士|dissertation/i, { type: 'thesis', genre: 'PhD thesis' }],
  [/thesis|habilitation/i, { type: 'thesis' }],
  [/pre-?print|working ?paper/i, { type: 'article', genre: 'Preprint' }],
  [/data ?paper|journal ?article|^article$|review ?article/i, { type: 'article-journal' }],
  [/book ?(?:chapter|section|part)|^chapter/i, { type: 'chapter' }],
  [
    /conference ?(?:paper|article|contribution)|proceedings? ?(?:article|paper)/i,
    { type: 'paper-conference' },
  ],
  [/^(?:book|monograph|e-?book|edited ?book)$|proceedings$/i, { type: 'book' }],
  [/poster/i, { type: 'speech', genre: 'Poster' }],
  [/presentation|slides|^talk|lecture/i, { type: 'speech', genre: 'Presentation' }],
  [/blog/i, { type: 'post-weblog' }],
  [/report|deliverable|white ?paper|data management plan|technical note/i, { type: 'report' }],
  [/peer ?review|referee ?report/i, { type: 'review' }],
  [/^standard$/i, { type: 'standard' }],
  [/^(?:software|source code|code)$/i, { type: 'software' }],
  [/^data ?set$/i, { type: 'dataset' }],
];

/** Returns the CSL type and genre of a DataCite record; `inJournal` where a journal contains it. */
export function toWorkType(
  general: string | undefined,
  freeText: string | undefined,
  inJournal: boolean,
): WorkType {
  const words = freeText?.replaceAll(/([a-z])([A-Z])/g, '$1 $2') ?? '';
  const stated = byFreeText.find(([pattern]) => pattern.test(words))?.[1];
  if (vagueTypes.has(general ?? '') && stated !== undefined) return stated;
  const known = byGeneralType[general ?? ''];
  if (known === undefined) return { type: inJournal ? 'article-journal' : 'document' };
  return stated?.type === known.type ? stated : known;
}

function toResourceTypeId(general: string): string {
  return general.replaceAll(/(?<=[a-z])([A-Z])/g, '-$1').toLowerCase();
}

/** Returns the CSL type of one of DataCite's ids, such as `book-chapter`; `document` for those that say little. */
export function toCslType(id: string): CslType {
  return (
    Object.entries(byGeneralType).find(([general]) => toResourceTypeId(general) === id)?.[1].type ??
    'document'
  );
}

/** Returns DataCite's ids (`resource-type-id`) of the general types that a CSL type stands for. */
export function toResourceTypeIds(csl: string): readonly string[] {
  return Object.entries(byGeneralType)
    .filter(([, { type }]) => type === csl)
    .map(([general]) => toResourceTypeId(general));
}
