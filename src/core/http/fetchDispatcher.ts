/**
 * undici's interceptors over the host's `fetch`. An undici Agent would go round the editor's proxy handling, and the
 * host's `fetch` ignores a dispatcher it is given; turned round, both do their part.
 */
import type { Dispatcher as UndiciDispatcher, RetryHandler } from 'undici';
import { isSafeHop, withoutParameters, withParameters } from './address.ts';
import type { Gate, Ticket } from './gate.ts';
import { readHeaders } from './headers.ts';
import type { Secrets } from './http.ts';
import { Dispatcher } from './undici.ts';
import { sendOnWire, WireError, type Fetch, type WireLimits, type WireReply } from './wire.ts';

/** What belongs to a request beyond undici's options; interceptors hand it on untouched. */
export interface Trip {
  /** Address asked first, without secrets. */
  readonly url: string;
  readonly gate: Gate;
  readonly ticket: Ticket;
  readonly secrets: Secrets;
  /** Sees each request that went on the wire, redirects and repetitions too. */
  observe(hop: Hop): void;
}

/** One request on the wire and what became of it. */
export interface Hop {
  /** Without secrets. */
  readonly url: string;
  /** False where a redirect has led to another host. */
  readonly home: boolean;
  /** Milliseconds in the queue. */
  readonly waitedMs: number;
  /** Milliseconds on the wire. */
  readonly tookMs: number;
  /** The reply, or what happened instead. */
  readonly outcome: WireReply | Error;
}

export interface TripOptions extends UndiciDispatcher.DispatchOptions {
  readonly trip?: Trip;
  readonly retryOptions?: RetryHandler.RetryOptions;
}

/** A dispatcher whose every dispatch is one `fetch`. The reply is handed on when it is whole, so none breaks half-way. */
export class FetchDispatcher extends Dispatcher {
  readonly #fetch: Fetch;
  readonly #limits: WireLimits;

  constructor(fetch: Fetch, limits: WireLimits) {
    super();
    this.#fetch = fetch;
    this.#limits = limits;
  }

  override dispatch(options: TripOptions, handler: UndiciDispatcher.DispatchHandler): boolean {
    void this.#exchange(options, handler);
    return true;
  }

  async #exchange(options: TripOptions, handler: UndiciDispatcher.DispatchHandler): Promise<void> {
    try {
      handler.onRequestStart?.(passiveController, {});
      const reply = await this.#send(options);
      handler.onResponseStart?.(passiveController, reply.status, reply.headers, '');
      handler.onResponseData?.(passiveController, reply.body);
      handler.onResponseEnd?.(passiveController, {});
    } catch (error) {
      // The retry interceptor asks for its decision by throwing out of onResponseEnd.
      handler.onResponseError?.(passiveController, toError(error));
    }
  }

  async #send({ trip, origin, path, method, headers, body }: TripOptions): Promise<WireReply> {
    if (trip === undefined || typeof origin !== 'string') throw new WireError('UNKNOWN');
    const { secrets } = trip;
    const home = origin === new URL(trip.url).origin;
    // A service may echo a credential in the address it redirects to.
    const bare = withoutParameters(origin + path, Object.keys(secrets.query ?? {}));
    if (!isSafeHop(trip.url, bare)) throw new WireError('UNSAFE_REDIRECT');
    const message = {
      url: home ? withParameters(bare, secrets.query ?? {}) : bare,
      method: method === 'POST' ? 'POST' : 'GET',
      headers: { ...readHeaders(headers), ...(home ? readHeaders(secrets.headers) : {}) },
      ...(typeof body === 'string' ? { body } : {}),
      signal: trip.ticket.signal,
    } as const;
    const queuedAt = Date.now();
    return trip.gate.run(trip.ticket, async () => {
      const sentAt = Date.now();
      const outcome = await sendOnWire(this.#fetch, message, this.#limits).catch(toError);
      const tookMs = Date.now() - sentAt;
      trip.observe({ url: bare, home, waitedMs: sentAt - queuedAt, tookMs, outcome });
      if (outcome instanceof Error) throw outcome;
      return outcome;
    });
  }
}

/** Replies arrive whole, and cancelling goes by the ticket's signal: there is nothing to control. */
const passiveController: UndiciDispatcher.DispatchController = {
  aborted: false,
  paused: false,
  reason: null,
  abort: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
};

function toError(error: unknown): Error {
  return error instanceof Error ? error : new WireError('UNKNOWN');
}
