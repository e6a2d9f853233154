/** What the rest of the core knows of HTTP: one kind of request, one kind of reply. `client.ts` implements it. */

/** At most `limit` requests start in any `intervalMs`, at most `concurrency` run at once. */
export interface Pace {
  readonly limit: number;
  readonly intervalMs: number;
  readonly concurrency?: number;
}

/** What a caller is told apart by when a service grants its pace. */
export interface Caller {
  /** True where the person set a contact address, which the User-Agent then names. */
  readonly identified: boolean;
  /** True where credentials for the source are set. */
  readonly authenticated: boolean;
}

/** Parameters and headers that authenticate. They are added on the wire only: no cache key, log or error holds them. */
export interface Secrets {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpRequest {
  /** Id of the source that asks; names it in logs, errors and status. */
  readonly source: string;
  /** Name of one of the source's paces, such as `single` or `list`. */
  readonly pool: string;
  /** Absolute address without secrets. */
  readonly url: string;
  /** Media type asked for; a reply of another type is an error of kind `unexpected-reply`. */
  readonly accept: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly secrets?: Secrets;
  /** POST body, form-encoded; without it the request is a GET. A POST is neither cached nor repeated. */
  readonly form?: Readonly<Record<string, string>>;
  /** How the answer ages in the cache: found records for days, searches for an hour, `none` never stored. */
  readonly keep: 'record' | 'search' | 'none';
  /**
   * Tells from the text of a reply that the service does not know all that was asked, where no status says so: such a
   * reply is kept no longer than a 404.
   */
  readonly isUnknown?: (text: string) => boolean;
  /** Interactive requests overtake background ones in the queue. */
  readonly priority?: 'interactive' | 'background';
  readonly signal?: AbortSignal;
  /** Statuses besides 2xx that are answers, not failures; 404 unless told otherwise. */
  readonly answers?: readonly number[];
}

export interface HttpReply {
  readonly status: number;
  /** Lower-case header names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded text, at most 20 MB. */
  readonly text: string;
  /** Address that answered, after redirects, without secrets. */
  readonly url: string;
  /** True where a stored answer older than its time was served because the service cannot be reached. */
  readonly stale: boolean;
}

export interface HttpClient {
  /** Sends one request, or serves it from the cache. Rejects with LookupError only. */
  send(request: HttpRequest): Promise<HttpReply>;
  /** Takes the stored reply to this request out of the cache; absent where nothing is stored. */
  forget?(request: HttpRequest): void;
  /** The client that this one watches over for one question: what lasts longer than a question belongs to that. */
  readonly base?: HttpClient;
}
