import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import { parseQuery } from '../../../../src/core/sources/parseQuery.ts';
import { listGenres } from '../../../../src/core/sources/rakuten/genres.ts';
import { rakutenKobo } from '../../../../src/core/sources/rakuten/rakutenKobo.ts';
import { createContext, createFakeHttp, type Answer, type FakeAnswer } from '../../../support/fakeHttp.ts';

const credentials = { applicationId: 'my-id', accessKey: 'pk_mine', site: 'https://example.org/blog' };

const ebook = { title: 'たのしいRuby', author: '高橋 征義', itemNumber: '4524797386290', language: 'JA' };

function answer(items: readonly unknown[], pageCount = 1): unknown {
  return { count: items.length * pageCount, page: 1, first: 1, last: items.length, hits: items.length, pageCount, Items: items, GenreInformation: [] }; // prettier-ignore
}

const nothing: Answer = () => ({ body: answer([], 0) });

async function find(text: string, reply: Answer, page: { size: number; cursor?: string } = { size: 20 }) {
  const http = createFakeHttp(reply);
  const found = await rakutenKobo.search?.find(parseQuery(text), page, createContext(rakutenKobo, http, credentials));
  assert.ok(found);
  return { ...found, http, parameters: Object.fromEntries(http.urls[0]?.searchParams ?? []) };
} // prettier-ignore

