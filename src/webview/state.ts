/** Everything the page shows, and how it changes: a pure function of what happens. */
import {
  isNarrowed,
  narrow,
  noFilters,
  sortWorks,
  type FacetName,
  type Filters,
  type Sort,
  type Years,
} from './facets.ts';
import { composeQuery } from './form.ts';
import type {
  Details,
  Found,
  HostMessage,
  Kept,
  Progress,
  QueryForm,
  Texts,
  TypeChoice,
  Work,
} from './protocol.ts';
import { noSelection, select, type Selection, type SelectMode } from './selection.ts';

/** Where the keyboard goes after a change. */
export type Focus = 'query' | 'list' | 'details';

export interface PanelState {
  readonly texts: Texts;
  readonly language: string;
  readonly types: readonly TypeChoice[];
  /** What stands in the query box. */
  readonly query: string;
  /** The form, while it is open. */
  readonly form?: QueryForm | undefined;
  readonly found: Found;
  readonly works: ReadonlyMap<string, Work>;
  readonly filters: Filters;
  readonly areFiltersOpen: boolean;
  readonly sort: Sort;
  readonly selection: Selection;
  /** Whether the person has begun to read, and what comes in moves nothing. */
  readonly isRead: boolean;
  /** The work whose details are open, and what is known of it so far. */
  readonly details?: { readonly id: string; readonly content?: Details } | undefined;
  /** What assistive technology is told. */
  readonly said: string;
  readonly focus?: Focus | undefined;
}

export type Action =
  | { readonly kind: 'host'; readonly message: HostMessage }
  | { readonly kind: 'type'; readonly query: string }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'toggleForm' }
  | { readonly kind: 'fillForm'; readonly form: QueryForm }
  | { readonly kind: 'pickCondition' }
  | { readonly kind: 'filter'; readonly facet: FacetName; readonly value: string }
  | { readonly kind: 'filterYears'; readonly years: Years | undefined }
  | { readonly kind: 'clearFilters' }
  | { readonly kind: 'toggleFilters'; readonly open: boolean }
  | { readonly kind: 'sort'; readonly sort: Sort }
  | { readonly kind: 'select'; readonly id: string; readonly mode: SelectMode }
  | { readonly kind: 'selectAll' }
  /** The list was scrolled. */
  | { readonly kind: 'read' }
  | { readonly kind: 'clearSelection' }
  | { readonly kind: 'openDetails'; readonly id: string; readonly focus: boolean }
  | { readonly kind: 'closeDetails' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'more' }
  | { readonly kind: 'retry'; readonly source: string }
  | { readonly kind: 'insert'; readonly ids: readonly string[] }
  | { readonly kind: 'copy'; readonly ids: readonly string[] }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'setCredentials'; readonly source: string };

/** Returns the first state: the host's, with what was kept of the page before. */
export function createState(
  message: HostMessage & { readonly kind: 'state' },
  kept = message.kept,
): PanelState {
  const { texts, language, types, found } = message;
  const works = new Map(message.works.map((work) => [work.id, work]));
  const state: PanelState = {
    texts,
    language,
    types,
    query: kept?.query ?? found.text,
    found,
    works,
    filters: kept?.filters ?? noFilters,
    areFiltersOpen: kept?.areFiltersOpen ?? false,
    sort: kept?.sort ?? 'relevance',
    selection: { chosen: new Set(kept?.chosen.filter((id) => works.has(id))) },
    isRead: false,
    said: '',
  };
  const { active, details } = kept ?? {};
  return {
    ...state,
    ...(active !== undefined && works.has(active) ? { selection: { ...state.selection, active } } : {}),
    ...(details !== undefined && works.has(details) ? { details: { id: details } } : {}),
  };
}

/** Returns what of a state survives. */
export function toKept(state: PanelState, scrolled?: Kept['scrolled']): Kept {
  const { query, filters, areFiltersOpen, sort, selection, details } = state;
  return {
    query,
    filters,
    areFiltersOpen,
    sort,
    chosen: [...selection.chosen],
    ...(selection.active === undefined ? {} : { active: selection.active }),
    ...(details === undefined ? {} : { details: details.id }),
    scrolled,
  };
}

/** Returns the works of a search in the services' order. */
export function allWorks({ found, works }: Pick<PanelState, 'found' | 'works'>): readonly Work[] {
  return found.order.map((id) => works.get(id)).filter((work) => work !== undefined);
}

