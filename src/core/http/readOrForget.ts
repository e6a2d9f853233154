/** Answers that nobody can read are not kept. */
import { LookupError } from '../errors.ts';
import type { HttpClient, HttpRequest } from './http.ts';

/**
 * Does `work` with the client. Where it rejects because an answer was not what the service documents, or hid a refusal,
 * the answers it was given are forgotten, so that the next try asks the service and not the cache.
 */
export async function readOrForget<T>(
  client: HttpClient,
  work: (http: HttpClient) => Promise<T>,
): Promise<T> {
  const answered: HttpRequest[] = [];
  const http: HttpClient = {
    async send(request) {
      const reply = await client.send(request);
      answered.push(request);
      return reply;
    },
    forget: (request) => client.forget?.(request),
    base: client.base ?? client,
  };
  try {
    return await work(http);
  } catch (error) {
    const kind = error instanceof LookupError ? error.kind : undefined;
    if (kind === 'unexpected-reply' || kind === 'rate-limited')
      for (const request of answered) client.forget?.(request);
    throw error;
  }
}
