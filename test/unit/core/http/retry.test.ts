import { strict as assert } from 'node:assert';
import { retryDelay } from '../../../../src/core/http/retry.ts';
import { RequestRetryError } from '../../../../src/core/http/undici.ts';
import { WireError } from '../../../../src/core/http/wire.ts';

function status(code: number): Error {
  return new RequestRetryError('', code, []);
}

const backoff = { firstMs: 500, random: () => 0 };

describe('retryDelay', () => {
  const cases: readonly (readonly [what: string, error: Error, failures: number, ms: number | undefined])[] =
    [
      ['500 for the first time', status(500), 1, 500],
      ['502 for the second time', status(502), 2, 1000],
      ['503 for the third time', status(503), 3, undefined],
      // The gate waits as long as the service wishes.
      ['429', status(429), 1, 0],
      ['400', status(400), 1, undefined],
      ['401', status(401), 1, undefined],
      ['403', status(403), 1, undefined],
      ['404', status(404), 1, undefined],
      ['a reset', new WireError('ECONNRESET'), 1, 500],
      ['a cut body', new WireError('BODY_CUT'), 1, 500],
      ['an unknown name', new WireError('ENOTFOUND'), 1, undefined],
      ['a refused connection', new WireError('ECONNREFUSED'), 1, undefined],
      ['a bad certificate', new WireError('DEPTH_ZERO_SELF_SIGNED_CERT'), 1, undefined],
      ['a body too large', new WireError('TOO_LARGE'), 1, undefined],
      ['silence once', new WireError('NO_HEADERS'), 1, 500],
      ['silence twice', new WireError('NO_HEADERS'), 2, undefined],
      ['a body that trickles', new WireError('TOO_SLOW'), 1, undefined],
      ['a cancelled request', new DOMException('', 'AbortError'), 1, undefined],
    ];
  for (const [what, error, failures, ms] of cases) {
    it(`${ms === undefined ? 'gives up after' : `waits ${ms} ms after`} ${what}`, () => {
      assert.equal(retryDelay(error, failures, 'background', backoff), ms);
    });
  }

  it('does not keep a person waiting for a second silence', () => {
    assert.equal(retryDelay(new WireError('NO_HEADERS'), 1, 'interactive', backoff), undefined);
  });

  it('spreads the tries of many clients', () => {
    assert.equal(retryDelay(status(500), 1, 'background', { ...backoff, random: () => 0.5 }), 750);
  });
});
