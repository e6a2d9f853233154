/** The ways in which identifiers other than plain DOIs are written in text. */
import type { IdentifierKind } from './identifier.ts';

/** One way to write an identifier in text. */
export interface IdentifierForm {
  readonly kind: IdentifierKind;
  /** Source of a case-insensitive pattern whose group `id` is the identifier as written; bounded in length. */
  readonly pattern: string;
  /** Returns the normal form of what the group `id` holds; undefined if it is no identifier. */
  readonly normalize: (id: string) => string | undefined;
}

/** No letter or digit of a longer word in front. */
export const wordStart = '(?<![a-z0-9])';

/** No word, number or folder in front. */
export const bareStart = '(?<![\\w/.-])';

/** No longer name of a host in front. */
export const hostStart = '(?<=www[.-]|[^\\w.-]|^)';

const blanks = String.raw`(?:\s|~|\\[,; ]|&nbsp;){0,4}`;

/** What stands between a label and its identifier, such as `: `, ` = {`, `": "`, `](`, `}{`, `:** ` or `:~`. */
export const afterLabel = String.raw`["'\]*_}]{0,3}${blanks}(?:[:=：#._-]|:?\/{1,2})?[*_}]{0,3}${blanks}["'{(\[<\`]{0,3}\s{0,4}`;

/** Source of a pattern for a site's address up to its path, also through a library's proxy. */
export function siteAddress(...hosts: readonly string[]): string {
  const names = hosts.map((host) => host.replaceAll('.', '[.-]')).join('|');
  return String.raw`${hostStart}(?:${names})(?:\.[\w-]{1,40}){0,6}(?::\d{1,5})?/`;
}
