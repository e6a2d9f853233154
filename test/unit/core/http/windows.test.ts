import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMeter } from '../../../sandbox/meter.ts';
import { createTestClient, json, requestOf, startLoopback, type Loopback } from './loopback.ts';

/** What the service allows; it answers 429 to whoever exceeds it, and counts. */
const allowance = { pool: 'all', limit: 5, intervalMs: 200 };

describe('windows on one machine', () => {
  let folder: string;
  let server: Loopback;
  let refusals: number;
  let silent: boolean;
  let concurrency: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'windows-'));
    refusals = 0;
    silent = false;
    concurrency = 2;
    const meter = createMeter(Date.now);
    server = await startLoopback((request, response) => {
      const leave = meter.enter({ ...allowance, concurrency });
      if (leave === undefined) {
        refusals++;
        response.writeHead(429).end();
        return;
      }
      if (silent) {
        response.on('close', leave);
        return;
      }
      setTimeout(() => {
        leave();
        json()(request, response);
      }, 5);
    });
  });
  afterEach(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  function startWindow(questions: number): ChildProcess {
    const { limit, intervalMs } = allowance;
    const script = fileURLToPath(new URL('window.ts', import.meta.url));
    const numbers = [questions, limit, intervalMs, concurrency].map(String);
    return spawn(process.execPath, [script, server.base, join(folder, 'cache.sqlite'), ...numbers], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  async function outputOf(window: ChildProcess): Promise<string> {
    let output = '';
    window.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(window, 'close');
    return output;
  }

  it('stay inside a limit together', async function () {
    // A machine that lets a process stand still for longer than a request may travel delays some into the next window;
    // windows that know nothing of each other are refused every time.
    this.retries(3);
    const answered = await Promise.all([startWindow(15), startWindow(15)].map(outputOf));
    assert.deepEqual(answered, ['15', '15']);
    assert.equal(refusals, 0);
    assert.equal(server.asked.length, 30);
  });

  it('do not wait for one that crashed in the middle of a request', async () => {
    silent = true;
    concurrency = 1;
    const crashing = startWindow(1);
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    crashing.kill('SIGKILL');
    await once(crashing, 'close');
    silent = false;
    assert.equal(await outputOf(startWindow(3)), '3');
  });

  it('share what the service was asked for', async () => {
    const cacheFile = join(folder, 'cache.sqlite');
    const clients = [createTestClient({ cacheFile }), createTestClient({ cacheFile })];
    for (const client of clients) await client.send(requestOf(server.base));
    for (const client of clients) client.dispose();
    assert.equal(server.asked.length, 1);
  });
});
