import { strict as assert } from 'node:assert';
import { hasJapanese, readJapaneseName } from '../../../../src/core/record/japaneseName.ts';
import type { CslName } from '../../../../src/core/record/record.ts';

const cases: readonly (readonly [string, CslName])[] = [
  ['玉川, 竜司', { family: '玉川', given: '竜司' }],
  ['大向, 一輝 ', { family: '大向', given: '一輝' }],
  ['堀内, 孝彦 (プログラマー)', { family: '堀内', given: '孝彦' }],
  ['夏目, 漱石, 1867-1916', { family: '夏目', given: '漱石' }],
  ['白鳥　佐紀子', { family: '白鳥', given: '佐紀子' }],
  ['まつもと ゆきひろ', { family: 'まつもと', given: 'ゆきひろ' }],
  ['Taylor, Jamie (Edwin James)', { family: 'Taylor', given: 'Jamie' }],
  ['James, M. R. (Montague Rhodes)', { family: 'James', given: 'M. R.' }],
  ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  // Capitals mark the family name.
  ['KANAZAWA Itaru', { family: 'Kanazawa', given: 'Itaru' }],
  ['Itaru KANAZAWA', { family: 'Kanazawa', given: 'Itaru' }],
  ['SMITH-JONES Mary A.', { family: 'Smith-Jones', given: 'Mary A.' }],
  // Nothing tells where to divide.
  ['池田拓郎', { literal: '池田拓郎' }],
  ['Shiratori Sakiko', { literal: 'Shiratori Sakiko' }],
  ['ジェイミー テイラー', { literal: 'ジェイミー テイラー' }],
  ['トビー・セガラン', { literal: 'トビー・セガラン' }],
  // Bodies stay whole.
  ['国立情報学研究所', { literal: '国立情報学研究所' }],
  ['日本放送協会 放送文化研究所', { literal: '日本放送協会 放送文化研究所' }],
  ['Library Association', { literal: 'Library Association' }],
  ['University of California, Berkeley', { literal: 'University of California, Berkeley' }],
  ['Symposium on Impact Testing of Metals (1969 : Atlantic City)', { literal: 'Symposium on Impact Testing of Metals (1969 : Atlantic City)' }],
]; // prettier-ignore

describe('readJapaneseName', () => {
  for (const [text, name] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readJapaneseName(text), name);
    });
  }

  it('divides Latin words family first only where that is known', () => {
    assert.deepEqual(readJapaneseName('Shiratori Sakiko', 'family-first'), { family: 'Shiratori', given: 'Sakiko' });
    assert.deepEqual(readJapaneseName('ACM Press', 'comma-only'), { literal: 'ACM Press' });
  }); // prettier-ignore

  it('has no name where nothing is written', () => {
    for (const value of ['', '  ', undefined, 7]) assert.equal(readJapaneseName(value), undefined);
  });

  it('takes time in proportion to the text', () => {
    const long = `${'A'.repeat(200_000)} ${'b'.repeat(200_000)} ${'(x'.repeat(100_000)}`;
    assert.equal(typeof readJapaneseName(long)?.literal, 'string');
  });
});

describe('hasJapanese', () => {
  it('tells scripts apart', () => {
    assert.deepEqual(['Kanazawa', '金沢', 'カナ', 'かな', 'Web入門'].map(hasJapanese), [false, true, true, true, true]);
  }); // prettier-ignore
});
