/** The lookup as the extension builds it, over the real client, asking the stand-in services. */
import {
  createHttpClient,
  type HttpClientOptions,
  type OwnedHttpClient,
} from '../../src/core/http/client.ts';
import { silentLog } from '../../src/core/log.ts';
import { createLookup, type Lookup, type LookupHost } from '../../src/core/lookup/lookup.ts';
import { doi } from '../../src/core/sources/doi.ts';
import { sources as allSources } from '../../src/core/sources/index.ts';
import type { Source } from '../../src/core/sources/source.ts';
import { credentials } from '../sandbox/credentials.ts';
import type { Sandbox } from '../sandbox/server.ts';

export interface SandboxLookup {
  readonly http: OwnedHttpClient;
  readonly lookup: Lookup;
  readonly context: LookupHost['context'];
}

/** Asks with the credentials that the stand-ins take, at a pace that keeps tests short. */
export function createSandboxLookup(
  sandbox: Pick<Sandbox, 'endpoints'>,
  sources: readonly Source[] = allSources.filter(({ credentials }) => credentials?.required !== true),
  options: Partial<HttpClientOptions> = {},
): SandboxLookup {
  const pace = { limit: 1000, intervalMs: 1000, concurrency: 8 };
  const http = createHttpClient({
    fetch: (input, init) => globalThis.fetch(input, init),
    userAgent: () => 'CitationLookup/test (mailto:tester@example.org)',
    paces: () => ({ single: pace, list: pace, any: pace, token: pace }),
    nameOf: (id) => [doi, ...allSources].find((source) => source.id === id)?.name ?? id,
    log: silentLog,
    ...options,
  });
  const context: LookupHost['context'] = (source, { priority = 'interactive', signal }) => ({
    http,
    endpoint: (id) => {
      const address = Object.entries(sandbox.endpoints).find(([name]) => name === id)?.[1];
      if (address === undefined) throw new Error(`The sandbox has no ${id}.`);
      return address;
    },
    credentials: Object.entries(credentials).find(([id]) => id === source.id)?.[1] ?? credentials.crossref,
    contactEmail: 'tester@example.org',
    priority,
    ...(signal === undefined ? {} : { signal }),
  });
  return { http, context, lookup: createLookup({ sources: () => sources, context, log: silentLog }) };
}
