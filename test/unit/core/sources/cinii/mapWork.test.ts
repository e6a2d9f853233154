import { strict as assert } from 'node:assert';
import type { CitationRecord } from '../../../../../src/core/record/record.ts';
import { mapWork } from '../../../../../src/core/sources/cinii/mapWork.ts';
import { readHit } from '../../../../../src/core/sources/cinii/readHit.ts';
import { readRecord } from '../../../../../src/core/sources/cinii/readRecord.ts';
import type { CiniiWork } from '../../../../../src/core/sources/cinii/work.ts';
import { articleRecord, hit, inLanguage, person } from '../../../../support/ciniiAnswers.ts';

const crid = '1390005822569621120';

function map(work: CiniiWork | undefined): CitationRecord {
  assert.ok(work);
  const mapped = mapWork(work);
  assert.ok(mapped);
  return mapped;
}

function record(members: Readonly<Record<string, unknown>> = {}): CitationRecord {
  return map(readRecord(articleRecord(crid, members)));
}

function ofHit(...parts: Parameters<typeof hit>): CitationRecord {
  return map(readHit(hit(...parts)));
}

describe('records of CiNii', () => {
  it('map a whole article', () => {
    assert.deepEqual(record().csl, {
      id: '10.14927/reeps.6.2_12',
      type: 'article-journal',
      title: '温室効果ガス排出規制の地域間CGE分析',
      author: [
        { family: '白井', given: '大地' },
        { family: '武田', given: '史郎' },
      ],
      issued: { 'date-parts': [[2013, 9]] },
      'container-title': '環境経済・政策研究',
      volume: '6',
      issue: '2',
      page: '12-25',
      publisher: '環境経済・政策学会',
      language: 'ja',
      DOI: '10.14927/reeps.6.2_12',
      ISSN: '1882-3742',
      URL: 'https://doi.org/10.14927/reeps.6.2_12',
      custom: {
        kind: 'article',
        crid,
        titleTranslated: 'A Regional CGE Analysis of Greenhouse Gas Emission Regulation',
        authorReadings: [{ family: 'シライ', given: 'ダイチ' }, null],
        authorRomanised: [
          { family: 'Shirai', given: 'Daichi' },
          { family: 'Takeda', given: 'Shiro' },
        ],
      },
    });
    assert.deepEqual(record().facts, { credit: 'CiNii Research (NII)' });
  });

  it('take the language of the text for titles and names', () => {
    const { csl } = record({ 'dc:language': 'en' });
    assert.equal(csl.title, 'A Regional CGE Analysis of Greenhouse Gas Emission Regulation');
    assert.equal(csl['container-title'], 'Review of Environmental Economics and Policy Studies');
    assert.deepEqual(csl.author?.[0], { family: 'Shirai', given: 'Daichi' });
    assert.equal(csl.language, 'en');
  });

  it('skip people without a name and drop what marks a translation', () => {
    const { csl } = record({
      'dc:title': [{ '@value': 'On butterflies〔英文〕' }],
      creator: [{ '@type': 'Researcher' }, person({ '': '金沢 至 ' })],
    });
    assert.equal(csl.title, 'On butterflies');
    assert.deepEqual(csl.author, [{ family: '金沢', given: '至' }]);
  });

  it('leave out an abstract that its owner does not license', () => {
    const description = (abstractLicenseFlag: string): unknown => [
      { type: 'abstract', notation: [inLanguage('ja', '抄録')], abstractLicenseFlag },
    ];
    assert.equal(record({ description: description('allow') }).csl.abstract, '抄録');
    assert.equal(record({ description: description('disallow') }).csl.abstract, undefined);
    assert.equal(
      ofHit(crid, 'T', { description: '抄録', abstractLicenseFlag: 'disallow' }).csl.abstract,
      undefined,
    );
  });

  it('tell conference papers and theses from articles', () => {
    assert.equal(record({ resourceType: '会議発表論文(conference paper)' }).csl.type, 'paper-conference');
    const thesis = record({
      '@type': 'Dissertation',
      'ndl:degreeName': '博士 (理学)',
      'ndl:dissertationNumber': '甲第985号',
      degreeAwardInstitution: [{ institutionName: [inLanguage('ja', '東海大学')] }],
      publication: undefined,
      'ndl:dateGranted': '2016-03-24',
    }).csl;
    assert.deepEqual(
      [thesis.type, thesis.genre, thesis.number, thesis.publisher, thesis.issued],
      ['thesis', '博士(理学)', '甲第985号', '東海大学', { 'date-parts': [[2016, 3, 24]] }],
    );
  });

  it('give a translated book its authors, translators and the note about the rest', () => {
    const { csl } = record({
      '@type': 'Book',
      'dc:title': [inLanguage('ja', 'セマンティックWebプログラミング'), inLanguage('ja-Kana', 'セマンティック Web プログラミング')],
      'dcterms:alternative': ['Programming the semantic web'],
      productIdentifier: [{ identifier: { '@type': 'ISBN', '@value': '9784873114521' } }, { identifier: { '@type': 'NCID', '@value': 'BB02488158' } }],
      publication: undefined,
      'dc:creator': 'トビー・セガラン, コリン・エバンス著 ; 玉川竜司訳',
      'cinii:note': ['監訳: 大向一輝'],
      creator: [
        person({ '': 'Segaran, Toby' }),
        person({ '': 'Evans, Colin' }),
        person({ '': '玉川, 竜司', 'ja-Kana': 'タマガワ, リュウジ' }),
        person({ '': '大向, 一輝 ' }),
      ],
      'dcterms:publisher': [
        { 'dc:publisher': 'オライリー・ジャパン', publicationPlace: '東京' },
        { 'dc:publisher': 'オーム社 (発売)', 'prism:publicationDate': '2010.6' },
      ],
    });
    assert.deepEqual(csl.author, [{ family: 'Segaran', given: 'Toby' }, { family: 'Evans', given: 'Colin' }]);
    assert.deepEqual(csl.translator, [{ family: '玉川', given: '竜司' }]);
    assert.equal(csl.note, '監訳: 大向一輝');
    assert.deepEqual(
      [csl.type, csl.publisher, csl['publisher-place'], csl.issued, csl.ISBN, csl.custom?.ncid, csl.custom?.titleTranslated],
      ['book', 'オライリー・ジャパン', '東京', { 'date-parts': [[2010, 6]] }, '9784873114521', 'BB02488158', 'Programming the semantic web'],
    );
  }); // prettier-ignore

  it('read dates of catalogues', () => {
    const year = (date: string): unknown => ofHit(crid, 'T', { 'prism:publicationDate': date }).csl.issued?.['date-parts'];
    assert.deepEqual(['2010.6', '2003.4-', 'c1987', '[1990]', '1987-1990', '19--', '2013-09-30'].map(year), [
      [[2010, 6]], [[2003, 4]], [[1987]], [[1990]], [[1987], [1990]], undefined, [[2013, 9, 30]],
    ]);
  }); // prettier-ignore

  it('divide parallel titles, series and publishers of books', () => {
    const { csl } = ofHit(crid, '燃料電池 = Fuel cells', {
      'dc:type': 'Book',
      'dc:publisher': '東京 : 大法輪閣',
      description: '大阪大学新世紀レクチャー, . 計算機||ケイサンキ ; 1',
    });
    assert.deepEqual(
      [csl.title, csl.custom?.titleTranslated, csl['collection-title'], csl['collection-number'], csl.publisher, csl['publisher-place'], csl.abstract],
      ['燃料電池', 'Fuel cells', '大阪大学新世紀レクチャー. 計算機', '1', '大法輪閣', '東京', undefined],
    );
  }); // prettier-ignore

  it('point to the record itself, never to what was asked', () => {
    assert.equal(ofHit(crid, 'T').csl.URL, `https://cir.nii.ac.jp/crid/${crid}`);
  });

  it('are none for people and for what has no title', () => {
    assert.equal(readHit(hit(crid, 'Somebody', { 'dc:type': 'Researcher' })), undefined);
    assert.equal(readHit({ '@id': 'x' }), undefined);
    assert.equal(readRecord(articleRecord(crid, { 'dc:title': null })), undefined);
    assert.equal(readRecord('nonsense'), undefined);
  });
});
