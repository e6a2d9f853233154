import { strict as assert } from 'node:assert';
import { withoutParameters, withParameters } from '../../../../src/core/http/address.ts';

describe('withoutParameters', () => {
  const cases: readonly (readonly [url: string, rest: string])[] = [
    ['https://h/p?q=%20a+b&appid=1', 'https://h/p?q=%20a+b'],
    ['https://h/p?appid=1', 'https://h/p'],
    ['https://h/p?appid=1&appid=2&q=~', 'https://h/p?q=~'],
    ['https://h/p#f', 'https://h/p'],
    ['https://h/p', 'https://h/p'],
  ];
  for (const [url, rest] of cases) {
    it(`makes ${url} to ${rest}`, () => {
      assert.equal(withoutParameters(url, ['appid']), rest);
    });
  }
});

describe('withParameters', () => {
  it('leaves what is there as it is written', () => {
    assert.equal(
      withParameters('https://h/p?q=%20a+~', { appid: 'a/b c' }),
      'https://h/p?q=%20a+~&appid=a%2Fb+c',
    );
    assert.equal(withParameters('https://h/p', { appid: '1' }), 'https://h/p?appid=1');
    assert.equal(withParameters('https://h/p?q=%20', {}), 'https://h/p?q=%20');
  });
});
