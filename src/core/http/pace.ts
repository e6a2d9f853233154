/** What the headers of a reply say about pace and waiting. */
import { parseHttpDate } from './undici.ts';
import type { Headers } from './headers.ts';
import type { Pace } from './http.ts';

/** A header cannot make a client faster than this, whatever it says. */
const maxPerSecond = 150;
const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Reads `x-rate-limit-limit`, `-interval` (`1s`, `60s`) and `x-concurrency-limit`, in both spellings services use.
 * What a reply does not say stays as in `pace`; returns `pace` itself if nothing changes.
 */
export function readPace(headers: Headers, pace: Pace): Pace {
  const limit = readCount(headers['x-rate-limit-limit'] ?? headers['x-ratelimit-limit']) ?? pace.limit;
  const intervalMs =
    readInterval(headers['x-rate-limit-interval'] ?? headers['x-ratelimit-interval']) ?? pace.intervalMs;
  const concurrency = readCount(headers['x-concurrency-limit']) ?? pace.concurrency;
  if (limit === pace.limit && intervalMs === pace.intervalMs && concurrency === pace.concurrency) return pace;
  const believable = Math.max(1, Math.min(limit, Math.floor((maxPerSecond * intervalMs) / 1000)));
  return { limit: believable, intervalMs, ...(concurrency === undefined ? {} : { concurrency }) };
}

/**
 * Reads how long a service asks to wait, in milliseconds: `Retry-After` (seconds or a date), else a reset header
 * (seconds, from now or since 1970); undefined where it does not say.
 */
export function readWait(headers: Headers): number | undefined {
  const value =
    headers['retry-after'] ??
    headers['ratelimit-reset'] ??
    headers['x-ratelimit-reset'] ??
    headers['x-rate-limit-reset'];
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) {
    const ms = Number(value) * 1000;
    return ms < 1e12 ? ms : Math.max(0, ms - Date.now());
  }
  const date = parseHttpDate(value.trim());
  return date === undefined ? undefined : Math.max(0, date.getTime() - Date.now());
}

function readCount(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,8}$/.test(value.trim()) ? Number(value) : undefined;
}

function readInterval(value: string | undefined): number | undefined {
  const [, count, unit = 's'] = /^\s*([1-9]\d{0,8})\s*(ms|s|m|h)?\s*$/.exec(value ?? '') ?? [];
  return count === undefined ? undefined : Number(count) * (unitsMs[unit] ?? 1000);
}
