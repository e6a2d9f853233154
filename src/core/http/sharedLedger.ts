/** A pool's book in the file that all windows share, so that together they keep the service's limits. */
import type { DatabaseSync } from 'node:sqlite';
import type { Database } from './database.ts';
import { lookAgainMs, maxTravelMs, waitFor, type Ledger, type Limits } from './ledger.ts';

/** No request takes longer: what is still marked as running then was left behind. */
const leaseMs = 40_000;

// Times in the future beyond what these queries take were written before the clock was set back.
const blockingSql =
  'SELECT at FROM start WHERE pool = ? AND at > ? AND at <= ? ORDER BY at DESC LIMIT 1 OFFSET ?';
const runningSql =
  'SELECT pid, COUNT(*) AS count FROM start WHERE pool = ? AND leased_until BETWEEN ? AND ? GROUP BY pid';
const enterSql = 'INSERT INTO start (pool, pid, at, leased_until) VALUES (?, ?, ?, ?)';
const releaseSql = 'UPDATE start SET leased_until = 0, at = MIN(at, ?) WHERE id = ?';
const tidySql = 'DELETE FROM start WHERE pool = ? AND at <= ? AND leased_until <= ?';
const pauseSql =
  'INSERT INTO pause VALUES (?, ?) ON CONFLICT DO UPDATE SET until = MAX(until, excluded.until)';

/** Creates the shared book of a pool; `alone` is used while the file cannot be. */
export function createSharedLedger(database: Database, pool: string, alone: Ledger): Ledger {
  return {
    waitMs(limits) {
      return database.use((db) => waitIn(db, pool, limits)) ?? alone.waitMs(limits);
    },
    take(limits) {
      const id = database.use((db) =>
        inTransaction(db, () => (waitIn(db, pool, limits) > 0 ? 0 : enter(db, pool, limits))),
      );
      if (id === 0) return undefined;
      if (id === undefined) return alone.take(limits);
      return {
        release() {
          database.use((db) => db.prepare(releaseSql).run(Date.now(), id));
        },
        cancel() {
          database.use((db) => db.prepare('DELETE FROM start WHERE id = ?').run(id));
        },
      };
    },
    pauseUntil(at) {
      alone.pauseUntil(at);
      database.use((db) => db.prepare(pauseSql).run(pool, at));
    },
    pausedUntil() {
      return database.use((db) => pauseIn(db, pool)) ?? alone.pausedUntil();
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

function pauseIn(db: DatabaseSync, pool: string): number {
  return Number(db.prepare('SELECT until FROM pause WHERE pool = ?').get(pool)?.['until'] ?? 0);
}

function waitIn(db: DatabaseSync, pool: string, { limit, windowMs, concurrency }: Limits): number {
  const now = Date.now();
  const blocking = db.prepare(blockingSql).get(pool, now - windowMs, now + maxTravelMs, limit - 1);
  const at = blocking === undefined ? undefined : Number(blocking['at']);
  const isFull = countRunning(db, pool, now) >= concurrency;
  return Math.max(0, pauseIn(db, pool) - now, waitFor(at, windowMs, now), isFull ? lookAgainMs : 0);
}

function countRunning(db: DatabaseSync, pool: string, now: number): number {
  const windows = db.prepare(runningSql).all(pool, now, now + leaseMs);
  return windows.filter(({ pid }) => isAlive(Number(pid))).reduce((sum, { count }) => sum + Number(count), 0);
}

/** A window that crashed leaves its requests behind, and they must not hold anyone up. */
function isAlive(pid: number): boolean {
  try {
    return pid === process.pid || process.kill(pid, 0);
  } catch (error) {
    // Anything but "no such process" means that there is one.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function enter(db: DatabaseSync, pool: string, { windowMs }: Limits): number {
  const now = Date.now();
  db.prepare(tidySql).run(pool, now - windowMs, now);
  const { lastInsertRowid } = db.prepare(enterSql).run(pool, process.pid, now + maxTravelMs, now + leaseMs);
  return Number(lastInsertRowid);
}
