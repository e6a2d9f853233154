/** The pools of a client, one per source, kind of request and address. */
import { tooMany, type Party } from './failures.ts';
import type { Priority } from './gate.ts';
import type { HttpRequest, Pace } from './http.ts';
import type { Ledger } from './ledger.ts';
import { createPool, type Pool } from './pool.ts';
import type { Backoff } from './retry.ts';
import type { Waiting } from './waiting.ts';

export interface PoolsOptions {
  paces(source: string): Readonly<Record<string, Pace>>;
  readonly patienceMs: Readonly<Record<Priority, number>>;
  onWaiting(waiting: Waiting): void;
  readonly backoff: Backoff;
  createLedger(pool: string): Ledger;
}

export interface Pools {
  /** The pool that a request belongs to, at the pace that its source documents now or has stated since. */
  of(request: HttpRequest, party: Party): Pool;
  dispose(): void;
}

interface KnownPool extends Pool {
  readonly source: string;
  readonly origin: string;
  readonly ledger: Ledger;
}

/** For a pool that the source forgot to declare. */
const cautiousPace: Pace = { limit: 1, intervalMs: 1000, concurrency: 1 };

/** Creates the pools of a client; each appears when it is first asked for. */
export function createPools(options: PoolsOptions): Pools {
  const pools = new Map<string, KnownPool>();
  const { patienceMs, backoff } = options;

  function report({ source, name }: Party): void {
    const own = [...pools.values()].filter((pool) => pool.source === source);
    const count = own.reduce((sum, { gate }) => sum + gate.waiting, 0);
    const pausedUntil = Math.max(...own.map(({ ledger }) => ledger.pausedUntil()));
    options.onWaiting({ source, name, count, ...(pausedUntil > Date.now() ? { pausedUntil } : {}) });
  }

  /** A service that complains and says no more is asked less of everything. */
  function slowDown(source: string, origin: string): void {
    for (const pool of pools.values())
      if (pool.source === source && pool.origin === origin) pool.gate.complain(undefined);
  }

  function create(key: string, party: Party, origin: string, pace: Pace): KnownPool {
    const ledger = options.createLedger(key);
    const pool = createPool({
      pace,
      patienceMs,
      backoff,
      ledger,
      tooLong: (waitMs, isItsWish) => tooMany(party, waitMs, isItsWish),
      onChange: () => {
        report(party);
      },
      onComplaint: () => {
        slowDown(party.source, origin);
      },
    });
    return { ...pool, ledger, source: party.source, origin };
  }

  return {
    of({ source, pool: name, url }, party) {
      const pace = options.paces(source)[name] ?? cautiousPace;
      const { origin } = new URL(url);
      const key = [source, name, origin].join(' ');
      const pool = pools.get(key) ?? create(key, party, origin, pace);
      pools.set(key, pool);
      pool.declare(pace);
      return pool;
    },
    dispose() {
      for (const { gate } of pools.values()) gate.dispose();
    },
  };
}
