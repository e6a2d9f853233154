import { strict as assert } from 'node:assert';
import { doi } from '../../../../src/core/sources/doi.ts';
import { sources } from '../../../../src/core/sources/index.ts';

const unknown = { identified: false, authenticated: false };
const identified = { ...unknown, identified: true };
const authenticated = { ...unknown, authenticated: true };

/** What each service documents, as `limit/seconds` and how many at once. */
const documented = [
  ['crossref', 'single', unknown, '5/1', 1],
  ['crossref', 'single', identified, '10/1', 3],
  ['crossref', 'list', unknown, '1/1', 1],
  ['crossref', 'list', identified, '3/1', 3],
  ['datacite', 'any', unknown, '500/300', 5],
  ['datacite', 'any', identified, '1000/300', 5],
  ['openaire', 'any', unknown, '60/3600', 4],
  ['openaire', 'any', authenticated, '7200/3600', 4],
  ['cinii', 'any', authenticated, '1/1', 2],
  ['kaken', 'any', authenticated, '1/1', 1],
  ['rakutenKobo', 'any', authenticated, '1/1.1', 1],
  ['doi', 'any', unknown, '1000/300', 5],
] as const;

describe('the pace of a source', () => {
  for (const [id, pool, caller, pace, concurrency] of documented) {
    it(`${id}, ${pool}: ${pace} s, ${concurrency} at once, for ${JSON.stringify(caller)}`, () => {
      const source = [...sources, doi].find((one) => one.id === id);
      const found = source?.paces(caller)[pool];
      assert.ok(found);
      assert.equal(`${found.limit}/${found.intervalMs / 1000}`, pace);
      assert.equal(found.concurrency, concurrency);
    });
  }
});
