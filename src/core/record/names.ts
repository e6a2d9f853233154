/** Reads the name forms of the services into CSL names. */
import { isBodyName } from './bodyName.ts';
import { toPlainText } from './markup.ts';
import type { CslName } from './record.ts';

/**
 * Codes that say that a value is unknown (DataCite's list) and signs that stand for nothing. Words are names: there
 * are people called Na and Null.
 */
const unknownValue =
  /^(?:\(?:(?:unac|unal|unap|unas|unav|unkn|none|null|tba|etal)\)?|n\/a|\[?s\.\s?n\.\]?|[-–—.,]+)$/i;

/** Tells whether a value only says that the value is not known. */
export function isUnknown(text: string): boolean {
  return unknownValue.test(text.trim());
}

/** Cleans a part of a name or a name's text; undefined where nothing is left. */
export function cleanText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = toPlainText(value);
  return text === '' || isUnknown(text) ? undefined : text;
}

/** Returns the name of a person; undefined where neither part is known. */
export function toPerson(parts: {
  family?: unknown;
  given?: unknown;
  suffix?: unknown;
  literal?: unknown;
}): CslName | undefined {
  const family = cleanText(parts.family);
  const given = cleanText(parts.given);
  const suffix = cleanText(parts.suffix);
  // Forms with two fields put the names of bodies into the first.
  if (family !== undefined && given === undefined && isBodyName(family)) return { literal: family };
  if (family !== undefined) {
    return { family, ...(given === undefined ? {} : { given }), ...(suffix === undefined ? {} : { suffix }) };
  }
  const literal = cleanText(parts.literal) ?? given;
  return literal === undefined ? undefined : { literal };
}

/** Returns the name of a body, or of someone whose name is not divided; undefined where it is empty. */
export function toLiteral(value: unknown): CslName | undefined {
  const literal = cleanText(value);
  return literal === undefined ? undefined : { literal };
}

/** Tells whether several words are the name of a body; a single word may be a surname, Center or Library. */
export function isBodyOfWords(text: string): boolean {
  return text.includes(' ') && isBodyName(text);
}

/** Splits `Family, Given` at the first comma; a name without one and that of a body stay whole. */
export function splitAtComma(value: unknown): CslName | undefined {
  const text = cleanText(cleanText(value)?.replace(/^[,\s]+/, ''));
  if (text === undefined) return undefined;
  const comma = text.indexOf(',');
  const family = text.slice(0, comma);
  if (comma <= 0) return { literal: text };
  if (isBodyOfWords(family)) return { literal: comma === text.length - 1 ? family : text };
  return toPerson({ family, given: text.slice(comma + 1) }) ?? { literal: text };
}
