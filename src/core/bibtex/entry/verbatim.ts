/** What a verbatim field cannot hold: braces, backslashes, quotes and blanks. */
const unsafe = /[\s{}\\"]/g;
const invisible = /[\p{Cc}\p{Surrogate}]/gu;

/**
 * Returns a DOI, address or id as it stands in a field that styles and biber read verbatim: nothing is escaped for
 * TeX, and what would end the field is percent-encoded, which its resolver reads as the same.
 */
export function toVerbatim(value: string): string {
  return value.trim().replace(invisible, '').replace(unsafe, encodeURIComponent);
}

/** Returns an address in ASCII: TeX's address commands print no other letters. */
export function toAddress(value: string): string {
  return toVerbatim(value).replace(/[^\0-\x7f]+/gu, encodeURIComponent);
}
