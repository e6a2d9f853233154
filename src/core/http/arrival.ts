/** From what arrived to what may be kept and handed on: status judged, type checked, text decoded, secrets gone. */
import { wrongType, statusFailure, type Party } from './failures.ts';
import { readLifetime } from './freshness.ts';
import type { Headers } from './headers.ts';
import type { HttpReply, HttpRequest, Secrets } from './http.ts';
import { decodeText, isAccepted } from './mediaType.ts';
import { readWait } from './pace.ts';
import { withoutParameters } from './address.ts';
import type { StoredReply } from './replyStore.ts';
import type { Arrival } from './trip.ts';

/** Reads an arrival; throws LookupError where it is no answer. `stored` is what a 304 confirms. */
export function readArrival(
  arrival: Arrival,
  request: HttpRequest,
  party: Party,
  stored: StoredReply | undefined,
): StoredReply {
  const { status, headers } = arrival;
  const now = Date.now();
  const secrets = request.secrets ?? {};
  if (status === 304 && stored !== undefined) {
    const merged = { ...stored.headers, ...withoutSecretValues(headers, secrets) };
    return { ...stored, headers: merged, storedAt: now, ...readLifetime(merged, now) };
  }
  const isAnswer = answersOf(request).includes(status);
  if (!isAnswer && (status < 200 || status >= 300)) throw refusal(arrival, request, party);
  const contentType = headers['content-type'];
  if (!isAnswer && arrival.body.length > 0 && !isAccepted(request.accept, contentType))
    throw wrongType(party, contentType ?? '');
  return {
    status,
    headers: withoutSecretValues(headers, secrets),
    text: withoutSecretValue(decodeText(arrival.body, contentType), secrets),
    url: withoutParameters(arrival.url, Object.keys(secrets.query ?? {})),
    storedAt: now,
    ...readLifetime(headers, now),
  };
}

/** The failure that a status outside `answers` means. */
function refusal({ status, headers }: Arrival, request: HttpRequest, party: Party): Error {
  const retryAfterMs = status === 429 || status === 503 ? readWait(headers) : undefined;
  return statusFailure(party, status, {
    withSecrets: request.secrets !== undefined,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** The part of a stored reply that callers see. */
export function toReply({ status, headers, text, url }: StoredReply, stale: boolean): HttpReply {
  return { status, headers, text, url, stale };
}

/** Statuses besides 2xx that are answers to `request`. */
export function answersOf({ answers = [404] }: HttpRequest): readonly number[] {
  return answers;
}

function withoutSecretValues(headers: Headers, secrets: Secrets): Headers {
  const kept = Object.entries(headers).filter(([name]) => name !== 'set-cookie');
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutSecretValue(value, secrets)]));
}

/** Services echo the address they were asked at, credential included, in self links. */
function withoutSecretValue(text: string, { query = {} }: Secrets): string {
  return Object.values(query)
    .filter((secret) => secret.length >= minSecretLength)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, secret) => rest.replaceAll(secret, ''), text);
}

/** What is shorter is no key that a service issues, and could be part of a word. */
const minSecretLength = 6;
