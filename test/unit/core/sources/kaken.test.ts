import { strict as assert } from 'node:assert';
import { kaken } from '../../../../src/core/sources/kaken/kaken.ts';
import { parseQuery } from '../../../../src/core/sources/parseQuery.ts';
import { createContext, createFakeHttp, type Answer } from '../../../support/fakeHttp.ts';

const credentials = { appid: 'my-appid' };

const product = (id: string, type: string, content: string): string =>
  `<product id="${id}" type="${type}">${content}</product>`;

const award = `
  <grantAward id="KAKENHI-PROJECT-19KK0341" projectType="project" awardNumber="19KK0341">
    <identifier type="nationalAwardNumber"><normalizedValue>JP19KK0341</normalizedValue></identifier>
    <urlList><url>https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-19KK0341/</url></urlList>
    <summary xml:lang="ja">
      <title>マダガスカル農村部における食環境</title>
      <category>国際共同研究加速基金</category>
      <institution>国際農林水産業研究センター</institution>
      <member><personalName><fullName>白鳥 佐紀子</fullName>
        <familyName yomi="シラトリ">白鳥</familyName><givenName yomi="サキコ">佐紀子</givenName></personalName></member>
      <keywordList><keyword>栄養</keyword><keyword>食環境</keyword></keywordList>
      <periodOfAward><startFiscalYear>2021</startFiscalYear><endFiscalYear>2024</endFiscalYear></periodOfAward>
    </summary>
    <summary xml:lang="en">
      <title>Food environment in rural
        Madagascar</title>
      <member><personalName><fullName>Shiratori Sakiko</fullName>
        <familyName>Shiratori</familyName><givenName>Sakiko</givenName></personalName></member>
    </summary>
    <productList>
      ${product('P1', 'journal_article', '<doi originalValue="10.3390/foods13193147">10.3390/foods13193147</doi><author>Shiratori Sakiko、Ozaki\n Ryosuke</author><title>Diet Quality</title><journalTitle>Foods</journalTitle><volume>13</volume><pages>3147-3147</pages><year>2024</year>')}
      ${product('P2', 'journal_article', '<doi originalValue="なし"/><author>白鳥 佐紀子</author><title>栄養供給と食事</title><journalTitle>serasera</journalTitle><volume>51</volume><pages>15-19</pages><year>2024</year>')}
      ${product('P3', 'presentation', '<author>Sakiko Shiratori, Risa Nomura, and Takeshi Sakurai</author><title>Home production</title><organizer>5th Global Food Security Conference</organizer><year>2024</year>')}
      ${product('P4', 'journal_article', '<author>Nikiema Relwende A.</author><title>Rice yields</title><volume>-</volume><pages originalValue="-"/><year>2023</year>')}
      ${product('P5', 'jointInternational', '<title>University of Sheffield</title>')}
    </productList>
    <productListEnriched>
      ${product('E4', 'journal_article', '<ref id="P4"/><issn>1876-4517</issn><author>Nikiema, Relwende A.、Shiratori, Sakiko*</author><title>Rice yields</title><journalTitle>Food Security</journalTitle><volume>-</volume><issue>3</issue><pages>823-838</pages><date>2022-12-01</date>')}
    </productListEnriched>
  </grantAward>`;

function answer(awards: readonly string[], total = awards.length): string {
  return `<?xml version="1.0"?><grantAwards><totalResults>${String(total)}</totalResults><startIndex>1</startIndex><itemsPerPage>20</itemsPerPage>${awards.join('')}</grantAwards>`;
}

async function find(text: string, reply: Answer, page: { size: number; cursor?: string } = { size: 20 }) {
  const http = createFakeHttp(reply);
  const found = await kaken.search?.find(parseQuery(text), page, createContext(kaken, http, credentials));
  assert.ok(found);
  return { ...found, http, parameters: Object.fromEntries(http.urls[0]?.searchParams ?? []) };
}

const oneAward: Answer = () => ({ body: answer([award]) });

