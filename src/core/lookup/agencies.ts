/** Who registers DOIs, and whose word counts for a work that has one. */
import type { Identifier } from '../identifiers/identifier.ts';
import { parseIdentifier } from '../identifiers/parseIdentifier.ts';
import { compact } from '../record/compact.ts';
import type { CitationRecord } from '../record/record.ts';
import { mergeRecords } from './mergeRecords.ts';

/** The source that keeps an agency's DOIs, by the name that doi.org gives the agency. */
const sourceOfAgency: Readonly<Record<string, string>> = {
  crossref: 'crossref',
  datacite: 'datacite',
  jalc: 'cinii',
};

/** Returns the id of the source that keeps the DOIs of an agency; undefined where none of ours does. */
export function findKeeper(agency: string): string | undefined {
  return sourceOfAgency[agency.toLowerCase()];
}

/** Tells whether a source registers DOIs, so that what it says of one is what everybody is told. */
export function registersDois(source: { readonly id: string }): boolean {
  return Object.values(sourceOfAgency).includes(source.id);
}

/** Returns the DOI under which another source knows a work better than the one that answered; undefined for none. */
export function furtherDoi(record: CitationRecord): Identifier | undefined {
  const asked = record.sources.includes('crossref') || record.sources.includes('datacite');
  return asked ? undefined : parseIdentifier(record.csl.DOI ?? '');
}

/** The identifiers of a record and nothing else. */
function identifiersOf({ csl, sources, provenance }: CitationRecord): CitationRecord {
  const { id, type, title, PMID, PMCID, custom } = csl;
  const eprint = compact({ eprint: custom?.eprint, eprintType: custom?.eprintType });
  return {
    csl: compact({
      id,
      type,
      title,
      PMID,
      PMCID,
      custom: Object.keys(eprint).length === 0 ? undefined : eprint,
    }),
    sources,
    notices: [],
    links: {},
    provenance,
  };
}

/**
 * Returns the record of a DOI for who asked by another identifier, which `found` led to it: the same as for the DOI
 * itself, whichever way one came. Of a source that registers no DOIs only the identifiers are added; CiNii also keeps
 * the readings and Japanese forms that no other has.
 */
export function letAgencyLead(ofDoi: CitationRecord, found: CitationRecord): CitationRecord {
  const [id = ''] = found.sources;
  return mergeRecords(ofDoi, registersDois({ id }) ? found : identifiersOf(found));
}
