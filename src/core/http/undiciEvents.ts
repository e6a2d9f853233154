/**
 * What undici tells the whole process on diagnostics channels: Node and editors make their `fetch` of it, each with a
 * copy of its own, and all copies tell.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** A request as undici made it, the CONNECT to a proxy too. */
export interface UndiciRequest {
  readonly origin: unknown;
  readonly path: unknown;
  readonly method: unknown;
  /** Names and values in turn. */
  readonly headers: unknown;
  addHeader(name: string, value: string): void;
}

/** Does `work` and meanwhile hears of every request that is made or sent, of others in this process too. */
export async function hearUndici<T>(
  ears: { onCreated?(request: UndiciRequest): void; onSent?(request: UndiciRequest): void },
  work: () => Promise<T>,
): Promise<T> {
  const onCreated = (message: unknown): void => {
    if (isAboutRequest(message)) ears.onCreated?.(message.request);
  };
  const onSent = (message: unknown): void => {
    if (isAboutRequest(message)) ears.onSent?.(message.request);
  };
  subscribe('undici:request:create', onCreated);
  subscribe('undici:client:sendHeaders', onSent);
  try {
    return await work();
  } finally {
    unsubscribe('undici:request:create', onCreated);
    unsubscribe('undici:client:sendHeaders', onSent);
  }
}

function isAboutRequest(message: unknown): message is { readonly request: UndiciRequest } {
  if (typeof message !== 'object' || message === null || !('request' in message)) return false;
  const { request } = message;
  return (
    typeof request === 'object' &&
    request !== null &&
    'addHeader' in request &&
    typeof request.addHeader === 'function'
  );
}
