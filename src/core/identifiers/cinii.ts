/** The ids of CiNii: CRID of CiNii Research, NAID of its articles' predecessor, NCID of books. */
import { afterLabel, siteAddress, wordStart, type IdentifierForm } from './form.ts';

const ids = {
  crid: '1\\d{18}(?!\\d)',
  naid: '\\d{8,13}(?!\\d)',
  ncid: '[ab][a-z]\\d{7}[\\dx](?![a-z0-9])',
};

const kinds = ['crid', 'naid', 'ncid'] as const;

const site = siteAddress('cir.nii.ac.jp', 'ci.nii.ac.jp');

/** The folders in which the sites keep a kind's pages. */
const folders = { crid: 'crid', naid: '(?:naid|d)', ncid: '(?:books/)?ncid' };

function normalize(id: string): string {
  return id.toUpperCase();
}

/** The ids in addresses of NII and behind a label; by themselves they could be any number. */
export const ciniiForms: readonly IdentifierForm[] = kinds.flatMap((kind) => [
  { kind, pattern: `${site}(?:[a-z]{2}/)?${folders[kind]}/(?<id>${ids[kind]})`, normalize },
  { kind, pattern: `${wordStart}${kind}${afterLabel}(?<id>${ids[kind]})`, normalize },
]);

/** Returns the kind of an id of CiNii that tells by its shape alone; undefined for others and for NAIDs. */
export function kindOfCiniiId(text: string): 'crid' | 'ncid' | undefined {
  return (['crid', 'ncid'] as const).find((kind) => new RegExp(`^${ids[kind]}$`, 'i').test(text));
}
