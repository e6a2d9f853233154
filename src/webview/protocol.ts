/**
 * What the page of the search panel and its host say to each other. The page begins with `ready`, the host answers
 * with everything; after that each says what changes. Addresses and credentials never travel: the page names works
 * by id, the host knows the rest.
 */
import { sorts, type Filters, type Sort } from './facets.ts';
import {
  isFlag,
  isList,
  isNumber,
  isObject,
  isText,
  isTexts,
  oneOf,
  optional,
  shaped,
  type Shape,
} from './shape.ts';

/** Type of what is dragged out of the page beside its text: the ids of works, in JSON. */
export const draggedWorks = 'application/vnd.citation-lookup.works';

/** How far a source is. */
export const shareStates = ['idle', 'waiting', 'answered', 'failed', 'stopped', 'lacks-credentials'] as const;

/** One source's part in a search. */
export interface SourceShare {
  readonly id: string;
  readonly name: string;
  readonly state: (typeof shareStates)[number];
  /** Works loaded of it so far. */
  readonly count: number;
  /** Works it has in all, where it counts them. */
  readonly total?: number;
  readonly hasMore: boolean;
  /** Why it has no answer: one sentence, and whether it could not be reached at all. */
  readonly failure?: { readonly message: string; readonly offline: boolean } | undefined;
  /** Conditions of the query that it could not apply, as in the query syntax. */
  readonly notApplied: readonly string[];
  /** Sentences on the query, such as on a journal's name that it does not know. */
  readonly notes?: readonly string[] | undefined;
}

/** A warning about a work, in words. */
export interface Warning {
  readonly severe: boolean;
  readonly text: string;
}

/** A work as a row shows it. Every text is untrusted. */
export interface Work {
  readonly id: string;
  /** May hold `<i> <b> <sub> <sup>`; every other character is text. */
  readonly title: string;
  readonly authors: string;
  readonly year?: number;
  /** CSL type, and its name as a person reads it. */
  readonly type: string;
  readonly typeName: string;
  /** Journal, book, conference or publisher: what the venue facet counts. */
  readonly venue: string;
  /** The venue with volume, issue and pages. */
  readonly place: string;
  /** Ids of the sources that know it. */
  readonly sources: readonly string[];
  readonly citedBy?: number;
  readonly openAccess: boolean;
  readonly warnings: readonly Warning[];
  /** Address of a picture on one of the hosts that the page may load from. */
  readonly cover?: string;
  /** Key under which it stands in the bibliography. */
  readonly key?: string;
  /** What it is where only text can be dropped: its DOI, or a short reference. */
  readonly dragText: string;
}

/** What is shown of one work beside its row. */
export interface Details {
  readonly id: string;
  readonly abstract: string;
  /** Fields with who said them. */
  readonly fields: readonly { readonly name: string; readonly value: string; readonly source: string }[];
  readonly bibtex: string;
  /** The reference in the person's citation style, marked up as a title is; '' until it is written, or where it cannot be. */
  readonly reference: string;
  /** Whether the work has an address to open. */
  readonly opens: boolean;
  /** True until the work's own source has said what else it knows. */
  readonly loading: boolean;
}

/** Conditions that the form has a line of text for. */
export const formTexts = ['author', 'title', 'journal', 'publisher', 'funder', 'license'] as const;

/** The query as a form of fields. */
export interface QueryForm extends Readonly<Record<(typeof formTexts)[number], string>> {
  readonly words: string;
  readonly from: string;
  readonly to: string;
  /** In the word of the query syntax; '' for any. */
  readonly type: string;
  readonly open: boolean;
  readonly abstract: boolean;
  /** Conditions that the form has no field for, in the query syntax. */
  readonly rest: string;
}

/** A search and what it has found so far. */
export interface Found {
  /** The query as typed; '' before the first search. */
  readonly text: string;
  readonly busy: boolean;
  readonly sources: readonly SourceShare[];
  /** Ids of the works, the best first. */
  readonly order: readonly string[];
  /** Sentences that services demand where their works are shown. */
  readonly credits: readonly string[];
  /** A sentence where the search as a whole has something to say. */
  readonly note?: string | undefined;
}

/** What survives when the page is gone; the host keeps it. */
export interface Kept {
  readonly query: string;
  readonly filters: Filters;
  readonly areFiltersOpen: boolean;
  readonly sort: Sort;
  readonly active?: string;
  readonly chosen: readonly string[];
  readonly details?: string;
  /** The work at the upper edge of the list, and how many pixels of its row are above it; undefined at the top. */
  readonly scrolled?: { readonly id: string; readonly pixels: number } | undefined;
}

