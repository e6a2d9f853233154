import { strict as assert } from 'node:assert';
import { createTestClient, json, requestOf, startLoopback } from './loopback.ts';

describe('createHttpClient', () => {
  it('answers the second time from the cache', async () => {
    const server = await startLoopback(json('{"title":"Über"}'));
    const client = createTestClient();
    try {
      const first = await client.send(requestOf(`${server.base}/works/1`));
      const second = await client.send(requestOf(`${server.base}/works/1`));
      assert.equal(first.text, '{"title":"Über"}');
      assert.deepEqual(second, first);
      assert.deepEqual(server.asked, ['/works/1']);
    } finally {
      client.dispose();
      server.stop();
    }
  });
});
