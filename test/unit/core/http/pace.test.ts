import { strict as assert } from 'node:assert';
import { readPace, readWait } from '../../../../src/core/http/pace.ts';
import { startClock, type Clock } from './clock.ts';

describe('readPace', () => {
  const pace = { limit: 5, intervalMs: 1000, concurrency: 1 };
  const cases: readonly (readonly [headers: Readonly<Record<string, string>>, expected: object])[] = [
    [{}, pace],
    [
      { 'x-rate-limit-limit': '10', 'x-rate-limit-interval': '1s', 'x-concurrency-limit': '3' },
      { limit: 10, intervalMs: 1000, concurrency: 3 },
    ],
    [
      { 'x-ratelimit-limit': '50', 'x-ratelimit-interval': '60s' },
      { limit: 50, intervalMs: 60_000, concurrency: 1 },
    ],
    [
      { 'x-rate-limit-limit': '3', 'x-rate-limit-interval': '1m' },
      { ...pace, limit: 3, intervalMs: 60_000 },
    ],
    [
      { 'x-rate-limit-limit': '3', 'x-rate-limit-interval': '2' },
      { ...pace, limit: 3, intervalMs: 2000 },
    ],
    // A limit without an interval is one of the interval that is documented.
    [{ 'x-ratelimit-limit': '7' }, { ...pace, limit: 7 }],
    // No header makes a client faster than any documented service allows.
    [{ 'x-rate-limit-limit': '1000000' }, { ...pace, limit: 150 }],
    [{ 'x-rate-limit-limit': '0', 'x-concurrency-limit': '0' }, pace],
    [{ 'x-rate-limit-limit': '-5', 'x-rate-limit-interval': 'soon', 'x-concurrency-limit': 'many' }, pace],
    [{ 'x-rate-limit-limit': '1e3' }, pace],
  ];
  for (const [headers, expected] of cases) {
    it(`reads ${JSON.stringify(headers)}`, () => {
      assert.deepEqual(readPace(headers, pace), expected);
    });
  }

  it('returns the pace itself where nothing changes', () => {
    assert.equal(readPace({ 'x-rate-limit-limit': '5', 'x-rate-limit-interval': '1s' }, pace), pace);
  });
});

describe('readWait', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = startClock();
  });
  afterEach(() => {
    clock.stop();
  });

  const cases: readonly (readonly [headers: Readonly<Record<string, string>>, ms: number | undefined])[] = [
    [{}, undefined],
    [{ 'retry-after': '8' }, 8000],
    [{ 'retry-after': ' 0 ' }, 0],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after': '8', 'ratelimit-reset': '60' }, 8000],
    [{ 'ratelimit-reset': '60' }, 60_000],
    [{ 'x-ratelimit-reset': String(Date.UTC(2026, 0, 1, 0, 1) / 1000) }, 60_000],
    [{ 'x-rate-limit-reset': String(Date.UTC(2025, 0, 1) / 1000) }, 0],
  ];
  for (const [headers, ms] of cases) {
    it(`reads ${JSON.stringify(headers)} as ${String(ms)}`, () => {
      assert.equal(readWait(headers), ms);
    });
  }
});
