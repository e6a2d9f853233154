/** A `fetch` that believes every certificate, for who has switched verifying them off: `fetch` cannot be told. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { readHeaders } from './headers.ts';
import { defaultWireLimits, WireError, type Fetch, type FetchOptions } from './wire.ts';

/** Statuses whose `Response` may have no body. */
const bodiless = [204, 205, 304];

export interface UnverifiedFetchOptions {
  readonly connectMs?: number;
  /** Logs in at a proxy whose address holds no login: the value of the header. */
  readonly proxyLogin?: string;
}

/** Creates a `fetch` for https by Node's https, which an editor has taught its proxies too; redirects are replies. */
export function createUnverifiedFetch(own: UnverifiedFetchOptions = {}): Fetch {
  return async (url, options) => {
    const reply = await send(url, options, own);
    const { statusCode: status = 0 } = reply;
    // What arrives in clear comes from a proxy that has opened no tunnel; in undici's words, as from `fetch`.
    if (!(reply.socket instanceof TLSSocket)) throw new Error(`Proxy response (${status}) !== 200`);
    const isEmpty = bodiless.includes(status);
    if (isEmpty) reply.resume();
    return new Response(isEmpty ? null : Readable.toWeb(reply), {
      status,
      headers: readHeaders(reply.headers),
    });
  };
}

function send(
  url: string,
  { method, headers, body, signal }: FetchOptions,
  { connectMs = defaultWireLimits.connectMs, proxyLogin = '' }: UnverifiedFetchOptions,
): Promise<IncomingMessage> {
  // Compressed bodies would be bombs to look out for.
  const plain = { ...headers, 'accept-encoding': 'identity' };
  const options = { method, headers: plain, signal, rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const message = request(url, options, resolve);
    prepareTunnel(message, proxyLogin);
    const slow = setTimeout(() => {
      message.destroy();
      // While it waits for its tunnel it does not tell that it was destroyed.
      reject(new WireError('NO_CONNECTION'));
    }, connectMs);
    // It is finished when there was a connection to write it to.
    for (const event of ['finish', 'close']) {
      message.on(event, () => {
        clearTimeout(slow);
      });
    }
    message.on('error', reject).end(body);
  });
}

/**
 * An editor puts an agent of its own (`@vscode/proxy-agent`) in front of a request, which does not hand on what the
 * request was told: neither whether to verify the proxy's own certificate nor a login. It reads `opts` for each tunnel.
 */
function prepareTunnel(message: ClientRequest, proxyLogin: string): void {
  const agent: unknown = 'agent' in message ? message.agent : undefined;
  if (typeof agent !== 'object' || agent === null || !('opts' in agent)) return;
  if (typeof agent.opts !== 'object' || agent.opts === null) return;
  const headers = proxyLogin === '' ? {} : { 'Proxy-Authorization': proxyLogin };
  Object.assign(agent.opts, { rejectUnauthorized: false, headers });
}
