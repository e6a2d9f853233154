/** What the contract measures with: a client without patience, and what every record and every failure promises. */
import { strict as assert } from 'node:assert';
import { LookupError, type ErrorKind } from '../../../src/core/errors.ts';
import { createHttpClient, type OwnedHttpClient } from '../../../src/core/http/client.ts';
import { silentLog } from '../../../src/core/log.ts';
import { yearOf } from '../../../src/core/record/dates.ts';
import { cslTypes, type CitationRecord } from '../../../src/core/record/record.ts';
import { sumCounts, type SearchCounts } from '../../../src/core/sources/query.ts';
import type { Source } from '../../../src/core/sources/source.ts';
import type { Fault } from '../../sandbox/faults.ts';

/** Failures of a service, and what each ends in. */
export const failures: readonly (readonly [fault: Fault, kind: ErrorKind])[] = [
  [{ kind: 'rate-limited' }, 'rate-limited'],
  [{ kind: 'error' }, 'http'],
  [{ kind: 'unavailable' }, 'http'],
  [{ kind: 'bad-gateway' }, 'http'],
  [{ kind: 'invalid-json' }, 'unexpected-reply'],
  [{ kind: 'wrong-shape' }, 'unexpected-reply'],
  [{ kind: 'wrong-type' }, 'unexpected-reply'],
  [{ kind: 'huge' }, 'unexpected-reply'],
  [{ kind: 'cut' }, 'network'],
  [{ kind: 'reset' }, 'network'],
  [{ kind: 'hang' }, 'timeout'],
];

/**
 * Makes a client without pauses to speak of and without a cache, with the source's own pools. Only who waits for
 * silence gives it a short time: a busy machine must not look like a failing service.
 */
export function createImpatientClient(source: Source, answerMs = 10_000): OwnedHttpClient {
  const pace = { limit: 1000, intervalMs: 1000, concurrency: 8 };
  const pools = Object.keys(source.paces({ identified: true, authenticated: true }));
  return createHttpClient({
    fetch: (input, init) => globalThis.fetch(input, init),
    userAgent: () => 'CitationLookup/test (mailto:tester@example.org)',
    paces: () => Object.fromEntries(pools.map((pool) => [pool, pace])),
    nameOf: () => source.name,
    log: silentLog,
    limits: { headersMs: answerMs, idleMs: answerMs, totalMs: 10_000, maxBytes: 2_000_000 },
    patienceMs: { interactive: 400, background: 400 },
    backoffMs: 1,
    maxAgeMs: () => ({ record: 0, notFound: 0, search: 0 }),
  });
}

/** Checks what every record promises, whoever said it. */
export function checkRecord({ csl, sources, provenance, links }: CitationRecord, source: Source): void {
  assert.ok(cslTypes.includes(csl.type), csl.type);
  assert.equal(csl.DOI, csl.DOI?.toLowerCase());
  assert.deepEqual(sources, [source.id]);
  for (const field of Object.keys(csl))
    if (field !== 'id' && field !== 'custom') assert.equal(provenance[field], source.id, field);
  for (const link of Object.values(links)) assert.match(String(link), /^https?:\/\//);
}

/** Checks that a question fails with this kind, this source's id, and one sentence without a secret. */
export async function checkFailure(
  asked: Promise<unknown>,
  kind: ErrorKind,
  source: Source,
  secrets: readonly string[],
): Promise<void> {
  await assert.rejects(asked, (error) => {
    assert.ok(error instanceof LookupError, String(error));
    assert.equal(error.kind, kind, error.message);
    assert.equal(error.source, source.id);
    assert.match(error.message, /^[A-Z][^\n]{10,250}\.$/);
    assert.doesNotMatch(error.message, /\bat \S+:\d+|clojure|<\/?\w+>|undefined|\[object/);
    for (const secret of secrets) assert.ok(!error.message.includes(secret));
    return true;
  });
}

/** Counts records by what a source counts by. */
export function countBy(
  records: readonly CitationRecord[],
  field: keyof SearchCounts,
  repositoryOf: (record: CitationRecord) => string = () => '',
): Readonly<Record<string, number>> {
  const valueOf: Readonly<Record<keyof SearchCounts, (record: CitationRecord) => string | undefined>> = {
    type: ({ csl }) => csl.type,
    year: ({ csl }) => String(yearOf(csl.issued)),
    journal: ({ csl }) => csl['container-title'],
    repository: repositoryOf,
  };
  return sumCounts(
    records.flatMap((record) => {
      const value = valueOf[field](record);
      return value === undefined ? [] : [[value, 1] as const];
    }),
  );
}
