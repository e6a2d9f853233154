import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import { LookupError, type ErrorKind } from '../../../../src/core/errors.ts';
import type { HttpClientOptions, OwnedHttpClient } from '../../../../src/core/http/client.ts';
import { maxAgeOfDays } from '../../../../src/core/http/freshness.ts';
import { readOrForget } from '../../../../src/core/http/readOrForget.ts';
import { say } from '../../../../src/core/sentence.ts';
import { createTestClient, json, requestOf, startLoopback, type Loopback } from './loopback.ts';

describe('the cache of createHttpClient', () => {
  let folder: string;
  let server: Loopback;
  let answer: RequestListener;
  let clients: OwnedHttpClient[];
  let maxAgeDays: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cache-'));
    answer = json();
    server = await startLoopback((request, response) => {
      answer(request, response);
    });
    clients = [];
    maxAgeDays = 30;
  });
  afterEach(() => {
    for (const client of clients) client.dispose();
    server.stop();
    rmSync(folder, { recursive: true });
  });

  function open(options: Partial<HttpClientOptions> = {}): OwnedHttpClient {
    const client = createTestClient({ maxAgeMs: () => maxAgeOfDays(maxAgeDays), ...options });
    clients.push(client);
    return client;
  }

  function openOnDisk(): OwnedHttpClient {
    return open({ cacheFile: join(folder, 'sub', 'cache.sqlite') });
  }

  /** Makes everything that is stored older than it may be. */
  async function growOld(): Promise<void> {
    maxAgeDays = 1e-12;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }

  for (const [where, create] of [
    ['in memory', open],
    ['on disk', openOnDisk],
  ] as const) {
    it(`answers the second time without asking, ${where}`, async () => {
      answer = json('{"title":"Über 料理"}', { link: '<next>' });
      const client = create();
      const first = await client.send(requestOf(`${server.base}/works/1`));
      const second = await client.send(requestOf(`${server.base}/works/1`));
      assert.equal(first.text, '{"title":"Über 料理"}');
      assert.deepEqual(second, first);
      assert.deepEqual(server.asked, ['/works/1']);
    });

    it(`remembers that a work is unknown, ${where}`, async () => {
      answer = (_request, response) => {
        response.writeHead(404, { 'content-type': 'application/json' }).end('Resource not found.');
      };
      const client = create();
      for (let i = 0; i < 2; i++) {
        const reply = await client.send(requestOf(server.base));
        assert.deepEqual([reply.status, reply.text], [404, 'Resource not found.']);
      }
      assert.equal(server.asked.length, 1);
    });

    it(`asks again after forget and after clearCache, ${where}`, async () => {
      const client = create();
      await client.send(requestOf(server.base));
      client.forget?.(requestOf(server.base));
      await client.send(requestOf(server.base));
      await client.clearCache();
      await client.send(requestOf(server.base));
      assert.equal(server.asked.length, 3);
    });
  }

  it('is shared by windows and outlives them', async () => {
    const first = openOnDisk();
    await first.send(requestOf(server.base));
    await openOnDisk().send(requestOf(server.base));
    first.dispose();
    await openOnDisk().send(requestOf(server.base));
    assert.equal(server.asked.length, 1);
  });

  it('tells apart what was asked for in another form', async () => {
    const client = open();
    await client.send(requestOf(server.base));
    await client.send(requestOf(server.base, { accept: 'application/vnd.citationstyles.csl+json' }));
    await client.send(requestOf(server.base, { headers: { 'accept-language': 'ja' } }));
    assert.equal(server.asked.length, 3);
  });

  it('keeps nothing that is not to be kept', async () => {
    const client = open();
    for (const more of [{ keep: 'none' }, { form: { a: '1' } }] as const) {
      await client.send(requestOf(server.base, more));
      await client.send(requestOf(server.base, more));
    }
    assert.equal(server.asked.length, 4);
  });

  it('keeps nothing and serves nothing while it is turned off', async () => {
    const client = open();
    await client.send(requestOf(server.base));
    maxAgeDays = 0;
    await client.send(requestOf(server.base));
    await client.send(requestOf(server.base));
    assert.equal(server.asked.length, 3);
  });

  it('keeps neither refusals nor broken JSON', async () => {
    const client = open();
    answer = json('{"cut');
    await client.send(requestOf(server.base));
    answer = (_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{}');
    };
    await client.send(requestOf(server.base, { answers: [400] }));
    await client.send(requestOf(server.base, { answers: [400] }));
    assert.equal(server.asked.length, 3);
  });

  it('forgets what could not be read, and only that', async () => {
    const client = open();
    const read = (kind?: ErrorKind): Promise<string> =>
      readOrForget(client, async (http) => {
        const { text } = await http.send(requestOf(server.base));
        if (kind !== undefined) throw new LookupError(kind, say`No.`);
        return text;
      });
    for (const kind of ['unexpected-reply', 'rate-limited'] as const)
      await assert.rejects(read(kind), { kind });
    assert.equal(server.asked.length, 2);
    await read();
    await assert.rejects(read('http'));
    assert.equal(await read(), '{"ok":true}');
    assert.equal(server.asked.length, 3);
  });

  it('writes nothing down that the service forbids to store', async () => {
    answer = json('{}', { 'cache-control': 'no-store' });
    const client = openOnDisk();
    await client.send(requestOf(server.base));
    await client.send(requestOf(server.base));
    assert.equal(server.asked.length, 1);
    await openOnDisk().send(requestOf(server.base));
    assert.equal(server.asked.length, 2);
  });

  it('asks whether an answer still holds, and keeps it where it does', async () => {
    const tags: unknown[] = [];
    answer = (request, response) => {
      tags.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"1"')
        response.writeHead(304, { etag: '"1"', 'cache-control': 'max-age=60' }).end();
      else json('{"a":1}', { etag: '"1"', 'cache-control': 'no-cache' })(request, response);
    };
    const client = open();
    const texts = [];
    for (let i = 0; i < 3; i++) texts.push(await client.send(requestOf(server.base)));
    assert.deepEqual(tags, [undefined, '"1"']);
    assert.deepEqual(
      texts.map(({ status, text, stale }) => ({ status, text, stale })),
      Array<object>(3).fill({ status: 200, text: '{"a":1}', stale: false }),
    );
  });

  it('serves an old answer, and says so, where the service cannot be reached', async () => {
    const client = open();
    await client.send(requestOf(server.base));
    await growOld();
    server.stop();
    const reply = await client.send(requestOf(server.base));
    assert.deepEqual([reply.text, reply.stale], ['{"ok":true}', true]);
    await assert.rejects(client.send(requestOf(`${server.base}/other`)), { kind: 'network' });
  });

  it('serves an old answer where the service asks to wait for long', async () => {
    const client = open();
    await client.send(requestOf(server.base));
    await growOld();
    answer = (_request, response) => response.writeHead(429, { 'retry-after': '7200' }).end();
    assert.equal((await client.send(requestOf(server.base))).stale, true);
  });

  it('serves an old answer where the service fails, none where it refuses', async () => {
    const client = open();
    await client.send(requestOf(server.base));
    await growOld();
    answer = (_request, response) => response.writeHead(500).end();
    assert.equal((await client.send(requestOf(server.base))).stale, true);
    answer = (_request, response) => response.writeHead(403).end();
    await assert.rejects(client.send(requestOf(server.base)), { kind: 'credentials' });
  });
});
