import { strict as assert } from 'node:assert';
import { at, list, useSandbox } from './ask.ts';

describe('the stand-in of CiNii Research', () => {
  const { ask } = useSandbox();

  const search = async (type: string, parameters: Record<string, string>): Promise<unknown> =>
    (
      await ask(
        'cinii',
        `/opensearch/v2/${type}?${new URLSearchParams({ format: 'json', ...parameters }).toString()}`,
      )
    ).body;

  const titles = async (type: string, parameters: Record<string, string>): Promise<readonly unknown[]> =>
    list(at(await search(type, parameters), 'items')).map((item) => at(item, 'title'));

  it('finds by DOI, ISBN, NCID and project number', async () => {
    assert.deepEqual(await titles('all', { doi: '10.14927/reeps.6.2_12' }), [
      '温室効果ガス排出規制の地域間CGE分析',
    ]);
    assert.deepEqual(await titles('books', { isbn: '978-4-87311-452-1' }), [
      'セマンティックWebプログラミング',
    ]);
    assert.deepEqual(await titles('books', { ncid: 'BB02488158' }), ['セマンティックWebプログラミング']);
    assert.deepEqual(await titles('projects', { projectId: '19KK0341' }), [
      'マダガスカル農村部における食環境の評価と食生活指針',
    ]);
    assert.deepEqual(await titles('data', { q: 'ODIAC' }), ['ODIAC Fossil Fuel CO2 Emissions Dataset']);
  });

  it('takes `AND`, `OR` and `NOT` in capitals', async () => {
    assert.equal((await titles('dissertations', { q: '恐怖' })).length, 3);
    assert.equal((await titles('dissertations', { q: '恐怖 NOT 扁桃体' })).length, 1);
  });

  it('writes names as each of its sources does', async () => {
    const creator = async (type: string, parameters: Record<string, string>) =>
      at(await search(type, parameters), 'items', 0, 'dc:creator', 0);
    assert.equal(await creator('articles', { doi: '10.1241/johokanri.52.255' }), '伊神 正貫');
    assert.equal(
      await creator('articles', { doi: '10.1241/johokanri.52.255', lang: 'en' }),
      'IGAMI Masatsura',
    );
    assert.equal(await creator('dissertations', { q: 'モデル動物' }), '滝上, 慧');
    assert.equal(await creator('articles', { volume: '52(5)' }), '伊神正貫');
  });

  it('has the same article twice, once without its DOI', async () => {
    const items = list(at(await search('articles', { q: 'サイエンスマップ' }), 'items'));
    assert.equal(items.length, 2);
    assert.equal(items.filter((item) => JSON.stringify(item).includes('cir:DOI')).length, 1);
  });

  it('pages from one, clamps what it does not take, and ignores what it does not know', async () => {
    const all = await titles('dissertations', { title: '研究', count: '200' });
    const paged = [
      ...(await titles('dissertations', { title: '研究', count: '3' })),
      ...(await titles('dissertations', { title: '研究', count: '3', start: '4' })),
    ];
    assert.deepEqual(paged, all.slice(0, 6));
    assert.equal(
      (await titles('dissertations', { title: '研究', count: 'many', p: '2' })).length,
      all.length,
    );
  });

  it('looks for months and years, but not among dissertations', async () => {
    const found = '温室効果ガス排出規制の地域間CGE分析';
    const within = async (from: string, until: string): Promise<boolean> =>
      (await titles('articles', { from, until, count: '200' })).includes(found);
    assert.deepEqual(
      [await within('201309', '201309'), await within('2013', '2013'), await within('201310', '2013'), await within('2013', '201308')],
      [true, true, false, false],
    );
    assert.equal((await titles('dissertations', { q: '恐怖', from: '2100' })).length, 3);
  }); // prettier-ignore

  it('finds nothing for nothing, with 200', async () => {
    for (const parameters of [{ q: '' }, { ncid: 'invalid' }, { q: 'zzzz' }]) {
      const body = await search('books', parameters);
      assert.deepEqual([at(body, 'opensearch:totalResults'), at(body, 'items')], [0, []]);
    }
  });

  it('never repeats the application id', async () => {
    const body = await search('books', { ncid: 'BB02488158', appid: 'sandbox-appid' });
    assert.equal(JSON.stringify(body).includes('sandbox-appid'), false);
  });

  it('refuses a wrong application id', async () => {
    const { status, text } = await ask('cinii', '/opensearch/v2/all?q=x&appid=wrong');
    assert.equal(status, 403);
    assert.match(text, /<detail>Invalid APPID<\/detail>/);
  });

  it('shows a record with readings, in JSON and in RDF', async () => {
    const { body } = await ask('cinii', '/crid/1390005822569621120.json');
    assert.deepEqual(at(body, 'creator', 0, 'foaf:name'), [
      { '@language': 'ja', '@value': '白井 大地' },
      { '@language': 'en', '@value': 'SHIRAI Daichi' },
      { '@language': 'ja-Kana', '@value': 'シライ ダイチ' },
    ]);
    assert.equal(at(body, 'productIdentifier', 0, 'identifier', '@type'), 'DOI');
    assert.equal(at(body, 'description', 0, 'abstractLicenseFlag'), 'disallow');
    const { text } = await ask('cinii', '/crid/1390005822569621120.rdf');
    assert.match(text, /<foaf:name xml:lang="ja-Kana">シライ ダイチ<\/foaf:name>/);
    assert.equal((await ask('cinii', '/crid/1111111111111111111.json')).status, 404);
  });

  it('answers in RSS too', async () => {
    const { type, text } = await ask('cinii', '/opensearch/v2/books?format=rss&ncid=BB02488158');
    assert.equal(type, 'application/rss+xml');
    assert.match(text, /<\/channel><item rdf:about="https:\/\/cir\.nii\.ac\.jp\/crid\/1970867909910985885">/);
  });
});

