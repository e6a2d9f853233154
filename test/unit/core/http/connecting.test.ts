import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { LookupError } from '../../../../src/core/errors.ts';
import { settle, startClock } from './clock.ts';
import { createTestClient, json, requestOf, startLoopback } from './loopback.ts';

/** Listens in a thread that then stands still, so that the system queues connections and nobody takes them. */
const standstill = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

describe('limitConnecting', () => {
  /** Asks with little time for connecting and plenty for everything else. */
  async function failureAt(url: string): Promise<LookupError> {
    const client = createTestClient({ limits: { connectMs: 100, headersMs: 60_000, totalMs: 60_000 } });
    const failure: unknown = await client.send(requestOf(url)).catch((error: unknown) => error);
    client.dispose();
    assert.ok(failure instanceof LookupError, 'it was answered');
    return failure;
  }

  function assertNotConnected({ kind, message }: LookupError): void {
    assert.equal(kind, 'timeout');
    assert.equal(
      message,
      'No connection to Crossref in time; check the network connection and the proxy settings.',
    );
  }

  it('ends where nobody takes the connection', async () => {
    const worker = new Worker(standstill, { eval: true });
    const [port] = (await once(worker, 'message')) as [number];
    const queued: Socket[] = [];
    // Linux queues one more than the backlog says.
    for (let i = 0; i < 2; i++) {
      const socket = connect(port, '127.0.0.1');
      queued.push(socket);
      await once(socket, 'connect');
    }
    try {
      assertNotConnected(await failureAt(`http://127.0.0.1:${port}/`));
    } finally {
      for (const socket of queued) socket.destroy();
      await worker.terminate();
    }
  });

  it('ends where TLS is not answered', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket));
    const port = await listen(server);
    try {
      assertNotConnected(await failureAt(`https://127.0.0.1:${port}/`));
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  });

  it('does not count what comes after connecting, on a new connection and on one that is open', async () => {
    let answer: () => void = () => undefined;
    const server = await startLoopback((request, response) => {
      answer = () => {
        json()(request, response);
      };
    });
    const clock = startClock();
    const client = createTestClient({ limits: { connectMs: 1000, headersMs: 60_000, totalMs: 60_000 } });
    try {
      for (const [index, path] of ['/1', '/2'].entries()) {
        const reply = client.send(requestOf(server.base + path));
        while (server.asked.length <= index) await settle();
        await clock.pass(2000, 1000);
        answer();
        assert.equal((await reply).status, 200);
      }
    } finally {
      clock.stop();
      client.dispose();
      server.stop();
    }
  });
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
