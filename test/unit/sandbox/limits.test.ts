import { strict as assert } from 'node:assert';
import { at, useSandbox } from './ask.ts';

describe('the limits of the sandbox', () => {
  let now = 0;
  const { ask, sandbox } = useSandbox({ limits: 'documented', now: () => now });
  const statuses = async (path: string, count: number): Promise<readonly number[]> => {
    const found = [];
    for (let index = 0; index < count; index += 1) found.push((await ask('crossref', path)).status);
    return found;
  };

  it('refuse what exceeds a pool, bare, until its interval is over', async () => {
    assert.deepEqual(await statuses('/works?rows=0', 2), [200, 429]);
    assert.deepEqual(await statuses('/works?rows=0&mailto=a@example.org', 4), [200, 200, 200, 429]);
    const refused = await ask('crossref', '/works?rows=0');
    assert.equal(refused.text, '<html><body><h1>429 Too Many Requests</h1>\nYou have sent too many requests in a given amount of time.\n</body></html>\n'); // prettier-ignore
    assert.deepEqual(
      [refused.headers.get('x-rate-limit-limit'), refused.headers.get('retry-after')],
      [null, null],
    );
    now += 1001;
    assert.deepEqual(await statuses('/works?rows=0', 1), [200]);
  });

  it('count single works apart from lists', async () => {
    now += 1001;
    assert.deepEqual(await statuses('/works/10.1038%2F171737a0', 6), [200, 200, 200, 200, 200, 429]);
    assert.deepEqual(await statuses('/works?rows=0', 1), [200]);
  });

  it('count what runs at the same time', async () => {
    now += 1001;
    sandbox().fault('crossref', { kind: 'hang' }, { times: 1 });
    const controller = new AbortController();
    const hanging = ask('crossref', '/works/10.1038%2F171737a0', { signal: controller.signal }).catch(
      () => undefined,
    );
    while (sandbox().requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(await statuses('/works/10.1038%2F171737a0', 1), [429]);
    controller.abort();
    await hanging;
  });

  it('of KAKEN look as if nothing had been found', async () => {
    const path = '/opensearch/?appid=sandbox-appid&format=xml&qb=19KK0341';
    assert.match((await ask('kaken', path)).text, /<totalResults>1</);
    const { status, text } = await ask('kaken', path);
    assert.equal(status, 200);
    assert.match(text, /<grantAwards><totalResults>0<\/totalResults><\/grantAwards>/);
  });

  it('of OpenAIRE are sixty an hour, more with a token', async () => {
    let refused;
    for (let count = 0; count <= 60; count += 1)
      refused = await ask('openaire', '/graph/v3/projects?code=777541');
    assert.deepEqual([refused?.status, at(refused?.body, 'error')], [429, 'Too many requests']);
    const { status } = await ask('openaire', '/graph/v3/projects', {
      headers: { authorization: 'Bearer sandbox-access-token' },
    });
    assert.equal(status, 200);
  });
});
