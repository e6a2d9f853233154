import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { HttpClientOptions, OwnedHttpClient } from '../../../../src/core/http/client.ts';
import { describeWaiting, type Waiting } from '../../../../src/core/http/waiting.ts';
import { silentLog } from '../../../../src/core/log.ts';
import { settle, startClock } from './clock.ts';
import { createTestClient, json, requestOf, startLoopback, type Loopback } from './loopback.ts';

function addressOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : input.toString();
}

describe('createHttpClient', () => {
  let servers: Loopback[];
  let clients: OwnedHttpClient[];

  beforeEach(() => {
    servers = [];
    clients = [];
  });
  afterEach(() => {
    for (const client of clients) client.dispose();
    for (const server of servers) server.stop();
  });

  async function serve(listener: RequestListener): Promise<Loopback> {
    const server = await startLoopback(listener);
    servers.push(server);
    return server;
  }

  function open(options: Partial<HttpClientOptions> = {}): OwnedHttpClient {
    const client = createTestClient(options);
    clients.push(client);
    return client;
  }

  it('says who asks and what for', async () => {
    let headers: IncomingMessage['headers'] = {};
    const server = await serve((request, response) => {
      headers = request.headers;
      json()(request, response);
    });
    await open().send(requestOf(server.base, { headers: { 'accept-language': 'ja' } }));
    assert.equal(headers['user-agent'], 'CitationLookup/test');
    assert.equal(headers.accept, 'application/json');
    assert.equal(headers['accept-language'], 'ja');
  });

  it('asks even if the contact address cannot stand in a header', async () => {
    let agent: unknown;
    const server = await serve((request, response) => {
      agent = request.headers['user-agent'];
      json()(request, response);
    });
    await open({ userAgent: () => 'CitationLookup/1 (mailto:山田@example.jp)\n' }).send(
      requestOf(server.base),
    );
    assert.equal(agent, 'CitationLookup/1 (mailto:@example.jp)');
  });

  it('posts a form, once', async () => {
    let body = '';
    const server = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.writeHead(503).end());
    });
    const form = { grant_type: 'client_credentials', q: '料 理&' };
    await assert.rejects(open().send(requestOf(server.base, { form })), { kind: 'http', status: 503 });
    assert.equal(body, 'grant_type=client_credentials&q=%E6%96%99+%E7%90%86%26');
    assert.equal(server.asked.length, 1);
  });

  it('makes one request of equal ones, and one each of those with other credentials', async () => {
    const server = await serve((request, response) => {
      setTimeout(() => {
        json()(request, response);
      }, 20);
    });
    const client = open();
    const requests = [1, 1, 1, 2].map((appid) =>
      client.send(requestOf(server.base, { secrets: { query: { appid: String(appid) } } })),
    );
    await Promise.all(requests);
    assert.equal(server.asked.length, 2);
  });

  it('asks https only, or this machine', async () => {
    const client = open({ fetch: () => Promise.resolve(Response.json({})) });
    for (const url of ['https://api.crossref.org/', 'http://localhost:1/', 'http://[::1]:1/', 'http://127.0.0.1:1/'])
      await client.send(requestOf(url));
    for (const url of ['http://api.crossref.org/', 'ftp://h/', 'http://127.0.0.1.example.org/', 'http://localhost.example.org/', 'nonsense'])
      await assert.rejects(client.send(requestOf(url)), { kind: 'network', message: /neither https/ });
  }); // prettier-ignore

  it('says that a proxy asks for a login', async () => {
    const refusal = new Error('Proxy response (407) ?.== 200 when HTTP Tunneling');
    const client = open({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause: refusal })) });
    await assert.rejects(client.send(requestOf('https://h/')), {
      kind: 'network',
      message: 'The proxy asks for a login; put name and password into the proxy setting of the editor.',
    });
  });

  it('returns statuses that are answers whatever their type', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(400, { 'content-type': 'text/html' }).end('<p>no</p>');
    });
    const reply = await open().send(requestOf(server.base, { answers: [400] }));
    assert.deepEqual([reply.status, reply.text], [400, '<p>no</p>']);
    await assert.rejects(open().send(requestOf(server.base)), { kind: 'http', status: 400 });
  });

  it('returns the body of a failure that is an answer, and does not repeat it', async () => {
    const server = await serve((_request, response) => response.writeHead(503).end('maintenance'));
    const reply = await open().send(requestOf(server.base, { answers: [503] }));
    assert.deepEqual([reply.status, reply.text, server.asked.length], [503, 'maintenance', 1]);
  });

  for (const [status, tries] of [[400, 1], [401, 1], [403, 1], [404, 1], [500, 3], [502, 3], [503, 3], [504, 3]] as const) {
    it(`asks ${tries === 1 ? 'once' : 'three times'} where the answer is ${status}`, async () => {
      const server = await serve((_request, response) => response.writeHead(status).end());
      await assert.rejects(open().send(requestOf(server.base, { answers: [] })), { name: 'LookupError' });
      assert.equal(server.asked.length, tries);
    });
  } // prettier-ignore

  for (const [what, begin] of [
    ['before its first byte', ''],
    ['in the middle', '{"a":'],
  ] as const) {
    it(`tells a body that stops ${what} from headers that do not come`, async () => {
      const server = await serve((request, response) => {
        if (request.url === '/mute') return;
        response.flushHeaders();
        response.write(begin);
      });
      const limits = { headersMs: 60_000, idleMs: 60_000, totalMs: 60_000 };
      await assert.rejects(open({ limits: { ...limits, idleMs: 100 } }).send(requestOf(server.base)), {
        kind: 'timeout',
        message: /^Crossref stopped in the middle/,
      });
      const mute = requestOf(`${server.base}/mute`);
      await assert.rejects(open({ limits: { ...limits, headersMs: 100 } }).send(mute), {
        kind: 'timeout',
        message: /^Crossref did not answer in time/,
      });
    });
  }

  it('keeps connections open for the next request', async () => {
    const ports = new Set<number | undefined>();
    const server = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      json()(request, response);
    });
    const client = open();
    for (let i = 0; i < 5; i++) await client.send(requestOf(`${server.base}/${i}`));
    assert.ok(ports.size < 5);
  });

  describe('redirects', () => {
    it('are followed, five at most', async () => {
      const server = await serve((request, response) => {
        const left = Number(request.url?.slice(1));
        if (left > 0) response.writeHead(302, { location: String(left - 1) }).end();
        else json()(request, response);
      });
      const reply = await open().send(requestOf(`${server.base}/5`));
      assert.equal(reply.url, `${server.base}/0`);
      await assert.rejects(open().send(requestOf(`${server.base}/6`)), {
        kind: 'http',
        message: /without end/,
      });
    });

    it('take the wish for a form along to another host, and no secret', async () => {
      let seen: IncomingMessage | undefined;
      const other = await serve((request, response) => {
        seen = request;
        json()(request, response);
      });
      const server = await serve((request, response) => {
        response.writeHead(302, { location: `${other.base}/works${request.url?.slice(1) ?? ''}` }).end();
      });
      const secrets = { query: { appid: 'query-secret' }, headers: { authorization: 'Bearer header-secret', origin: 'https://mine.example' } }; // prettier-ignore
      const accept = 'application/vnd.citationstyles.csl+json';
      const reply = await open().send(requestOf(`${server.base}/?q=1`, { accept, secrets }));
      assert.equal(server.asked[0], '/?q=1&appid=query-secret');
      assert.equal(seen?.url, '/works?q=1');
      assert.equal(seen.headers.accept, accept);
      assert.doesNotMatch(JSON.stringify(seen.headers), /secret|mine/);
      assert.equal(reply.url, `${other.base}/works?q=1`);
    });

    it('keep the secret on the same host', async () => {
      const server = await serve((request, response) => {
        if (request.url?.startsWith('/a') === true) response.writeHead(301, { location: '/b?q=1' }).end();
        else json(JSON.stringify(request.headers['accesskey']))(request, response);
      });
      const secrets = { query: { appid: 'query-secret' }, headers: { accessKey: 'header-secret' } };
      const reply = await open().send(requestOf(`${server.base}/a`, { secrets }));
      assert.deepEqual(server.asked, ['/a?appid=query-secret', '/b?q=1&appid=query-secret']);
      assert.equal(reply.url, `${server.base}/b?q=1`);
    });

    it('never change between https and http', async () => {
      const redirects: Readonly<Record<string, string>> = {
        'https://a.example/': 'http://127.0.0.1:9/',
        'https://b.example/': 'http://b.example/',
        'http://127.0.0.1:9/': 'https://b.example/',
        'https://c.example/': 'file:///etc/passwd',
      };
      const client = open({
        fetch: (url) => Promise.resolve(new Response(null, { status: 302, headers: { location: redirects[addressOf(url)] ?? '' } })),
      }); // prettier-ignore
      for (const url of Object.keys(redirects))
        await assert.rejects(client.send(requestOf(url)), { kind: 'http' });
    });

    it('turn a form into a question where the service says so', async () => {
      const methods: unknown[] = [];
      const server = await serve((request, response) => {
        methods.push(request.method);
        if (request.url === '/') response.writeHead(303, { location: '/done' }).end();
        else json()(request, response);
      });
      await open().send(requestOf(server.base, { form: { a: '1' } }));
      assert.deepEqual(methods, ['POST', 'GET']);
    });
  });

  describe('secrets', () => {
    it('are on the wire and nowhere else', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
      const lines: string[] = [];
      const note = (line: string): void => void lines.push(line);
      const client = open({
        cacheFile: join(folder, 'cache.sqlite'),
        log: { ...silentLog, debug: note, info: note, warn: note, error: note },
      });
      const secrets = { query: { appid: 'query/secret' }, headers: { 'x-key': 'header-secret' } };
      const server = await serve((request, response) => {
        const self = `${request.headers.host ?? ''}${request.url ?? ''}`;
        if (request.url?.startsWith('/bad') === true) response.writeHead(403).end(self);
        else
          response
            .writeHead(200, { 'content-type': 'application/json', link: `<${self}>`, 'set-cookie': 'a=b' })
            .end(JSON.stringify({ '@id': self, plain: 'query/secret' }));
      });
      const reply = await client.send(requestOf(`${server.base}/good`, { secrets }));
      const failure: unknown = await client
        .send(requestOf(`${server.base}/bad`, { secrets }))
        .catch((error: unknown) => error);
      client.dispose();
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
      rmSync(folder, { recursive: true });
      assert.match(server.asked.join(), /appid=query%2Fsecret/);
      assert.ok(lines.some((line) => line.includes('/good') && line.includes(' 200, ')));
      for (const text of [inspect(reply), inspect(failure, { depth: 9 }), ...lines, ...files])
        assert.doesNotMatch(text, /secret|a=b/);
    });

    it('are named where the service refuses them', async () => {
      const server = await serve((_request, response) => response.writeHead(401).end());
      await assert.rejects(open().send(requestOf(server.base, { secrets: { query: { appid: '1' } } })), {
        kind: 'credentials',
        message: 'Crossref refuses the credentials that are set (401); set them again.',
      });
      await assert.rejects(open().send(requestOf(server.base)), {
        kind: 'credentials',
        message: 'Crossref refuses to answer without credentials (401); set them, or try again later.',
      });
    });
  });

  describe('cancelling', () => {
    it('does not wait for a fetch that does not listen, nor does running out of time', async () => {
      const deaf = { fetch: () => new Promise<Response>(() => undefined), limits: { headersMs: 20 } };
      await assert.rejects(open(deaf).send(requestOf('https://h/')), { kind: 'timeout' });
      const controller = new AbortController();
      const waiting = open({ fetch: deaf.fetch }).send(
        requestOf('https://h/', { signal: controller.signal }),
      );
      await settle();
      controller.abort();
      await assert.rejects(waiting, { kind: 'cancelled' });
    });

    it('ends the request on the wire', async () => {
      let closed: () => void = () => undefined;
      const gone = new Promise<void>((resolve) => (closed = resolve));
      const controller = new AbortController();
      const server = await serve((_request, response) => {
        response.on('close', closed);
        controller.abort();
      });
      await assert.rejects(open().send(requestOf(server.base, { signal: controller.signal })), {
        name: 'LookupError',
        kind: 'cancelled',
      });
      await gone;
    });

    it('takes the request out of the queue', async () => {
      const server = await serve(json());
      const client = open({ paces: () => ({ single: { limit: 1, intervalMs: 60_000 } }), patienceMs: { interactive: 1e9, background: 1e9 } }); // prettier-ignore
      await client.send(requestOf(`${server.base}/1`));
      const controller = new AbortController();
      const waiting = client.send(requestOf(`${server.base}/2`, { signal: controller.signal }));
      await settle();
      controller.abort();
      await assert.rejects(waiting, { kind: 'cancelled' });
      assert.deepEqual(server.asked, ['/1']);
    });

    it('ends the wait before another try', async () => {
      const server = await serve((_request, response) => response.writeHead(500).end());
      const controller = new AbortController();
      const client = open({
        backoffMs: 60_000,
        log: { ...silentLog, info: () => setImmediate(() => { controller.abort(); }) },
      }); // prettier-ignore
      await assert.rejects(client.send(requestOf(server.base, { signal: controller.signal })), {
        kind: 'cancelled',
      });
    });

    it('does not disturb others who asked the same', async () => {
      let answer: () => void = () => undefined;
      const server = await serve((request, response) => {
        answer = () => {
          json()(request, response);
        };
      });
      const client = open();
      const controller = new AbortController();
      const first = client.send(requestOf(server.base, { signal: controller.signal }));
      const second = client.send(requestOf(server.base));
      while (server.asked.length === 0) await settle();
      controller.abort();
      await assert.rejects(first, { kind: 'cancelled' });
      answer();
      assert.equal((await second).status, 200);
    });

    it('happens to everything when the client is disposed', async () => {
      const server = await serve(() => undefined);
      const client = open({ paces: () => ({ single: { limit: 100, intervalMs: 1000, concurrency: 1 } }) });
      const all = [1, 2, 3].map((i) => client.send(requestOf(`${server.base}/${i}`)));
      while (server.asked.length === 0) await settle();
      client.dispose();
      for (const one of all) await assert.rejects(one, { kind: 'cancelled' });
    });
  });

  describe('with a service that states its limits', () => {
    /** A service in memory and a clock turned by hand. */
    async function withClock(work: (pass: (ms: number) => Promise<void>) => Promise<void>): Promise<void> {
      const clock = startClock();
      try {
        await work((ms) => clock.pass(ms, 50));
      } finally {
        for (const client of clients) client.dispose();
        clock.stop();
      }
    }

    it('takes pace and concurrency from its headers, and not from another host', async () => {
      await withClock(async (pass) => {
        let asked = 0;
        const client = open({
          paces: () => ({ single: { limit: 1, intervalMs: 10_000, concurrency: 1 } }),
          fetch: (url) => {
            asked++;
            const fast = { 'x-rate-limit-limit': '50', 'x-rate-limit-interval': '1s', 'x-concurrency-limit': '5' };
            if (addressOf(url).startsWith('https://doi.org/')) return Promise.resolve(new Response(null, { status: 302, headers: { location: 'https://h/' } }));
            return Promise.resolve(Response.json({}, { headers: fast }));
          },
        }); // prettier-ignore
        const some = [1, 2, 3, 4].map((i) => client.send(requestOf(`https://h/${i}`)));
        await pass(500);
        await Promise.all(some);
        assert.equal(asked, 4);
        const others = [1, 2].map((i) =>
          client.send(requestOf(`https://doi.org/${i}`)).catch(() => 'refused'),
        );
        await pass(9_000);
        assert.equal(asked, 5);
        await pass(5_000);
        assert.equal(asked, 6);
        client.dispose();
        await Promise.all(others);
      });
    });

    for (const status of [429, 503]) {
      it(`waits as long as it asks to with ${status} and says so meanwhile`, async () => {
        await withClock(async (pass) => {
          const times: number[] = [];
          const seen: Waiting[] = [];
          const client = open({
            onWaiting: (waiting) => seen.push(waiting),
            fetch: () => {
              times.push(Date.now());
              if (times.length > 1) return Promise.resolve(Response.json({}));
              return Promise.resolve(new Response('', { status, headers: { 'retry-after': '8' } }));
            },
          });
          const reply = client.send(requestOf('https://h/'));
          await pass(4000);
          const sentence = seen.map(describeWaiting).at(-1)?.english;
          assert.equal(sentence, 'Crossref asks to wait 4 s; trying again then.');
          await pass(4100);
          assert.equal((await reply).status, 200);
          assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 8000);
          assert.equal(seen.map(describeWaiting).at(-1), undefined);
        });
      });
    }

    it('refuses at once where it asks for longer than a person waits', async () => {
      await withClock(async (pass) => {
        const client = open({
          fetch: () => Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '3600' } })),
        });
        const failures = [client.send(requestOf('https://h/1')), client.send(requestOf('https://h/2'))];
        for (const failure of failures) failure.catch(() => undefined);
        await pass(50);
        for (const failure of failures) {
          await assert.rejects(failure, {
            kind: 'rate-limited',
            message: 'Crossref asks to wait 60 min; try again then.',
          });
        }
      });
    });

    it('does not say that it asks to wait where the limit is ours to keep', async () => {
      await withClock(async (pass) => {
        const client = open({
          paces: () => ({ single: { limit: 1, intervalMs: 3_599_000 } }),
          fetch: () => Promise.resolve(Response.json({})),
        });
        await client.send(requestOf('https://h/1'));
        const failure = client.send(requestOf('https://h/2'));
        failure.catch(() => undefined);
        await pass(50);
        await assert.rejects(failure, {
          kind: 'rate-limited',
          message: 'Crossref is asked too often; try again in 60 min.',
        });
      });
    });

    it('gives up after three tries', async () => {
      await withClock(async (pass) => {
        let asked = 0;
        const client = open({ fetch: () => (asked++, Promise.resolve(new Response('', { status: 429 }))) });
        const message = 'Crossref is asked too often; try again later.';
        const refusal = assert.rejects(client.send(requestOf('https://h/')), {
          name: 'LookupError', kind: 'rate-limited', source: 'crossref', status: 429, retryAfterMs: undefined, message,
        }); // prettier-ignore
        await pass(20_000);
        await refusal;
        assert.equal(asked, 3);
      });
    });

    it('asks a service half as often, whatever for, after a complaint without a time until it has been answered often, others as before', async () => {
      await withClock(async (pass) => {
        const times: Record<string, number[]> = { single: [], list: [], other: [] };
        const pace = { limit: 1, intervalMs: 1000 };
        const client = open({
          patienceMs: { interactive: 1e6, background: 1e6 },
          paces: () => ({ single: pace, list: pace, other: pace }),
          fetch: (url) => {
            const own = times[new URL(url).pathname.split('/')[1] ?? ''];
            const isFirst = own?.push(Date.now()) === 1 && own === times['single'];
            return Promise.resolve(isFirst ? new Response('', { status: 429 }) : Response.json({}));
          },
        });
        const all = ['single', 'list', 'other'].flatMap((pool) =>
          Array.from({ length: 22 }, (_, i) =>
            client.send(
              requestOf(`https://h/${pool}/${i}`, {
                pool,
                source: pool === 'other' ? 'datacite' : 'crossref',
              }),
            ),
          ),
        );
        await pass(50_000);
        await Promise.all(all);
        const gaps = Object.values(times).map((own) =>
          own.slice(1).map((at, i) => Math.floor((at - (own[i] ?? 0)) / 1000)),
        );
        const [complaining, alike, other] = gaps;
        assert.deepEqual(complaining, [...Array<number>(21).fill(2), 1]);
        assert.deepEqual(alike, [...Array<number>(20).fill(2), 1]);
        assert.deepEqual(other, Array<number>(21).fill(1));
      });
    });

    it('leaves a service alone that failed five times in a row, and says when it asks again', async () => {
      await withClock(async (pass) => {
        let asked = 0;
        const client = open({ fetch: () => (asked++, Promise.resolve(new Response('', { status: 500 }))) });
        const ask = async (): Promise<unknown> => {
          const end = client.send(requestOf(`https://h/${asked}`, { priority: 'background' })).catch((error: unknown) => error);
          await pass(500);
          return end;
        };
        for (let i = 0; i < 5; i++) await ask();
        assert.equal(asked, 15);
        assert.match(String(await ask()), /Crossref failed 5 times in a row; it is asked again in \d s\./);
        assert.equal(asked, 15);
      });
    }); // prettier-ignore

    it('follows a changed setting', async () => {
      await withClock(async (pass) => {
        let pace = { limit: 1, intervalMs: 10_000 };
        const client = open({
          paces: () => ({ single: pace }),
          fetch: () => Promise.resolve(Response.json({})),
        });
        await client.send(requestOf('https://h/1'));
        pace = { limit: 10, intervalMs: 1000 };
        const more = [2, 3, 4].map((i) => client.send(requestOf(`https://h/${i}`)));
        await pass(100);
        await Promise.all(more);
      });
    });
  });
});
