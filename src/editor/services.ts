/** Builds the core for this window: the client, the sources as the person set them, the lookup. */
import * as vscode from 'vscode';
import { createHttpClient, type OwnedHttpClient } from '../core/http/client.ts';
import type { Identifier } from '../core/identifiers/identifier.ts';
import { createLookup, type Lookup, type LookupOptions } from '../core/lookup/lookup.ts';
import { resolveMany, type ManyOptions, type Outcome } from '../core/lookup/resolveMany.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { doi } from '../core/sources/doi.ts';
import { sources as knownSources } from '../core/sources/index.ts';
import type { Source, SourceContext } from '../core/sources/source.ts';
import { readSetting } from './settings.ts';
import { readEndpoint } from './endpoints.ts';
import { createWaitingStatus } from './waitingStatus.ts';

/** What the features share. */
export interface Services {
  readonly http: OwnedHttpClient;
  readonly lookup: Lookup;
  readonly log: vscode.LogOutputChannel;
  resolveMany(
    identifiers: readonly Identifier[],
    options?: ManyOptions,
  ): Promise<ReadonlyMap<string, Outcome>>;
  contextOf(source: Source, options: LookupOptions): SourceContext;
  /** Returns each record as its identifier's own source knows it; as it is where that source cannot be asked. */
  complete(records: readonly CitationRecord[]): Promise<readonly CitationRecord[]>;
  /** Names of sources as a person reads them. */
  namesOf(ids: readonly string[]): string;
}

const homePage = 'https://marketplace.visualstudio.com/items?itemName=citation-lookup.citation-lookup';
const dayMs = 86_400_000;

function findSource(id: string): Source | undefined {
  return id === doi.id ? doi : knownSources.find((source) => source.id === id);
}

/** Returns the sources that are switched on, in the person's order; unknown ids are logged once each. */
function createSourceList(log: vscode.LogOutputChannel): () => readonly Source[] {
  const reported = new Set<string>();
  return () =>
    readSetting('sources').flatMap((id) => {
      const source = knownSources.find((known) => known.id === id);
      if (source === undefined && !reported.has(id)) {
        reported.add(id);
        log.warn(`The setting "sources" names "${id}", which is no source of this version.`);
      }
      return source === undefined || source.credentials?.required === true ? [] : [source];
    });
}

/** Creates the services of this window; nothing is read from disk or sent before the first question. */
export function createServices(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Services & { dispose(): void } {
  const { version } = context.extension.packageJSON as { readonly version: string };
  const status = createWaitingStatus();
  const http = createHttpClient({
    fetch: (input, init) => globalThis.fetch(input, init),
    userAgent: () => {
      const contact = readSetting('contactEmail').trim();
      return `CitationLookup/${version} (${homePage}${contact === '' ? '' : `; mailto:${contact}`})`;
    },
    paces: (id) =>
      findSource(id)?.paces({
        identified: readSetting('contactEmail').trim() !== '',
        authenticated: false,
      }) ?? {},
    nameOf: (id) => findSource(id)?.name ?? id,
    maxAgeMs: () => {
      const days = readSetting('cache.maxAgeDays');
      return days <= 0
        ? { record: 0, notFound: 0, search: 0 }
        : { record: days * dayMs, notFound: dayMs, search: dayMs / 24 };
    },
    cacheFile: vscode.Uri.joinPath(context.globalStorageUri, 'answers.sqlite').fsPath,
    onWaiting: (waiting) => {
      status.update(waiting);
    },
    log,
  });
  const contextOf = (source: Source, options: LookupOptions): SourceContext => ({
    http,
    endpoint: (id) => readEndpoint(id, source.endpoints[id] ?? doi.endpoints[id] ?? '', log),
    credentials: undefined,
    contactEmail: readSetting('contactEmail').trim(),
    priority: options.priority ?? 'interactive',
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const lookup = createLookup({ sources: createSourceList(log), context: contextOf, log });
  return {
    http,
    lookup,
    log,
    contextOf,
    namesOf: (ids) => ids.map((id) => findSource(id)?.name ?? id).join(', '),
    async complete(records) {
      const identifiers = records.flatMap(({ csl }) =>
        csl.DOI === undefined ? [] : [{ kind: 'doi' as const, id: csl.DOI }],
      );
      const outcomes = await resolveMany(identifiers, lookup, contextOf);
      return records.map((record) => {
        const outcome = outcomes.get(`doi:${record.csl.DOI ?? ''}`);
        return outcome !== undefined && 'record' in outcome ? outcome.record : record;
      });
    },
    resolveMany: (identifiers, options = {}) => resolveMany(identifiers, lookup, contextOf, options),
    dispose: () => {
      http.dispose();
      status.dispose();
    },
  };
}
