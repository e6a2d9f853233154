import { strict as assert } from 'node:assert';
import { readOrForget } from '../../../../src/core/http/readOrForget.ts';
import type { Identifier } from '../../../../src/core/identifiers/identifier.ts';
import { cinii } from '../../../../src/core/sources/cinii/cinii.ts';
import { parseQuery } from '../../../../src/core/sources/parseQuery.ts';
import { articleRecord, hit, searchAnswer } from '../../../support/ciniiAnswers.ts';
import {
  createContext,
  createFakeHttp,
  type Answer,
  type FakeAnswer,
  type FakeHttp,
} from '../../../support/fakeHttp.ts';

const credentials = { appid: 'my-appid' };
const crid = '1390005822569621120';
const doi = '10.14927/reeps.6.2_12';

async function resolve(identifier: Identifier, answer: Answer) {
  const http = createFakeHttp(answer);
  const record = await cinii.resolve(identifier, createContext(cinii, http, credentials));
  return { record, http, paths: http.urls.map((url) => url.pathname + url.search) };
}

async function find(text: string, answer: Answer, page: { size: number; cursor?: string } = { size: 20 }) {
  const http = createFakeHttp(answer);
  const found = await cinii.search?.find(parseQuery(text), page, createContext(cinii, http, credentials));
  assert.ok(found);
  const [url] = http.urls;
  return { ...found, http, path: url?.pathname, parameters: Object.fromEntries(url?.searchParams ?? []) };
}

const nothing: Answer = () => ({ body: searchAnswer([]) });

function assertSecret(http: FakeHttp): void {
  for (const { secrets } of http.requests) assert.deepEqual(secrets, { query: credentials });
  assert.ok(
    !http.requests.some(({ url, headers }) => `${url}${JSON.stringify(headers)}`.includes('my-appid')),
  );
}

