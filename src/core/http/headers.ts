/** Headers in the one form that this folder passes around. */

/** Lower-case names, one value each. */
export type Headers = Readonly<Record<string, string>>;

/**
 * Reads headers in any form they come in: `fetch`'s, an object, or the flat list of names and values that undici's
 * redirect interceptor makes of an object.
 */
export function readHeaders(headers: unknown): Headers {
  const record: Record<string, string> = {};
  for (const [name, value] of pairsIn(headers)) {
    if (typeof name !== 'string') continue;
    if (typeof value === 'string') record[name.toLowerCase()] = value;
    else if (Array.isArray(value)) record[name.toLowerCase()] = value.join(', ');
  }
  return record;
}

function pairsIn(headers: unknown): Iterable<readonly [unknown, unknown]> {
  if (headers instanceof globalThis.Headers) return headers;
  if (Array.isArray(headers)) {
    const list: readonly unknown[] = headers;
    return list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1]] as const] : []));
  }
  return typeof headers === 'object' && headers !== null ? Object.entries(headers) : [];
}