/** Texts of the page by name, in the person's language; `{0}` and `{1}` are places for values. */
export const textNames = [
  'heading', 'placeholder', 'search', 'stop', 'form', 'words', 'author', 'title', 'journal', 'yearFrom', 'yearTo', 'type', 'anyType', 'pickCondition',
  'publisher', 'funder', 'license', 'openOnly', 'abstractOnly', 'sources', 'idle', 'waiting', 'ofTotal', 'failed', 'stopped', 'setCredentials', 'retry', 'notApplied',
  'filters', 'filterType', 'filterYear', 'filterSource', 'filterVenue', 'clearFilters', 'sort', 'relevance', 'newest',
  'oldest', 'cited', 'byTitle', 'results', 'oneWork', 'manyWorks', 'someWorks', 'stillWaiting', 'chosen', 'clearChoice',
  'insert', 'insertMany', 'copy', 'open', 'details', 'close', 'more', 'loadingMore', 'citedBy', 'openAccess', 'inBibliography',
  'abstract', 'fields', 'field', 'value', 'saidBy', 'bibtex', 'reference', 'loadingDetails', 'welcome', 'welcomeHint', 'tryThese',
  'nothing', 'nothingHint', 'offline', 'offlineHint', 'allFailed', 'noneMatch', 'searching', 'credentialsHint',
] as const; // prettier-ignore

export type TextName = (typeof textNames)[number];
export type Texts = Readonly<Record<TextName, string>>;

/** A type in the word of the query syntax, and its name. */
export interface TypeChoice {
  readonly word: string;
  readonly name: string;
}

/** The search went on. It says what is new, however much is there. */
export interface Progress {
  readonly kind: 'progress';
  readonly found: Omit<Found, 'order'>;
  /** Up to place `from` the order is as before; then these. */
  readonly order: { readonly from: number; readonly ids: readonly string[] };
  /** The new and changed ones. */
  readonly works: readonly Work[];
}

export type HostMessage =
  | {
      readonly kind: 'state';
      readonly texts: Texts;
      /** BCP 47 tag of the person's language. */
      readonly language: string;
      readonly types: readonly TypeChoice[];
      readonly found: Found;
      readonly works: readonly Work[];
      /** As the page before said last. */
      readonly kept?: Kept | undefined;
    }
  | Progress
  | { readonly kind: 'details'; readonly details: Details }
  /** `query` where the host has changed it too. */
  | { readonly kind: 'form'; readonly form: QueryForm; readonly query?: string }
  /** Something was done that is worth saying to those who cannot see it. */
  | { readonly kind: 'said'; readonly text: string };

export type PageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'more' }
  | { readonly kind: 'retry'; readonly source: string }
  /** The person has begun to read: what comes now must not move what is there. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'details'; readonly id: string }
  | { readonly kind: 'insert'; readonly ids: readonly string[] }
  | { readonly kind: 'copy'; readonly ids: readonly string[] }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'setCredentials'; readonly source: string }
  | { readonly kind: 'keep'; readonly kept: Kept }
  /** Asks for the query's text as a form. */
  | { readonly kind: 'readForm'; readonly text: string }
  /** Asks for a genre or a project to be picked and added to the query's text. */
  | { readonly kind: 'pickCondition'; readonly text: string };

const isKeptShape = shaped({
  query: isText,
  filters: shaped({
    type: isTexts,
    source: isTexts,
    venue: isTexts,
    years: optional(shaped({ from: isNumber, to: isNumber })),
  }),
  areFiltersOpen: isFlag,
  sort: oneOf(sorts),
  active: optional(isText),
  chosen: isTexts,
  details: optional(isText),
  scrolled: optional(shaped({ id: isText, pixels: isNumber })),
});

/** Tells whether something was kept of a page of this kind: another version may have kept it. */
export function isKept(value: unknown): value is Kept {
  return isKeptShape(value);
}

const pageShapes: Readonly<Record<PageMessage['kind'], Shape>> = {
  ready: {},
  search: { text: isText },
  stop: {},
  more: {},
  retry: { source: isText },
  settle: {},
  details: { id: isText },
  insert: { ids: isTexts },
  copy: { ids: isTexts },
  open: { id: isText },
  setCredentials: { source: isText },
  keep: { kept: isKept },
  readForm: { text: isText },
  pickCondition: { text: isText },
};

const hostShapes: Readonly<Record<HostMessage['kind'], Shape>> = {
  state: {
    texts: isObject,
    language: isText,
    types: isList,
    found: isObject,
    works: isList,
    kept: optional(isKept),
  },
  progress: { found: isObject, order: isObject, works: isList },
  details: { details: isObject },
  form: { form: isObject },
  said: { text: isText },
};

function hasShape(value: unknown, shapes: Readonly<Record<string, Shape>>): boolean {
  if (!isObject(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(shapes, value['kind']))
    return false;
  return shaped(shapes[value['kind']] ?? {})(value);
}

/** Tells whether something received is a message of the page. */
export function isPageMessage(value: unknown): value is PageMessage {
  return hasShape(value, pageShapes);
}

/** Tells whether something received is a message of the host. */
export function isHostMessage(value: unknown): value is HostMessage {
  return hasShape(value, hostShapes);
}
