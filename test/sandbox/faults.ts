/** What can go wrong with a service, on demand. */
import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { html, json, text } from './exchange.ts';
import type { Answer } from './exchange.ts';

export type Fault =
  /** The usual answer, later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** No answer at all. */
  | { readonly kind: 'hang' }
  /** 429: as the service sends it, or with `Retry-After` and other headers. */
  | { readonly kind: 'rate-limited'; readonly headers?: Readonly<Record<string, string>> }
  /** 500 with the service's own body. */
  | { readonly kind: 'error' }
  /** 503 or 502 from whatever stands before the service, in HTML. */
  | { readonly kind: 'unavailable'; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'bad-gateway' }
  /** Any status with any body and headers. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly contentType?: string;
    }
  /** The usual answer, cut off in the middle although its length was announced. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'invalid-json' }
  /** JSON that is none of the service's. */
  | { readonly kind: 'wrong-shape'; readonly value?: unknown }
  /** 200 with a page, as a captive portal sends it. */
  | { readonly kind: 'wrong-type' }
  | { readonly kind: 'redirect-loop' }
  /** 302 to another address. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** The connection breaks before anything is sent. */
  | { readonly kind: 'reset' }
  /** The usual answer, a byte at a time. */
  | { readonly kind: 'slow'; readonly msPerByte?: number }
  /** A few kilobytes that unpack to `bytes` (50 MB). */
  | { readonly kind: 'gzip-bomb'; readonly bytes?: number }
  /** A body of `bytes` (50 MB), without an announced length. */
  | { readonly kind: 'huge'; readonly bytes?: number };

const fiftyMegabytes = 50 * 1024 * 1024;

/** What a service would have said, and what it says when it fails. */
export interface Answers {
  readonly usual: Answer;
  readonly tooMany: Answer;
  readonly failure: Answer;
}

/** Lets a fault happen to a request. */
export function suffer(fault: Fault, response: ServerResponse, { usual, tooMany, failure }: Answers): void {
  switch (fault.kind) {
    case 'delay':
      setTimeout(() => { send(response, usual); }, fault.ms).unref(); // prettier-ignore
      return;
    case 'hang':
      return;
    case 'rate-limited':
      send(response, { ...tooMany, headers: { ...tooMany.headers, ...fault.headers } });
      return;
    case 'error':
      send(response, failure);
      return;
    case 'unavailable': {
      const page = html(503, '503 Service Unavailable', 'No server is available to handle this request.');
      send(response, { ...page, headers: { ...page.headers, ...fault.headers } });
      return;
    }
    case 'bad-gateway':
      send(response, html(502, '502 Bad Gateway'));
      return;
    case 'status': {
      const answer = text(fault.body ?? '', fault.status, fault.contentType);
      send(response, { ...answer, headers: { ...answer.headers, ...fault.headers } });
      return;
    }
    case 'cut':
      cut(response, usual);
      return;
    case 'invalid-json':
      send(response, { ...usual, status: 200, body: '{"status":"ok","message":{"title":["An unclosed' });
      return;
    case 'wrong-shape':
      send(response, json('value' in fault ? fault.value : { greeting: 'hello', items: 'none' }));
      return;
    case 'wrong-type':
      send(response, html(200, 'Welcome to the airport network', 'Please accept the terms of use.'));
      return;
    case 'redirect-loop':
      send(response, { status: 302, headers: { location: response.req.url ?? '/' }, body: '' });
      return;
    case 'redirect':
      send(response, { status: 302, headers: { location: fault.to }, body: '' });
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'slow':
      response.writeHead(usual.status, usual.headers);
      stream(dripping(usual.body, fault.msPerByte ?? 20), response);
      return;
    case 'gzip-bomb':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      stream(blanks(fault.bytes ?? fiftyMegabytes).pipe(createGzip()), response);
      return;
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' });
      stream(blanks(fault.bytes ?? fiftyMegabytes), response);
  }
}

/** Sends an answer. */
export function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers);
  response.end(response.req.method === 'HEAD' ? undefined : answer.body);
}

function cut(response: ServerResponse, usual: Answer): void {
  const body = Buffer.from(usual.body);
  response.writeHead(usual.status, { ...usual.headers, 'content-length': String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

/** Pipes, and stops producing when the client goes away. */
function stream(source: Readable, response: ServerResponse): void {
  response.on('close', () => source.destroy());
  source.pipe(response);
}

function dripping(body: string, msPerByte: number): Readable {
  return Readable.from(
    (async function* () {
      for (const byte of Buffer.from(body)) {
        await new Promise((resolve) => setTimeout(resolve, msPerByte).unref());
        yield Buffer.of(byte);
      }
    })(),
  );
}

/** Valid JSON of the given size: one string in a long run of blanks. */
function blanks(bytes: number): Readable {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  return Readable.from(
    (function* () {
      for (let left = bytes; left > 0; left -= chunk.length)
        yield chunk.subarray(0, Math.min(left, chunk.length));
      yield Buffer.from('""');
    })(),
  );
}
