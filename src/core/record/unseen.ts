/**
 * Controls, soft hyphens, zero-width spaces, marks of direction and halves of letters that were cut in two: nobody sees
 * them, and texts that differ in them alone do not compare equal. Joiners stay, since scripts need them; so do tabs and
 * line ends.
 */
const unseen =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu;

/** Returns `text` without the characters that are not seen. */
export function dropUnseen(text: string): string {
  return text.replace(unseen, '');
}
