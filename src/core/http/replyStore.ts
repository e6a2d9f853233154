/** Where replies are kept. What a store holds contains no secret: neither its keys nor its replies. */
import type { Headers } from './headers.ts';

export interface StoredReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Address that answered, without secrets. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly storedAt: number;
  /** How long the service itself calls the reply fresh, from `storedAt`; undefined where it does not say. */
  readonly lifetimeMs?: number;
  /** True where the service forbids writing the reply down. */
  readonly volatile?: boolean;
}

/** A bounded store; when it is full, the oldest replies go first. */
export interface ReplyStore {
  get(key: string): StoredReply | undefined;
  put(key: string, reply: StoredReply): void;
  delete(key: string): void;
  clear(): void;
}

/** Creates a store that lives as long as the process, of at most `maxChars` characters of text. */
export function createMemoryStore(maxChars: number): ReplyStore {
  const replies = new Map<string, StoredReply>();
  let size = 0;

  function remove(key: string): void {
    size -= replies.get(key)?.text.length ?? 0;
    replies.delete(key);
  }

  return {
    get: (key) => replies.get(key),
    put(key, reply) {
      remove(key);
      replies.set(key, reply);
      size += reply.text.length;
      for (const oldest of replies.keys()) {
        if (size <= maxChars) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear() {
      replies.clear();
      size = 0;
    },
  };
}
