import { strict as assert } from 'node:assert';
import { at, list, useSandbox } from './ask.ts';
import { credentials } from '../../sandbox/credentials.ts';

describe('the stand-in of Rakuten Kobo', () => {
  const { ask } = useSandbox();
  const { applicationId, accessKey, site } = credentials.rakutenKobo;
  const ebookSearch = '/services/api/Kobo/EbookSearch/20170426';
  const genreSearch = '/services/api/Kobo/GenreSearch/20131010';

  const call = (
    path: string,
    parameters: Record<string, string>,
    headers: Record<string, string> = { accessKey, origin: site },
  ) =>
    ask('rakutenKobo', `${path}?${new URLSearchParams({ applicationId, ...parameters }).toString()}`, {
      headers,
    });

  const numbers = async (parameters: Record<string, string>): Promise<readonly unknown[]> => {
    const { body } = await call(ebookSearch, { formatVersion: '2', ...parameters });
    return list(at(body, 'Items')).map((item) => at(item, 'itemNumber'));
  };

  it('finds by word, title, author, publisher, number and genre', async () => {
    assert.deepEqual(await numbers({ itemNumber: '4340008063261' }), ['4340008063261']);
    assert.deepEqual((await numbers({ author: '村上春樹' })).length, 2);
    assert.deepEqual(await numbers({ title: 'たのしいRuby' }), ['4524797386290']);
    assert.deepEqual(await numbers({ publisherName: '翔泳社' }), ['9784798140933']);
    assert.equal((await numbers({ koboGenreId: '101' })).length, 30);
    assert.deepEqual(await numbers({ koboGenreId: '101908' }), []);
    assert.deepEqual(await numbers({ koboGenreId: '101970', language: 'JA' }), []);
  });

  it('takes blanks in names as they stand', async () => {
    assert.equal((await numbers({ author: '高橋 征義' })).length, 1);
    assert.equal((await numbers({ author: '高橋征義' })).length, 0);
  });

  it('joins words by and, or by or, and leaves unwanted ones out', async () => {
    assert.equal((await numbers({ keyword: 'Effective 村上春樹' })).length, 0);
    assert.equal((await numbers({ keyword: 'Effective 村上春樹', orFlag: '1' })).length, 3);
    assert.deepEqual(await numbers({ keyword: 'Effective', NGKeyword: 'Ruby' }), []);
  });

  it('sorts by price and day, both ways', async () => {
    const prices = async (sort: string): Promise<number[]> => {
      const { body } = await call(ebookSearch, { koboGenreId: '101', sort, formatVersion: '2' });
      return list(at(body, 'Items')).map((item) => Number(at(item, 'itemPrice')));
    };
    assert.deepEqual(
      await prices('+itemPrice'),
      (await prices('+itemPrice')).toSorted((a, b) => a - b),
    );
    assert.deepEqual((await prices('-itemPrice'))[0], Math.max(...(await prices('+itemPrice'))));
    assert.equal((await numbers({ koboGenreId: '101', sort: '-releaseDate' }))[0], '4340008066911');
  });

  it('pages, and wraps each book in the first format only', async () => {
    const all = await numbers({ koboGenreId: '101' });
    assert.deepEqual(
      [
        ...(await numbers({ koboGenreId: '101', hits: '17' })),
        ...(await numbers({ koboGenreId: '101', hits: '17', page: '2' })),
      ],
      all,
    );
    const { body } = await call(ebookSearch, { koboGenreId: '101', hits: '17', page: '2' });
    assert.deepEqual(
      ['count', 'page', 'first', 'last', 'hits', 'pageCount'].map((key) => at(body, key)),
      [30, 2, 18, 30, 17, 2],
    );
    assert.equal(typeof at(body, 'Items', 0, 'Item', 'title'), 'string');
    assert.equal(typeof at(body, 'Items', 0, 'Item', 'reviewAverage'), 'string');
  });

  it('finds nothing with 200', async () => {
    const { status, body } = await call(ebookSearch, { title: 'zzzz' });
    assert.deepEqual([status, body], [200, { count: 0, page: 0, first: 0, last: 0, hits: 0, pageCount: 0, Items: [], GenreInformation: [] }]); // prettier-ignore
  });

  it('counts genres in strings, and shows their tree in numbers', async () => {
    const { body } = await call(ebookSearch, { koboGenreId: '101', genreInformationFlag: '1' });
    assert.equal(at(body, 'GenreInformation', 0, 'current', 0, 'itemCount'), '30');
    const genre = await call(genreSearch, { koboGenreId: '101901', genrePath: '1' });
    assert.deepEqual(at(genre.body, 'current'), {
      koboGenreId: '101901',
      koboGenreName: '小説・エッセイ',
      genreLevel: 2,
    });
    assert.equal(at(genre.body, 'parents', 0, 'parent', 'koboGenreId'), '101');
    assert.equal(
      at((await call(genreSearch, { formatVersion: '2' })).body, 'children', 0, 'koboGenreId'),
      '101901',
    );
    assert.equal((await call(genreSearch, { koboGenreId: '0' })).status, 400);
  });

  for (const parameters of [
    {},
    { keyword: 'C' },
    { keyword: 'Ruby C' },
    { keyword: 'Ruby', page: 'two' },
    { keyword: 'Ruby', hits: '31' },
    { keyword: 'Ruby', sort: 'sales' },
  ]) {
    it(`refuses ${JSON.stringify(parameters)}`, async () => {
      const { status, body } = await call(ebookSearch, { ...parameters });
      assert.deepEqual([status, at(body, 'error')], [400, 'wrong_parameter']);
    });
  }

  const headers = { accessKey, origin: site };
  for (const [what, sent, status, message] of [
    ['no access key', { origin: site }, 400, /accessKey must be present/],
    ['a wrong access key', { ...headers, accessKey: 'pk_wrong' }, 401, /invalid_token/],
    ['a bearer token', { ...headers, authorization: 'Bearer x' }, 401, /invalid_token/],
    ['no origin', { accessKey }, 403, /REQUEST_CONTEXT_BODY_HTTP_REFERRER_MISSING/],
    ['another origin', { ...headers, origin: 'https://elsewhere.example' }, 403, /HTTP_REFERRER_NOT_ALLOWED/],
    [
      'an origin on this machine',
      { ...headers, origin: 'http://localhost:3000' },
      503,
      /Authentication service error/,
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const reply = await call(ebookSearch, { keyword: 'Ruby' }, sent);
      assert.equal(reply.status, status);
      assert.match(reply.text, message);
    });
  }

  it('refuses an application id that is none', async () => {
    const { status, body } = await call(ebookSearch, { keyword: 'Ruby', applicationId: '1234567890' });
    assert.deepEqual([status, at(body, 'error_description')], [400, 'specify valid applicationId']);
  });
});
