import { strict as assert } from 'node:assert';
import { mapEbook } from '../../../../../src/core/sources/rakuten/mapEbook.ts';
import { readPeople } from '../../../../../src/core/sources/rakuten/readPeople.ts';

/** `role:name` of everyone; a divided name with a bar. */
function summary(author: string, kana = ''): readonly string[] {
  return readPeople(author, kana).map(({ role, name }) => `${role}:${name.literal ?? `${name.family ?? ''}|${name.given ?? ''}`}`); // prettier-ignore
}

const people: readonly (readonly [string, readonly string[]])[] = [
  ['高橋 征義/後藤 裕蔵/まつもと ゆきひろ', ['author:高橋|征義', 'author:後藤|裕蔵', 'author:まつもと|ゆきひろ']],
  ['村上春樹', ['author:村上春樹']],
  ['Sandi Metz（著）/高山泰基（訳）', ['author:Sandi Metz', 'translator:高山泰基']],
  ['増井雄一郎 小川伸一郎 株式会社日立ソリューションズ牧俊男(著)/一般財団法人Ruby(監修)', ['author:増井雄一郎', 'author:小川伸一郎', 'author:株式会社日立ソリューションズ牧俊男', 'editor:一般財団法人Ruby']],
  ['高山 泰基（訳）', ['translator:高山 泰基']],
  ['Peter J.Jones/arton', ['author:Peter J.Jones', 'author:arton']],
  ['みなみ鈴/ｓａｂｒａｎｅｔ編集部', ['author:みなみ鈴', 'author:ｓａｂｒａｎｅｔ編集部']],
  ['桃川春日子/エセル・M・デル/エセル・M・デル', ['author:桃川春日子', 'author:エセル・M・デル']],
  ['宵マチ（イラスト）', ['other:宵マチ']],
  ['', []],
]; // prettier-ignore

describe('readPeople of Rakuten Kobo', () => {
  for (const [author, names] of people) {
    it(`reads ${JSON.stringify(author)}`, () => {
      assert.deepEqual(summary(author), names);
    });
  }

  it('gives readings only where there is one for everybody', () => {
    const readings = (author: string, kana: string): unknown => readPeople(author, kana).map(({ reading }) => reading);
    const both = 'タカハシ マサヨシ,ゴトウ ユウゾウ/タカハシ マサヨシ,ゴトウ ユウゾウ';
    assert.deepEqual(readings('高橋 征義/後藤 裕蔵', both), [
      { family: 'タカハシ', given: 'マサヨシ' },
      { family: 'ゴトウ', given: 'ユウゾウ' },
    ]);
    assert.deepEqual(readings('村上春樹', 'ムラカミハルキ'), [{ literal: 'ムラカミハルキ' }]);
    assert.deepEqual(readings('黒田努/佐藤和人', 'クロダツトム/サトウカズト'), [
      { literal: 'クロダツトム' },
      { literal: 'サトウカズト' },
    ]);
    assert.deepEqual(readings('高橋 征義/後藤 裕蔵/松本', both), [null, null, null]);
    assert.deepEqual(readings('村上春樹', ''), [null]);
  }); // prettier-ignore
});

const ebook = {
  title: '街とその不確かな壁（上下）合本版',
  subTitle: '',
  seriesName: '新潮文庫',
  author: '村上春樹/宵マチ（イラスト）',
  authorKana: '',
  publisherName: '新潮社',
  language: 'JA',
  salesDate: '2025年04月23日',
  itemNumber: '9784774167619',
  itemPrice: 0,
  itemUrl: 'http://books.rakuten.co.jp/rk/c205fc41769e39f9aa7fffdf7126262d/',
  largeImageUrl: 'http://thumbnail.image.rakuten.co.jp/cabinet/5172/2000017275172.jpg?_ex=200x200',
};

describe('mapEbook', () => {
  it('maps an ebook, the same in both forms of the answer', () => {
    const record = mapEbook(ebook);
    assert.deepEqual(record?.csl, {
      id: 'rakutenKobo:9784774167619',
      type: 'book',
      title: '街とその不確かな壁（上下）合本版',
      author: [{ literal: '村上春樹' }],
      issued: { 'date-parts': [[2025, 4, 23]] },
      'collection-title': '新潮文庫',
      publisher: '新潮社',
      language: 'ja',
      note: '電子書籍，楽天Kobo，商品番号 9784774167619，2025年04月23日発売，イラスト: 宵マチ',
      URL: 'https://books.rakuten.co.jp/rk/c205fc41769e39f9aa7fffdf7126262d/',
      custom: { kind: 'ebook' },
    });
    assert.deepEqual(record.facts, { credit: 'Supported by Rakuten Developers' });
    assert.equal(record.links.cover, 'https://thumbnail.image.rakuten.co.jp/cabinet/5172/2000017275172.jpg?_ex=200x200');
    assert.deepEqual(mapEbook({ Item: ebook }), record);
  }); // prettier-ignore

  it('never takes the item number for an ISBN', () => {
    assert.ok(!JSON.stringify(mapEbook(ebook)).includes('ISBN'));
  });

  it('reads the days of sale as far as they are fixed', () => {
    const issued = (salesDate: string): unknown => mapEbook({ ...ebook, salesDate })?.csl.issued?.['date-parts']?.[0];
    assert.deepEqual(
      ['2026年', '2026年07月', '２０２６年７月３日', '2026年07月上旬', '2026年07月03日頃', '2026年07月以降', '近日', ''].map(issued),
      [[2026], [2026, 7], [2026, 7, 3], [2026, 7], [2026, 7], [2026, 7], undefined, undefined],
    );
  }); // prettier-ignore

  it('writes what is in English in English', () => {
    const { csl } = mapEbook({
      ...ebook,
      title: 'Practical Design',
      subTitle: 'An Agile Primer',
      seriesName: 'Ditch Lane Diaries, #1',
      author: 'Sandi Metz',
      language: 'EN',
    }) ?? { csl: undefined };
    assert.equal(csl?.title, 'Practical Design: An Agile Primer');
    assert.deepEqual([csl.language, csl['collection-title'], csl['collection-number']], ['en', 'Ditch Lane Diaries', '1']);
    assert.equal(csl.note, 'Ebook, Rakuten Kobo, item 9784774167619, on sale since 2025-04-23');
  }); // prettier-ignore

  it('shows no address but a web address, and no cover where there is none', () => {
    const record = mapEbook({
      ...ebook,
      itemUrl: 'javascript:alert(1)',
      largeImageUrl: 'http://x.jp/noimage_01.gif',
    });
    assert.deepEqual(record?.links, {});
  });

  it('has no record without title or item number', () => {
    assert.equal(mapEbook({ ...ebook, title: '' }), undefined);
    assert.equal(mapEbook({ ...ebook, itemNumber: undefined }), undefined);
    assert.equal(mapEbook('nonsense'), undefined);
  });
});
