/** NII's application id, which CiNii and KAKEN both take, and how both refuse. */
import { LookupError } from '../../errors.ts';
import type { HttpClient, HttpReply } from '../../http/http.ts';
import { say } from '../../sentence.ts';
import type { Source, SourceContext } from '../source.ts';

type Party = Pick<Source, 'id' | 'name'>;

/** Statuses that may be a refusal. */
export const refusals: readonly number[] = [400, 401, 403];

const blockedMs = 60_000;

/** Returns the person's application id; throws LookupError `credentials` where none is set. */
export function getAppid({ credentials }: SourceContext, { id, name }: Party): string {
  const appid = credentials?.['appid'];
  if (appid !== undefined) return appid;
  const sentence = say`${name} needs an application id, which NII gives to everyone who asks; CiNii and KAKEN take the same.`;
  throw new LookupError('credentials', sentence, { source: id });
}

/** The ids that each source has answered to. */
const accepted = new WeakMap<HttpClient, Set<string>>();

/**
 * Throws LookupError where a reply is a refusal. NII names the id where it refuses that, `Invalid APPID`, and blocks with
 * the same status who asks too much: an id that worked before is not what a bare 403 is about.
 */
export function assertNotRefused(
  { status, text }: HttpReply,
  context: SourceContext,
  { id, name }: Party,
): void {
  const client = context.http.base ?? context.http;
  const known = accepted.get(client) ?? new Set();
  const key = `${id} ${getAppid(context, { id, name })}`;
  const namesId = /app(?:lication)?[ _]?id/i.test(text.slice(0, 2000));
  if (!refusals.includes(status)) {
    accepted.set(client, known.add(key));
    return;
  }
  const options = { source: id, status };
  if (status === 400 && !namesId)
    throw new LookupError('http', say`${name} does not accept this request (400).`, options);
  if (status !== 403 || namesId || !known.has(key))
    throw new LookupError(
      'credentials',
      say`${name} refuses the application id that is set (${status}); set it again.`,
      options,
    );
  throw new LookupError(
    'rate-limited',
    say`${name} refuses to answer for now, as it does when it is asked a lot; try again in a few minutes.`,
    { ...options, retryAfterMs: blockedMs },
  );
}
