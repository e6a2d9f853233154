/** The core as this window uses it: the client, the sources as the person set them, looking up and searching. */
import * as vscode from 'vscode';
import { LookupError } from '../../core/errors.ts';
import { maxAgeOfDays } from '../../core/http/freshness.ts';
import { createHttpClient } from '../../core/http/client.ts';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import { askSource } from '../../core/lookup/askSource.ts';
import { createLookup, type LookupOptions } from '../../core/lookup/lookup.ts';
import { resolveMany, type ManyOptions, type Outcome } from '../../core/lookup/resolveMany.ts';
import { listAll, say } from '../../core/sentence.ts';
import { search, searchMore, type SearchOptions, type SearchResult } from '../../core/lookup/search.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { crossref } from '../../core/sources/crossref/crossref.ts';
import { matchReference, type ReferenceMatch } from '../../core/sources/crossref/matchReference.ts';
import { doi } from '../../core/sources/doi.ts';
import { openaire } from '../../core/sources/openaire/openaire.ts';
import { findProjects, type Project } from '../../core/sources/openaire/projects.ts';
import type { SearchQuery } from '../../core/sources/query.ts';
import { listGenres, rootGenre, type KoboGenre } from '../../core/sources/rakuten/genres.ts';
import { rakutenKobo } from '../../core/sources/rakuten/rakutenKobo.ts';
import type { Source, SourceContext } from '../../core/sources/source.ts';
import type { Credentials } from './credentials.ts';
import { readEndpoint } from './endpoints.ts';
import { fetchAsSet } from './fetchAsSet.ts';
import { readSetting } from '../settings.ts';
import { createSourcesInUse, findSource } from './sourcesInUse.ts';
import { createWaitingStatus } from './waitingStatus.ts';

/** A source as a search shows it. */
export interface SearchableSource {
  readonly id: string;
  readonly name: string;
  readonly lacksCredentials: boolean;
}

/** What the features share. Everything that waits rejects with LookupError. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  /** Finds the work of an identifier; undefined if nobody knows it. */
  resolve(identifier: Identifier, options?: LookupOptions): Promise<CitationRecord | undefined>;
  /** Finds many, by `kind:id`, in as few requests as the services allow. */
  resolveMany(
    identifiers: readonly Identifier[],
    options?: ManyOptions,
  ): Promise<ReadonlyMap<string, Outcome>>;
  search(
    query: SearchQuery,
    options?: SearchOptions & { readonly sources?: readonly string[] },
  ): Promise<SearchResult>;
  searchMore(result: SearchResult, options?: SearchOptions): Promise<SearchResult>;
  /** Finds the work that a whole pasted reference means; undefined where none fits beyond doubt. */
  matchReference(text: string, options?: LookupOptions): Promise<ReferenceMatch | undefined>;
  /** Lists the genres of Rakuten Kobo below one, its topmost without any, and how many books of a search are in each. */
  listGenres(genreId: string | undefined, query: SearchQuery): Promise<readonly KoboGenre[]>;
  /** Finds the projects that OpenAIRE knows by a name, an acronym, a call or the number of a grant. */
  findProjects(name: string, funders?: readonly string[]): Promise<readonly Project[]>;
  /** Returns each record as its identifier's own source knows it; as it is where that source cannot be asked. */
  complete(records: readonly CitationRecord[], options?: LookupOptions): Promise<readonly CitationRecord[]>;
  /** The sources of the setting in their order: those that a search asks, and those that lack their credentials. */
  searchable(): Promise<readonly SearchableSource[]>;
  /** Names of sources as a person reads them. */
  namesOf(ids: readonly string[]): string;
  /** Names of the sources that look up identifiers of this kind. */
  askedFor(kind: Identifier['kind']): readonly string[];
  clearCache(): Promise<void>;
}

/** Where a service's operator finds who this is. */
const homePage = 'vscode:extension/citation-lookup.citation-lookup';

/** What a search result is looked up whole by: hits hold less than records do. */
function identifierOf({ csl }: CitationRecord): Identifier | undefined {
  if (csl.DOI !== undefined) return { kind: 'doi', id: csl.DOI };
  return csl.custom?.crid === undefined ? undefined : { kind: 'crid', id: csl.custom.crid };
}

/** Says what a source lacks, with the command that sets it. */
function lacksCredentials(source: Source): LookupError {
  const labels = source.credentials?.fields.map(({ label }) => label) ?? [];
  const sentence = say`${source.name} needs credentials of your own: ${listAll(labels)}. Set them with "Set Credentials".`;
  return new LookupError('credentials', sentence, { source: source.id });
}

function createClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  credentials: Credentials,
  status: ReturnType<typeof createWaitingStatus>,
): ReturnType<typeof createHttpClient> {
  const { version } = context.extension.packageJSON as { readonly version: string };
  const contact = (): string => readSetting('contactEmail').trim();
  return createHttpClient({
    fetch: fetchAsSet,
    userAgent: () =>
      `CitationLookup/${version} (${homePage}${contact() === '' ? '' : `; mailto:${contact()}`})`,
    paces(id) {
      const source = findSource(id);
      const authenticated = source !== undefined && credentials.of(source) !== undefined;
      return source?.paces({ identified: contact() !== '', authenticated }) ?? {};
    },
    nameOf: (id) => findSource(id)?.name ?? id,
    maxAgeMs: () => maxAgeOfDays(readSetting('cache.maxAgeDays')),
    cacheFile: vscode.Uri.joinPath(context.globalStorageUri, 'answers.sqlite').fsPath,
    onWaiting: (waiting) => {
      status.update(waiting);
    },
    log,
  });
}

/** Creates the services of this window; nothing is read from disk or sent before the first question. */
export function createServices(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  credentials: Credentials,
): Services & { dispose(): void } {
  const status = createWaitingStatus();
  const http = createClient(context, log, credentials, status);
  const inUse = createSourcesInUse(credentials, log);
  const contextOf = (source: Source, options: LookupOptions): SourceContext => ({
    http,
    endpoint: (id) => readEndpoint(id, source.endpoints[id] ?? doi.endpoints[id] ?? '', log),
    credentials: credentials.of(source),
    contactEmail: readSetting('contactEmail').trim(),
    priority: options.priority ?? 'interactive',
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const lookup = createLookup({ sources: () => inUse.ready(), context: contextOf, log });

  /** Returns why an identifier cannot be asked for: only a source without its credentials looks up its kind. */
  function findRefusal({ kind }: Identifier, options: LookupOptions): LookupError | undefined {
    if (lookup.askable(options).some(({ kinds }) => kinds.includes(kind)) || kind === 'doi') return undefined;
    const lacking = inUse.lackingCredentials().find(({ kinds }) => kinds.includes(kind));
    return lacking && lacksCredentials(lacking);
  }

  return {
    log,
    namesOf: (ids) => ids.map((id) => findSource(id)?.name ?? id).join(', '),
    askedFor: (kind) =>
      lookup
        .askable()
        .filter(({ kinds }) => kinds.includes(kind))
        .map(({ name }) => name),
    clearCache: () => http.clearCache(),
    async resolve(identifier, options = {}) {
      await credentials.load();
      const refusal = findRefusal(identifier, options);
      if (refusal !== undefined) throw refusal;
      return lookup.resolve(identifier, options);
    },
    async resolveMany(identifiers, options = {}) {
      await credentials.load();
      const outcomes = await resolveMany(identifiers, lookup, contextOf, options);
      const refused = identifiers.flatMap((identifier) => {
        const error = findRefusal(identifier, options);
        return error === undefined ? [] : [[`${identifier.kind}:${identifier.id}`, { error }] as const];
      });
      return new Map([...outcomes, ...refused]);
    },
    async search(query, options = {}) {
      await credentials.load();
      const { signal, sources } = options;
      const chosen = lookup.askable(sources === undefined ? {} : { sources });
      return search(query, chosen, (source) => contextOf(source, signal === undefined ? {} : { signal }), {
        ...options,
        unavailable: inUse
          .lackingCredentials()
          .filter(({ id }) => sources?.includes(id) ?? true)
          .map(lacksCredentials),
      });
    },
    async searchable() {
      await credentials.load();
      const toSearchable = ({ id, name }: Source, lacksCredentials: boolean): SearchableSource => ({
        id,
        name,
        lacksCredentials,
      });
      return [
        ...inUse
          .ready()
          .filter((source) => source.search !== undefined)
          .map((source) => toSearchable(source, false)),
        ...inUse.lackingCredentials().map((source) => toSearchable(source, true)),
      ];
    },
    searchMore: (result, options = {}) =>
      searchMore(
        result,
        (source) => contextOf(source, options.signal === undefined ? {} : { signal: options.signal }),
        options,
      ),
    async matchReference(text, options = {}) {
      if (!lookup.askable(options).includes(crossref)) return undefined;
      return askSource(contextOf(crossref, options), (own) => matchReference(text, own));
    },
    async listGenres(genreId = rootGenre, query) {
      await credentials.load();
      if (credentials.of(rakutenKobo) === undefined) throw lacksCredentials(rakutenKobo);
      return askSource(contextOf(rakutenKobo, {}), (own) => listGenres(genreId, query, own));
    },
    async findProjects(name, funders) {
      await credentials.load();
      return askSource(contextOf(openaire, {}), (own) => findProjects(name, funders, own));
    },
    async complete(records, options = {}) {
      const asked = records.map(identifierOf);
      const known = asked.filter((identifier) => identifier !== undefined);
      const outcomes = await this.resolveMany(known, options);
      return records.map((record, place) => {
        const identifier = asked[place];
        const outcome =
          identifier === undefined ? undefined : outcomes.get(`${identifier.kind}:${identifier.id}`);
        return outcome !== undefined && 'record' in outcome ? outcome.record : record;
      });
    },
    dispose: () => {
      http.dispose();
      status.dispose();
    },
  };
}
