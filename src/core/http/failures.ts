/** Failures in words: one sentence that says who, what and what next. */
import { isCancelled, LookupError, type ErrorKind } from '../errors.ts';

/** Who failed. */
export interface Party {
  readonly source: string;
  /** The source's name as a person reads it. */
  readonly name: string;
}

const noAnswer = 'try again later';

type Wording = readonly [ErrorKind, (name: string) => string];

const wordings: Readonly<Record<string, Wording>> = {
  NO_HEADERS: ['timeout', (name) => `${name} did not answer in time; ${noAnswer}.`],
  NO_DATA: ['timeout', (name) => `${name} stopped in the middle of its answer; ${noAnswer}.`],
  TOO_SLOW: ['timeout', (name) => `${name} answers too slowly; ${noAnswer}.`],
  TOO_LARGE: ['unexpected-reply', (name) => `${name} sent more than a record can be; nothing of it was used.`],
  BODY_CUT: ['network', (name) => `The connection to ${name} broke in the middle of an answer; ${noAnswer}.`],
  ENOTFOUND: ['network', (name) => `${name}'s address cannot be found; check the network connection and the proxy settings.`],
  EAI_AGAIN: ['network', (name) => `${name}'s address cannot be found; check the network connection and the proxy settings.`],
  ECONNREFUSED: ['network', (name) => `${name} cannot be reached: the connection was refused; ${noAnswer}.`],
  ECONNRESET: ['network', (name) => `${name} closed the connection without an answer; ${noAnswer}.`],
  UND_ERR_SOCKET: ['network', (name) => `${name} closed the connection without an answer; ${noAnswer}.`],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', (name) => `${name} did not answer in time; ${noAnswer}.`],
  UNSAFE_REDIRECT: ['http', (name) => `${name} sends the request on to an address that is not safe; nothing was sent there.`],
  UND_ERR_REDIRECT_MAX: ['http', (name) => `${name} sends the request from address to address; ${noAnswer}.`],
  UND_ERR_INVALID_ARG: ['http', (name) => `${name} sends the request round in a circle; ${noAnswer}.`],
  ERR_INVALID_URL: ['http', (name) => `${name} sends the request on to something that is no address; ${noAnswer}.`],
  ETIMEDOUT: ['timeout', (name) => `${name} did not answer in time; ${noAnswer}.`],
}; // prettier-ignore

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(?:TLS|SSL)|^EPROTO$/;

/** The failure of a request that got no whole reply, or that was cancelled. */
export function toFailure(error: unknown, { source, name }: Party): LookupError {
  if (error instanceof LookupError) return error;
  if (isCancelled(error)) return new LookupError('cancelled', 'The request was cancelled.', { source });
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const [kind, word] = wordings[code] ?? ['network', certificateCodes.test(code) ? distrust(code) : unreachable(code)];
  return new LookupError(kind, word(name), { source });
} // prettier-ignore

function distrust(code: string) {
  return (name: string): string =>
    `${name} cannot be asked safely: its certificate is not trusted (${code}); a proxy may be reading along, see the certificate settings of the editor.`;
}

function unreachable(code: string) {
  return (name: string): string =>
    `${name} cannot be reached (${code}); check the network connection and the proxy settings.`;
}

/** Tells whether a failure means that the service cannot be reached or cannot answer now. */
export function isOutage({ kind, status }: LookupError): boolean {
  return (
    kind === 'network' || kind === 'timeout' || (kind === 'http' && status !== undefined && status >= 500)
  );
}

/** The failure of a request to an address that is neither https nor on this machine. */
export function unsafeAddress({ source, name }: Party): LookupError {
  const sentence = `${name} is not asked: its address is neither https nor on this machine; see the setting citationLookup.endpoints.`;
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
  const next = retryAfterMs === undefined ? noAnswer : `it asks to wait ${formatWait(retryAfterMs)}`;
  if (status === 429) return tooMany({ source, name }, retryAfterMs);
  if (status === 401 || status === 403) {
    const sentence = withSecrets
      ? `${name} refuses the credentials that are set (${status}); set them again.`
      : `${name} refuses to answer without credentials (${status}).`;
    return new LookupError('credentials', sentence, options);
  }
  if (status === 407)
    return new LookupError('network', 'The proxy asks for a login (407); check the proxy settings.', options);
  if (status >= 500)
    return new LookupError('http', `${name} has a fault of its own (${status}); ${next}.`, options);
  return new LookupError('http', `${name} cannot answer this request (${status}).`, options);
}

/** The failure of a request that would have to wait longer than its caller can. */
export function tooMany({ source, name }: Party, retryAfterMs?: number): LookupError {
  if (retryAfterMs === undefined)
    return new LookupError('rate-limited', `${name} is asked too often; ${noAnswer}.`, { source });
  const sentence = `${name} asks to wait ${formatWait(retryAfterMs)}; try again then.`;
  return new LookupError('rate-limited', sentence, { source, retryAfterMs });
}

/** The failure of a reply whose media type is another than the one asked for. */
export function wrongType({ source, name }: Party, contentType: string): LookupError {
  const type = contentType.split(';', 1)[0]?.slice(0, 60) ?? '';
  const sentence = `${name} sent ${type} instead of a record; a proxy or a login page may be in between.`;
  return new LookupError('unexpected-reply', sentence, { source });
}

/** Writes a wait as a person says it: `8 s`, `5 min`, `2 h`. */
export function formatWait(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
