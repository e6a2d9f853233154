import { compact } from './compact.ts';
import { toPlainText } from './markup.ts';
import type { CitationRecord, CslItem, Facts, Links, Notice } from './record.ts';

/** Fields of a few words, in which services leave entities and line ends too. */
const shortFields = [
  'volume', 'issue', 'page', 'number', 'number-of-pages', 'collection-number', 'edition', 'version', 'genre', 'publisher',
  'publisher-place', 'note',
] as const; // prettier-ignore

function tidy(csl: CslItem): CslItem {
  const tidied = shortFields.map((field) => [field, toPlainText(csl[field] ?? '') || undefined] as const);
  return compact({ ...csl, ...Object.fromEntries(tidied) });
}

/** Returns the record that one source gave: every field of `said` is that source's word. */
export function toRecord(
  said: CslItem,
  source: string,
  about: { readonly notices?: readonly Notice[]; readonly links?: Links; readonly facts?: Facts } = {},
): CitationRecord {
  const csl = tidy(said);
  const provenance = Object.fromEntries(
    Object.keys(csl)
      .filter((field) => field !== 'id' && field !== 'custom')
      .map((field) => [field, source]),
  );
  const { notices = [], links = {}, facts = {} } = about;
  return {
    csl,
    sources: [source],
    notices,
    links,
    provenance,
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  };
}
