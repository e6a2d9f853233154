/** Which window started which request when, in the shared file, so that together they keep a service's limits. */
import type { DatabaseSync } from 'node:sqlite';
import type { Database } from './database.ts';

/** A started request, until it is over. */
export interface Slot {
  release(): void;
}

export interface Limits {
  readonly limit: number;
  readonly windowMs: number;
  readonly concurrency: number;
}

/** One pool as all windows share it. */
export interface SharedPool {
  /** Takes a slot, or tells how many milliseconds to wait before trying again. */
  take(limits: Limits): Slot | number;
  /** Tells the other windows that the service asks to wait. */
  pauseUntil(at: number): void;
}

/** A window that died with requests on their way is forgotten after so long: longer than a request can take. */
const leaseMs = 40_000;
/** Nobody announces the end of another window's request: it is looked for this often. */
const lookAgainMs = 50;

/** Creates the shared side of a pool. While the file cannot be used, every slot is free. */
export function createSharedPool(database: Database, pool: string): SharedPool {
  return {
    take(limits) {
      const now = Date.now();
      const taken = database.use((db) => inTransaction(db, () => {
        const waitMs = waitIn(db, pool, now, limits);
        return waitMs > 0 ? waitMs : { id: insertStart(db, pool, now) };
      })); // prettier-ignore
      if (typeof taken === 'number') return taken;
      return {
        release() {
          // What ended in the meantime of a locked file ends with its lease.
          if (taken !== undefined)
            database.use((db) => db.prepare('UPDATE start SET leased_until = 0 WHERE id = ?').run(taken.id));
        },
      };
    },
    pauseUntil(at) {
      database.use((db) => db.prepare('INSERT OR REPLACE INTO pause VALUES (?, ?)').run(pool, at));
    },
  };
}

function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function waitIn(db: DatabaseSync, pool: string, now: number, limits: Limits): number {
  const { limit, windowMs, concurrency } = limits;
  const since = now - windowMs;
  // Rows of the future are from before the clock was set back.
  db.prepare('DELETE FROM start WHERE pool = ? AND (at > ? OR (at <= ? AND leased_until <= ?))') //
    .run(pool, now, since, now);
  const pause = db.prepare('SELECT until FROM pause WHERE pool = ?').get(pool);
  const blocking = db
    .prepare('SELECT at FROM start WHERE pool = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?')
    .get(pool, since, limit - 1);
  const running = db
    .prepare('SELECT COUNT(*) AS count FROM start WHERE pool = ? AND leased_until > ?')
    .get(pool, now);
  return Math.max(
    Number(pause?.['until'] ?? 0) - now,
    blocking === undefined ? 0 : Number(blocking['at']) + windowMs - now,
    Number(running?.['count'] ?? 0) < concurrency ? 0 : lookAgainMs,
  );
}

function insertStart(db: DatabaseSync, pool: string, now: number): number | bigint {
  return db
    .prepare('INSERT INTO start (pool, at, leased_until) VALUES (?, ?, ?)')
    .run(pool, now, now + leaseMs).lastInsertRowid;
}
