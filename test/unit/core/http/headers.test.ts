import { strict as assert } from 'node:assert';
import { readHeaders } from '../../../../src/core/http/headers.ts';

describe('readHeaders', () => {
  const expected = { accept: 'a', 'x-key': 'b' };
  const cases: readonly (readonly [form: string, headers: unknown])[] = [
    ['what fetch has', new Headers({ Accept: 'a', 'X-Key': 'b' })],
    ['an object', { Accept: 'a', 'X-Key': 'b' }],
    ['a flat list', ['Accept', 'a', 'X-Key', 'b']],
    ['an object with gaps', { accept: 'a', 'x-key': ['b'], other: undefined, more: null }],
  ];
  for (const [form, headers] of cases) {
    it(`reads ${form}`, () => {
      assert.deepEqual(readHeaders(headers), expected);
    });
  }

  it('finds none in anything else', () => {
    for (const nothing of [null, undefined, 'accept', 5]) assert.deepEqual(readHeaders(nothing), {});
  });
});
