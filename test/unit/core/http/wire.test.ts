import { strict as assert } from 'node:assert';
import { defaultWireLimits } from '../../../../src/core/http/wire.ts';

describe('defaultWireLimits', () => {
  it('are what is promised', () => {
    assert.deepEqual(defaultWireLimits, {
      connectMs: 5_000,
      headersMs: 10_000,
      idleMs: 10_000,
      totalMs: 20_000,
      maxBytes: 20 * 1024 * 1024,
    });
  });
});
