import { setTimeout as delay } from 'node:timers/promises';

/** Asks `look` again and again until it returns something else than undefined, which it returns. Throws after `timeoutMs`. */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 15_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}.`);
    await delay(50);
  }
}
