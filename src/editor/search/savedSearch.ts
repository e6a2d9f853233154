import { shareStates, type SourceShare } from '../../webview/protocol.ts';
import {
  isFlag,
  isNumber,
  isObject,
  isText,
  isTexts,
  listOf,
  oneOf,
  optional,
  shaped,
} from '../../webview/shape.ts';
import type { FoundWork } from './foundWorks.ts';

/** Goes up whenever what is kept changes: what an earlier version kept is forgotten. */
export const savedVersion = 1;

/** A search as it is kept while no window is open. */
export interface SavedSearch {
  readonly version: typeof savedVersion;
  readonly text: string;
  readonly shares: readonly SourceShare[];
  readonly works: readonly FoundWork[];
}

const isShare = shaped({
  id: isText,
  name: isText,
  state: oneOf(shareStates),
  count: isNumber,
  total: optional(isNumber),
  hasMore: isFlag,
  failure: optional(shaped({ message: isText, offline: isFlag })),
  notApplied: isTexts,
  notes: optional(isTexts),
});

const isRecord = shaped({
  csl: shaped({
    id: isText,
    type: isText,
    title: isText,
    DOI: optional(isText),
    author: optional(listOf(isObject)),
    editor: optional(listOf(isObject)),
    issued: optional(isObject),
  }),
  sources: isTexts,
  notices: listOf(isObject),
  links: isObject,
  provenance: isObject,
  facts: optional(isObject),
});

const isWork = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && isRecord(value[1]);

const isSaved = shaped({
  version: oneOf([savedVersion]),
  text: isText,
  shares: listOf(isShare),
  works: listOf(isWork),
});

/** Tells whether something is a search that this version kept. */
export function isSavedSearch(value: unknown): value is SavedSearch {
  return isSaved(value);
}
