/** One request on the wire: the host's `fetch` (which knows proxies and certificates) with time and size limits. */
import { limitConnecting } from './connecting.ts';
import { readHeaders, type Headers } from './headers.ts';

/** Bounds of one attempt. */
export interface WireLimits {
  /** Until there is a connection, through a proxy and with TLS where those are in between. */
  readonly connectMs: number;
  /** Until the status line and headers are there, connecting included. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly idleMs: number;
  /** For everything, against a body that trickles. */
  readonly totalMs: number;
  /** Of the body after decompression, so that a compression bomb is stopped too. */
  readonly maxBytes: number;
}

export const defaultWireLimits: WireLimits = {
  connectMs: 5_000,
  headersMs: 10_000,
  idleMs: 10_000,
  totalMs: 20_000,
  maxBytes: 20 * 1024 * 1024,
};

export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Headers;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** What is asked of `fetch`. */
export interface FetchOptions {
  readonly method: 'GET' | 'POST';
  readonly headers: Headers;
  readonly body: string | null;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

/** The part of `fetch` that requests need. */
export type Fetch = (url: string, options: FetchOptions) => Promise<Response>;

export interface WireReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Own codes: no connection in time, no headers in time, no data in time, too long in all, too many bytes, body cut short. */
export type WireCode = 'NO_CONNECTION' | 'NO_HEADERS' | 'NO_DATA' | 'TOO_SLOW' | 'TOO_LARGE' | 'BODY_CUT';

/** A request that ended without a whole reply; `code` is a WireCode or what the system reported (`ECONNRESET`). */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Sends one request and reads the whole reply; redirects are replies. Rejects with WireError, or the signal's reason. */
export async function sendOnWire(fetch: Fetch, request: WireRequest, limits: WireLimits): Promise<WireReply> {
  const attempt = new AbortController();
  const giveUp = (code: WireCode): void => {
    attempt.abort(new WireError(code));
  };
  const total = setTimeout(giveUp, limits.totalMs, 'TOO_SLOW');
  let silence: NodeJS.Timeout | undefined;
  const expect = (ms: number, otherwise: WireCode): void => {
    clearTimeout(silence);
    silence = setTimeout(giveUp, ms, otherwise);
  };
  expect(limits.headersMs, 'NO_HEADERS');
  let headersSeen = false;
  try {
    const signal = AbortSignal.any([request.signal, attempt.signal]);
    const { url, method, headers, body = null } = request;
    const response = await limitConnecting(
      url,
      limits.connectMs,
      () => {
        giveUp('NO_CONNECTION');
      },
      () => unlessAborted(fetch(url, { method, headers, body, redirect: 'manual', signal }), signal),
    );
    headersSeen = true;
    expect(limits.idleMs, 'NO_DATA');
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of bodyOf(response)) {
      expect(limits.idleMs, 'NO_DATA');
      size += chunk.byteLength;
      if (size > limits.maxBytes) throw new WireError('TOO_LARGE');
      chunks.push(chunk);
    }
    return {
      status: response.status,
      headers: headersOf(response),
      body: Buffer.concat(chunks),
    };
  } catch (error) {
    // What is still on its way, such as the rest of a body that is too large, ends here.
    attempt.abort();
    request.signal.throwIfAborted();
    if (attempt.signal.reason instanceof WireError) throw attempt.signal.reason;
    if (error instanceof WireError) throw error;
    throw new WireError(headersSeen ? 'BODY_CUT' : codeOf(error));
  } finally {
    clearTimeout(total);
    clearTimeout(silence);
  }
}

/** An editor's `fetch` listens to the signal only once it has found out about proxies and certificates. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new DOMException('Aborted', 'AbortError'));
    };
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}

function headersOf(response: Response): Headers {
  const headers = new globalThis.Headers(response.headers);
  // These two describe the body as it was before `fetch` decompressed it.
  headers.delete('content-length');
  headers.delete('content-encoding');
  return readHeaders(headers);
}

function bodyOf(response: Response): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return response.body ?? [];
}

/** Finds the system's code in an error or its causes: `fetch` wraps it once, proxies more often. */
function codeOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    // A proxy that refuses a tunnel has no code of its own, only undici's words.
    const [, status] = /Proxy response \((\d+)\)/.exec(cause.message) ?? [];
    if (status !== undefined) return `PROXY_${status}`;
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return 'UNKNOWN';
}
