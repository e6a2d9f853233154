/** How long connecting may take: name, proxy, tunnel and TLS together. `fetch` does not tell when it is connected. */
import { hearUndici, type UndiciRequest } from './undiciEvents.ts';

/**
 * Does `send`, which is to request `url`, and calls `giveUp` if that request is still without a connection `limitMs`
 * after it was made. A `fetch` that is not undici's is left alone.
 */
export async function limitConnecting<T>(
  url: string,
  limitMs: number,
  giveUp: () => void,
  send: () => Promise<T>,
): Promise<T> {
  const { origin, pathname, search } = new URL(url);
  let own: UndiciRequest | undefined;
  let timer: NodeJS.Timeout | undefined;

  function onCreated(request: UndiciRequest): void {
    if (own !== undefined || String(request.origin) !== origin || request.path !== pathname + search) return;
    own = request;
    timer = setTimeout(giveUp, limitMs);
  }

  function onSent(request: UndiciRequest): void {
    if (request === own) clearTimeout(timer);
  }

  try {
    return await hearUndici({ onCreated, onSent }, send);
  } finally {
    clearTimeout(timer);
  }
}
