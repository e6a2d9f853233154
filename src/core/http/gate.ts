/** The queue in front of one pool of a service: order, pace, concurrency and pauses. */
import type { Pace } from './http.ts';
import { createRate } from './rate.ts';
import type { SharedPool, Slot } from './sharedPace.ts';
import { sleep } from './sleep.ts';

export type Priority = 'interactive' | 'background';

/** A request's place in the queue. */
export interface Ticket {
  readonly signal: AbortSignal;
  /** May rise while the ticket waits, when someone in front of the screen joins. */
  priority: Priority;
  /** Lower goes first among equals; a repeated request keeps its number. */
  readonly order: number;
}

export interface Gate {
  /** Runs `work` when its turn comes; rejects with the signal's reason or what `tooLong` makes. */
  run<T>(ticket: Ticket, work: () => Promise<T>): Promise<T>;
  /** Takes another pace at once. */
  changePace(pace: Pace): void;
  /** Reports that the service complained: nothing starts for `waitMs`, or, where it named no time, for a while and then slower. */
  complain(waitMs: number | undefined): void;
  /** Reports an answer that was no complaint. */
  recover(): void;
  /** How many requests wait. */
  readonly waiting: number;
  /** When a pause that the service asked for ends, in milliseconds since 1970; 0 if there is none. */
  readonly pausedUntil: number;
  dispose(): void;
}

export interface GateOptions {
  readonly pace: Pace;
  /** A ticket whose next chance is further away than this is refused instead of kept waiting. */
  readonly patienceMs: Readonly<Record<Priority, number>>;
  /** What a refused ticket is rejected with. */
  tooLong(waitMs: number): Error;
  /** Called whenever `waiting` or `pausedUntil` may have changed. */
  onChange(): void;
  random(): number;
  /** The same pool in the other windows; absent where they do not know of each other. */
  readonly shared: SharedPool | undefined;
}

interface Job {
  readonly ticket: Ticket;
  start(slot: Slot | undefined): void;
  fail(reason: unknown): void;
}

/** Where a service states no concurrency. */
const defaultConcurrency = 6;
/** A service that asks to wait 0 s is asked again at once, but not in the same instant. */
const minPauseMs = 250;

/** Creates the gate of one pool. */
export function createGate(options: GateOptions): Gate {
  const rate = createRate(options.pace);
  const disposal = new AbortController();
  let concurrency = options.pace.concurrency ?? defaultConcurrency;
  let queue: readonly Job[] = [];
  let running = 0;
  let pausedUntil = 0;
  /** When to ask again for a start that other windows' requests do not allow now. */
  let sharedUntil = 0;
  /** A start that the rate has granted and nobody has used yet. */
  let granted = false;
  let pumping = false;

  function leave(job: Job): void {
    queue = queue.filter((other) => other !== job);
    options.onChange();
  }

  function refuseImpatient(): void {
    const nextAt = Math.max(pausedUntil, sharedUntil, granted ? 0 : rate.nextAt());
    const waitMs = nextAt - Date.now();
    for (const job of queue) {
      if (waitMs > options.patienceMs[job.ticket.priority]) job.fail(options.tooLong(waitMs));
    }
  }

  /** Waits until a request may start, whatever else begins to stand in the way meanwhile. */
  async function admit(): Promise<Slot | undefined> {
    for (;;) {
      const waitMs = Math.max(pausedUntil, sharedUntil) - Date.now();
      if (waitMs > 0) await sleep(waitMs, disposal.signal);
      else if (!granted) {
        await rate.next();
        granted = true;
      } else {
        const slot = options.shared?.take({ ...rate.window, concurrency });
        if (typeof slot !== 'number') return slot;
        sharedUntil = Date.now() + slot;
        refuseImpatient();
      }
    }
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    try {
      while (queue.length > 0 && running < concurrency) {
        const slot = await admit();
        const job = firstOf(queue);
        if (job === undefined) {
          slot?.release();
          break;
        }
        granted = false;
        running++;
        leave(job);
        job.start(slot);
        refuseImpatient();
      }
    } catch (error) {
      // Only disposal ends the waiting early.
      for (const job of queue) job.fail(error);
    } finally {
      pumping = false;
    }
  }

  return {
    run(ticket, work) {
      return new Promise((resolve, reject) => {
        const cancel = (): void => {
          job.fail(ticket.signal.reason);
        };
        const job: Job = {
          ticket,
          start(slot) {
            ticket.signal.removeEventListener('abort', cancel);
            void work()
              .then(resolve, reject)
              .finally(() => {
                slot?.release();
                running--;
                void pump();
              });
          },
          fail(reason) {
            ticket.signal.removeEventListener('abort', cancel);
            leave(job);
            reject(reason instanceof Error ? reason : new DOMException('Aborted', 'AbortError'));
          },
        };
        queue = [...queue, job];
        if (ticket.signal.aborted) {
          cancel();
          return;
        }
        ticket.signal.addEventListener('abort', cancel, { once: true });
        options.onChange();
        refuseImpatient();
        void pump();
      });
    },
    changePace(pace) {
      concurrency = pace.concurrency ?? defaultConcurrency;
      rate.change(pace);
      refuseImpatient();
      void pump();
    },
    complain(waitMs) {
      // Several requests on their way meet the same complaint; it counts once.
      if (waitMs === undefined && pausedUntil > Date.now()) return;
      const pauseMs = waitMs === undefined ? 1000 * rate.slowDown() : Math.max(waitMs, minPauseMs);
      pausedUntil = Math.max(pausedUntil, Date.now() + pauseMs * (1 + options.random() / 10));
      options.shared?.pauseUntil(pausedUntil);
      options.onChange();
      refuseImpatient();
    },
    recover() {
      rate.recover();
    },
    get waiting() {
      return queue.length;
    },
    get pausedUntil() {
      return pausedUntil > Date.now() ? pausedUntil : 0;
    },
    dispose() {
      rate.dispose();
      disposal.abort();
      for (const job of queue) job.fail(disposal.signal.reason);
    },
  };
}

function firstOf(queue: readonly Job[]): Job | undefined {
  return queue.reduce<Job | undefined>(
    (first, job) => (first === undefined || isBefore(job.ticket, first.ticket) ? job : first),
    undefined,
  );
}

function isBefore(a: Ticket, b: Ticket): boolean {
  if (a.priority !== b.priority) return a.priority === 'interactive';
  return a.order < b.order;
}
