import { strict as assert } from 'node:assert';
import { createGate, type Gate, type GateOptions, type Ticket } from '../../../../src/core/http/gate.ts';
import { createLedger, type Ledger } from '../../../../src/core/http/ledger.ts';
import { settle, startClock, type Clock } from './clock.ts';

describe('createGate', () => {
  let clock: Clock;
  let gate: Gate;
  let started: string[];
  let running: number;
  let peak: number;
  let order: number;
  let ledger: Ledger;

  beforeEach(() => {
    clock = startClock();
    ledger = createLedger();
    started = [];
    running = peak = order = 0;
  });
  afterEach(() => {
    gate.dispose();
    clock.stop();
  });

  function open(options: Partial<GateOptions> = {}): void {
    gate = createGate({
      pace: { limit: 1, intervalMs: 1000, concurrency: 1 },
      patienceMs: { interactive: 15_000, background: 360_000 },
      tooLong: (waitMs) => new Error(`wait ${waitMs}`),
      onChange: () => undefined,
      backoff: { firstMs: 500, random: () => 0 },
      ledger,
      ...options,
    });
  }

  /** Queues a request that takes `ms`; answers with its name. */
  function enter(name: string, ticket: Partial<Ticket> = {}, ms = 0): Promise<string> {
    const { signal } = new AbortController();
    const mine: Ticket = { priority: 'background', order: order++, signal, ...ticket };
    return gate.run(mine, async () => {
      started.push(name);
      peak = Math.max(peak, ++running);
      await new Promise((resolve) => setTimeout(resolve, ms));
      running--;
      return name;
    });
  }

  it('lets who waits in front of a screen overtake, else the first go first', async () => {
    open();
    const all = ['a', 'b', 'c'].map((name) => enter(name));
    all.push(enter('hover', { priority: 'interactive' }), enter('again', { order: 0.5 }));
    await clock.pass(5000);
    await Promise.all(all);
    assert.deepEqual(started, ['hover', 'a', 'again', 'b', 'c']);
  });

  it('moves a waiting request up when someone in front of a screen joins it', async () => {
    open();
    const last: Ticket = { priority: 'background', order: 9, signal: new AbortController().signal };
    const late = gate.run(last, () => Promise.resolve(started.push('late')));
    const all = [enter('a'), enter('b')];
    await clock.pass(500);
    last.priority = 'interactive';
    await clock.pass(3000);
    await Promise.all([late, ...all]);
    assert.deepEqual(started, ['a', 'late', 'b']);
  });

  it('runs no more at once than the service allows', async () => {
    open({ pace: { limit: 100, intervalMs: 1000, concurrency: 3 } });
    const all = Array.from({ length: 10 }, (_, i) => enter(String(i), {}, 100));
    await clock.pass(400);
    await Promise.all(all);
    assert.equal(peak, 3);
  });

  it('spends no start on what was cancelled in the queue', async () => {
    open();
    const controller = new AbortController();
    const cancelled = ['b', 'c', 'd'].map((name) => enter(name, { order: 1, signal: controller.signal }));
    const rest = [enter('a', { order: 0 }), enter('e', { order: 2 })];
    await clock.pass(100);
    controller.abort();
    for (const promise of cancelled) await assert.rejects(promise, { name: 'AbortError' });
    await clock.pass(1000);
    await Promise.all(rest);
    assert.deepEqual(started, ['a', 'e']);
  });

  it('keeps a start for the next when everyone was cancelled while waiting for it', async () => {
    open();
    const controller = new AbortController();
    const all = [enter('a'), enter('b', { signal: controller.signal }).catch(() => 'gone')];
    await clock.pass(100);
    controller.abort();
    await clock.pass(2000);
    all.push(enter('c'));
    await settle();
    assert.deepEqual(started, ['a', 'c']);
    await clock.pass(10);
    await Promise.all(all);
  });

  it('refuses who was cancelled before coming', async () => {
    open();
    await assert.rejects(enter('a', { signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.equal(gate.waiting, 0);
  });

  it('starts nothing while the service asks to wait', async () => {
    open({ pace: { limit: 10, intervalMs: 1000 } });
    gate.complain(8000);
    const all = [enter('a'), enter('b')];
    await clock.pass(7_990);
    assert.deepEqual(started, []);
    assert.equal(gate.waiting, 2);
    await clock.pass(30);
    await Promise.all(all);
    assert.deepEqual(started, ['a', 'b']);
  });

  it('extends a pause that is being waited for', async () => {
    open();
    gate.complain(1000);
    const a = enter('a');
    await clock.pass(500);
    gate.complain(5000);
    await clock.pass(4900);
    assert.deepEqual(started, []);
    await clock.pass(200);
    await a;
  });

  it('never asks again in the same instant', async () => {
    open();
    gate.complain(0);
    const a = enter('a');
    await clock.pass(240);
    assert.deepEqual(started, []);
    await clock.pass(20);
    await a;
  });

  it('pauses longer at each complaint without a time, several at once counting once', async () => {
    open({ pace: { limit: 10, intervalMs: 1000 } });
    const pauses: number[] = [];
    for (let complaints = 0; complaints < 3; complaints++) {
      gate.complain(undefined);
      gate.complain(undefined);
      pauses.push(ledger.pausedUntil() - Date.now());
      await clock.pass(4000);
    }
    assert.deepEqual(pauses, [1000, 2000, 4000]);
  });

  it('spreads the end of a pause, so that many windows do not come back at once', () => {
    open({ backoff: { firstMs: 500, random: () => 0.5 } });
    gate.complain(1000);
    assert.equal(ledger.pausedUntil() - Date.now(), 1050);
  });

  it('refuses at once who would wait longer than they can, and keeps those who can', async () => {
    open({ patienceMs: { interactive: 15_000, background: 60_000 } });
    const waiting = enter('patient');
    const hover = enter('hover', { priority: 'interactive' });
    gate.complain(30_000);
    await assert.rejects(hover, { message: 'wait 30000' });
    await assert.rejects(enter('later', { priority: 'interactive' }), { message: 'wait 30000' });
    await clock.pass(31_000, 100);
    assert.equal(await waiting, 'patient');
  });

  it('refuses everyone when an hour is used up', async () => {
    open({ pace: { limit: 2, intervalMs: 3_600_000, concurrency: 1 } });
    const all = ['a', 'b', 'c', 'd'].map((name) => enter(name).catch(() => `${name} refused`));
    await clock.pass(100);
    assert.deepEqual(await Promise.all(all), ['a', 'b', 'c refused', 'd refused']);
    await assert.rejects(enter('e'));
  });

  it('takes another pace and concurrency at once', async () => {
    open({ pace: { limit: 1, intervalMs: 10_000, concurrency: 1 } });
    const all = ['a', 'b', 'c', 'd'].map((name) => enter(name, {}, 50));
    await clock.pass(100);
    gate.changePace({ limit: 10, intervalMs: 1000, concurrency: 3 });
    await clock.pass(100);
    await Promise.all(all);
    assert.equal(peak, 3);
  });

  it('tells how many wait', async () => {
    const seen: number[] = [];
    open({ onChange: () => seen.push(gate.waiting) });
    const all = ['a', 'b', 'c'].map((name) => enter(name));
    await clock.pass(3000);
    await Promise.all(all);
    assert.equal(Math.max(...seen), 3);
    assert.equal(seen.at(-1), 0);
  });

  it('goes on after a request failed', async () => {
    open();
    const ticket: Ticket = { priority: 'background', order: 0, signal: new AbortController().signal };
    const failing = gate.run(ticket, () => Promise.reject(new Error('broken')));
    const next = enter('next', { order: 1 });
    await assert.rejects(failing, { message: 'broken' });
    await clock.pass(1100);
    assert.equal(await next, 'next');
  });

  it('rejects everyone who waits when it is disposed', async () => {
    open();
    const all = ['a', 'b', 'c'].map((name) => enter(name).catch((error: unknown) => String(error)));
    await settle();
    gate.dispose();
    await clock.pass(10);
    const [first, ...others] = await Promise.all(all);
    assert.equal(first, 'a');
    assert.ok(others.every((other) => other.includes('Abort')));
  });

  it('waits for the slots that other windows hold', async () => {
    open();
    const elsewhere = ledger.take({ limit: 5, windowMs: 1000, concurrency: 1 });
    const a = enter('a');
    await clock.pass(500);
    assert.deepEqual(started, []);
    elsewhere?.release();
    await clock.pass(2000);
    assert.equal(await a, 'a');
  });
});
