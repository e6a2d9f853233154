/** What a client remembers between requests: on disk and with the other windows where possible, else in memory. */
import type { Log } from '../log.ts';
import { openDatabase } from './database.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createMemoryStore, type ReplyStore } from './replyStore.ts';
import { createSharedLedger } from './sharedLedger.ts';
import { createSqliteStore } from './sqliteStore.ts';

export interface Storage extends ReplyStore {
  /** Creates the book of a pool, shared by all windows that know it by this name. */
  createLedger(pool: string): Ledger;
  close(): void;
}

const maxFileBytes = 64 * 1024 * 1024;
const maxMemoryChars = 16 * 1024 * 1024;

/** Opens the storage; without a file everything stays in memory. */
export function openStorage(file: string | undefined, log: Log): Storage {
  const memory = createMemoryStore(maxMemoryChars);
  const database = file === undefined ? undefined : openDatabase(file, log);
  if (database === undefined) return { ...memory, createLedger, close: () => undefined };
  const disk = createSqliteStore(database, maxFileBytes);
  return {
    get: (key) => memory.get(key) ?? disk.get(key),
    put(key, reply) {
      if (reply.volatile === true || !database.usable) memory.put(key, reply);
      else disk.put(key, reply);
    },
    delete(key) {
      memory.delete(key);
      disk.delete(key);
    },
    clear() {
      memory.clear();
      disk.clear();
    },
    createLedger: (pool) => createSharedLedger(database, pool, createLedger()),
    close() {
      database.close();
    },
  };
}