describe('rakutenKobo', () => {
  it('asks the host of today with the site, and keeps both ids off the address', async () => {
    const { http, records } = await find('ruby', () => ({ body: answer([ebook]) }));
    const [request] = http.requests;
    assert.ok(request);
    assert.ok(
      request.url.startsWith('https://openapi.rakuten.co.jp/services/api/Kobo/EbookSearch/20170426?'),
    );
    assert.deepEqual(request.headers, { origin: 'https://example.org', referer: 'https://example.org/' });
    assert.deepEqual(request.secrets, {
      query: { applicationId: 'my-id' },
      headers: { accessKey: 'pk_mine' },
    });
    assert.ok(!/my-id|pk_mine/.test(request.url + JSON.stringify(records)));
  });

  it('sends the conditions that the shop has and names the others', async () => {
    const { parameters, notApplied } = await find(
      'ruby -rails author:高橋 title:"たのしい Ruby" publisher:翔泳社 lang:ja sort:oldest year:2016 isbn:9784797386295',
      nothing,
    );
    assert.deepEqual(parameters, {
      format: 'json',
      formatVersion: '2',
      koboGenreId: '101',
      keyword: 'ruby',
      NGKeyword: 'rails',
      title: 'たのしい Ruby',
      author: '高橋',
      publisherName: '翔泳社',
      language: 'JA',
      sort: '+releaseDate',
      hits: '20',
      page: '1',
    });
    assert.deepEqual(notApplied, ['isbn', 'year']);
    assert.deepEqual((await find('x1 author:a author:b sort:cited', nothing)).notApplied, ['author', 'sort']);
  });

  it('encodes the plus of a sort order', async () => {
    const { http } = await find('ruby sort:oldest', nothing);
    assert.ok(http.requests[0]?.url.includes('sort=%2BreleaseDate'));
  });

  it('looks an item number up as such', async () => {
    const { parameters } = await find('4524797386290', nothing);
    assert.deepEqual([parameters['itemNumber'], parameters['keyword']], ['4524797386290', undefined]);
  });

  it('leaves out words of one letter, for which the shop refuses all others too', async () => {
    const { parameters, notes } = await find('C 言語 "R で 学ぶ" 2 ア', nothing);
    assert.equal(parameters['keyword'], '言語 で 学ぶ ア');
    assert.match(
      notes?.[0]?.english ?? '',
      /^Rakuten Kobo cannot search for single letters or digits and leaves out: C, R, 2$/,
    );
    await assert.rejects(find('C', nothing), (error: unknown) => {
      assert.ok(error instanceof LookupError);
      return error.kind === 'http' && error.message.includes('single letters');
    });
  });

  it('sells books only, and asks nothing where nothing can be applied', async () => {
    for (const text of ['ruby type:dataset', 'isbn:9784797386295']) {
      const { http, records } = await find(text, nothing);
      assert.deepEqual([http.requests.length, records], [0, []]);
    }
    assert.equal((await find('ruby type:book,thesis', nothing)).http.requests.length, 1);
  });

  it('reads both forms of an answer, an empty one, and the documented "not found"', async () => {
    const titles = async (reply: FakeAnswer): Promise<readonly string[]> =>
      (await find('ruby', () => reply)).records.map(({ csl }) => csl.title);
    assert.deepEqual(await titles({ body: answer([ebook]) }), ['たのしいRuby']);
    assert.deepEqual(await titles({ body: answer([{ Item: ebook }, { Item: null }]) }), ['たのしいRuby']);
    assert.deepEqual(await titles({ body: answer([], 0) }), []);
    assert.deepEqual(
      await titles({ status: 404, body: { error: 'not_found', error_description: 'not found' } }),
      [],
    );
  });

  it('turns pages to the last one that the shop gives', async () => {
    const reply: Answer = () => ({ body: answer([ebook], 500) });
    assert.equal((await find('ruby', reply, { size: 100 })).parameters['hits'], '30');
    assert.equal((await find('ruby', reply)).next, '2');
    const last = await find('ruby', reply, { size: 30, cursor: '100' });
    assert.deepEqual([last.parameters['page'], last.next], ['100', undefined]);
    assert.equal((await find('ruby', () => ({ body: answer([ebook], 1) }))).next, undefined);
    assert.equal((await find('ruby', () => ({ body: answer([], 30) }))).next, undefined);
  });

  for (const form of ['nested', 'flat'] as const) {
    const genre = (id: string, name: string, itemCount?: string): unknown => {
      const each = { koboGenreId: id, koboGenreName: name, genreLevel: '2', ...(itemCount === undefined ? {} : { itemCount }) };
      return form === 'flat' ? each : { child: each };
    };

    it(`lists the genres below one, ${form}`, async () => {
      const http = createFakeHttp(() => ({ body: { current: {}, children: [genre('101912', 'PC')], parents: [] } }));
      const genres = await listGenres('101', { words: '' }, createContext(rakutenKobo, http, credentials));
      assert.deepEqual(genres, [{ id: '101912', name: 'PC' }]);
      assert.equal(http.urls[0]?.pathname, '/services/api/Kobo/GenreSearch/20131010');
    });

    it(`counts the hits of a search by genre, ${form}`, async () => {
      const body = { ...Object(answer([ebook])), GenreInformation: [{ parent: [], current: [], children: [genre('101912', 'PC', '698')] }] } as unknown;
      const http = createFakeHttp(() => ({ body }));
      const genres = await listGenres('101', parseQuery('ruby lang:ja'), createContext(rakutenKobo, http, credentials));
      assert.deepEqual(genres, [{ id: '101912', name: 'PC', count: 698 }]);
      const { keyword, language, koboGenreId, genreInformationFlag } = Object.fromEntries(http.urls[0]?.searchParams ?? []);
      assert.deepEqual([keyword, language, koboGenreId, genreInformationFlag], ['ruby', 'JA', '101', '1']);
    });
  } // prettier-ignore

  it('finds a genre by its number, or by the names that lead to it', async () => {
    const tree: Readonly<Record<string, readonly (readonly [id: string, name: string])[]>> = {
      '101': [['101911', 'PC'], ['101912', 'PC・システム開発']],
      '101912': [['101912001', 'プログラミング']],
    };
    const shop: Answer = (url) => ({
      body: url.pathname.includes('GenreSearch')
        ? { children: tree[url.searchParams.get('koboGenreId') ?? '']?.map(([koboGenreId, koboGenreName]) => ({ koboGenreId, koboGenreName })) ?? [] }
        : answer([ebook]),
    });
    for (const [text, genre] of [
      ['genre:101912001', '101912001'],
      ['genre:pc', '101911'],
      ['genre:ＰＣ・システム/プログラミング ruby', '101912001'],
    ] as const) {
      const { http, records, notApplied } = await find(text, shop);
      assert.equal(http.urls.at(-1)?.searchParams.get('koboGenreId'), genre);
      assert.deepEqual([records.length, notApplied], [1, []]);
    }
    const none = await find('genre:園芸', shop);
    assert.deepEqual([none.records, none.total], [[], 0]);
    assert.deepEqual((await find('ruby genre:a genre:b', shop)).notApplied, ['genre']);
  }); // prettier-ignore

  describe('errors', () => {
    const gateway = (status: number, errorMessage: string): FakeAnswer => ({
      status,
      body: { errors: { errorCode: status, errorMessage } },
    });
    const refusal = (status: number, error: string, error_description: string): FakeAnswer => ({
      status,
      body: { error, error_description },
    });
    for (const [what, reply, kind, sentence] of [
      ['a wrong application id', refusal(400, 'wrong_parameter', 'specify valid applicationId'), 'credentials', /application id/],
      ['a missing access key', gateway(400, 'accessKey must be present as a query parameter or in the header'), 'credentials', /access key/],
      ['a wrong access key', refusal(401, 'invalid_token', 'specify valid access token'), 'credentials', /access key/],
      ['a site that is not registered', gateway(403, 'HTTP_REFERRER_NOT_ALLOWED'), 'credentials', /https:\/\/example\.org/],
      ['an application of the other kind', gateway(403, 'CLIENT_IP_NOT_ALLOWED'), 'credentials', /web application/],
      ['a keyword that is refused', refusal(400, 'wrong_parameter', 'keyword is not valid'), 'http', /keyword is not valid/],
      ['too many requests', refusal(429, 'too_many_requests', 'please try again soon.'), 'rate-limited', /often/],
      ['maintenance', refusal(503, 'service_unavailable', 'under maintenance'), 'http', /503/],
      ['a gateway that answers in HTML', { status: 400, body: '<html>' }, 'http', /refuses/],
      ['a web page in place of JSON', { body: '<html>' }, 'unexpected-reply', /JSON/],
      ['an answer of another form', { body: { hello: 1 } }, 'unexpected-reply', /form/],
    ] as const) {
      it(`reports ${what}`, async () => {
        await assert.rejects(find('ruby', () => reply), (error: unknown) => {
          assert.ok(error instanceof LookupError);
          assert.equal(error.kind, kind);
          assert.match(error.message, sentence);
          return !/my-id|pk_mine/.test(error.message);
        });
      });
    } // prettier-ignore

    it('asks for all three credentials before it asks the shop', async () => {
      for (const some of [undefined, { applicationId: 'x' }, { ...credentials, site: ':' }]) {
        const http = createFakeHttp(nothing);
        const context = createContext(rakutenKobo, http, some);
        await assert.rejects(listGenres('101', { words: '' }, context), { kind: 'credentials' });
        assert.equal(http.requests.length, 0);
      }
    });
  });
});
