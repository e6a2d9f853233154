import { strict as assert } from 'node:assert';
import { readBracketedRole, readRoleNote, readStatement } from '../../../../src/core/sources/roles.ts';

/** `name:role` of everyone, and `…` where the statement leaves people out. */
function summary(statement: string): readonly string[] {
  const { people, incomplete } = readStatement(statement);
  return [...people.map(({ name, role }) => `${name}:${role ?? '?'}`), ...(incomplete ? ['…'] : [])];
}

const statements: readonly (readonly [string, readonly string[]])[] = [
  ['島宗理著', ['島宗理:author']],
  ['島宗理 [著]', ['島宗理:author']],
  ['服巻繁, 島宗理著', ['服巻繁:author', '島宗理:author']],
  ['日本行動分析学会編 ; 山本淳一, 武藤崇責任編集', ['日本行動分析学会:editor', '山本淳一:editor', '武藤崇:editor']],
  ['ジョン・ベイリー, メアリー・バーチ著 ; 佐久間徹訳', ['ジョン・ベイリー:author', 'メアリー・バーチ:author', '佐久間徹:translator']],
  ['カイル・ファーガソン著 ; 佐久間徹監訳', ['カイル・ファーガソン:author', '佐久間徹:other']],
  ['リチャード・マロット[ほか]著', ['リチャード・マロット:author', '…']],
  ['藤健一 [ほか] 責任編集', ['藤健一:editor', '…']],
  ['笠井秀明, 津田宗幸著 = Hideaki Kasai, Muneyuki Tsuda', ['笠井秀明:author', '津田宗幸:author']],
  ['日本行動分析学会', ['日本行動分析学会:?']],
  // A real name may end in a word that is a role only in brackets.
  ['藤田嗣画', ['藤田嗣画:?']],
  ['edited by Hans Müller and John Doe ; translated from the German by Jane Roe', ['Hans Müller:editor', 'John Doe:editor', 'Jane Roe:translator']],
  ['sponsored by Learned Information, Inc. ; compiled by Judy McQueen', ['Learned Information, Inc.:other', 'Judy McQueen:editor']],
]; // prettier-ignore

describe('readStatement', () => {
  for (const [statement, people] of statements) {
    it(`reads ${statement}`, () => {
      assert.deepEqual(summary(statement), people);
    });
  }

  it('takes time in proportion to the text', () => {
    assert.equal(readStatement('名, '.repeat(20_000)).people.length, 20_000);
  });
});

describe('readBracketedRole', () => {
  const cases = [
    ['Sandi Metz（著）', 'Sandi Metz', 'author'],
    ['高山泰基（訳）', '高山泰基', 'translator'],
    ['牧俊男(著)', '牧俊男', 'author'],
    ['Ruby協会(監修)', 'Ruby協会', 'editor'],
    ['みなみ鈴（著・イラスト）', 'みなみ鈴', 'author'],
    ['宵マチ（イラスト）', '宵マチ', 'other'],
    ['堀内 (プログラマー)', '堀内 (プログラマー)', undefined],
    ['ａｒｔｏｎ', 'ａｒｔｏｎ', undefined],
  ] as const;
  for (const [text, name, role] of cases) {
    it(`reads ${text}`, () => {
      const part = readBracketedRole(text);
      assert.deepEqual([part.name, part.role], [name, role]);
    });
  }
});

describe('readRoleNote', () => {
  it('finds people in notes of a catalogue', () => {
    const names = (note: string): readonly string[] => readRoleNote(note).map(({ name, word }) => `${word ?? ''} ${name}`);
    assert.deepEqual(names('監訳: 大向一輝, 加藤文彦'), ['監訳 大向一輝', '監訳 加藤文彦']);
    assert.deepEqual(names('その他の訳者: 山田太郎'), ['訳 山田太郎']);
    assert.deepEqual(names('参考文献: 各章末'), []);
    assert.deepEqual(names('関連研究論文リスト: p127-140'), []);
  }); // prettier-ignore
});
