/** Addresses of requests: which are safe to ask, and parameters added and taken away. */

/** Tells whether requests may go to this address: https anywhere, http only on this machine. */
export function isSafeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Tells whether a request to `from` may be redirected to `to`: never from one scheme to the other. */
export function isSafeHop(from: string, to: string): boolean {
  return isSafeAddress(to) && new URL(from).protocol === new URL(to).protocol;
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/** Returns `url` with these parameters at its end, the others byte for byte as they are. */
export function withParameters(url: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString();
  if (query === '') return url;
  return url + (url.includes('?') ? '&' : '?') + query;
}

/** Returns `url` without its fragment and the parameters of these names, the others byte for byte as they are. */
export function withoutParameters(url: string, names: readonly string[]): string {
  const unwanted = new Set(names.map((name) => name.toLowerCase()));
  const [page = ''] = url.split('#', 1);
  const at = page.indexOf('?');
  if (at < 0) return page;
  const kept = pairsOf(page.slice(at + 1)).filter(([name]) => !unwanted.has(name));
  return page.slice(0, at) + (kept.length === 0 ? '' : `?${kept.map(([, pair]) => pair).join('&')}`);
}

/** Splits a query into its pairs as they are written, each with its decoded name in lower case. */
export function pairsOf(query: string): readonly (readonly [name: string, pair: string])[] {
  return query.split('&').map((pair) => {
    const [name = ''] = pair.split('=', 1);
    const [decoded = ''] = new URLSearchParams(`${name}=`).keys();
    return [decoded.toLowerCase(), pair];
  });
}
