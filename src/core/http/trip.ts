/** A request with its redirects and repetitions: undici's interceptors over the host's `fetch`. */
import type { Dispatcher, RetryHandler } from 'undici';
import { FetchDispatcher, type Trip, type TripOptions } from './fetchDispatcher.ts';
import { readHeaders, type Headers } from './headers.ts';
import { retryDelay, transientStatuses, type Backoff } from './retry.ts';
import { sleep } from './sleep.ts';
import { redirect, RequestRetryError, retry } from './undici.ts';
import type { Fetch, WireLimits, WireReply } from './wire.ts';

/** The request as it goes on the wire, secrets aside. */
export interface Message {
  readonly method: 'GET' | 'POST';
  readonly headers: Headers;
  readonly body?: string;
  /** Statuses that are answers and not worth another try. */
  readonly answers: readonly number[];
}

export interface Arrival extends WireReply {
  /** Address that answered, after redirects, without secrets. */
  readonly url: string;
}

export type Travel = (trip: Trip, message: Message) => Promise<Arrival>;

const maxRedirections = 5;

/**
 * Creates the function that makes trips. It rejects with what went wrong last: a WireError, a redirect that undici
 * refuses, the gate's refusal, or the reason of the ticket's signal.
 */
export function createTravel(fetch: Fetch, limits: WireLimits, backoff: Backoff): Travel {
  const dispatcher = new FetchDispatcher(fetch, limits).compose(
    redirect({ maxRedirections, throwOnMaxRedirect: true }),
    retry(),
  );

  return (trip, message) =>
    new Promise((resolve, reject) => {
      const { origin, pathname, search } = new URL(trip.url);
      const options: TripOptions = {
        trip,
        origin,
        path: pathname + search,
        method: message.method,
        headers: message.headers,
        body: message.body ?? null,
        retryOptions: {
          statusCodes: transientStatuses.filter((status) => !message.answers.includes(status)),
          retry: decideRetry(trip, message, backoff),
        },
      };
      dispatcher.dispatch(options, createReceiver(trip.url, resolve, reject));
    });
}

function decideRetry({ ticket }: Trip, { method }: Message, backoff: Backoff): RetryHandler.RetryCallback {
  return (error, { state }, done) => {
    const delayMs = method === 'GET' ? retryDelay(error, state.counter, ticket.priority, backoff) : undefined;
    if (delayMs === undefined) {
      done(error);
      return;
    }
    sleep(delayMs, ticket.signal).then(() => {
      done(null);
    }, done);
  };
}

function createReceiver(
  url: string,
  resolve: (arrival: Arrival) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  let history: readonly URL[] = [];
  let reply: Omit<WireReply, 'body'> = { status: 0, headers: {} };
  const body: Buffer[] = [];
  return {
    onRequestStart(_controller, context: { readonly history?: readonly URL[] }) {
      history = context.history ?? [];
    },
    onResponseStart(_controller, status, headers) {
      reply = { status, headers: readHeaders(headers) };
    },
    onResponseData(_controller, chunk) {
      body.push(chunk);
    },
    onResponseEnd() {
      resolve({ ...reply, body: Buffer.concat(body), url: history.at(-1)?.href ?? url });
    },
    onResponseError(_controller, error) {
      if (error instanceof RequestRetryError) {
        // A status that several tries did not change arrives like any other status, only without its body.
        resolve({
          status: error.statusCode,
          headers: readHeaders(error.headers),
          body: Buffer.alloc(0),
          url,
        });
      } else {
        reject(error);
      }
    },
  };
}