type Listing = Pick<PanelState, 'found' | 'works' | 'filters' | 'sort'>;
let last: { readonly listing: Listing; readonly shown: readonly Work[] } | undefined;

/** Returns the works as the list shows them: narrowed and sorted. Remembers the last answer: a key moves in the same list. */
export function shownWorks(listing: Listing): readonly Work[] {
  const { found, works, filters, sort } = listing;
  const before = last?.listing;
  if (
    last === undefined ||
    before?.found.order !== found.order ||
    before.works !== works ||
    before.filters !== filters ||
    before.sort !== sort
  ) {
    const all = allWorks(listing);
    last = { listing, shown: sortWorks(isNarrowed(filters) ? narrow(all, filters) : all, sort) };
  }
  return last.shown;
}

/** Returns the ids that an action on "the chosen works" means, in the list's order: the chosen ones, else the active one. */
export function chosenIds({ selection }: PanelState, shown: readonly Work[]): readonly string[] {
  const chosen = shown.filter(({ id }) => selection.chosen.has(id));
  const meant = chosen.length > 0 ? chosen : shown.filter(({ id }) => id === selection.active);
  return meant.map(({ id }) => id);
}

/** What did not change stays the same object: nobody narrows, sorts and draws it anew. */
function proceed(state: PanelState, { found, order: { from, ids }, works }: Progress): PanelState {
  const { order } = state.found;
  const isSame = ids.length === 0 && from === order.length;
  return {
    ...state,
    found: { ...found, order: isSame ? order : [...order.slice(0, from), ...ids] },
    works:
      works.length === 0
        ? state.works
        : new Map([...state.works, ...works.map((work) => [work.id, work] as const)]),
  };
}

function receive(state: PanelState, message: HostMessage): PanelState {
  switch (message.kind) {
    case 'state':
      return createState(message, toKept(state));
    case 'progress':
      // What is said of the search before came too late.
      return message.found.text === state.found.text ? proceed(state, message) : state;
    case 'details':
      return message.details.id === state.details?.id
        ? { ...state, details: { id: message.details.id, content: message.details } }
        : state;
    case 'form':
      return { ...state, form: message.form, query: message.query ?? state.query };
    case 'said':
      return { ...state, said: message.text };
  }
}

function toggleValue(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

function change(state: PanelState, action: Action): PanelState {
  switch (action.kind) {
    case 'host':
      return receive(state, action.message);
    case 'type':
      return { ...state, query: action.query };
    case 'search':
      if (action.query.trim() === '') return state;
      return {
        ...state,
        query: action.query,
        found: { ...state.found, text: action.query.trim(), busy: true, order: [], note: undefined },
        works: new Map(),
        details: undefined,
        filters: noFilters,
        selection: noSelection,
        isRead: false,
      };
    case 'toggleForm':
      // Opening waits for the host, which reads the query.
      return { ...state, form: undefined };
    case 'fillForm':
      return { ...state, form: action.form, query: composeQuery(action.form) };
    case 'filter': {
      const values = toggleValue(state.filters[action.facet], action.value);
      return { ...state, filters: { ...state.filters, [action.facet]: values } };
    }
    case 'filterYears':
      return { ...state, filters: { ...state.filters, years: action.years } };
    case 'clearFilters':
      return { ...state, filters: noFilters };
    case 'toggleFilters':
      return { ...state, areFiltersOpen: action.open };
    case 'sort':
      return { ...state, sort: action.sort };
    case 'select': {
      const ids = shownWorks(state).map(({ id }) => id);
      return { ...state, isRead: true, selection: select(state.selection, ids, action.id, action.mode) };
    }
    case 'selectAll':
      return {
        ...state,
        isRead: true,
        selection: { ...state.selection, chosen: new Set(shownWorks(state).map(({ id }) => id)) },
      };
    case 'read':
      return { ...state, isRead: true };
    case 'clearSelection':
      return { ...state, selection: { ...state.selection, chosen: new Set() } };
    case 'openDetails':
      return {
        ...state,
        details: state.details?.id === action.id ? state.details : { id: action.id },
        ...(action.focus ? { focus: 'details' } : {}),
      };
    case 'closeDetails':
      return { ...state, details: undefined, focus: 'list' };
    case 'more':
    case 'retry':
      return { ...state, found: { ...state.found, busy: true } };
    default:
      // The rest is the host's to do; the page changes when the host answers.
      return state;
  }
}

/** Returns the state after something happened. */
export function reduce(state: PanelState, action: Action): PanelState {
  return change({ ...state, focus: undefined }, action);
}
