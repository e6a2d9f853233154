/**
 * One window of several: asks a service so many different questions and prints how many were answered.
 *
 *     node window.ts ADDRESS CACHE_FILE QUESTIONS LIMIT INTERVAL_MS CONCURRENCY
 */
import { createTestClient, requestOf } from './loopback.ts';

const [address = '', cacheFile = '', questions = '', limit = '', intervalMs = '', concurrency = ''] =
  process.argv.slice(2);
const client = createTestClient({
  cacheFile,
  paces: () => ({
    single: { limit: Number(limit), intervalMs: Number(intervalMs), concurrency: Number(concurrency) },
  }),
});
const answers = Array.from({ length: Number(questions) }, (_, i) =>
  client.send(requestOf(`${address}/${process.pid}/${i}`)).then(
    () => true,
    () => false,
  ),
);
const answered = (await Promise.all(answers)).filter(Boolean).length;
client.dispose();
process.stdout.write(String(answered));
