import { strict as assert } from 'node:assert';
import { createRate, type Rate } from '../../../../src/core/http/rate.ts';
import { settle, startClock, type Clock } from './clock.ts';

describe('createRate', () => {
  let clock: Clock;
  let rate: Rate;
  let starts: number[];

  beforeEach(() => {
    clock = startClock();
    starts = [];
  });
  afterEach(() => {
    rate.dispose();
    clock.stop();
  });

  /** Starts one request after the other, as a gate does. */
  async function startAll(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      await rate.next();
      starts.push(Date.now());
    }
  }

  /** The most starts in any window of so many milliseconds. */
  function densest(windowMs: number): number {
    return Math.max(
      ...starts.map((from) => starts.filter((at) => at >= from && at < from + windowMs).length),
    );
  }

  it('lets no window of the interval hold more than the limit, and wastes nothing', async () => {
    rate = createRate({ limit: 10, intervalMs: 1000 });
    void startAll(100);
    await clock.pass(9_400);
    assert.ok(starts.length >= 90);
    assert.equal(densest(1000), 10);
  });

  it('takes a faster pace while a request waits', async () => {
    rate = createRate({ limit: 1, intervalMs: 10_000 });
    void startAll(3);
    await clock.pass(500);
    assert.equal(starts.length, 1);
    rate.change({ limit: 10, intervalMs: 1000 });
    await settle();
    assert.equal(starts.length, 3);
  });

  it('slows down by half at each complaint and recovers after many answers', async () => {
    rate = createRate({ limit: 1, intervalMs: 1000 });
    assert.deepEqual([rate.slowDown(), rate.slowDown()], [1, 2]);
    void startAll(3);
    await clock.pass(8_500);
    assert.deepEqual(
      starts.map((at) => at - (starts[0] ?? 0)),
      [0, 4040, 8080],
    );
    for (let answers = 0; answers < 40; answers++) rate.recover();
    starts = [];
    void startAll(3);
    await clock.pass(3_200);
    assert.equal(starts.length, 3);
  });

  it('never gets slower than a sixteenth', () => {
    rate = createRate({ limit: 1, intervalMs: 1000 });
    for (let complaints = 0; complaints < 10; complaints++) rate.slowDown();
    assert.equal(rate.window.windowMs, 16 * 1010);
  });

  it('rejects who waits when it is disposed', async () => {
    rate = createRate({ limit: 1, intervalMs: 1000 });
    const all = startAll(2);
    await settle();
    rate.dispose();
    await assert.rejects(all, { name: 'AbortError' });
  });
});