describe('kaken', () => {
  it('finds a project by its number, with everything that came of it', async () => {
    const { records, total, parameters, http } = await find('JP19KK0341', oneAward);
    assert.deepEqual(parameters, { format: 'xml', qb: '19KK0341', st: '1', rw: '20', od: '1' });
    assert.equal(total, 1);
    const [project] = records;
    assert.deepEqual(project?.csl, {
      id: 'kaken:19KK0341',
      type: 'report',
      title: 'マダガスカル農村部における食環境',
      author: [{ family: '白鳥', given: '佐紀子' }],
      issued: { 'date-parts': [[2021], [2024]] },
      number: 'JP19KK0341',
      genre: '国際共同研究加速基金',
      publisher: '国際農林水産業研究センター',
      keyword: '栄養, 食環境',
      language: 'ja',
      URL: 'https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-19KK0341/',
      custom: {
        kind: 'project',
        titleTranslated: 'Food environment in rural Madagascar',
        authorReadings: [{ family: 'シラトリ', given: 'サキコ' }],
        authorRomanised: [{ family: 'Shiratori', given: 'Sakiko' }],
      },
    });
    assert.deepEqual(
      records.slice(1).map(({ csl }) => [csl.type, csl.title, csl['container-title'] ?? csl['event-title'], csl.volume, csl.page, csl.DOI]),
      [
        ['article-journal', 'Diet Quality', 'Foods', '13', '3147', '10.3390/foods13193147'],
        ['article-journal', '栄養供給と食事', 'serasera', '51', '15-19', undefined],
        ['speech', 'Home production', '5th Global Food Security Conference', undefined, undefined, undefined],
        ['article-journal', 'Rice yields', 'Food Security', undefined, '823-838', undefined],
      ],
    );
    assert.deepEqual(http.requests[0]?.secrets, { query: credentials });
    assert.ok(!JSON.stringify([http.requests[0].url, records]).includes('my-appid'));
  }); // prettier-ignore

  it('takes authors out of one text, and what catalogues added', async () => {
    const { records } = await find('19KK0341', oneAward);
    assert.deepEqual(records.slice(1).map(({ csl }) => csl.author), [
      [{ literal: 'Shiratori Sakiko' }, { literal: 'Ozaki Ryosuke' }],
      [{ family: '白鳥', given: '佐紀子' }],
      [{ literal: 'Sakiko Shiratori' }, { literal: 'Risa Nomura' }, { literal: 'Takeshi Sakurai' }],
      [{ family: 'Nikiema', given: 'Relwende A.' }, { family: 'Shiratori', given: 'Sakiko' }],
    ]);
    const rice = records.at(-1)?.csl;
    assert.deepEqual([rice?.issue, rice?.ISSN, rice?.issued], ['3', '1876-4517', { 'date-parts': [[2022, 12, 1]] }]);
  }); // prettier-ignore

  it('shows of the works only those that hold the words searched for', async () => {
    const { records, parameters } = await find('rice yields', oneAward);
    assert.equal(parameters['kw'], 'rice yields');
    assert.deepEqual(records.map(({ csl }) => csl.title), ['マダガスカル農村部における食環境', 'Rice yields']);
  }); // prettier-ignore

  it('sends the conditions that KAKEN has and names the others', async () => {
    const { parameters, notApplied } = await find(
      'x author:白鳥 title:栄養 year:2019-2023 sort:newest issn:1468-6996 open:yes',
      () => ({ body: answer([]) }),
    );
    assert.deepEqual(parameters, {
      format: 'xml', kw: 'x', qg: '白鳥', qa: '栄養', s1: '2019', s2: '2023', st: '1', rw: '20', od: '2',
    });
    assert.deepEqual(notApplied, ['issn', 'open']);
    assert.deepEqual((await find('author:a author:b sort:cited', oneAward)).notApplied, ['author', 'sort']);
  }); // prettier-ignore

  it('goes on by grants, in the steps that KAKEN allows', async () => {
    const { parameters, next } = await find('x', () => ({ body: answer([award], 90) }), { size: 30 });
    assert.deepEqual([parameters['rw'], next], ['50', '51']);
    const last = await find('x', () => ({ body: answer([award], 90) }), { size: 50, cursor: '51' });
    assert.deepEqual([last.parameters['st'], last.next], ['51', undefined]);
  });

  describe('errors', () => {
    for (const [what, reply, kind] of [
      ['the silent way of saying "too often"', { body: '<grantAwards><totalResults>0</totalResults></grantAwards>' }, 'rate-limited'],
      ['a refused application id', { status: 403, body: '<error><detail>Invalid APPID</detail></error>' }, 'credentials'],
      ['a web page', { body: '<html><body>maintenance</body></html>' }, 'unexpected-reply'],
      ['nothing at all', { body: '' }, 'unexpected-reply'],
    ] as const) {
      it(`reports ${what}`, async () => {
        await assert.rejects(find('x', () => reply), { kind });
      });
    } // prettier-ignore

    it('knows nothing found from being asked too often', async () => {
      const { records, total } = await find('x', () => ({ body: answer([]) }));
      assert.deepEqual([records, total], [[], 0]);
    });
  });

  it('is asked only by those who list it, and resolves nothing', async () => {
    assert.equal(kaken.byDefault, false);
    assert.deepEqual(kaken.kinds, []);
    const context = createContext(kaken, createFakeHttp(oneAward), credentials);
    assert.equal(await kaken.resolve({ kind: 'doi', id: '10.3390/foods13193147' }, context), undefined);
  });
});
