import { strict as assert } from 'node:assert';
import {
  isFresh,
  isKept,
  isLasting,
  maxAgeOfDays,
  readLifetime,
  validators,
} from '../../../../src/core/http/freshness.ts';
import type { StoredReply } from '../../../../src/core/http/replyStore.ts';
import { requestOf } from './loopback.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 0, 1);
const month = maxAgeOfDays(30);

function replyOf(more: Partial<StoredReply>): StoredReply {
  return { status: 200, headers: {}, text: '{}', url: 'https://h/', storedAt: now, ...more };
}

describe('readLifetime', () => {
  const cases: readonly (readonly [headers: Readonly<Record<string, string>>, expected: object])[] = [
    [{}, {}],
    [{ 'cache-control': 'public' }, {}],
    [{ 'cache-control': 'max-age=600' }, { lifetimeMs: 600_000 }],
    [{ 'cache-control': 'private, Max-Age="600"', age: '100' }, { lifetimeMs: 500_000 }],
    [{ 'cache-control': 'max-age=0, private, must-revalidate' }, { lifetimeMs: 0 }],
    [{ 'cache-control': 'no-cache' }, { lifetimeMs: 0 }],
    [{ 'cache-control': 'no-cache, no-store, max-age=0' }, { lifetimeMs: hour, volatile: true }],
    [{ expires: 'Thu, 01 Jan 2026 01:00:00 GMT' }, { lifetimeMs: hour }],
    [{ expires: 'Thu, 01 Jan 2026 01:00:00 GMT', 'cache-control': 'max-age=5' }, { lifetimeMs: 5000 }],
    [{ expires: '0' }, { lifetimeMs: 0 }],
  ];
  for (const [headers, expected] of cases) {
    it(`reads ${JSON.stringify(headers)}`, () => {
      assert.deepEqual(readLifetime(headers, now), expected);
    });
  }
});

describe('isFresh', () => {
  const record = requestOf('https://h/');
  const search = requestOf('https://h/', { keep: 'search' });
  const list = requestOf('https://h/', { isUnknown: (text) => text === '[]' });
  const cases: readonly (readonly [what: string, fresh: boolean])[] = [
    ['a record after 29 days', isFresh(replyOf({}), record, month, now + 29 * day)],
    ['a search after 59 minutes', isFresh(replyOf({}), search, month, now + hour - 60_000)],
    ['an unknown work after 23 hours', isFresh(replyOf({ status: 404 }), record, month, now + 23 * hour)],
    [
      'a list that holds all that was asked, after 29 days',
      isFresh(replyOf({ text: '[1]' }), list, month, now + 29 * day),
    ],
    [
      'a list that lacks some of it, after 23 hours',
      isFresh(replyOf({ text: '[]' }), list, month, now + 23 * hour),
    ],
    ['what the service calls fresh', isFresh(replyOf({ lifetimeMs: 1000 }), record, month, now + 999)],
  ];
  for (const [what, fresh] of cases) {
    it(`takes ${what}`, () => {
      assert.ok(fresh);
    });
  }

  const staleCases: readonly (readonly [what: string, fresh: boolean])[] = [
    ['a record after 30 days', isFresh(replyOf({}), record, month, now + 30 * day)],
    ['a record after a day where that is the setting', isFresh(replyOf({}), record, maxAgeOfDays(1), now + day)], // prettier-ignore
    ['a list that lacks something, after a day', isFresh(replyOf({ text: '[]' }), list, month, now + day)],
    ['a search after an hour', isFresh(replyOf({}), search, month, now + hour)],
    ['an unknown work after a day', isFresh(replyOf({ status: 404 }), record, month, now + day)],
    ['what the service calls stale', isFresh(replyOf({ lifetimeMs: 1000 }), record, month, now + 1000)],
    [
      'a record older than the setting, whatever the service says',
      isFresh(replyOf({ lifetimeMs: 365 * day }), record, month, now + 31 * day),
    ],
    ['a reply from the future', isFresh(replyOf({}), record, month, now - 1)],
  ];
  for (const [what, fresh] of staleCases) {
    it(`refuses ${what}`, () => {
      assert.ok(!fresh);
    });
  }
});

describe('isKept', () => {
  it('keeps answers to GETs that may be kept, while the cache is on', () => {
    assert.ok(isKept(requestOf('https://h/'), month));
    assert.ok(!isKept(requestOf('https://h/', { keep: 'none' }), month));
    assert.ok(!isKept(requestOf('https://h/', { form: { a: '1' } }), month));
    assert.ok(!isKept(requestOf('https://h/'), maxAgeOfDays(0)));
  });
});

describe('isLasting', () => {
  const headers = { 'content-type': 'application/json' };
  it('keeps what is an answer', () => {
    assert.ok(isLasting(replyOf({ headers })));
    assert.ok(isLasting(replyOf({ headers, status: 404, text: 'Resource not found.' })));
    assert.ok(isLasting(replyOf({ headers: { 'content-type': 'text/xml' }, text: '<a/>' })));
  });
  it('keeps no refusal and nothing broken', () => {
    assert.ok(!isLasting(replyOf({ headers, status: 400 })));
    assert.ok(!isLasting(replyOf({ headers, text: '{"cut' })));
  });
});

describe('validators', () => {
  it('asks by tag and date', () => {
    assert.deepEqual(validators(undefined), {});
    assert.deepEqual(validators(replyOf({ headers: { etag: 'W/"1"', 'last-modified': 'x' } })), {
      'if-none-match': 'W/"1"',
      'if-modified-since': 'x',
    });
  });
});
