/** The identifiers of works that this extension knows. */
export type IdentifierKind = 'doi' | 'arxiv' | 'pmid' | 'pmcid' | 'isbn' | 'crid' | 'naid' | 'ncid';

/**
 * One identifier in normal form: a DOI in lower case, an ISBN as its 10 or 13 digits, an arXiv id without prefix and
 * with the version where one is named, a PMCID with its `PMC`.
 */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly id: string;
}

/** An identifier at a place in a text; `start` and `end` are UTF-16 offsets of the identifier itself. */
export interface IdentifierMatch extends Identifier {
  readonly start: number;
  readonly end: number;
}
