/** The services that can fail, a work that each is asked for, and who answers in its place. */
import type { ErrorKind } from '../../../../src/core/errors.ts';
import type { Identifier } from '../../../../src/core/identifiers/identifier.ts';
import type { ServiceId } from '../../../sandbox/server.ts';

/** What can be done with a service: hovers and insertions resolve one work, converting resolves many. */
export const operations = [
  'resolve, alone',
  'resolve, all sources',
  'batch, alone',
  'batch, all sources',
  'search',
] as const;
export type Operation = (typeof operations)[number];

export interface Victim {
  readonly service: ServiceId;
  /** The source that asks the service. */
  readonly source: string;
  /** A work that is asked for, and sources that can be asked for it alone; absent where the service only searches. */
  readonly work?: { readonly identifier: Identifier; readonly alone: readonly string[] };
  /** The kind of error that its answer to too many requests is, where it is no 429. */
  readonly tooMany?: ErrorKind;
  /** What comes of an operation all the same, where another source answers. */
  readonly substitutes?: Partial<Record<Operation, string>>;
}

/** CiNii Research knows the books of CiNii Books too. */
const ciniiKnows = {
  'resolve, alone': 'by cinii',
  'resolve, all sources': 'by cinii',
  'batch, alone': 'by cinii',
  'batch, all sources': 'by cinii',
  search: 'answered',
};

export const victims: readonly Victim[] = [
  {
    service: 'crossref',
    source: 'crossref',
    work: { identifier: { kind: 'doi', id: '10.1038/171737a0' }, alone: ['crossref'] },
  },
  {
    service: 'datacite',
    source: 'datacite',
    work: { identifier: { kind: 'doi', id: '10.48550/arxiv.1706.03762' }, alone: ['crossref', 'datacite'] },
  },
  {
    service: 'doi',
    source: 'doi',
    work: {
      identifier: { kind: 'doi', id: '10.3280/ecag2018-001005' },
      alone: ['crossref', 'datacite', 'doi'],
    },
    substitutes: {
      'resolve, all sources': 'by openaire',
      'batch, all sources': 'by openaire',
      search: 'answered',
    },
  },
  {
    service: 'openaire',
    source: 'openaire',
    work: { identifier: { kind: 'pmid', id: '13054692' }, alone: ['openaire'] },
  },
  {
    service: 'openaireToken',
    source: 'openaire',
    work: { identifier: { kind: 'pmid', id: '13054692' }, alone: ['openaire'] },
  },
  {
    service: 'cinii',
    source: 'cinii',
    tooMany: 'credentials',
    work: { identifier: { kind: 'crid', id: '1970867909910985885' }, alone: ['cinii'] },
  },
  {
    service: 'ciniiBooks',
    source: 'cinii',
    tooMany: 'credentials',
    work: { identifier: { kind: 'ncid', id: 'BB02488158' }, alone: ['cinii'] },
    substitutes: ciniiKnows,
  },
  { service: 'kaken', source: 'kaken' },
  { service: 'rakutenKobo', source: 'rakutenKobo' },
];
