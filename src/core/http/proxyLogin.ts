/** The login that a person has set for every proxy, which an editor's `fetch` does not send. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hearUndici, type UndiciRequest } from './undiciEvents.ts';

const header = 'proxy-authorization';
const logins = new AsyncLocalStorage<string>();

/** Does `send` and adds `login` to the tunnels that are opened for it, unless the proxy's address holds a login. */
export function withProxyLogin<T>(login: string, send: () => Promise<T>): Promise<T> {
  return logins.run(login, () => hearUndici({ onCreated: logIn }, send));
}

/** Hears of the tunnels of other extensions too: theirs are made outside of `send`. */
function logIn(request: UndiciRequest): void {
  const login = logins.getStore();
  if (login === undefined || request.method !== 'CONNECT' || hasLogin(request.headers)) return;
  request.addHeader(header, login);
}

function hasLogin(headers: unknown): boolean {
  return Array.isArray(headers) && headers.some((name) => String(name).toLowerCase() === header);
}
