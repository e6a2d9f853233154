import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { LookupError, type ErrorKind } from '../../../../src/core/errors.ts';
import type { WireLimits } from '../../../../src/core/http/wire.ts';
import type { Priority } from '../../../../src/core/http/gate.ts';
import { html, json } from '../../../sandbox/exchange.ts';
import { suffer, type Fault } from '../../../sandbox/faults.ts';
import { createTestClient, requestOf, startLoopback } from './loopback.ts';

/** Short where running out of time is the point, generous where a busy machine must not turn a fault into it. */
function limitsFor(kind: ErrorKind): Partial<WireLimits> {
  const [part, whole] = kind === 'timeout' ? [100, 250] : [5000, 10_000];
  return { headersMs: part, idleMs: part, totalMs: whole, maxBytes: 2 * 1024 * 1024 };
}
const answers = {
  usual: json({ title: 'x'.repeat(2000) }),
  tooMany: html(429, '429 Too Many Requests'),
  failure: json({ status: 'error' }, 500),
};

type Row = readonly [fault: string, kind: ErrorKind, what: Fault];

const rows: readonly Row[] = [
  ['hang', 'timeout', { kind: 'hang' }],
  ['slow bytes', 'timeout', { kind: 'slow', msPerByte: 20 }],
  ['reset', 'network', { kind: 'reset' }],
  ['429 without headers', 'rate-limited', { kind: 'rate-limited' }],
  ['429 with Retry-After', 'rate-limited', { kind: 'rate-limited', headers: { 'retry-after': '7200' } }],
  ['500', 'http', { kind: 'error' }],
  ['502 HTML', 'http', { kind: 'bad-gateway' }],
  ['503 with Retry-After', 'http', { kind: 'unavailable', headers: { 'retry-after': '0' } }],
  ['cut body', 'network', { kind: 'cut' }],
  ['200 with HTML', 'unexpected-reply', { kind: 'wrong-type' }],
  ['gzip bomb', 'unexpected-reply', { kind: 'gzip-bomb' }],
  ['50 MB body', 'unexpected-reply', { kind: 'huge' }],
  ['redirect loop', 'http', { kind: 'redirect-loop' }],
  ['redirect to another scheme', 'http', { kind: 'redirect', to: 'https://example.org/' }],
  ['401', 'credentials', { kind: 'status', status: 401 }],
  ['403', 'credentials', { kind: 'status', status: 403 }],
  ['407', 'network', { kind: 'status', status: 407 }],
  ['418', 'http', { kind: 'status', status: 418 }],
];

describe('faults of a service', () => {
  const table: string[] = [];

  for (const priority of ['interactive', 'background'] as const) {
    for (const [name, kind, fault] of rows) {
      it(`end as ${kind}: ${name}, ${priority}`, async () => {
        const server = await startLoopback((_request, response) => {
          suffer(fault, response, answers);
        });
        try {
          await expectFailure(name, server.base, kind, priority);
          assert.ok(server.asked.length <= 3);
        } finally {
          server.stop();
        }
      });
    }

    it(`end as network: unknown name, ${priority}`, async () => {
      await expectFailure('unknown name', 'https://service.invalid/', 'network', priority);
    });

    it(`end as network: nobody listens, ${priority}`, async () => {
      const server = await startLoopback(() => undefined);
      server.stop();
      await expectFailure('nobody listens', server.base, 'network', priority);
    });

    it(`end as network: a certificate that nobody signed, ${priority}`, async () => {
      const pem = readFileSync(new URL('../../../fixtures/tls/selfSigned.pem', import.meta.url));
      const server = createServer({ key: pem, cert: pem }, (_request, response) => response.end('{}'));
      const port = await listen(server);
      await expectFailure('bad certificate', `https://localhost:${port}/`, 'network', priority);
      server.close();
    });

    it(`end as network: no TLS where TLS is expected, ${priority}`, async () => {
      const server = await startLoopback((_request, response) => response.end('{}'));
      await expectFailure('no TLS', server.base.replace('http:', 'https:'), 'network', priority);
      server.stop();
    });
  }

  after(() => {
    console.log(table.join('\n'));
  });

  async function expectFailure(
    name: string,
    url: string,
    kind: ErrorKind,
    priority: Priority,
  ): Promise<void> {
    const client = createTestClient({
      limits: limitsFor(kind),
      patienceMs: { interactive: 5000, background: 5000 },
    });
    const begin = Date.now();
    const failure: unknown = await client.send(requestOf(url, { priority })).catch((error: unknown) => error);
    client.dispose();
    assert.ok(failure instanceof LookupError, `${name} was answered`);
    table.push(`    ${name.padEnd(28)}${priority.padEnd(13)}${failure.kind.padEnd(18)}${String(Date.now() - begin).padStart(5)} ms  ${failure.message}`); // prettier-ignore
    assert.equal(failure.kind, kind);
    // One sentence that names the service or the proxy, without a stack or an address.
    assert.match(failure.message, /^[^\n]*(?:Crossref|proxy)[^\n]*\.$/);
    assert.doesNotMatch(failure.message, /127\.0\.0\.1|https?:|\bat\b .*:\d/);
  }
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
