/**
 * The interface of a source: a service that knows works. A source is an address builder, a mapper and a table of
 * types; it neither waits, retries nor caches (`http` does), and decides nothing about other sources (`lookup` does).
 */
import type { Caller, HttpClient, Pace } from '../http/http.ts';
import type { Identifier, IdentifierKind } from '../identifiers/identifier.ts';
import type { CitationRecord } from '../record/record.ts';
import type { Sentence } from '../sentence.ts';
import type { SearchCounts, SearchField, SearchPage, SearchQuery } from './query.ts';

/** A credential that a source takes, as it is asked for and kept in SecretStorage. */
export interface CredentialField {
  /** Name in `setCredentials`' values, such as `appid`. */
  readonly name: string;
  readonly label: Sentence;
  readonly secret: boolean;
}

/** What a source is given to work with; made anew for each question. */
export interface SourceContext {
  readonly http: HttpClient;
  /** Base address of one of the source's endpoints, without a trailing slash. */
  endpoint(id: string): string;
  /** The person's own credentials; undefined where none are set. */
  readonly credentials: Readonly<Record<string, string>> | undefined;
  /** Address the person set for services that serve identified callers better; '' where unset. */
  readonly contactEmail: string;
  readonly priority: 'interactive' | 'background';
  readonly signal?: AbortSignal;
}

export interface Source {
  /** As in the setting `citationLookup.sources`. */
  readonly id: string;
  /** As a person reads it. */
  readonly name: string;
  /** Default base addresses by endpoint id, as in the setting `citationLookup.endpoints`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Hosts of the pictures that its records link to as covers; absent where they link to none. */
  readonly coverHosts?: readonly string[];
  /** Documented limits by pool name. */
  paces(caller: Caller): Readonly<Record<string, Pace>>;
  /** Absent where the source needs none. A source with `required` is not asked until they are set. */
  readonly credentials?: {
    readonly required: boolean;
    readonly fields: readonly CredentialField[];
    readonly help: Sentence;
    /** Id of the source whose credentials these are, where they are not the source's own. */
    readonly keptBy?: string;
  };
  /** False for a source that is asked only when the person lists it. */
  readonly byDefault: boolean;
  /** Kinds of identifiers that `resolve` answers. */
  readonly kinds: readonly IdentifierKind[];
  /** Finds the work with exactly this identifier; undefined if the service does not know it. */
  resolve(identifier: Identifier, context: SourceContext): Promise<CitationRecord | undefined>;
  /**
   * Finds many works in as few requests as the service allows. The answer is keyed by `Identifier.id`; what is
   * absent is unknown to the service. Absent where the service has no batch form.
   */
  readonly batch?: {
    readonly kinds: readonly IdentifierKind[];
    /** Splits identifiers into groups that each fit one request. */
    split(identifiers: readonly Identifier[]): readonly (readonly Identifier[])[];
    resolve(
      group: readonly Identifier[],
      context: SourceContext,
    ): Promise<ReadonlyMap<string, CitationRecord>>;
  };
  /** Absent where the source only resolves. */
  readonly search?: {
    /** Conditions of a query that the service can apply; the rest are named in `notApplied`. */
    readonly fields: readonly SearchField[];
    /** Parameters of the service that a query names itself, `cinii.degree:…`: those that no field stands for. */
    readonly parameters?: readonly string[];
    /** Conditions by which it counts all hits; absent where it does not. */
    readonly counts?: readonly (keyof SearchCounts)[];
    /** Finds one page; `cursor` is what the page before returned as `next`. Counting takes a service longer. */
    find(
      query: SearchQuery,
      page: { readonly size: number; readonly cursor?: string; readonly counts?: boolean },
      context: SourceContext,
    ): Promise<SearchPage>;
  };
}
