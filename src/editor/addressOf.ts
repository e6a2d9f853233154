import { identifierUrl } from '../core/identifiers/identifierUrl.ts';
import type { CitationRecord } from '../core/record/record.ts';

/** Returns the address at which a person finds the work, https or http; undefined where none is known. */
export function addressOf({ csl, links }: CitationRecord): string | undefined {
  const address =
    csl.DOI === undefined ? (csl.URL ?? links.landing) : identifierUrl({ kind: 'doi', id: csl.DOI });
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
}
