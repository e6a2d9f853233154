import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../../../src/core/http/database.ts';
import { createLedger, type Ledger } from '../../../../src/core/http/ledger.ts';
import { createSharedLedger } from '../../../../src/core/http/sharedLedger.ts';
import { silentLog } from '../../../../src/core/log.ts';
import { startClock, type Clock } from './clock.ts';

const limits = { limit: 2, windowMs: 1000, concurrency: 10 };

for (const kind of ['createLedger', 'createSharedLedger'] as const) {
  describe(kind, () => {
    let clock: Clock;
    let folder: string;
    let database: Database | undefined;
    let ledger: Ledger;

    beforeEach(() => {
      clock = startClock();
      folder = mkdtempSync(join(tmpdir(), 'ledger-'));
      if (kind === 'createLedger') ledger = createLedger();
      else ledger = open();
    });
    afterEach(() => {
      database?.close();
      database = undefined;
      rmSync(folder, { recursive: true });
      clock.stop();
    });

    function open(): Ledger {
      database ??= openDatabase(join(folder, 'cache.sqlite'), silentLog);
      assert.ok(database);
      return createSharedLedger(database, 'crossref single', createLedger());
    }

    it('lets so many arrive in a window and says how long the next waits', async () => {
      ledger.take(limits)?.release();
      await clock.pass(100, 100);
      ledger.take(limits)?.release();
      assert.equal(ledger.take(limits), undefined);
      assert.equal(ledger.waitMs(limits), 900);
      await clock.pass(900, 100);
      assert.equal(ledger.waitMs(limits), 0);
      assert.ok(ledger.take(limits));
    });

    it('counts a request as arriving when it ends', async () => {
      const slots = [ledger.take(limits), ledger.take(limits)];
      await clock.pass(200, 100);
      assert.equal(ledger.waitMs(limits), 1000);
      for (const slot of slots) slot?.release();
      await clock.pass(900, 100);
      assert.equal(ledger.waitMs(limits), 100);
    });

    it('counts no request as arriving later than it can have', async () => {
      const slots = [ledger.take(limits), ledger.take(limits)];
      await clock.pass(5000, 1000);
      assert.equal(ledger.waitMs(limits), 0);
      for (const slot of slots) slot?.release();
      assert.equal(ledger.waitMs(limits), 0);
    });

    it('lets so many be on their way at once', () => {
      const one = { limit: 100, windowMs: 1000, concurrency: 1 };
      const slot = ledger.take(one);
      assert.equal(ledger.take(one), undefined);
      assert.ok(ledger.waitMs(one) > 0);
      slot?.release();
      assert.ok(ledger.take(one));
    });

    it('forgets a start that was none', () => {
      ledger.take(limits)?.cancel();
      ledger.take(limits)?.cancel();
      ledger.take(limits);
      assert.ok(ledger.take(limits));
    });

    it('lets nothing start in a pause, the longest of all', async () => {
      const now = Date.now();
      ledger.pauseUntil(now + 5000);
      ledger.pauseUntil(now + 3000);
      assert.equal(ledger.pausedUntil(), now + 5000);
      assert.equal(ledger.take(limits), undefined);
      await clock.pass(4000, 1000);
      assert.equal(ledger.waitMs(limits), 1000);
      await clock.pass(1000, 1000);
      assert.ok(ledger.take(limits));
    });

    if (kind === 'createLedger') return;

    it('is one book for all windows', () => {
      const other = open();
      ledger.take(limits);
      other.take(limits);
      assert.equal(ledger.take(limits), undefined);
      assert.equal(other.take(limits), undefined);
      other.pauseUntil(Date.now() + 9000);
      assert.equal(ledger.pausedUntil(), Date.now() + 9000);
    });

    it('keeps another book for another pool', () => {
      ledger.take(limits);
      ledger.take(limits);
      assert.ok(database);
      assert.ok(createSharedLedger(database, 'crossref list', createLedger()).take(limits));
    });

    it('does not wait for a window that has died', () => {
      const one = { limit: 100, windowMs: 1000, concurrency: 1 };
      ledger.take(one);
      const { pid } = spawnSync(process.execPath, ['--version']);
      database?.use((db) => db.prepare('UPDATE start SET pid = ?').run(pid));
      assert.ok(ledger.take(one));
    });

    it('does not wait for what was written before the clock was set back', () => {
      database?.use((db) =>
        db
          .prepare('INSERT INTO start (pool, pid, at, leased_until) VALUES (?, ?, ?, ?), (?, ?, ?, ?)')
          .run(
            ...['crossref single', process.pid, Date.now() + 1e7, Date.now() + 1e7],
            ...['crossref single', process.pid, Date.now() + 1e7, Date.now() + 1e7],
          ),
      );
      assert.ok(ledger.take({ ...limits, concurrency: 1 }));
    });

    it('goes on alone where the file cannot be used', () => {
      database?.close();
      ledger.take(limits);
      ledger.take(limits);
      assert.equal(ledger.take(limits), undefined);
    });
  });
}
