/** Equal requests in flight are one request; it ends when the last of its callers has gone. */
import type { Priority, Ticket } from './gate.ts';

interface Flight<T> {
  readonly ticket: Ticket;
  readonly result: Promise<T>;
  callers: number;
  end(): void;
}

export interface Flights<T> {
  /**
   * Joins the flight of this key or starts it. A caller whose signal aborts leaves alone: its promise rejects with the
   * signal's reason, the others keep waiting. Without a key nothing is shared.
   */
  join(
    key: string | undefined,
    caller: { readonly signal: AbortSignal | undefined; readonly priority: Priority },
    start: (ticket: Ticket) => Promise<T>,
  ): Promise<T>;
  /** Ends all flights. */
  dispose(): void;
}

/** Creates an empty set of flights. */
export function createFlights<T>(): Flights<T> {
  const flights = new Map<string | symbol, Flight<T>>();
  let order = 0;

  function take(key: string | symbol, priority: Priority, start: (ticket: Ticket) => Promise<T>): Flight<T> {
    const known = flights.get(key);
    if (known !== undefined) return known;
    const controller = new AbortController();
    const ticket: Ticket = { signal: controller.signal, priority, order: order++ };
    const flight: Flight<T> = {
      ticket,
      callers: 0,
      result: start(ticket).finally(() => {
        if (flights.get(key) === flight) flights.delete(key);
      }),
      end() {
        flights.delete(key);
        controller.abort();
      },
    };
    flights.set(key, flight);
    return flight;
  }

  return {
    join(key, { signal, priority }, start) {
      if (signal?.aborted === true) return Promise.reject(abortError());
      const flight = take(key ?? Symbol('alone'), priority, start);
      flight.callers++;
      if (priority === 'interactive') flight.ticket.priority = 'interactive';
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          if (--flight.callers === 0) flight.end();
          reject(abortError());
        };
        signal?.addEventListener('abort', leave, { once: true });
        void flight.result.then(resolve, reject).finally(() => {
          signal?.removeEventListener('abort', leave);
        });
      });
    },
    dispose() {
      for (const flight of flights.values()) flight.end();
    },
  };
}

function abortError(): DOMException {
  return new DOMException('The caller gave up.', 'AbortError');
}
