import { strict as assert } from 'node:assert';
import { toHepburn } from '../../../../src/core/record/hepburn.ts';

const names =
  'サトウ Sato コンドウ Kondo オオツカ Otsuka おおおか Ooka ユウキ Yuki ジョウ Jo キョウコ Kyoko ヤギュウ Yagyu カノウ Kano ' +
  'イノウエ Inoue タケノウチ Takenouchi ミノウラ Minoura マツウラ Matsuura シンイチ Shinichi ホンマ Honma ハットリ Hattori ' +
  'マッチ Matchi フジ Fuji ツヅキ Tsuzuki ちぢわ Chijiwa ﾔﾏﾀﾞ Yamada ファーガソン Fagason ヴァン Van ティム Timu ' +
  'シェパード Shepado ウィリアム Wiriamu チェ Che ニュートン Nyuton';

describe('toHepburn', () => {
  const words = names.split(' ');
  for (let index = 0; index < words.length; index += 2) {
    const [kana = '', roman = ''] = words.slice(index);
    it(`writes ${kana} as ${roman}`, () => {
      assert.equal(toHepburn(kana), roman);
    });
  }

  it('does not guess how Chinese characters are read', () => {
    assert.equal(toHepburn('白井'), undefined);
    assert.equal(toHepburn('白いカモメ'), undefined);
    assert.equal(toHepburn(''), undefined);
  });
});
