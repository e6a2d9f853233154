/** A server on this machine that a test scripts, and a client in front of it. */
import { createServer, type RequestListener, type Server } from 'node:http';
import {
  createHttpClient,
  type HttpClientOptions,
  type OwnedHttpClient,
} from '../../../../src/core/http/client.ts';
import type { HttpRequest } from '../../../../src/core/http/http.ts';
import { silentLog } from '../../../../src/core/log.ts';

export interface Loopback {
  /** `http://127.0.0.1:PORT` */
  readonly base: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  stop(): void;
}

/** Starts a server on a free port. */
export async function startLoopback(listener: RequestListener): Promise<Loopback> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    listener(request, response);
  });
  return {
    base: `http://127.0.0.1:${await listen(server)}`,
    asked,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Answers with JSON. */
export function json(text = '{"ok":true}', headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(text);
  };
}

/** Creates a client that paces nothing and waits for nothing, unless told otherwise. */
export function createTestClient(options: Partial<HttpClientOptions> = {}): OwnedHttpClient {
  return createHttpClient({
    fetch: globalThis.fetch,
    userAgent: () => 'CitationLookup/test',
    paces: () => ({ single: { limit: 1000, intervalMs: 10 } }),
    nameOf: () => 'Crossref',
    log: silentLog,
    backoffMs: 1,
    random: () => 0,
    ...options,
  });
}

/** A GET for JSON whose answer is kept as a record. */
export function requestOf(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { source: 'crossref', pool: 'single', url, accept: 'application/json', keep: 'record', ...more };
}
