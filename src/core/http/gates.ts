/** One gate per source, pool and address, each at the pace the source documents until replies say otherwise. */
import { tooMany, type Party } from './failures.ts';
import { createGate, type Gate, type Priority } from './gate.ts';
import type { HttpRequest, Pace } from './http.ts';
import type { Ledger } from './ledger.ts';
import { readPace, readWait } from './pace.ts';
import type { Backoff } from './retry.ts';
import type { Waiting } from './waiting.ts';
import type { WireReply } from './wire.ts';

export interface GatesOptions {
  paces(source: string): Readonly<Record<string, Pace>>;
  readonly patienceMs: Readonly<Record<Priority, number>>;
  onWaiting(waiting: Waiting): void;
  readonly backoff: Backoff;
  createLedger(pool: string): Ledger;
}

export interface Pool {
  readonly gate: Gate;
  /** Learns from a reply; `home` is false where it came from another host, whose pace is not this pool's. */
  learn(reply: WireReply, home: boolean): void;
}

export interface Gates {
  /** The pool that a request belongs to. */
  of(request: HttpRequest, party: Party): Pool;
  dispose(): void;
}

interface KnownPool extends Pool {
  readonly source: string;
  readonly ledger: Ledger;
  declared: Pace;
}

/** For a pool that the source forgot to declare. */
const cautiousPace: Pace = { limit: 1, intervalMs: 1000, concurrency: 1 };

/** Creates the gates of a client; pools appear as they are asked for. */
export function createGates(options: GatesOptions): Gates {
  const pools = new Map<string, KnownPool>();

  function report({ source, name }: Party): void {
    const own = [...pools.values()].filter((pool) => pool.source === source);
    const count = own.reduce((sum, { gate }) => sum + gate.waiting, 0);
    const pausedUntil = Math.max(...own.map(({ ledger }) => ledger.pausedUntil()));
    options.onWaiting({ source, name, count, ...(pausedUntil > Date.now() ? { pausedUntil } : {}) });
  }

  function create(key: string, party: Party, declared: Pace): KnownPool {
    let pace = declared;
    const ledger = options.createLedger(key);
    const gate = createGate({
      pace,
      patienceMs: options.patienceMs,
      backoff: options.backoff,
      ledger,
      tooLong: (waitMs) => tooMany(party, waitMs),
      onChange: () => {
        report(party);
      },
    });
    return {
      source: party.source,
      declared,
      ledger,
      gate,
      learn({ status, headers }, home) {
        const waitMs = readWait(headers);
        if (status === 429 || (status === 503 && waitMs !== undefined)) {
          gate.complain(waitMs);
          return;
        }
        gate.recover();
        const stated = home ? readPace(headers, pace) : pace;
        if (stated === pace) return;
        pace = stated;
        gate.changePace(pace);
      },
    };
  }

  return {
    of(request, party) {
      const declared = options.paces(request.source)[request.pool] ?? cautiousPace;
      const key = [request.source, request.pool, new URL(request.url).origin].join(' ');
      const known = pools.get(key);
      if (known !== undefined && isSamePace(known.declared, declared)) return known;
      // A changed setting, such as a contact address, may have changed the pace; a new gate starts from it.
      known?.gate.changePace(declared);
      const pool = known ?? create(key, party, declared);
      pool.declared = declared;
      pools.set(key, pool);
      return pool;
    },
    dispose() {
      for (const { gate } of pools.values()) gate.dispose();
    },
  };
}

function isSamePace(a: Pace, b: Pace): boolean {
  return a.limit === b.limit && a.intervalMs === b.intervalMs && a.concurrency === b.concurrency;
}
