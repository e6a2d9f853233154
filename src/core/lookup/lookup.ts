/**
 * Looks identifiers up: who is asked, in which order, and what counts as an answer. A DOI: Crossref; what it does not
 * know, the agency that doi.org names; what no source of ours serves, content negotiation. Nothing is guessed.
 */
import type { LookupError } from '../errors.ts';
import { isCancelled, toLookupError } from '../errors.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import type { Log } from '../log.ts';
import type { CitationRecord } from '../record/record.ts';
import { doi, expandShortDoi, findAgency, type Agency } from '../sources/doi.ts';
import type { Source, SourceContext } from '../sources/source.ts';
import { findKeeper, furtherDoi, letAgencyLead } from './agencies.ts';
import { asStored, askSource } from './askSource.ts';
import { mergeRecords } from './mergeRecords.ts';

export interface LookupOptions {
  /** Ids of the sources that may be asked; all that are switched on by default. */
  readonly sources?: readonly string[];
  readonly priority?: 'interactive' | 'background';
  readonly signal?: AbortSignal;
}

/** What the lookup stands on; the edge gives it. */
export interface LookupHost {
  /** Sources that are switched on, in the person's order; those without required credentials are left out. */
  sources(): readonly Source[];
  context(source: Source, options: LookupOptions): SourceContext;
  readonly log: Log;
}

/** What is known already is not held back longer than this for what another source may add. */
const completionMs = 3000;

/** Tells whether a record has what no citation can do without. */
function isWhole({ csl }: CitationRecord): boolean {
  return csl.title !== '' && csl.issued !== undefined && (csl.author ?? csl.editor) !== undefined;
}

/** Returns the source that completes what the leading one left out; undefined where nothing is missing, or nobody is left to ask. */
export function findCompleter(sources: readonly Source[], record: CitationRecord): Source | undefined {
  if (isWhole(record) || record.csl.DOI === undefined) return undefined;
  return sources.find(({ id }) => id === 'openaire' && !record.sources.includes(id));
}

function isShort(identifier: Identifier): boolean {
  return identifier.kind === 'doi' && identifier.id.startsWith('10/');
}

export interface Lookup {
  /** Finds the work of an identifier; undefined if no source knows it. Rejects with LookupError. */
  resolve(identifier: Identifier, options?: LookupOptions): Promise<CitationRecord | undefined>;
  /** The sources that may be asked under these options, in order. */
  askable(options?: LookupOptions): readonly Source[];
}

export function createLookup(host: LookupHost): Lookup {
  function askable(options: LookupOptions = {}): readonly Source[] {
    const { sources } = options;
    return host.sources().filter((source) => sources === undefined || sources.includes(source.id));
  }

  function ask(
    source: Source,
    identifier: Identifier,
    options: LookupOptions,
  ): Promise<CitationRecord | undefined> {
    return askSource(
      host.context(source, options),
      (context) => source.resolve(identifier, context),
      (record) => record && asStored(record, source),
    );
  }

  /** Asks in order until one knows the work. A failure counts only if nobody does. */
  async function askInTurn(
    sources: readonly Source[],
    identifier: Identifier,
    options: LookupOptions,
  ): Promise<CitationRecord | undefined> {
    let failure: LookupError | undefined;
    for (const source of sources) {
      try {
        const record = await ask(source, identifier, options);
        if (record !== undefined) return record;
      } catch (error) {
        if (isCancelled(error)) throw error;
        failure ??= toLookupError(error, source.id);
      }
    }
    if (failure !== undefined) throw failure;
    return undefined;
  }

  async function resolveDoi(
    identifier: Identifier,
    options: LookupOptions,
  ): Promise<CitationRecord | undefined> {
    const sources = askable(options).filter((source) => source.kinds.includes('doi'));
    const crossref = sources.filter((source) => source.id === 'crossref');
    const others = sources.filter((source) => source.id !== 'crossref');
    let failure: LookupError | undefined;
    const noteFailure = (error: unknown): undefined => {
      if (isCancelled(error)) throw error;
      failure ??= toLookupError(error);
    };
    const record =
      (await askInTurn(crossref, identifier, options).catch(noteFailure)) ??
      (await askAgency(identifier, others, failure === undefined, options).catch(noteFailure));
    if (record === undefined && failure !== undefined) throw failure;
    return record;
  }

  /** Asks who keeps the DOI and then that source; content negotiation serves every agency that has none here. */
  async function askAgency(
    identifier: Identifier,
    others: readonly Source[],
    crossrefAnswered: boolean,
    options: LookupOptions,
  ): Promise<CitationRecord | undefined> {
    let answer: Agency;
    try {
      answer = await askSource(host.context(doi, options), (context) => findAgency(identifier.id, context));
    } catch (error) {
      if (isCancelled(error)) throw error;
      // Without the agency's name the sources can still be asked in turn; that none knows it proves nothing then.
      const record = await askInTurn(others, identifier, options).catch((other: unknown) => {
        if (isCancelled(other)) throw other;
      });
      if (record === undefined) throw error;
      return record;
    }
    if (!('agency' in answer)) return undefined;
    const keeper = findKeeper(answer.agency);
    // Negotiation would only lead back to the service that has just failed.
    if (keeper === 'crossref' && !crossrefAnswered) return undefined;
    const kept = others.filter((source) => source.id === keeper);
    const negotiable = options.sources === undefined || options.sources.includes(doi.id);
    return askInTurn(negotiable ? [...kept, doi] : kept, identifier, options);
  }

  /** Asks one more source where the first left out what no citation can do without; its failure changes nothing. */
  async function complete(record: CitationRecord, options: LookupOptions): Promise<CitationRecord> {
    const { DOI } = record.csl;
    const further = findCompleter(askable(options), record);
    if (further === undefined || DOI === undefined) return record;
    const enough = AbortSignal.timeout(completionMs);
    const signal = options.signal === undefined ? enough : AbortSignal.any([options.signal, enough]);
    try {
      const other = await ask(further, { kind: 'doi', id: DOI }, { ...options, signal });
      return other === undefined ? record : mergeRecords(record, other);
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      host.log.info(`${DOI} stays incomplete: ${toLookupError(error).message}`);
      return record;
    }
  }

  async function resolve(
    asked: Identifier,
    options: LookupOptions = {},
  ): Promise<CitationRecord | undefined> {
    if (isShort(asked)) {
      const expanded = await askSource(host.context(doi, options), (context) =>
        expandShortDoi(asked.id, context),
      );
      return expanded === undefined ? undefined : resolve({ kind: 'doi', id: expanded }, options);
    }
    if (asked.kind === 'doi') {
      const record = await resolveDoi(asked, options);
      return record === undefined ? undefined : complete(record, options);
    }
    const record = await askInTurn(
      askable(options).filter((source) => source.kinds.includes(asked.kind)),
      asked,
      options,
    );
    const found = record === undefined ? undefined : furtherDoi(record);
    if (record === undefined || found === undefined) return record;
    const fromAgency = await resolve(found, options).catch((error: unknown) => {
      if (isCancelled(error)) throw error;
      host.log.info(`${found.id} is not completed: ${toLookupError(error).message}`);
      return undefined;
    });
    return fromAgency === undefined ? record : letAgencyLead(fromAgency, record);
  }

  return { resolve, askable };
}
