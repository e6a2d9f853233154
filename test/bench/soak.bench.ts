/**
 * Twenty minutes of a busy person and a service that fails in every way, on a clock turned by hand: 10,000 requests.
 * Every request must end, with its own answer or with a failure, and the memory must be what it was.
 *
 *     node --expose-gc test/bench/soak.bench.ts [seed]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LookupError } from '../../src/core/errors.ts';
import { createHttpClient } from '../../src/core/http/client.ts';
import { silentLog } from '../../src/core/log.ts';
import { settle, startClock } from '../unit/core/http/clock.ts';

const requests = 10_000;
const minutes = 20;
const warmUp = 2_000;
const addresses = 3_000;
const maxGrowth = 1.1;

const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
let state = seed;
/** A number in [0, 1): the same ones for the same seed. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

type Answer = (url: string, signal: AbortSignal | null | undefined) => Promise<Response>;

const good: Answer = (url) => Promise.resolve(Response.json({ url }));
const faults: readonly Answer[] = [
  (_url, signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => { reject(new Error('aborted')); })),
  () => Promise.reject(Object.assign(new TypeError('fetch failed'), { code: 'ECONNRESET' })),
  () => Promise.reject(Object.assign(new TypeError('fetch failed'), { code: 'ENOTFOUND' })),
  () => Promise.resolve(new Response('<h1>429</h1>', { status: 429 })),
  () => Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '2' } })),
  () => Promise.resolve(new Response('', { status: 503, headers: { 'retry-after': '1' } })),
  () => Promise.resolve(new Response('<h1>502</h1>', { status: 502 })),
  () => Promise.resolve(new Response('<p>Welcome', { headers: { 'content-type': 'text/html' } })),
  () => Promise.resolve(new Response('Resource not found.', { status: 404 })),
  () => Promise.resolve(new Response(new ReadableStream({ pull: (body) => { body.error(new Error('cut')); } }))),
]; // prettier-ignore

const clock = startClock();
const folder = mkdtempSync(join(tmpdir(), 'soak-'));
let sent = 0;
const client = createHttpClient({
  fetch: async (url, { signal }) => {
    sent++;
    const fault = random() < 0.15 ? faults[Math.floor(random() * faults.length)] : undefined;
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 200));
    signal.throwIfAborted();
    return (fault ?? good)(url, signal);
  },
  userAgent: () => 'CitationLookup/soak',
  paces: () => ({ single: { limit: 50, intervalMs: 1000, concurrency: 10 } }),
  nameOf: (source) => source,
  log: silentLog,
  cacheFile: join(folder, 'cache.sqlite'),
  random,
});

const ends = { answered: 0, cancelled: 0, failed: 0, wrong: 0 };
let open = 0;

async function ask(): Promise<void> {
  const url = `https://service.example/works/${Math.floor(random() * addresses)}`;
  const controller = new AbortController();
  if (random() < 0.1) setTimeout(() => { controller.abort(); }, random() * 300); // prettier-ignore
  open++;
  try {
    const reply = await client.send({
      source: 'service',
      pool: 'single',
      url,
      accept: 'application/json',
      keep: (['record', 'search', 'none'] as const)[Math.floor(random() * 3)] ?? 'none',
      priority: random() < 0.3 ? 'interactive' : 'background',
      signal: controller.signal,
    });
    const isOwn = reply.status === 404 || reply.text === JSON.stringify({ url });
    if (isOwn) ends.answered++;
    else ends.wrong++;
  } catch (error) {
    if (!(error instanceof LookupError)) ends.wrong++;
    else if (error.kind === 'cancelled') ends.cancelled++;
    else ends.failed++;
  } finally {
    open--;
  }
}

async function use(count: number): Promise<void> {
  const stepMs = (minutes * 60_000) / requests;
  for (let i = 0; i < count; i++) {
    void ask();
    await clock.pass(stepMs, stepMs);
  }
  // What is still on its way ends by itself.
  for (let waits = 0; open > 0 && waits < 2_000; waits++) await clock.pass(500, 100);
}

/** Bytes in use when nothing is left to collect; what a collection finds gone can free more in the next. */
async function heap(): Promise<number> {
  for (let rounds = 0; rounds < 5; rounds++) {
    globalThis.gc?.();
    await settle();
  }
  return process.memoryUsage().heapUsed;
}

await use(warmUp);
const start = await heap();
await use(requests / 2);
// What loading this script left behind goes some time, maybe only now.
const base = Math.min(start, await heap());
await use(requests / 2);
const growth = (await heap()) / base;
client.dispose();
clock.stop();
rmSync(folder, { recursive: true });

const total = ends.answered + ends.cancelled + ends.failed + ends.wrong;
console.log(`seed ${seed}: ${total} of ${warmUp + requests} requests ended, ${sent} went on the wire`);
console.log(
  `${ends.answered} answered, ${ends.cancelled} cancelled, ${ends.failed} failed, ${ends.wrong} wrong`,
);
console.log(globalThis.gc === undefined ? 'memory not measured: --expose-gc is missing' : `memory ${growth.toFixed(3)} times the start`); // prettier-ignore
const isSound = total === warmUp + requests && ends.wrong === 0 && open === 0 && growth <= maxGrowth;
process.exitCode = isSound ? 0 : 1;
