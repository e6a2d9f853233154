/** Addresses as logs and errors may show them. */
import { pairsOf } from './address.ts';

/** Parameters whose value authenticates or identifies a person, in lower case. */
const privateParameters: ReadonlySet<string> = new Set([
  'access_token', 'accesskey', 'affiliateid', 'api_key', 'api-key', 'apikey', 'appid', 'applicationid', 'auth',
  'authorization', 'client_secret', 'email', 'key', 'mailto', 'password', 'refresh_token', 'refreshtoken', 'secret',
  'sig', 'signature', 'token',
]); // prettier-ignore

/** Returns `url` without user name, password and fragment, and with the values of private parameters as `…`. */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return '(not an address)';
  const { origin, pathname, search } = new URL(url);
  if (search === '') return origin + pathname;
  const pairs = pairsOf(search.slice(1)).map(([name, pair]) =>
    privateParameters.has(name) ? `${pair.split('=', 1).join('')}=…` : pair,
  );
  return `${origin}${pathname}?${pairs.join('&')}`;
}
