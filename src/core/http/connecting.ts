/**
 * How long connecting may take: name, proxy, tunnel and TLS together. `fetch` does not tell when it is connected, but
 * undici, of which Node and editors make their `fetch`, tells the whole process on diagnostics channels.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

type Request = Readonly<Record<'origin' | 'path', unknown>>;

/**
 * Does `send`, which is to request `url`, and calls `giveUp` if that request is still without a connection `limitMs`
 * after it was made. A `fetch` that tells nothing is left alone.
 */
export async function limitConnecting<T>(
  url: string,
  limitMs: number,
  giveUp: () => void,
  send: () => Promise<T>,
): Promise<T> {
  const { origin, pathname, search } = new URL(url);
  let request: Request | undefined;
  let timer: NodeJS.Timeout | undefined;

  function onCreated(message: unknown): void {
    const created = requestIn(message);
    if (request !== undefined || String(created?.origin) !== origin || created?.path !== pathname + search)
      return;
    request = created;
    timer = setTimeout(giveUp, limitMs);
  }

  function onSent(message: unknown): void {
    if (request !== undefined && requestIn(message) === request) clearTimeout(timer);
  }

  subscribe('undici:request:create', onCreated);
  subscribe('undici:client:sendHeaders', onSent);
  try {
    return await send();
  } finally {
    clearTimeout(timer);
    unsubscribe('undici:request:create', onCreated);
    unsubscribe('undici:client:sendHeaders', onSent);
  }
}

function requestIn(message: unknown): Request | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  const { request } = message;
  const isRequest = typeof request === 'object' && request !== null && 'origin' in request && 'path' in request; // prettier-ignore
  return isRequest ? request : undefined;
}
