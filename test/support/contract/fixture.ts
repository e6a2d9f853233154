/** What the contract needs to know of a source: questions that the stand-in services have answers to. */
import type { ErrorKind } from '../../../src/core/errors.ts';
import type { IdentifierKind } from '../../../src/core/identifiers/identifier.ts';
import type { CitationRecord } from '../../../src/core/record/record.ts';
import type { SearchField, SearchQuery } from '../../../src/core/sources/query.ts';
import type { Fault } from '../../sandbox/faults.ts';
import type { ServiceId } from '../../sandbox/server.ts';

/** A condition, and what is true of the works that it finds. */
export interface Condition {
  readonly query: SearchQuery;
  /** What is found without the condition, some of it without `holds`; absent where the service has nothing else. */
  readonly among?: SearchQuery;
  readonly holds: (record: CitationRecord) => boolean;
}

/** Ids of one kind: one the service knows, and words of its title; one it does not know; one that is none. */
export interface Known {
  readonly id: string;
  readonly title: string;
  readonly unknown: string;
  readonly malformed: string;
}

export interface Fixture {
  /** The stand-in that answers. */
  readonly service: ServiceId;
  /** Credentials that the stand-in takes, and some that it refuses. */
  readonly credentials?: Readonly<Record<string, string>>;
  readonly refused?: Readonly<Record<string, string>>;
  /** Finds more works than two pages of `pageSize` hold. */
  readonly many: SearchQuery;
  readonly pageSize: number;
  readonly conditions: Readonly<Partial<Record<Exclude<SearchField, 'sort'>, Condition>>>;
  /** The same for some of the service's own parameters. */
  readonly own?: Readonly<Record<string, Condition>>;
  /** Values of parameters that refuse any word. */
  readonly values?: Readonly<Record<string, string>>;
  /** Tells the repository of a work, where the source counts by it. */
  readonly repositoryOf?: (record: CitationRecord) => string;
  readonly identifiers: Readonly<Partial<Record<IdentifierKind, Known>>>;
  /** A DOI or other id of the first batch kind besides the known one. */
  readonly batchMore?: readonly string[];
  /** Where the service says something else by an error than the others do. */
  readonly errors?: Readonly<Partial<Record<Fault['kind'], ErrorKind>>>;
}
