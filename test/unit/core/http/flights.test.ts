import { strict as assert } from 'node:assert';
import { createFlights, type Flights } from '../../../../src/core/http/flights.ts';
import type { Ticket } from '../../../../src/core/http/gate.ts';
import { settle } from './clock.ts';

describe('createFlights', () => {
  let flights: Flights<string>;
  let tickets: Ticket[];
  let land: (text: string) => void;

  beforeEach(() => {
    flights = createFlights();
    tickets = [];
  });

  function join(key: string | undefined, signal?: AbortSignal, priority: Ticket['priority'] = 'background') {
    return flights.join(key, { signal, priority }, (ticket) => {
      tickets.push(ticket);
      return new Promise((resolve, reject) => {
        land = resolve;
        ticket.signal.addEventListener('abort', () => {
          reject(new DOMException('Aborted', 'AbortError'));
        });
      });
    });
  }

  it('makes one request of equal ones and another of others', async () => {
    const equal = [join('a'), join('a')];
    land('A');
    assert.deepEqual(await Promise.all(equal), ['A', 'A']);
    void join('b');
    assert.equal(tickets.length, 2);
  });

  it('shares nothing that has landed', async () => {
    const first = join('a');
    land('1');
    await first;
    const second = join('a');
    land('2');
    assert.equal(await second, '2');
  });

  it('shares nothing without a key', async () => {
    void join(undefined);
    void join(undefined);
    await settle();
    assert.equal(tickets.length, 2);
  });

  it('lets one caller leave and carries the others on', async () => {
    const leaving = new AbortController();
    const first = join('a', leaving.signal);
    const second = join('a', new AbortController().signal);
    leaving.abort();
    await assert.rejects(first, { name: 'AbortError' });
    assert.equal(tickets[0]?.signal.aborted, false);
    land('A');
    assert.equal(await second, 'A');
  });

  it('ends the request when the last caller has left, and starts anew for the next', async () => {
    const leaving = new AbortController();
    const both = [join('a', leaving.signal), join('a', leaving.signal)];
    leaving.abort();
    for (const one of both) await assert.rejects(one, { name: 'AbortError' });
    assert.equal(tickets[0]?.signal.aborted, true);
    const next = join('a');
    land('A');
    assert.equal(await next, 'A');
    assert.equal(tickets.length, 2);
  });

  it('starts nothing for a caller who has left already', async () => {
    await assert.rejects(join('a', AbortSignal.abort()), { name: 'AbortError' });
    assert.equal(tickets.length, 0);
  });

  it('raises the priority when someone in front of a screen joins', () => {
    const priorities = (['background', 'interactive', 'background'] as const).map((priority) => {
      void join('a', undefined, priority);
      return tickets[0]?.priority;
    });
    assert.deepEqual(priorities, ['background', 'interactive', 'interactive']);
  });

  it('numbers requests in the order they came', () => {
    for (const key of ['a', 'b', 'c']) void join(key);
    assert.deepEqual(
      tickets.map((ticket) => ticket.order),
      [0, 1, 2],
    );
  });

  it('ends everything when it is disposed', async () => {
    const both = [join('a'), join('b')];
    flights.dispose();
    for (const one of both) await assert.rejects(one, { name: 'AbortError' });
  });
});
