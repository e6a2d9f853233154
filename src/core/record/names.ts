/** Reads the name forms of the services into CSL names. */
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

/** Splits `Family, Given` at the first comma; a name without one stays whole. */
export function splitAtComma(value: unknown): CslName | undefined {
  const text = cleanText(value);
  if (text === undefined) return undefined;
  const comma = text.indexOf(',');
  if (comma <= 0) return { literal: text };
  return toPerson({ family: text.slice(0, comma), given: text.slice(comma + 1) }) ?? { literal: text };
}
