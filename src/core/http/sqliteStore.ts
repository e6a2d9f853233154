/** A reply store in the shared file. */
import type { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from './database.ts';
import { readHeaders } from './headers.ts';
import type { ReplyStore, StoredReply } from './replyStore.ts';

type Row = ReturnType<ReturnType<DatabaseSync['prepare']>['get']>;

/** How full the file is left when it was too full. */
const keptShare = 0.9;

/** Creates a store that keeps the file at about `maxBytes`. What goes wrong with the file is a miss. */
export function createSqliteStore(database: Database, maxBytes: number): ReplyStore {
  return {
    get(key) {
      return database.use((db) => readRow(db.prepare('SELECT * FROM reply WHERE key = ?').get(key)));
    },
    put(key, reply) {
      const { status, headers, text, url, storedAt, lifetimeMs = null } = reply;
      const body = zstdCompressSync(text);
      database.use((db) => {
        if (body.byteLength < maxBytes / 16) {
          const insert = db.prepare('INSERT OR REPLACE INTO reply VALUES (?, ?, ?, ?, ?, ?, ?)');
          insert.run(key, status, JSON.stringify(headers), body, url, storedAt, lifetimeMs);
          if (bytesIn(db) > maxBytes) dropOldest(db, maxBytes * keptShare);
        } else {
          // One giant would drive out a thousand records.
          db.prepare('DELETE FROM reply WHERE key = ?').run(key);
        }
      });
    },
    delete(key) {
      database.use((db) => db.prepare('DELETE FROM reply WHERE key = ?').run(key));
    },
    clear() {
      const empty = (db: DatabaseSync): boolean => {
        db.exec('DELETE FROM reply; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
        return true;
      };
      // Who clears means it: another window's moment with the file must not keep the replies.
      for (let tries = 0; tries < 10 && database.use(empty) !== true; tries++);
    },
  };
}

function bytesIn(db: DatabaseSync): number {
  const pages = count(db, 'page_count') - count(db, 'freelist_count');
  return pages * count(db, 'page_size');
}

function count(db: DatabaseSync, pragma: string): number {
  return Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0] ?? 0);
}

function dropOldest(db: DatabaseSync, bytesToKeep: number): void {
  db.prepare(
    `DELETE FROM reply WHERE key IN (
       SELECT key FROM (
         SELECT key, SUM(LENGTH(body) + LENGTH(headers) + LENGTH(url)) OVER (ORDER BY stored_at DESC, key) AS bytes
         FROM reply)
       WHERE bytes > ?)`,
  ).run(bytesToKeep);
}

function readRow(row: Row): StoredReply | undefined {
  if (row === undefined) return undefined;
  const { status, headers, body, url, stored_at, lifetime_ms } = row;
  if (!(body instanceof Uint8Array)) return undefined;
  return {
    status: Number(status),
    headers: readHeaders(JSON.parse(String(headers))),
    text: zstdDecompressSync(body).toString(),
    url: String(url),
    storedAt: Number(stored_at),
    ...(lifetime_ms === null ? {} : { lifetimeMs: Number(lifetime_ms) }),
  };
}
