/**
 * The one client: cache, then equal requests joined, then circuit, retry, redirects, gate and wire. Each layer is a
 * file of its own; this one puts them in order and turns whatever happens into a reply or a sentence.
 */
import { createHash } from 'node:crypto';
import type { Log } from '../log.ts';
import { isSafeAddress } from './address.ts';
import { answersOf, readArrival, toReply } from './arrival.ts';
import { createCircuits } from './circuit.ts';
import { isOutage, toFailure, unsafeAddress, type Party } from './failures.ts';
import type { Hop } from './fetchDispatcher.ts';
import { createFlights } from './flights.ts';
import { isFresh, isKept, isLasting, maxAgeOfDays, validators, type MaxAge } from './freshness.ts';
import type { Priority, Ticket } from './gate.ts';
import type { Headers } from './headers.ts';
import type { HttpClient, HttpReply, HttpRequest, Pace } from './http.ts';
import { createPools } from './pools.ts';
import { redactUrl } from './redact.ts';
import type { StoredReply } from './replyStore.ts';
import { openStorage, type Storage } from './storage.ts';
import { createTravel, type Message } from './trip.ts';
import type { Waiting } from './waiting.ts';
import { defaultWireLimits, type Fetch, type WireLimits } from './wire.ts';

export interface HttpClientOptions {
  /** The host's own `fetch`, which in an editor honours its proxy and certificate settings. */
  readonly fetch: Fetch;
  userAgent(): string;
  /** A source's paces as they are now: a contact address or a credential may change them. */
  paces(source: string): Readonly<Record<string, Pace>>;
  /** A source's name as a person reads it. */
  nameOf(source: string): string;
  readonly log: Log;
  /** File that windows share for answers and pace; without it everything stays in memory. */
  readonly cacheFile?: string;
  /** How long replies are kept, as set now. */
  maxAgeMs?(): MaxAge;
  /** Called whenever the number of waiting requests of a source changes. */
  onWaiting?(waiting: Waiting): void;
  readonly limits?: Partial<WireLimits>;
  /** How long a request waits for its turn before it is refused with kind `rate-limited`. */
  readonly patienceMs?: Readonly<Record<Priority, number>>;
  /** Wait before the first repetition of a request that failed; later ones and pauses grow from it. */
  readonly backoffMs?: number;
  readonly random?: () => number;
}

export interface OwnedHttpClient extends HttpClient {
  clearCache(): Promise<void>;
  /** Ends every request, waiting or running, as cancelled. */
  dispose(): void;
}

const defaultPatienceMs = { interactive: 15_000, background: 360_000 };

/** Creates the client; it sends nothing until it is asked to. */
export function createHttpClient(options: HttpClientOptions): OwnedHttpClient {
  const { log } = options;
  const backoff = { firstMs: options.backoffMs ?? 500, random: options.random ?? Math.random };
  const limits = { ...defaultWireLimits, ...options.limits };
  const travel = createTravel(options.fetch, limits, backoff);
  const flights = createFlights<HttpReply>();
  const circuits = createCircuits();
  let storage: Storage | undefined;
  const pools = createPools({
    paces: (source) => options.paces(source),
    patienceMs: options.patienceMs ?? defaultPatienceMs,
    onWaiting: (waiting) => options.onWaiting?.(waiting),
    backoff,
    createLedger: (pool) => store().createLedger(pool),
  });

  /** The file is opened by the first request, so that starting up costs nothing. */
  function store(): Storage {
    storage ??= openStorage(options.cacheFile, log);
    return storage;
  }

  async function answer(request: HttpRequest, party: Party): Promise<HttpReply> {
    if (!isSafeAddress(request.url)) throw unsafeAddress(party);
    const maxAge = options.maxAgeMs?.() ?? maxAgeOfDays(30);
    const key = isKept(request, maxAge) ? keyOf(request) : undefined;
    const stored = key === undefined ? undefined : store().get(key);
    if (stored !== undefined && isFresh(stored, request, maxAge, Date.now())) {
      log.info(`${party.name}: ${redactUrl(request.url)} from the cache`);
      return toReply(stored, false);
    }
    const caller = { signal: request.signal, priority: request.priority ?? 'interactive' };
    try {
      return await flights.join(flightKeyOf(request), caller, (ticket) =>
        ask(request, party, ticket, key, stored),
      );
    } catch (error) {
      const failure = toFailure(error, party);
      if (stored === undefined || !(isOutage(failure) || failure.kind === 'rate-limited')) throw failure;
      log.warn(`${failure.message} A stored answer is used: ${redactUrl(request.url)}`);
      return toReply(stored, true);
    }
  }

  async function ask(
    request: HttpRequest,
    party: Party,
    ticket: Ticket,
    key: string | undefined,
    stored: StoredReply | undefined,
  ): Promise<HttpReply> {
    const pool = pools.of(request, party);
    const observe = (hop: Hop): void => {
      log.info(`${party.name}: ${describeHop(hop, request)}`);
      if (!(hop.outcome instanceof Error)) pool.learn(hop.outcome, hop.home);
    };
    const trip = { url: request.url, gate: pool.gate, ticket, secrets: request.secrets ?? {}, observe };
    const place = `${request.source} ${new URL(request.url).origin}`;
    const reply = await circuits.guard(place, party, ticket.priority, async () => {
      const message = toMessage(request, options.userAgent(), validators(stored));
      return readArrival(await travel(trip, message), request, party, stored);
    });
    if (key !== undefined && isLasting(reply)) store().put(key, reply);
    return toReply(reply, false);
  }

  return {
    async send(request) {
      const party = { source: request.source, name: options.nameOf(request.source) };
      try {
        return await answer(request, party);
      } catch (error) {
        const failure = toFailure(error, party);
        if (failure.kind !== 'cancelled') log.warn(`${failure.message} (${redactUrl(request.url)})`);
        throw failure;
      }
    },
    forget(request) {
      store().delete(keyOf(request));
    },
    clearCache() {
      store().clear();
      return Promise.resolve();
    },
    dispose() {
      flights.dispose();
      pools.dispose();
      storage?.close();
    },
  };
}

function toMessage(request: HttpRequest, userAgent: string, conditions: Headers): Message {
  const { accept, form } = request;
  const answers = answersOf(request);
  // A header of other characters would keep every request from being sent.
  const asciiAgent = userAgent.replace(/[^ -~]/g, '');
  const headers = { accept, 'user-agent': asciiAgent, ...request.headers, ...conditions };
  if (form === undefined) return { method: 'GET', headers, answers };
  const type = 'application/x-www-form-urlencoded;charset=UTF-8';
  const body = new URLSearchParams(form).toString();
  return { method: 'POST', headers: { ...headers, 'content-type': type }, body, answers };
}

function keyOf({ url, accept, headers = {} }: HttpRequest): string {
  const parts = JSON.stringify([url, accept, ...Object.entries(headers).sort()]);
  return createHash('sha256').update(parts).digest('base64url');
}

/** Lives in memory only, so it may hold secrets: what is asked with another credential is another question. */
function flightKeyOf(request: HttpRequest): string | undefined {
  if (request.form !== undefined) return undefined;
  return JSON.stringify([
    keyOf(request),
    request.source,
    request.pool,
    request.keep,
    request.secrets,
    request.answers,
  ]);
}

function describeHop({ url, waitedMs, tookMs, outcome }: Hop, { form }: HttpRequest): string {
  const method = form === undefined ? 'GET' : 'POST';
  const result = outcome instanceof Error ? outcome.message : String(outcome.status);
  return `${method} ${redactUrl(url)} ${result}, ${tookMs} ms, waited ${waitedMs} ms`;
}
