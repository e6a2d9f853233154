/** A request as a stand-in service sees it, and what the service says to it: no sockets, so each service is a function. */

export interface Call {
  readonly method: string;
  /** Below the service's base address, percent-encoded as sent, with a leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Form fields of a POST. */
  readonly form: URLSearchParams;
  /** Base address of each service of this sandbox. */
  readonly endpoints: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** At most `limit` requests in any `intervalMs`, at most `concurrency` at once. */
export interface Allowance {
  /** Requests of the same pool are counted together. */
  readonly pool: string;
  readonly limit: number;
  readonly intervalMs: number;
  readonly concurrency?: number;
}

/** A service of the sandbox. */
export interface StandIn {
  answer(call: Call): Answer;
  /** The documented limit that this request counts against. */
  allowance(call: Call): Allowance;
  /** The 429 of the service. */
  tooMany(call: Call): Answer;
  /** The 500 of the service. */
  failure: Answer;
}

/** An answer in JSON. */
export function json(value: unknown, status = 200, contentType = 'application/json'): Answer {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value) };
}

/** An answer in text of any type. */
export function text(body: string, status = 200, contentType = 'text/plain'): Answer {
  return { status, headers: { 'content-type': contentType }, body };
}

/** A page as a load balancer writes it. */
export function html(status: number, heading: string, note = ''): Answer {
  const body = `<html><body><h1>${heading}</h1>\n${note && `${note}\n`}</body></html>\n`;
  return text(body, status, 'text/html');
}

/** A redirect. */
export function redirect(location: string, status = 302): Answer {
  return { status, headers: { location, 'content-type': 'text/html;charset=utf-8' }, body: '' };
}

/** Decodes percent-encoding; undefined where it is malformed. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
