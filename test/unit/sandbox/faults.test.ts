import { strict as assert } from 'node:assert';
import { request } from 'node:http';
import type { Fault } from '../../sandbox/faults.ts';
import { at, useSandbox } from './ask.ts';

describe('a fault of the sandbox', () => {
  const { ask, sandbox } = useSandbox();
  const path = '/works/10.1038%2F171737a0';
  const suffer = (fault: Fault) => {
    sandbox().fault('crossref', fault);
    return ask('crossref', path);
  };

  /** Status and size of an answer, without unpacking it; undefined if the connection breaks. */
  function measure(): Promise<{ readonly status: number; readonly bytes: number } | undefined> {
    return new Promise((resolve) => {
      const sent = request(sandbox().endpoints.crossref + path, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('close', () => {
          resolve(response.complete ? { status: response.statusCode ?? 0, bytes } : undefined);
        });
      });
      sent.on('error', () => {
        resolve(undefined);
      });
      sent.end();
    });
  }

  it('happens as often as told, then no more', async () => {
    sandbox().fault('crossref', { kind: 'error' }, { times: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await ask('crossref', path)).status);
    assert.deepEqual(statuses, [500, 500, 200]);
  });

  it('leaves the other services alone, and can be mended', async () => {
    sandbox().fault('crossref', { kind: 'error' });
    assert.equal((await ask('datacite', '/dois')).status, 200);
    sandbox().fault('crossref', undefined);
    assert.equal((await ask('crossref', path)).status, 200);
  });

  it('can happen to some requests only', async () => {
    sandbox().fault('crossref', { kind: 'error' }, { where: '10.1038/171737a0' });
    sandbox().fault('crossref', { kind: 'bad-gateway' }, { where: '10.1038/467753a' });
    const statuses = [];
    for (const doi of ['10.1038%2F171737a0', '10.1038%2F467753a', '10.5555%2Fnone'])
      statuses.push((await ask('crossref', `/works/${doi}`)).status);
    assert.deepEqual(statuses, [500, 502, 404]);
    sandbox().fault('crossref', undefined);
    assert.equal((await ask('crossref', path)).status, 200);
  });

  it('can be the service’s own 500', async () => {
    assert.equal(typeof at((await suffer({ kind: 'error' })).body, 'message', 'stack'), 'object');
    sandbox().fault('datacite', { kind: 'error' });
    const { status, body } = await ask('datacite', '/dois');
    assert.deepEqual([status, at(body, 'status')], [500, 400]);
  });

  it('can be 429, bare or with Retry-After', async () => {
    const bare = await suffer({ kind: 'rate-limited' });
    assert.deepEqual(
      [bare.status, bare.type, bare.headers.get('retry-after'), bare.headers.get('x-api-pool')],
      [429, 'text/html', null, null],
    );
    const told = await suffer({ kind: 'rate-limited', headers: { 'retry-after': '7' } });
    assert.equal(told.headers.get('retry-after'), '7');
  });

  it('can be a page where data belongs', async () => {
    for (const [kind, status] of [
      ['unavailable', 503],
      ['bad-gateway', 502],
      ['wrong-type', 200],
    ] as const) {
      const reply = await suffer({ kind });
      assert.deepEqual([reply.status, reply.type], [status, 'text/html']);
    }
  });

  it('can be any status', async () => {
    const { status, text } = await suffer({ kind: 'status', status: 403, body: 'blocked' });
    assert.deepEqual([status, text], [403, 'blocked']);
  });

  it('can be JSON that is none, or another’s', async () => {
    const broken = await suffer({ kind: 'invalid-json' });
    assert.deepEqual([broken.status, broken.type, broken.body], [200, 'application/json', undefined]);
    assert.deepEqual((await suffer({ kind: 'wrong-shape', value: [] })).body, []);
    assert.notEqual((await suffer({ kind: 'wrong-shape' })).body, undefined);
  });

  it('can break the connection, before the answer or in its middle', async () => {
    for (const kind of ['reset', 'cut'] as const) {
      sandbox().fault('crossref', { kind });
      assert.equal(await measure(), undefined, kind);
    }
  });

  it('can be a redirect, to itself or to another host', async () => {
    sandbox().fault('crossref', { kind: 'redirect-loop' });
    const loop = await ask('crossref', path, { redirect: 'manual' });
    assert.equal(
      new URL(loop.headers.get('location') ?? '', sandbox().endpoints.crossref).pathname,
      `/crossref${path}`,
    );
    await assert.rejects(ask('crossref', path), /fetch failed/);
    sandbox().fault('crossref', { kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere' });
    const away = await ask('crossref', path, { redirect: 'manual' });
    assert.equal(away.headers.get('location'), 'http://127.0.0.1:9/elsewhere');
  });

  it('can be far too much, packed or not', async () => {
    const bytes = 3_000_000;
    sandbox().fault('crossref', { kind: 'huge', bytes });
    assert.equal((await measure())?.bytes, bytes + 2);
    sandbox().fault('crossref', { kind: 'gzip-bomb', bytes });
    const packed = await measure();
    assert.ok((packed?.bytes ?? bytes) < bytes / 100, String(packed?.bytes));
    assert.equal((await ask('crossref', path)).text.length, bytes + 2);
  });

  it('can come a byte at a time, and whole in the end', async () => {
    sandbox().fault('crossref', { kind: 'slow', msPerByte: 0 });
    const { status, body } = await ask('crossref', '/works?rows=0');
    assert.deepEqual([status, at(body, 'status')], [200, 'ok']);
  });

  it('can be a delay', async () => {
    assert.equal((await suffer({ kind: 'delay', ms: 1 })).status, 200);
  });

  it('can be silence, until the caller hangs up; the sandbox notes that', async () => {
    sandbox().fault('crossref', { kind: 'hang' });
    const controller = new AbortController();
    const asked = ask('crossref', path, { signal: controller.signal });
    while (sandbox().requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await assert.rejects(asked, /abort/);
    const [seen] = sandbox().requests;
    while (seen?.aborted === false) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([seen?.status, seen?.aborted], [0, true]);
  });
});
