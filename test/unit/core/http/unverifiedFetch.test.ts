import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import type { OwnedHttpClient } from '../../../../src/core/http/client.ts';
import { createUnverifiedFetch } from '../../../../src/core/http/unverifiedFetch.ts';
import { startClock } from './clock.ts';
import { createTestClient, json, requestOf } from './loopback.ts';

describe('createUnverifiedFetch', () => {
  let server: Server;
  let base: string;
  let client: OwnedHttpClient;
  let seen: IncomingMessage[];
  let body: string;

  beforeEach(async () => {
    const pem = readFileSync(new URL('../../../fixtures/tls/selfSigned.pem', import.meta.url));
    seen = [];
    body = '';
    server = createServer({ key: pem, cert: pem }, (request, response) => {
      seen.push(request);
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      if (request.url === '/moved') response.writeHead(302, { location: '/found' }).end();
      else if (request.url === '/empty') response.writeHead(204).end();
      else if (request.url === '/odd') response.writeHead(999).end('{}');
      else if (request.url === '/huge') response.writeHead(200).end(Buffer.alloc(5000));
      else if (request.url === '/cut')
        response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()); // prettier-ignore
      else if (request.url !== '/silent') json()(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = createTestClient({ fetch: createUnverifiedFetch(), limits: { maxBytes: 4000 } });
  });
  afterEach(() => {
    client.dispose();
    server.closeAllConnections();
    server.close();
  });

  it('takes an answer whose certificate nobody signed, and asks for it plain', async () => {
    const reply = await client.send(requestOf(`${base}/found`));
    assert.deepEqual([reply.status, reply.text], [200, '{"ok":true}']);
    assert.equal(seen[0]?.headers['accept-encoding'], 'identity');
    assert.equal(seen[0].headers['user-agent'], 'CitationLookup/test');
  });

  it('posts a form', async () => {
    await client.send(requestOf(`${base}/found`, { form: { a: '1' } }));
    assert.deepEqual([seen[0]?.method, body], ['POST', 'a=1']);
  });

  it('leaves redirects to whoever asked', async () => {
    assert.equal((await client.send(requestOf(`${base}/moved`))).url, `${base}/found`);
  });

  it('takes an answer without a body', async () => {
    assert.equal((await client.send(requestOf(`${base}/empty`))).text, '');
  });

  for (const [path, kind] of [
    ['odd', 'network'],
    ['huge', 'unexpected-reply'],
    ['cut', 'network'],
  ] as const) {
    it(`fails as fetch does: ${path}`, async () => {
      await assert.rejects(client.send(requestOf(`${base}/${path}`)), { name: 'LookupError', kind });
    });
  }

  it('gives up where TLS is not answered', async () => {
    const sockets: Socket[] = [];
    const mute = createTcpServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const hasty = createTestClient({ fetch: createUnverifiedFetch({ connectMs: 100 }) });
    const { port } = mute.address() as AddressInfo;
    await assert.rejects(hasty.send(requestOf(`https://127.0.0.1:${port}/`)), { message: /^No connection/ });
    hasty.dispose();
    for (const socket of sockets) socket.destroy();
    mute.close();
  });

  it('does not count what comes after connecting', async () => {
    const clock = startClock();
    try {
      const silence = client.send(requestOf(`${base}/silent`));
      const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
      await clock.pass(6000, 1000);
      response.end('{}');
      assert.equal((await silence).status, 200);
    } finally {
      clock.stop();
    }
  });

  it('ends with the one who asked', async () => {
    const controller = new AbortController();
    const silence = client.send(requestOf(`${base}/silent`, { signal: controller.signal }));
    const [{ socket }] = (await once(server, 'request')) as [IncomingMessage];
    const gone = once(socket, 'close');
    controller.abort();
    await assert.rejects(silence, { kind: 'cancelled' });
    await gone;
  });
});
