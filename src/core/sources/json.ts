/** Reads what a service sent: `unknown` in, the wanted shape or nothing out. */
import { LookupError } from '../errors.ts';
import type { HttpReply } from '../http/http.ts';
import { dropUnseen } from '../record/unseen.ts';
import { say } from '../sentence.ts';

/** Parses a reply's body; throws LookupError `unexpected-reply` where it is not JSON. */
export function parseJson(reply: HttpReply, source: { readonly id: string; readonly name: string }): unknown {
  try {
    return JSON.parse(reply.text) as unknown;
  } catch (cause) {
    throw new LookupError(
      'unexpected-reply',
      say`${source.name} sent an answer that is not JSON; try again later.`,
      {
        source: source.id,
        cause,
      },
    );
  }
}

/** Makes the error for an answer that parses but is not what the service documents. */
export function unexpectedShape(source: { readonly id: string; readonly name: string }): LookupError {
  return new LookupError(
    'unexpected-reply',
    say`${source.name} sent an answer of an unknown form; try again later.`,
    {
      source: source.id,
    },
  );
}

/** Tells whether `value` is an object with named members. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns `value` as an object; an empty one where it is none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** Returns `value` as a list; a single value becomes a list of one, null and undefined an empty one. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** Returns a trimmed text without characters that are not seen; numbers become text; undefined where it is empty. */
export function asText(value: unknown): string | undefined {
  const text =
    typeof value === 'number' ? String(value) : typeof value === 'string' ? dropUnseen(value).trim() : '';
  return text === '' ? undefined : text;
}

/** Returns a volume, issue or page; undefined where it is empty or only says that there is none. */
export function asNumbering(value: unknown): string | undefined {
  const text = asText(value);
  return text === undefined || /^(?:null|none|n\/?a(?:-n\/?a)?|-+)$/i.test(text) ? undefined : text;
}

/** Returns the texts of a list or of a single value, empty ones left out. */
export function asTexts(value: unknown): readonly string[] {
  return asList(value)
    .map(asText)
    .filter((text) => text !== undefined);
}
