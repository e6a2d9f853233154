/** Where a person can see the work of an identifier. */
import type { Identifier, IdentifierKind } from './identifier.ts';

/** Returns the address of a DOI at doi.org. */
export function doiUrl(id: string): string {
  return `https://doi.org/${encodeURI(id).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}

const addresses: Readonly<Record<IdentifierKind, (id: string) => string>> = {
  doi: doiUrl,
  arxiv: (id) => `https://arxiv.org/abs/${id}`,
  pmid: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  pmcid: (id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`,
  isbn: (id) => `https://search.worldcat.org/isbn/${id}`,
  crid: (id) => `https://cir.nii.ac.jp/crid/${id}`,
  naid: (id) => `https://ci.nii.ac.jp/naid/${id}`,
  ncid: (id) => `https://ci.nii.ac.jp/ncid/${id}`,
};

/** Returns the address of the page that shows an identifier's work. */
export function identifierUrl({ kind, id }: Identifier): string {
  return addresses[kind](id);
}