describe('the stand-in of CiNii Books', () => {
  const { ask } = useSandbox();

  it('shows a record in several descriptions', async () => {
    const { type, text } = await ask('ciniiBooks', '/ncid/BB02488158.rdf');
    assert.equal(type, 'application/rdf+xml');
    assert.equal(
      text.match(/<rdf:Description rdf:about="https:\/\/ci\.nii\.ac\.jp\/ncid\/BB02488158#entity">/g)?.length,
      3,
    );
    assert.match(
      text,
      /<dc:creator>トビー・セガラン, コリン・エバンス, ジェイミー・テイラー著 ; 玉川竜司訳<\/dc:creator>/,
    );
    assert.match(
      text,
      /<foaf:name>玉川, 竜司<\/foaf:name><foaf:name xml:lang="ja-hrkt">タマガワ, リュウジ<\/foaf:name>/,
    );
    assert.equal((await ask('ciniiBooks', '/ncid/XX00000000.rdf')).status, 404);
  });

  it('counts in strings, inside a graph', async () => {
    const { body } = await ask('ciniiBooks', '/books/opensearch/search?format=json&isbn=9784873114521');
    assert.equal(at(body, '@graph', 0, 'opensearch:totalResults'), '1');
  });

  it('refuses to look for nothing', async () => {
    const { status, text } = await ask('ciniiBooks', '/books/opensearch/search?q=');
    assert.equal(status, 400);
    assert.match(text, /<detail>Required Parameter is Empty<\/detail>/);
  });
});

describe('the stand-in of KAKEN', () => {
  const { ask } = useSandbox();
  const search = (query: string) => ask('kaken', `/opensearch/?format=xml&appid=sandbox-appid&${query}`);

  it('finds a grant by its number, with or without JP, and shows what came of it', async () => {
    for (const number of ['19KK0341', 'JP19KK0341']) {
      const { text } = await search(`qb=${number}`);
      assert.match(text, /<totalResults>1<\/totalResults><startIndex>1</);
      assert.match(text, /<familyName yomi="シラトリ">白鳥<\/familyName>/);
      assert.match(text, /<doi originalValue="なし" authenticated="false"\/>/);
      assert.match(text, /<pages originalValue="823～838">823-838<\/pages>/);
    }
  });

  it('says where it begins even when it finds nothing', async () => {
    assert.match((await search('kw=zzzz')).text, /<totalResults>0<\/totalResults><startIndex>1</);
  });

  it('asks for an application id', async () => {
    for (const appid of ['', '&appid=wrong']) {
      assert.equal((await ask('kaken', `/opensearch/?format=xml&qb=19KK0341${appid}`)).status, 403);
    }
  });
});