describe('cinii', () => {
  describe('resolve', () => {
    it('finds a DOI, then asks for its record', async () => {
      const { record, paths, http } = await resolve({ kind: 'doi', id: doi }, (url) =>
        url.pathname.startsWith('/crid')
          ? { body: articleRecord(crid) }
          : { body: searchAnswer([hit(crid, 'T', {}, { DOI: doi })]) },
      );
      assert.deepEqual(paths, [
        '/opensearch/v2/all?format=json&doi=10.14927%2Freeps.6.2_12',
        `/crid/${crid}.json`,
      ]);
      assert.equal(record?.csl.DOI, doi);
      assert.equal(record.csl.title, '温室効果ガス排出規制の地域間CGE分析');
      assert.ok(!JSON.stringify(record).includes('my-appid'));
      assertSecret(http);
    });

    it('takes a hit that leaves its DOI out only when the record has it', async () => {
      const withRecord =
        (body: unknown): Answer =>
        (url) =>
          url.pathname.startsWith('/crid') ? { body } : { body: searchAnswer([hit(crid, 'T')]) };
      const found = await resolve({ kind: 'doi', id: doi }, withRecord(articleRecord(crid)));
      assert.equal(found.record?.csl.DOI, doi);
      const other = await resolve({ kind: 'doi', id: '10.1000/other' }, withRecord(articleRecord(crid)));
      assert.equal(other.record, undefined);
    });

    it('joins what repeated hits say and asks for the best of them', async () => {
      const old = hit('1570000000000000001', 'T', { 'prism:publicationDate': '2013' }, { NAID: '40019823794', DOI: doi });
      const best = hit(crid, 'T', { 'prism:publicationDate': '2013', 'dc:creator': ['白井 大地', '武田 史郎'] }, { DOI: doi });
      const { record, paths } = await resolve({ kind: 'doi', id: doi }, (url) =>
        url.pathname.startsWith('/crid') ? { status: 404 } : { body: searchAnswer([old, best]) },
      );
      assert.equal(paths[1], `/crid/${crid}.json`);
      assert.deepEqual([record?.csl.custom?.crid, record?.csl.custom?.naid], [crid, '40019823794']);
    }); // prettier-ignore

    it('finds an ISBN in either form', async () => {
      const book = hit('1970867909910985885', 'セマンティックWebプログラミング', { 'dc:type': 'Book' }, { ISBN: '4873114527' });
      const { record, paths } = await resolve({ kind: 'isbn', id: '9784873114521' }, (url) => {
        if (url.pathname.startsWith('/crid')) return { status: 404 };
        return { body: searchAnswer(url.searchParams.get('isbn') === '4873114527' ? [book] : []) };
      });
      assert.equal(record?.csl.ISBN, '9784873114521');
      assert.equal(paths[0], '/opensearch/v2/books?format=json&isbn=9784873114521');
    }); // prettier-ignore

    it('reads a CRID directly, and never another record in its place', async () => {
      const answer: Answer = () => ({ body: articleRecord(crid) });
      assert.equal((await resolve({ kind: 'crid', id: crid }, answer)).record?.csl.custom?.crid, crid);
      assert.equal((await resolve({ kind: 'crid', id: '1390005822569621121' }, answer)).record, undefined);
      assert.equal((await resolve({ kind: 'crid', id: crid }, () => ({ status: 404 }))).record, undefined);
    });

    const rdf =
      '<rdf:RDF xmlns:rdf="x"><rdf:Description rdf:about="https://ci.nii.ac.jp/ncid/BB02488158#entity">' +
      '<dc:title>セマンティックWebプログラミング</dc:title><cinii:ncid>BB02488158</cinii:ncid>' +
      '<dcterms:hasPart rdf:resource="urn:isbn:9784873114521"/></rdf:Description>' +
      '<rdf:Description><foaf:maker><foaf:Person><foaf:name>玉川, 竜司</foaf:name>' +
      '<foaf:name xml:lang="ja-hrkt">タマガワ, リュウジ</foaf:name></foaf:Person></foaf:maker></rdf:Description></rdf:RDF>';

    it('reads an NCID in CiNii Books', async () => {
      const { record, http } = await resolve({ kind: 'ncid', id: 'BB02488158' }, () => ({ body: rdf }));
      assert.equal(http.requests[0]?.url, 'https://ci.nii.ac.jp/ncid/BB02488158.rdf');
      assert.deepEqual(record?.csl.author, [{ family: '玉川', given: '竜司' }]);
      assert.deepEqual(record.csl.custom?.authorReadings, [{ family: 'タマガワ', given: 'リュウジ' }]);
      assertSecret(http);
    });

    it('finds an NCID in CiNii Research where CiNii Books is gone or names another', async () => {
      const book = hit('1970867909910985885', 'T', { 'dc:type': 'Book' }, { NCID: 'BB02488158' });
      for (const fromBooks of [{ status: 404 }, { status: 503 }, { body: rdf.replaceAll('BB02488158', 'BA00000001') }]) {
        const { record } = await resolve({ kind: 'ncid', id: 'BB02488158' }, (url) => {
          if (url.hostname === 'ci.nii.ac.jp') return fromBooks;
          return url.pathname.startsWith('/crid') ? { status: 404 } : { body: searchAnswer([book]) };
        });
        assert.equal(record?.csl.custom?.ncid, 'BB02488158');
      }
    }); // prettier-ignore

    it('follows the address of a NAID to its record', async () => {
      const productIdentifier = [{ identifier: { '@type': 'NAID', '@value': '40019823794' } }];
      const { record } = await resolve({ kind: 'naid', id: '40019823794' }, (url) => {
        if (url.hostname === 'ci.nii.ac.jp')
          return { body: '<html>', url: `https://cir.nii.ac.jp/crid/${crid}` };
        if (url.pathname.startsWith('/crid')) return { body: articleRecord(crid, { productIdentifier }) };
        return { body: searchAnswer([hit('1570000000000000001', 'Mentions it')]) };
      });
      assert.equal(record?.csl.custom?.naid, '40019823794');
    });

    it('knows nothing where CiNii has no hit', async () => {
      for (const identifier of [
        { kind: 'doi', id: doi },
        { kind: 'isbn', id: '9784873114521' },
      ] as const) {
        assert.equal((await resolve(identifier, nothing)).record, undefined);
      }
    });
  });

  describe('search', () => {
    it('asks the collection of the type with its parameters', async () => {
      const { path, parameters, notApplied } = await find(
        '蝶 type:article author:"金沢 至" title:分類 journal:"やどりが" issn:0024-0974,1882-3742 year:1980-1990 lang:ja,en ' +
          'sort:cited publisher:日本鱗翅学会 orcid:0000-0002-1825-0097 open:yes',
        nothing,
      );
      assert.equal(path, '/opensearch/v2/articles');
      assert.deepEqual(parameters, {
        format: 'json',
        q: '蝶',
        creator: '金沢 至',
        title: '分類',
        publicationTitle: 'やどりが',
        issn: '0024-0974 1882-3742',
        from: '1980',
        until: '1990',
        languageType: 'ja,en',
        start: '1',
        count: '20',
        sortorder: '10',
      });
      assert.deepEqual(notApplied, ['publisher', 'orcid', 'open']);
    });

    it('says what a collection would ignore in silence', async () => {
      assert.deepEqual((await find('x type:thesis year:2010-2012', nothing)).notApplied, ['year']);
      assert.equal((await find('x type:thesis year:2010', nothing)).parameters['awardYear'], '2010');
      assert.deepEqual((await find('x author:a author:b', nothing)).notApplied, ['author']);
      assert.deepEqual((await find('x sort:cited type:book', nothing)).notApplied, ['sort']);
      assert.deepEqual((await find('x type:map', nothing)).notApplied, ['type']);
      const onlyFunder = await find('funder:JSPS', nothing);
      assert.deepEqual([onlyFunder.http.requests.length, onlyFunder.notApplied], [0, ['funder']]);
    });

    it('looks for days in their months, for dissertations in their year, and says so where those are not the same', async () => {
      const cases = [
        ['date:2020-03..2021-05-10', { from: '202003', until: '202105' }, ['date']],
        ['date:2020-03-02..2020-03', { from: '202003', until: '202003' }, ['date']],
        ['date:2020-02-01..2020-02-29', { from: '202002', until: '202002' }, []],
        ['date:2020..2021-12-31 year:1900', { from: '2020', until: '202112' }, []],
        ['date:2020-12..', { from: '202012' }, []],
        ['date:..2020-12', { until: '202012' }, []],
        ['type:thesis date:2020', { awardYear: '2020' }, []],
        ['type:thesis date:2020-01-01..2020-12', { awardYear: '2020' }, []],
        ['type:thesis date:2020-01..2020-11', { awardYear: '2020' }, ['date']],
        ['type:thesis date:2020-03..2021-02', {}, ['date']],
      ] as const;
      for (const [text, asked, unapplied] of cases) {
        const { parameters, notApplied } = await find(`x ${text}`, nothing);
        const { from, until, awardYear } = parameters;
        const sent = Object.entries({ from, until, awardYear }).filter(([, value]) => value !== undefined);
        assert.deepEqual([Object.fromEntries(sent), notApplied], [asked, unapplied], text);
      }
    });

    it('keeps the types asked for where no collection holds just them', async () => {
      const items = [hit('1'.repeat(19), 'A'), hit('2'.repeat(19), 'B', { 'dc:type': 'Book' }), hit('3'.repeat(19), 'C', { 'dc:type': 'Dataset' })];
      const { path, records } = await find('x type:article,book', () => ({ body: searchAnswer(items) }));
      assert.equal(path, '/opensearch/v2/all');
      assert.deepEqual(records.map(({ csl }) => csl.type), ['article-journal', 'book']);
      const papers = await find('x type:conference', () => ({ body: searchAnswer(items.slice(0, 1)) }));
      assert.equal(papers.parameters['resourceType'], 'conference paper');
      assert.deepEqual(papers.records.map(({ csl }) => csl.type), ['paper-conference']);
    }); // prettier-ignore

    it('shows a work once however many providers gave it', async () => {
      const items = [
        hit('1570000000000000001', '蝶の分類', { 'dc:creator': ['金沢至'], 'prism:publicationDate': '1984' }, { NAID: '110007706939' }),
        hit(crid, '蝶の分類', { 'dc:creator': ['金沢 至'], 'prism:publicationDate': '1984-05' }, { DOI: '10.18984/lepid.35.1_1' }),
        // The same title and year, but another journal: another work.
        hit('1050000000000000001', '蝶の分類', { 'prism:publicationDate': '1984', 'prism:publicationName': '昆虫', 'prism:volume': '2' }, { DOI: '10.1000/x' }),
      ];
      const { records, total } = await find('蝶', () => ({ body: searchAnswer(items) }));
      assert.equal(total, 3);
      assert.deepEqual(
        records.map(({ csl }) => [csl.DOI, csl.custom?.crid, csl.custom?.naid]),
        [['10.18984/lepid.35.1_1', crid, '110007706939'], ['10.1000/x', '1050000000000000001', undefined]],
      );
    }); // prettier-ignore

    it('goes from hit to hit up to the last that can be asked', async () => {
      const answer: Answer = (url) => {
        const start = Number(url.searchParams.get('start'));
        const items = [1, 2, 3, 4, 5].slice(start - 1, start + 1).map((n) => hit(String(n).repeat(19), `T${String(n)}`));
        return { body: searchAnswer(items, 5, start) };
      };
      const titles: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await find('x', answer, { size: 2, ...(cursor === undefined ? {} : { cursor }) });
        titles.push(...page.records.map(({ csl }) => csl.title));
        cursor = page.next;
      } while (cursor !== undefined);
      assert.deepEqual(titles, ['T1', 'T2', 'T3', 'T4', 'T5']);
      const last: Answer = () => ({ body: searchAnswer([hit(crid, 'T')], 50_000) });
      assert.equal((await find('x', last, { size: 1, cursor: '9999' })).next, '10000');
      assert.equal((await find('x', last, { size: 1, cursor: '10000' })).next, undefined);
    }); // prettier-ignore
  });

  describe('errors', () => {
    for (const [what, answer, kind] of [
      ['a refused application id', { status: 403, body: '<error><detail>Invalid APPID</detail></error>' }, 'credentials'],
      ['an id that is not known', { status: 400, body: '<html>Your Application ID is wrong' }, 'credentials'],
      ['a question that is refused', { status: 400, body: '<detail>Required Parameter is Empty</detail>' }, 'http'],
      ['a refusal without a reason', { status: 403, body: '<html>403 Forbidden</html>' }, 'credentials'],
      ['too many requests', { status: 429 }, 'rate-limited'],
      ['a fault of the service', { status: 503, body: '<html>' }, 'http'],
      ['a web page in place of JSON', { body: '<html>' }, 'unexpected-reply'],
      ['an answer of another form', { body: { hello: 1 } }, 'unexpected-reply'],
    ] as const) {
      it(`reports ${what}`, async () => {
        await assert.rejects(find('x', () => answer), { kind });
      });
    } // prettier-ignore

    it('takes a refusal without a reason for a block where the application id has worked before', async () => {
      const answers: FakeAnswer[] = [
        { body: searchAnswer([]) },
        { status: 403, body: '<html>403 Forbidden</html>' },
        { status: 403, body: '<error><detail>Invalid APPID</detail></error>' },
      ];
      const http = createFakeHttp(() => answers.shift() ?? {});
      const ask = (): Promise<unknown> =>
        readOrForget(http, async (own) => cinii.search?.find({ words: 'x' }, { size: 5 }, createContext(cinii, own, credentials)));
      await ask();
      await assert.rejects(ask(), { kind: 'rate-limited', retryAfterMs: 60_000 });
      await assert.rejects(ask(), { kind: 'credentials' });
    }); // prettier-ignore

    it('asks for an application id before it asks CiNii', async () => {
      const http = createFakeHttp(nothing);
      await assert.rejects(cinii.resolve({ kind: 'doi', id: doi }, createContext(cinii, http)), { kind: 'credentials' });
      assert.equal(http.requests.length, 0);
    }); // prettier-ignore
  });
});
