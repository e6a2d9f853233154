import type { CitationRecord, CslItem, Facts, Links, Notice } from './record.ts';

/** Returns the record that one source gave: every field of `csl` is that source's word. */
export function toRecord(
  csl: CslItem,
  source: string,
  about: { readonly notices?: readonly Notice[]; readonly links?: Links; readonly facts?: Facts } = {},
): CitationRecord {
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
