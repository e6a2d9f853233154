/** Failures in words: one sentence that says who, what and what next. */
import { isCancelled, LookupError, toLookupError, type ErrorKind } from '../errors.ts';
import { say, type Sentence } from '../sentence.ts';

/** Who failed. */
export interface Party {
  readonly source: string;
  /** The source's name as a person reads it. */
  readonly name: string;
}

type Wording = readonly [codes: RegExp, kind: ErrorKind, tell: (name: string, code: string) => Sentence];

/** What the codes of the wire, of the system and of undici mean to a person; the first that matches counts. */
const wordings: readonly Wording[] = [
  [/^NO_CONNECTION$|^ETIMEDOUT$|^UND_ERR_CONNECT_TIMEOUT$/, 'timeout', (name) => say`No connection to ${name} in time; check the network connection and the proxy settings.`],
  [/^NO_HEADERS$|TIMEDOUT$|_TIMEOUT$/, 'timeout', (name) => say`${name} did not answer in time; try again later.`],
  [/^NO_DATA$/, 'timeout', (name) => say`${name} stopped in the middle of its answer; try again later.`],
  [/^TOO_SLOW$/, 'timeout', (name) => say`${name} answers too slowly; try again later.`],
  [/^TOO_LARGE$/, 'unexpected-reply', (name) => say`${name} sent more than an answer can be, and nothing of it is used; try again later.`],
  [/^BODY_CUT$/, 'network', (name) => say`The connection to ${name} broke in the middle of an answer; try again.`],
  [/^ECONNRESET$|^EPIPE$|_SOCKET$/, 'network', (name) => say`${name} closed the connection without an answer; try again later.`],
  [/^ECONNREFUSED$/, 'network', (name) => say`${name} cannot be reached (connection refused); try again later or check the proxy settings.`],
  [/^ENOTFOUND$|^EAI_/, 'network', (name) => say`${name}'s address cannot be found; check the network connection and the proxy settings.`],
  [/^PROXY_40[17]$/, 'network', () => say`The proxy asks for a login; put name and password into the proxy setting of the editor.`],
  [/^PROXY_/, 'network', (name, code) => say`The proxy does not reach ${name} or refuses to (${code.replace('PROXY_', '')}); try again later or ask whoever runs it.`],
  [/CERT|SELF_SIGNED|^UNABLE_TO_/, 'network', (name, code) => say`${name}'s certificate is not trusted (${code}); if a proxy reads along, have the system trust its certificate (setting http.systemCertificates) or switch http.proxyStrictSSL off.`],
  [/^ERR_(?:TLS|SSL)|^EPROTO$/, 'network', (name, code) => say`No secure connection to ${name} can be made (${code}); a proxy or a login page may be in between.`],
  [/^UNSAFE_REDIRECT$/, 'http', (name) => say`${name} redirects to an address that is not safe, where nothing was sent; try again later.`],
  [/^UND_ERR_REDIRECT_MAX$|^UND_ERR_INVALID_ARG$/, 'http', (name) => say`${name} redirects without end; try again later.`],
  [/^ERR_INVALID_URL$/, 'http', (name) => say`${name} redirects to something that is no address; try again later.`],
]; // prettier-ignore

const unreachable: Wording = [
  /^/,
  'network',
  (name, code) =>
    say`${name} cannot be reached (${code}); check the network connection and the proxy settings.`,
];

/** The failure of a request that got no whole reply, or that was cancelled. */
export function toFailure(error: unknown, { source, name }: Party): LookupError {
  if (error instanceof LookupError) return error;
  if (isCancelled(error)) return new LookupError('cancelled', say`The request was cancelled.`, { source });
  if (!(error instanceof Error) || !('code' in error)) return toLookupError(error, source);
  const code = String(error.code);
  const [, kind, tell] = wordings.find(([codes]) => codes.test(code)) ?? unreachable;
  // The error itself is left behind: undici's may name addresses with everything in them.
  return new LookupError(kind, tell(name, code), { source });
}

/** Tells whether a failure means that the service cannot be reached or cannot answer now. */
export function isOutage({ kind, status }: LookupError): boolean {
  return (
    kind === 'network' || kind === 'timeout' || (kind === 'http' && status !== undefined && status >= 500)
  );
}

/** The failure of a request to an address that is neither https nor on this machine. */
export function unsafeAddress({ source, name }: Party): LookupError {
  const sentence = say`${name} is not asked: its address is neither https nor on this machine; see the setting citationLookup.endpoints.`;
  return new LookupError('network', sentence, { source });
}

/** The failure that a status means. */
export function statusFailure(
  { source, name }: Party,
  status: number,
  details: { readonly retryAfterMs?: number; readonly withSecrets: boolean },
): LookupError {
  const { retryAfterMs, withSecrets } = details;
  const options = { source, status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  if (status === 429)
    return new LookupError('rate-limited', tooMany({ source, name }, retryAfterMs).sentence, options);
  if (status === 401 || status === 403) {
    const sentence = withSecrets
      ? say`${name} refuses the credentials that are set (${status}); set them again.`
      : say`${name} refuses to answer without credentials (${status}); set them, or try again later.`;
    return new LookupError('credentials', sentence, options);
  }
  const sentence =
    status < 500
      ? say`${name} does not accept this request (${status}); the log says more.`
      : retryAfterMs === undefined
        ? say`${name} has a fault of its own (${status}); try again later.`
        : say`${name} has a fault of its own (${status}); it asks to wait ${formatWait(retryAfterMs)}.`;
  return new LookupError('http', sentence, options);
}

/** The failure of a request that would have to wait longer than its caller can, because the service wishes so or we do. */
export function tooMany({ source, name }: Party, retryAfterMs?: number, isItsWish = true): LookupError {
  if (retryAfterMs === undefined)
    return new LookupError('rate-limited', say`${name} is asked too often; try again later.`, { source });
  const wait = formatWait(retryAfterMs);
  const sentence = isItsWish
    ? say`${name} asks to wait ${wait}; try again then.`
    : say`${name} is asked too often; try again in ${wait}.`;
  return new LookupError('rate-limited', sentence, { source, retryAfterMs });
}

/** The failure of a reply whose media type is another than the one asked for. */
export function wrongType({ source, name }: Party, contentType: string): LookupError {
  const type = contentType.split(';', 1)[0]?.slice(0, 60) ?? '';
  const sentence = say`${name} sent ${type} instead of a record; look whether a proxy or a login page is in between.`;
  return new LookupError('unexpected-reply', sentence, { source });
}

/** Writes a wait as a person says it: `8 s`, `5 min`, `2 h`. */
export function formatWait(ms: number): Sentence {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 120) return say`${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? say`${minutes} min` : say`${Math.ceil(minutes / 60)} h`;
}
