/**
 * The file that all windows on a machine share: replies, and who started which request when. Nothing in it is worth
 * failing for: while it is locked it is done without, and when it proves damaged it is put aside.
 */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type * as Sqlite from 'node:sqlite';
import type { Log } from '../log.ts';

export interface Database {
  /** False for good once the file proved damaged. */
  readonly usable: boolean;
  /** Does `work` with the database; undefined where another window holds it just now, has held it for long, or it cannot be used. */
  use<T>(work: (database: DatabaseSync) => T): T | undefined;
  close(): void;
}

/** How long one statement waits for another window's; the thread stands still meanwhile. */
const lockTimeoutMs = 100;
/** A file that stays locked over so many openings belongs to a process that hangs. */
const maxOpenings = 5;
/** A file that stays locked over so many statements is left alone for a while: each stops the thread. */
const maxLockouts = 3;
const restMs = 5_000;

/** Goes up with every change of the tables; a file of another version is put aside like a damaged one. */
const version = 1;

/** Nothing waits for the disk: what a power cut damages is put aside. */
const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  PRAGMA user_version = ${version};
  CREATE TABLE IF NOT EXISTS reply (
    key TEXT PRIMARY KEY, status INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, url TEXT NOT NULL,
    stored_at INTEGER NOT NULL, lifetime_ms INTEGER
  );
  CREATE INDEX IF NOT EXISTS reply_by_age ON reply (stored_at);
  CREATE TABLE IF NOT EXISTS start (
    id INTEGER PRIMARY KEY, pool TEXT NOT NULL, pid INTEGER NOT NULL, at INTEGER NOT NULL, leased_until INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS start_by_pool ON start (pool, at);
  CREATE TABLE IF NOT EXISTS pause (pool TEXT PRIMARY KEY, until INTEGER NOT NULL);
`;

/** Opens the file, or makes it; undefined, with the reason in the log, where that is impossible. */
export function openDatabase(file: string, log: Log): Database | undefined {
  const sqlite = loadSqlite();
  if (sqlite === undefined) {
    log.warn('This editor has no SQLite: answers are kept in memory, and windows do not know of each other.');
    return undefined;
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    return createDatabase(openPatiently(sqlite.DatabaseSync, file, log), file, log);
  } catch (error) {
    log.warn(`The cache file cannot be used (${messageOf(error)}): answers are kept in memory.`);
    return undefined;
  }
}

/** An import would keep the whole extension from loading where the host was built without SQLite. */
function loadSqlite(): typeof Sqlite | undefined {
  return process.getBuiltinModule('node:sqlite');
}

function openPatiently(Opener: typeof DatabaseSync, file: string, log: Log): DatabaseSync {
  for (let openings = 1; openings < maxOpenings; openings++) {
    try {
      return openOnce(Opener, file);
    } catch (error) {
      if (isDamaged(error)) break;
      if (!isLocked(error)) throw error;
    }
  }
  putAside(file, log);
  return openOnce(Opener, file);
}

function openOnce(Opener: typeof DatabaseSync, file: string): DatabaseSync {
  const database = new Opener(file, { timeout: lockTimeoutMs });
  try {
    const found = database.prepare('PRAGMA user_version').get()?.['user_version'];
    if (found !== 0 && found !== version) throw new OtherVersionError();
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function createDatabase(database: DatabaseSync, file: string, log: Log): Database {
  let usable = true;
  let lockouts = 0;
  let restsUntil = 0;

  function close(): void {
    if (usable) database.close();
    usable = false;
  }

  return {
    get usable() {
      return usable;
    },
    use(work) {
      if (!usable || Date.now() < restsUntil) return undefined;
      try {
        const result = work(database);
        lockouts = 0;
        return result;
      } catch (error) {
        if (isDamaged(error)) {
          close();
          putAside(file, log);
        } else if (isLocked(error)) {
          lockouts = (lockouts + 1) % maxLockouts;
          if (lockouts === 0) restsUntil = Date.now() + restMs;
        } else {
          log.warn(`The cache file could not be used for once (${messageOf(error)}).`);
        }
        return undefined;
      }
    },
    close,
  };
}

function putAside(file: string, log: Log): void {
  log.warn(
    'The cache file is damaged, blocked or of another version; it is put aside and a new one is started.',
  );
  for (const suffix of ['', '-wal', '-shm']) {
    try {
      renameSync(file + suffix, `${file}.aside${suffix}`);
    } catch {
      // Not every file has all three.
    }
  }
}

class OtherVersionError extends Error {}

function isDamaged(error: unknown): boolean {
  // SQLITE_CORRUPT and SQLITE_NOTADB, https://www.sqlite.org/rescode.html
  return error instanceof OtherVersionError || [11, 26].includes(codeOf(error));
}

function isLocked(error: unknown): boolean {
  // SQLITE_BUSY and SQLITE_LOCKED
  return [5, 6].includes(codeOf(error));
}

/** The primary result code of a SQLite error; 0 for any other error. */
function codeOf(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 0;
  return error.errcode & 0xff;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
