import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { toLanguage } from '../../../../src/core/record/language.ts';

describe('toLanguage', () => {
  for (const [said, language] of [
    ['eng', 'en'],
    ['English', 'en'],
    ['en-us', 'en-US'],
    ['de_AT', 'de-AT'],
    ['und', undefined],
    ['klingon', undefined],
    // Made of parts that are right, and none all the same.
    ['en-gb-gb', undefined],
    ['de-12', undefined],
    ['de-1996-1996', undefined],
  ] as const)
    it(`takes ${JSON.stringify(said)} for ${language ?? 'no language'}`, () => {
      assert.equal(toLanguage(said), language);
    });

  it('takes any parts', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'x', 'u', '1'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        assert.doesNotThrow(() => toLanguage(parts.join('-')));
      }),
    );
  });
});
