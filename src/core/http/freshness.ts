/** How long a reply is an answer without asking again. */
import type { Headers } from './headers.ts';
import type { HttpRequest } from './http.ts';
import type { StoredReply } from './replyStore.ts';
import { isJson } from './mediaType.ts';
import { parseCacheControlHeader, parseHttpDate } from './undici.ts';

/** Milliseconds that replies are kept by what they are; `record` 0 turns the cache off. */
export interface MaxAge {
  readonly record: number;
  readonly notFound: number;
  readonly search: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The ages that the setting `cache.maxAgeDays` means: so many days for a record, never longer for anything else. */
export function maxAgeOfDays(days: number): MaxAge {
  const record = days * dayMs;
  return { record, notFound: Math.min(record, dayMs), search: Math.min(record, hourMs) };
}

/** How a service wants its reply kept. */
export interface Lifetime {
  /** How long it is fresh; undefined where the service leaves that to us. */
  readonly lifetimeMs?: number;
  /** True where the service forbids storing: such a reply is kept in memory only, and for an hour at most. */
  readonly volatile?: boolean;
}

/** Reads `Cache-Control`, `Expires` and `Age`. */
export function readLifetime(headers: Headers, now: number): Lifetime {
  const directives = parseCacheControlHeader(headers['cache-control'] ?? '');
  if (directives['no-store'] === true) return { lifetimeMs: hourMs, volatile: true };
  if (directives['no-cache'] === true) return { lifetimeMs: 0 };
  const maxAge = directives['max-age'];
  if (typeof maxAge === 'number') {
    const age = Number(headers['age'] ?? 0);
    return { lifetimeMs: Math.max(0, maxAge - (age > 0 ? age : 0)) * 1000 };
  }
  const expires = headers['expires'];
  if (expires === undefined) return {};
  // A date that cannot be read, often `0`, means that the reply is stale already.
  const until = parseHttpDate(expires)?.getTime() ?? 0;
  return { lifetimeMs: Math.max(0, until - now) };
}

/** Tells whether a stored reply still answers `request`. */
export function isFresh(reply: StoredReply, request: HttpRequest, maxAge: MaxAge, now: number): boolean {
  const ageMs = now - reply.storedAt;
  const oursMs = maxAgeOf(reply, request, maxAge);
  // A reply from the future was stored before the clock was set back.
  return ageMs >= 0 && ageMs < Math.min(oursMs, reply.lifetimeMs ?? Infinity);
}

/** Tells whether replies to `request` are kept at all. */
export function isKept(request: HttpRequest, maxAge: MaxAge): boolean {
  return request.form === undefined && request.keep !== 'none' && maxAge.record > 0;
}

/** Tells whether a reply may stand in for the service later: the work is found or not, and what claims to be JSON is. */
export function isLasting({ status, headers, text }: StoredReply): boolean {
  if (status === 404 || status === 410) return true;
  return status >= 200 && status < 300 && (!isJson(headers['content-type']) || isParsable(text));
}

function isParsable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Headers that ask the service whether a stored reply is still right. */
export function validators(reply: StoredReply | undefined): Headers {
  const etag = reply?.headers['etag'];
  const modified = reply?.headers['last-modified'];
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  };
}

function maxAgeOf({ status, text }: StoredReply, { keep, isUnknown }: HttpRequest, maxAge: MaxAge): number {
  const asked = keep === 'record' ? maxAge.record : maxAge.search;
  const isFound = status >= 200 && status < 300 && isUnknown?.(text) !== true;
  return isFound ? asked : Math.min(asked, maxAge.notFound);
}
