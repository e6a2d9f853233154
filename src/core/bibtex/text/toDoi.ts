import { normalizeDoi } from '../../identifiers/parseIdentifier.ts';

/** A DOI and nothing else, with no character that could be an escape or end a sentence. */
const plainDoi = /^10\.\d{4,9}(?:\.\d+)*\/[^\s%&\\{}]*[^\s%&\\{}.,;:'"]$/;

/** Returns the DOI, in lower case, that a field gives in any form; undefined where it gives none. A plain one stays whole, whatever it ends with. */
export function toDoi(text: string): string | undefined {
  if (plainDoi.test(text)) return text.toLowerCase();
  return text === '' ? undefined : normalizeDoi(text);
}
