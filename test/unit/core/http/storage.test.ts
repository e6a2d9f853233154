import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { mock } from 'node:test';
import { openDatabase } from '../../../../src/core/http/database.ts';
import { createMemoryStore, type StoredReply } from '../../../../src/core/http/replyStore.ts';
import { createSqliteStore } from '../../../../src/core/http/sqliteStore.ts';
import { openStorage, type Storage } from '../../../../src/core/http/storage.ts';
import { silentLog, type Log } from '../../../../src/core/log.ts';

function replyOf(text: string, more: Partial<StoredReply> = {}): StoredReply {
  return { status: 200, headers: { etag: '"1"' }, text, url: 'https://h/', storedAt: 1000, ...more };
}

/** Text that compression makes little smaller than `bytes`. */
function noise(bytes: number): string {
  return randomBytes(Math.ceil((bytes * 3) / 4)).toString('base64');
}

describe('openStorage', () => {
  let folder: string;
  let file: string;
  let storages: Storage[];
  let warnings: string[];
  let log: Log;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storage-'));
    file = join(folder, 'cache.sqlite');
    storages = [];
    warnings = [];
    log = { ...silentLog, warn: (message) => warnings.push(message) };
  });
  afterEach(() => {
    for (const storage of storages) storage.close();
    rmSync(folder, { recursive: true });
  });

  function open(): Storage {
    const storage = openStorage(file, log);
    storages.push(storage);
    return storage;
  }

  function assertKeeps(storage: Storage): void {
    storage.put('k', replyOf('{}'));
    assert.deepEqual(storage.get('k'), replyOf('{}'));
  }

  it('gives back what was put, in another window too', () => {
    const reply = replyOf('{"a":"料"}', { status: 404, lifetimeMs: 5 });
    open().put('k', reply);
    assert.deepEqual(open().get('k'), reply);
    assert.equal(open().get('other'), undefined);
    assert.deepEqual(warnings, []);
  });

  it('puts a file aside that is no database', () => {
    writeFileSync(file, 'This is not a database.'.repeat(1000));
    assertKeeps(open());
    assert.ok(readdirSync(folder).includes('cache.sqlite.aside'));
    assertKeeps(open());
    assert.equal(warnings.length, 1);
  });

  it('puts a file aside that another version has written', () => {
    open().close();
    const other = new DatabaseSync(file);
    other.exec('PRAGMA user_version = 99');
    other.close();
    assertKeeps(open());
    assert.ok(readdirSync(folder).includes('cache.sqlite.aside'));
  });

  it('puts a file aside that another process blocks', () => {
    const blocker = new DatabaseSync(file);
    blocker.exec('CREATE TABLE t (a); BEGIN EXCLUSIVE');
    assertKeeps(open());
    blocker.close();
    assert.match(warnings.join(), /put aside/);
  });

  it('goes on in memory when the file breaks while it is open', () => {
    const storage = open();
    storage.put('k', replyOf('{}'));
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), noise(100_000));
    storage.get('k');
    storage.put('k', replyOf('{}'));
    storage.get('k');
    assertKeeps(storage);
    assert.match(warnings.join(), /damaged/);
  });

  it('keeps answers in memory where a folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    file = join(folder, 'file', 'cache.sqlite');
    const storage = open();
    assertKeeps(storage);
    assert.match(warnings.join(), /in memory/);
  });

  it('keeps answers in memory where the editor has no SQLite', () => {
    const original = process.getBuiltinModule.bind(process);
    Object.assign(process, { getBuiltinModule: () => undefined });
    try {
      assertKeeps(open());
    } finally {
      Object.assign(process, { getBuiltinModule: original });
    }
    assert.match(warnings.join(), /no SQLite/);
  });

  for (const [bytes, isKept] of [
    [66_000_000, true],
    [68_000_000, false],
  ] as const) {
    it(`${isKept ? 'keeps' : 'drops'} the oldest at ${bytes / 1e6} million bytes, 64 MB being the most`, () => {
      const storage = open();
      const direct = new DatabaseSync(file);
      direct.exec(`INSERT INTO reply VALUES ('old', 200, '{}', zeroblob(${bytes}), '', 0, NULL)`);
      storage.put('new', replyOf('{}'));
      const keys = direct.prepare('SELECT key FROM reply ORDER BY stored_at').all();
      direct.close();
      assert.deepEqual(
        keys.map(({ key }) => key),
        isKept ? ['old', 'new'] : ['new'],
      );
    });
  }

  it('goes on while another window holds the file for a moment', () => {
    const storage = open();
    storage.put('k', replyOf('{}'));
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    storage.put('k', replyOf('{"new":1}'));
    assert.ok(storage.createLedger('p').take({ limit: 1, windowMs: 1000, concurrency: 1 }));
    other.exec('COMMIT');
    other.close();
    assert.deepEqual(storage.get('k'), replyOf('{}'));
    assert.deepEqual(warnings, []);
  });
});

describe('openDatabase', () => {
  it('stops asking for a file that another process does not let go, and asks again later', () => {
    const folder = mkdtempSync(join(tmpdir(), 'locked-'));
    const file = join(folder, 'cache.sqlite');
    const database = openDatabase(file, silentLog);
    assert.ok(database);
    const hanging = new DatabaseSync(file);
    hanging.exec('BEGIN IMMEDIATE');
    let asked = 0;
    const write = (): unknown =>
      database.use((db) => {
        asked++;
        db.exec('DELETE FROM reply');
        return true;
      });
    for (let i = 0; i < 10; i++) assert.equal(write(), undefined);
    assert.equal(asked, 3);
    hanging.close();
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 5000 });
    assert.equal(write(), true);
    mock.timers.reset();
    database.close();
    rmSync(folder, { recursive: true });
  });
});

describe('createSqliteStore', () => {
  it('lets the oldest go first when it is full', () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const database = openDatabase(join(folder, 'cache.sqlite'), silentLog);
    assert.ok(database);
    const maxBytes = 1_000_000;
    const store = createSqliteStore(database, maxBytes);
    for (let i = 0; i < 100; i++) store.put(`k${i}`, replyOf(noise(20_000), { storedAt: i }));
    const kept = Array.from({ length: 100 }, (_, i) => i).filter((i) => store.get(`k${i}`) !== undefined);
    assert.ok(kept.length > 30 && kept.length < 60, `${kept.length} kept`);
    assert.deepEqual(kept, kept.map((_, i) => 100 - kept.length + i)); // prettier-ignore
    assert.ok(statSync(join(folder, 'cache.sqlite')).size < 1.1 * maxBytes);
    store.put('giant', replyOf(noise(500_000)));
    assert.equal(store.get('giant'), undefined);
    assert.ok(store.get('k99'));
    database.close();
    rmSync(folder, { recursive: true });
  });
});

describe('createMemoryStore', () => {
  it('lets the oldest go first when it is full', () => {
    const store = createMemoryStore(100);
    for (let i = 0; i < 5; i++) store.put(`k${i}`, replyOf('x'.repeat(30)));
    assert.deepEqual(
      ['k0', 'k1', 'k2', 'k3', 'k4'].filter((key) => store.get(key) !== undefined),
      ['k2', 'k3', 'k4'],
    );
  });

  it('counts what is replaced and deleted', () => {
    const store = createMemoryStore(100);
    for (let i = 0; i < 10; i++) store.put('k', replyOf('x'.repeat(60)));
    store.delete('k');
    store.put('a', replyOf('x'.repeat(60)));
    store.put('b', replyOf('x'.repeat(40)));
    assert.ok(store.get('a') && store.get('b'));
  });
});
