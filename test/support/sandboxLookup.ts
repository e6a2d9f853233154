/** The lookup as the extension builds it, over the real client, asking the stand-in services. */
import { createHttpClient, type OwnedHttpClient } from '../../src/core/http/client.ts';
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

/** Asks as a member of Metadata Plus, whose pace (150 a second) keeps tests short; the other services do not look at it. */
export function createSandboxLookup(
  sandbox: Sandbox,
  sources: readonly Source[] = allSources.filter(({ credentials }) => credentials?.required !== true),
): SandboxLookup {
  const pace = { limit: 1000, intervalMs: 1000, concurrency: 8 };
  const http = createHttpClient({
    fetch: (input, init) => globalThis.fetch(input, init),
    userAgent: () => 'CitationLookup/test (mailto:tester@example.org)',
    paces: () => ({ single: pace, list: pace, any: pace }),
    nameOf: (id) => [doi, ...allSources].find((source) => source.id === id)?.name ?? id,
    log: silentLog,
  });
  const context: LookupHost['context'] = (_source, options) => ({
    http,
    endpoint: (id) => {
      const address = Object.entries(sandbox.endpoints).find(([name]) => name === id)?.[1];
      if (address === undefined) throw new Error(`The sandbox has no ${id}.`);
      return address;
    },
    credentials: credentials.crossref,
    contactEmail: 'tester@example.org',
    priority: options.priority ?? 'interactive',
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return { http, context, lookup: createLookup({ sources: () => sources, context, log: silentLog }) };
}
