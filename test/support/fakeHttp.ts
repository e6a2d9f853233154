/** An HTTP client in memory: a function answers, every request is kept, statuses fail as they do on the wire. */
import { LookupError } from '../../src/core/errors.ts';
import { statusFailure } from '../../src/core/http/failures.ts';
import type { HttpClient, HttpReply, HttpRequest } from '../../src/core/http/http.ts';
import { say } from '../../src/core/sentence.ts';
import type { Source, SourceContext } from '../../src/core/sources/source.ts';

export interface FakeAnswer {
  /** 200 unless told otherwise. */
  readonly status?: number;
  /** Body; anything but a string is sent as JSON. */
  readonly body?: unknown;
  /** Address that answered, where a redirect led elsewhere. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a test says a service answers; `url` is the parsed address of `request`. */
export type Answer = (url: URL, request: HttpRequest) => FakeAnswer;

export interface FakeHttp extends HttpClient {
  /** Every request in the order of sending. */
  readonly requests: readonly HttpRequest[];
  /** Their addresses, parsed. */
  readonly urls: readonly URL[];
}

/** Makes a client that `answer` answers for. */
export function createFakeHttp(answer: Answer): FakeHttp {
  const requests: HttpRequest[] = [];
  function reply(request: HttpRequest): HttpReply {
    if (request.signal?.aborted === true) {
      throw new LookupError('cancelled', say`The request was cancelled.`, { source: request.source });
    }
    requests.push(request);
    const {
      status = 200,
      body = '',
      url = request.url,
      headers = {},
    } = answer(new URL(request.url), request);
    const { source, secrets, answers = [404] } = request;
    if (status >= 300 && !answers.includes(status)) {
      throw statusFailure({ source, name: source }, status, { withSecrets: secrets !== undefined });
    }
    return {
      status,
      url,
      headers,
      stale: false,
      text: typeof body === 'string' ? body : JSON.stringify(body),
    };
  }
  return {
    requests,
    get urls() {
      return requests.map((request) => new URL(request.url));
    },
    send(request) {
      return new Promise((resolve) => {
        resolve(reply(request));
      });
    },
  };
}

/** What a source is given in a test: its own addresses, and credentials where the test sets some. */
export function createContext(
  source: Source,
  http: HttpClient,
  credentials?: Readonly<Record<string, string>>,
): SourceContext {
  return {
    http,
    endpoint(id) {
      const address = source.endpoints[id];
      if (address === undefined) throw new Error(`${source.id} has no endpoint ${id}`);
      return address;
    },
    credentials,
    contactEmail: '',
    priority: 'interactive',
  };
}
