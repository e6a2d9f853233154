/** Addresses as logs and errors may show them. */

/** Parameters whose value authenticates or identifies a person, in lower case. */
const privateParameters: ReadonlySet<string> = new Set([
  'access_token', 'accesskey', 'affiliateid', 'api_key', 'api-key', 'apikey', 'appid', 'applicationid', 'auth',
  'authorization', 'client_secret', 'email', 'key', 'mailto', 'password', 'refresh_token', 'refreshtoken', 'secret',
  'sig', 'signature', 'token',
]); // prettier-ignore

/** Returns `url` without user name, password and fragment, and with the values of private parameters as `…`. */
export function redactUrl(url: string, alsoPrivate: Iterable<string> = []): string {
  if (!URL.canParse(url)) return '(not an address)';
  const { origin, pathname, search } = new URL(url);
  const hidden = new Set([...alsoPrivate].map((name) => name.toLowerCase()));
  const isPrivate = (name: string): boolean => privateParameters.has(name) || hidden.has(name);
  const pairs = search.slice(1).split('&').map((pair) => {
    const [name = ''] = pair.split('=', 1);
    return isPrivate(decodeName(name)) ? `${name}=…` : pair;
  }); // prettier-ignore
  return origin + pathname + (search === '' ? '' : `?${pairs.join('&')}`);
}

/** Returns `url` without the parameters of these names, the others byte for byte as they are. */
export function withoutParameters(url: string, names: readonly string[]): string {
  const hidden = new Set(names.map((name) => name.toLowerCase()));
  const [beforeFragment = ''] = url.split('#', 1);
  const at = beforeFragment.indexOf('?');
  if (at < 0) return beforeFragment;
  const kept = beforeFragment
    .slice(at + 1)
    .split('&')
    .filter((pair) => !hidden.has(decodeName(pair.split('=', 1)[0] ?? '')));
  return beforeFragment.slice(0, at) + (kept.length === 0 ? '' : `?${kept.join('&')}`);
}

function decodeName(name: string): string {
  return new URLSearchParams(`${name}=`).keys().next().value?.toLowerCase() ?? '';
}
