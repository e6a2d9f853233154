import { strict as assert } from 'node:assert';
import { LookupError, type ErrorKind } from '../../../../src/core/errors.ts';
import { createCircuits, type Circuits } from '../../../../src/core/http/circuit.ts';
import type { Priority } from '../../../../src/core/http/gate.ts';
import { say } from '../../../../src/core/sentence.ts';
import { startClock, type Clock } from './clock.ts';

const party = { source: 'datacite', name: 'DataCite' };

describe('createCircuits', () => {
  let clock: Clock;
  let circuits: Circuits;
  let asked: number;

  beforeEach(() => {
    clock = startClock();
    circuits = createCircuits();
    asked = 0;
  });
  afterEach(() => {
    clock.stop();
  });

  function ask(
    kind?: ErrorKind,
    place = 'datacite https://h',
    priority: Priority = 'background',
  ): Promise<string> {
    return circuits.guard(place, party, priority, () => {
      asked++;
      if (kind === undefined) return Promise.resolve('answer');
      return Promise.reject(
        new LookupError(kind, say`${kind}`, kind === 'rate-limited' ? {} : { status: 500 }),
      );
    });
  }

  async function fail(times: number, kind: ErrorKind = 'network'): Promise<void> {
    for (let i = 0; i < times; i++) await assert.rejects(ask(kind), { kind });
  }

  it('opens after five failures in a row and says when it tries again', async () => {
    await fail(5);
    await assert.rejects(ask(), {
      kind: 'network',
      message: 'DataCite failed 5 times in a row; it is asked again in 5 s.',
      retryAfterMs: 5000,
      source: 'datacite',
    });
    assert.equal(asked, 5);
  });

  it('opens for a service that refuses everything, however slowly it is asked', async () => {
    const refuse = (): Promise<string> =>
      circuits.guard('datacite https://h', party, 'background', () => {
        asked++;
        return Promise.reject(new LookupError('rate-limited', say`too many`, { status: 429 }));
      });
    for (let i = 0; i < 5; i++) await assert.rejects(refuse(), { message: 'too many' });
    await assert.rejects(refuse(), { kind: 'rate-limited', message: /in a row/, retryAfterMs: 5000 });
    assert.equal(asked, 5);
  });

  it('lets one request try after the pause, which doubles up to a minute', async () => {
    await fail(5);
    for (const pauseMs of [5000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      await clock.pass(pauseMs, pauseMs);
      const before = asked;
      await assert.rejects(ask('network'), { message: 'network' });
      await assert.rejects(ask('network'), /in a row/);
      assert.equal(asked, before + 1);
    }
  });

  it('keeps others out while one tries', async () => {
    await fail(5);
    await clock.pass(5000, 5000);
    let answer: (text: string) => void = () => undefined;
    const trial = circuits.guard('datacite https://h', party, 'background', () => new Promise<string>((resolve) => (answer = resolve))); // prettier-ignore
    await assert.rejects(ask(), /in a row/);
    answer('back');
    assert.equal(await trial, 'back');
    assert.equal(await ask(), 'answer');
  });

  it('names the last failure as its reason', async () => {
    await fail(5, 'timeout');
    await assert.rejects(ask(), { kind: 'timeout' });
    await assert.rejects(ask('http', undefined, 'interactive'), { message: 'http' });
    await assert.rejects(ask(), { kind: 'http', status: 500, retryAfterMs: 10_000 });
  });

  it('lets a person try at any time, one at a time', async () => {
    await fail(5);
    const three = [1, 2, 3].map(() =>
      ask(undefined, undefined, 'interactive').catch((error: unknown) => String(error)),
    );
    const [first, ...others] = await Promise.all(three);
    assert.equal(first, 'answer');
    for (const other of others) assert.match(other, /in a row/);
    assert.equal(await ask(), 'answer');
  });

  it('lets another try where the first was cancelled', async () => {
    await fail(5);
    await assert.rejects(ask('cancelled', undefined, 'interactive'), { kind: 'cancelled' });
    assert.equal(await ask(undefined, undefined, 'interactive'), 'answer');
  });

  it('forgets failures at the first answer', async () => {
    await fail(4);
    await ask();
    await fail(4);
    assert.equal(await ask(), 'answer');
  });

  it('does not count what says nothing about the service being there', async () => {
    for (const kind of ['cancelled', 'rate-limited', 'credentials', 'unexpected-reply'] as const)
      await fail(6, kind);
    assert.equal(await ask(), 'answer');
  });

  it('tells services at different addresses apart', async () => {
    await fail(5);
    assert.equal(await ask(undefined, 'datacite https://other'), 'answer');
  });
});
