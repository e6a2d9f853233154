import { strict as assert } from 'node:assert';
import { at, list, useSandbox } from './ask.ts';

describe('the stand-in of OpenAIRE', () => {
  const { ask } = useSandbox();

  const search = async (parameters: Record<string, string>): Promise<unknown> =>
    (await ask('openaire', `/graph/v3/research-products?${new URLSearchParams(parameters).toString()}`)).body;

  const dois = async (parameters: Record<string, string>): Promise<readonly unknown[]> =>
    list(at(await search({ pageSize: '100', ...parameters }), 'results')).map((product) =>
      at(product, 'originalIds', 0),
    );

  it('finds a product by DOI, PMID, PMC and arXiv id, whole and in any letter case', async () => {
    for (const pid of ['"10.1016/s0140-6736(97)11096-0"', '"10.1016/S0140-6736(97)11096-0"', '9500320']) {
      assert.deepEqual(await dois({ pid }), ['10.1016/s0140-6736(97)11096-0'], pid);
    }
    assert.deepEqual(await dois({ pid: 'PMC7255293' }), ['10.1016/s0140-6736(20)31180-6']);
    assert.deepEqual((await dois({ pid: '1512.03385' })).toSorted(), [
      '10.1109/cvpr.2016.90',
      '10.48550/arxiv.1512.03385',
    ]);
    assert.deepEqual(await dois({ pid: '10.1016/s0140' }), []);
  });

  it('finds several at once', async () => {
    assert.deepEqual(
      (await dois({ pid: '"10.1038/171737a0" OR "10.5281/zenodo.8347772" OR "10.9999/none"' })).toSorted(),
      ['10.1038/171737a0', '10.5281/zenodo.8347772'],
    );
  });

  it('asks for every word of a search, or for a phrase', async () => {
    assert.deepEqual(await dois({ search: 'attention vaswani' }), ['10.48550/arxiv.1706.03762']);
    assert.deepEqual(await dois({ search: '"need attention"' }), []);
    assert.equal((await dois({ search: 'vaswani OR perelman' })).length, 2);
  });

  it('filters', async () => {
    assert.deepEqual(await dois({ authorId: '0000-0001-5053-3700' }), ['10.5167/uzh-233855']);
    assert.deepEqual(await dois({ relProjectCode: '831558' }), ['10.5281/zenodo.8347772']);
    assert.ok((await dois({ instanceType: '"Doctoral thesis"' })).includes('10.17077/etd.89e52p7n'));
    assert.deepEqual((await dois({ fromPublicationDate: '1905', toPublicationDate: '1906' })).length, 3);
    const types = list(at(await search({ type: 'software', pageSize: '100' }), 'results')).map((product) =>
      at(product, 'type'),
    );
    assert.deepEqual([...new Set(types)], ['software']);
  });

  it('damages what it merges', async () => {
    const paper = at(await search({ pid: '13054692' }), 'results', 0);
    assert.equal(at(paper, 'authors', 0, 'fullName'), 'J. D., WATSON');
    assert.equal(at(paper, 'container', 'iss'), null);
    assert.equal(at(paper, 'subTitle'), null);
    const book = at(await search({ pid: '"10.1007/978-0-387-84858-7"' }), 'results', 0);
    assert.equal(at(book, 'publicationDate'), '2009-01-01');
    const particle = at(await search({ pid: '"10.1038/sj.dmfr.4600604"' }), 'results', 0, 'authors', 1);
    assert.deepEqual([at(particle, 'fullName'), at(particle, 'surname')], ['van Ginkel, F C', 'Ginkel']);
    const merged = at(await search({ pid: '"10.1101/097196"' }), 'results', 0);
    assert.equal(at(merged, 'originalIds', 0), '10.1038/s41597-019-0031-8');
    assert.deepEqual(
      list(at(merged, 'instances')).map((instance) => at(instance, 'type')),
      ['Article', 'Preprint'],
    );
  });

  it('pages by number and by cursor without a repeat or a gap', async () => {
    const all = await dois({ cursor: '*' });
    const numFound = Number(at(await search({}), 'header', 'numFound'));
    const found: unknown[] = [];
    let cursor = '*';
    for (;;) {
      const body = await search({ cursor, pageSize: '40' });
      const next = String(at(body, 'header', 'nextCursor'));
      found.push(...list(at(body, 'results')).map((product) => at(product, 'originalIds', 0)));
      if (next === cursor) break;
      cursor = next;
    }
    assert.equal(found.length, numFound);
    assert.equal(new Set(found).size, numFound);
    assert.deepEqual(found.slice(0, all.length), all);
    assert.deepEqual(await dois({ pageSize: '40', page: '2' }), found.slice(40, 80));
    assert.deepEqual(await dois({ pageSize: '40', page: '99' }), []);
  });

  it('sorts in the direction that must be given', async () => {
    const [most] = await dois({ sortBy: 'citationCount DESC' });
    assert.equal(most, '10.1109/cvpr.2016.90');
    const [oldest] = await dois({ sortBy: 'publicationDate ASC', fromPublicationDate: '1900' });
    assert.match(String(oldest), /^10\.(?:1002\/andp|3929\/ethz)/);
  });

  for (const [query, message] of [
    ['colour=red', /^Unknown parameter: colour; valid parameters are: \[search, /],
    ['pageSize=101', /^Page size must be at most 100$/],
    ['page=0', /^must be greater than or equal to 1$/],
    ['page=101&pageSize=100', /^Page \* pageSize must be less than or equal to 10000$/],
    ['publisher=Oxford+University', /^Invalid value for 'publisher'\. Values containing spaces/],
    ['pid=10.1016/S0140-6736(97)11096-0', /^Invalid value for 'pid'/],
    ['sortBy=relevance', /can be only sorted by/],
    ['sortBy=beauty+DESC', /can be only sorted by/],
  ] as const) {
    it(`refuses ${query}`, async () => {
      const { status, body } = await ask('openaire', `/graph/v3/research-products?${query}`);
      assert.deepEqual([status, at(body, 'error'), at(body, 'code')], [400, 'Bad Request', 400]);
      assert.match(String(at(body, 'message')), message);
    });
  }

  it('shows one product without an envelope, and says which it does not know', async () => {
    const id = String(at(await search({ pid: '13054692' }), 'results', 0, 'id'));
    assert.equal(
      at((await ask('openaire', `/graph/v3/research-products/${encodeURIComponent(id)}`)).body, 'id'),
      id,
    );
    const unknown = await ask('openaire', '/graph/v3/research-products/nonsense');
    assert.deepEqual(
      [unknown.status, at(unknown.body, 'message')],
      [404, 'Research product with id: nonsense not found'],
    );
  });

  it('finds projects by code, acronym and call', async () => {
    for (const query of ['code=777541', 'acronym=OpenAIRE-Advance', 'search=advancing+scholarship']) {
      const { body } = await ask('openaire', `/graph/v3/projects?${query}`);
      assert.deepEqual(
        list(at(body, 'results')).map((project) => at(project, 'code')),
        ['777541'],
        query,
      );
    }
    const { body } = await ask('openaire', '/graph/v3/projects?callIdentifier=H2020-EINFRA-2017');
    assert.equal(at(body, 'header', 'numFound'), 3);
  });

  it('has no resource under the names of version 1', async () => {
    const { status, body } = await ask('openaire', '/graph/v3/researchProducts');
    assert.deepEqual([status, at(body, 'message')], [405, 'No static resource v3/researchProducts.']);
    assert.equal((await ask('openaire', '/search/publications')).status, 404);
  });

  it('gives an access token for a refresh token, and takes no other', async () => {
    const token = (refresh: string) =>
      ask('openaireToken', `/uoa-user-management/api/users/getAccessToken?refreshToken=${refresh}`);
    const access = String(at((await token('sandbox-refresh-token')).body, 'access_token'));
    const asked = await ask('openaire', '/graph/v3/projects', {
      headers: { authorization: `Bearer ${access}` },
    });
    assert.equal(asked.status, 200);
    assert.equal((await token('wrong')).status, 400);
    const refused = await ask('openaire', '/graph/v3/projects', {
      headers: { authorization: 'Bearer expired' },
    });
    assert.deepEqual([refused.status, at(refused.body, 'error')], [403, 'Token invalid']);
  });
});
