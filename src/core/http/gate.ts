/** The queue in front of one pool of a service: order, pace, concurrency and pauses. */
import type { Pace } from './http.ts';
import type { Ledger, Limits, Slot } from './ledger.ts';
import { createRate } from './rate.ts';
import type { Backoff } from './retry.ts';
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
  dispose(): void;
}

export interface GateOptions {
  readonly pace: Pace;
  readonly ledger: Ledger;
  /** A ticket whose next chance is further away than this is refused instead of kept waiting. */
  readonly patienceMs: Readonly<Record<Priority, number>>;
  /** Where the service names no time: the first pause is twice as long, the shortest half as long. */
  readonly backoff: Backoff;
  /** What a refused ticket is rejected with; `isItsWish` where the service asked for the wait. */
  tooLong(waitMs: number, isItsWish: boolean): Error;
  /** Called whenever something joins or leaves the queue, or a pause begins. */
  onChange(): void;
}

interface Job {
  readonly ticket: Ticket;
  start(slot: Slot): void;
  fail(reason: unknown): void;
}

/** Where a service states no concurrency. */
const defaultConcurrency = 6;

/** Creates the gate of one pool. */
export function createGate(options: GateOptions): Gate {
  const { ledger } = options;
  const rate = createRate(options.pace);
  let concurrency = options.pace.concurrency ?? defaultConcurrency;
  let queue: readonly Job[] = [];
  let running = 0;
  /** A start that the rate has granted and nobody has used yet. */
  let granted = false;
  let pumping = false;
  let disposed = false;
  /** Whether the service named the time of the last pause. */
  let isItsWish = false;
  let interruption = new AbortController();

  function limits(): Limits {
    return { ...rate.window, concurrency };
  }

  function leave(job: Job): void {
    queue = queue.filter((other) => other !== job);
    options.onChange();
  }

  function refuseImpatient(): void {
    const waitMs = ledger.waitMs(limits());
    for (const job of queue) {
      if (waitMs > options.patienceMs[job.ticket.priority])
        job.fail(options.tooLong(waitMs, isItsWish && ledger.pausedUntil() > Date.now()));
    }
  }

  /** Waits until a request may start: first for the rate, which counts starts, then for what may yet arrive. */
  async function admit(): Promise<Slot> {
    for (;;) {
      if (!granted) await rate.next();
      granted = true;
      const slot = ledger.take(limits());
      if (slot !== undefined) return slot;
      refuseImpatient();
      const { signal } = interruption;
      await sleep(ledger.waitMs(limits()), signal).catch((error: unknown) => {
        if (disposed) throw error;
      });
    }
  }

  /** Whatever is waited for has changed. */
  function interrupt(): void {
    interruption.abort();
    interruption = new AbortController();
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    try {
      while (queue.length > 0 && running < concurrency) {
        const slot = await admit();
        const job = firstOf(queue);
        if (job === undefined) {
          slot.cancel();
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
                slot.release();
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
      interrupt();
      refuseImpatient();
      void pump();
    },
    complain(waitMs) {
      const now = Date.now();
      // Several requests on their way meet the same complaint; it counts once.
      if (waitMs === undefined && ledger.pausedUntil() > now) return;
      isItsWish = waitMs !== undefined;
      const { firstMs, random } = options.backoff;
      // A service that asks to wait 0 s is asked again at once, but not in the same instant.
      const pauseMs = waitMs === undefined ? 2 * firstMs * rate.slowDown() : Math.max(waitMs, firstMs / 2);
      ledger.pauseUntil(now + Math.ceil(pauseMs * (1 + random() / 10)));
      options.onChange();
      refuseImpatient();
    },
    recover() {
      rate.recover();
    },
    get waiting() {
      return queue.length;
    },
    dispose() {
      disposed = true;
      rate.dispose();
      interrupt();
      for (const job of queue) job.fail(new DOMException('Disposed', 'AbortError'));
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
