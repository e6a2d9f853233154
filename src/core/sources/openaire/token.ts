/**
 * OpenAIRE's access tokens: a person's refresh token (a month) is exchanged for one that lasts an hour,
 * https://graph.openaire.eu/docs/apis/authentication (read 2026-11-21). They live in memory only.
 */
import { LookupError } from '../../errors.ts';
import type { HttpClient } from '../../http/http.ts';
import { say } from '../../sentence.ts';
import { asObject, asText, parseJson, unexpectedShape } from '../json.ts';
import type { SourceContext } from '../source.ts';

interface Token {
  readonly refreshToken: string;
  readonly access: Promise<string>;
  /** Milliseconds since 1970. */
  expires: number;
}

const tokens = new WeakMap<HttpClient, Token>();

/** A token is replaced this long before its end, so that it does not die on the way. */
const marginMs = 60_000;
const hourMs = 3_600_000;

const refused = say`OpenAIRE refuses the refresh token (it lasts a month, and a new one voids the old): set it again, or clear it to ask without.`;

/** Makes the error for a token that OpenAIRE does not take. */
export function refusedToken(): LookupError {
  return new LookupError('credentials', refused, { source: 'openaire' });
}

async function exchange(token: Token, context: SourceContext): Promise<string> {
  const { priority } = context;
  const reply = await context.http.send({
    source: 'openaire',
    pool: 'token',
    url: `${context.endpoint('openaireToken')}/uoa-user-management/api/users/getAccessToken`,
    accept: 'application/json',
    secrets: { query: { refreshToken: token.refreshToken } },
    keep: 'none',
    priority,
    answers: [400, 401, 403],
  });
  if (reply.status >= 400) throw refusedToken();
  const source = { id: 'openaire', name: 'OpenAIRE' };
  const answer = asObject(parseJson(reply, source));
  const access = asText(answer['access_token']);
  if (access === undefined) throw unexpectedShape(source);
  const seconds = Number(answer['expires_in']);
  token.expires = Date.now() + (Number.isFinite(seconds) ? seconds * 1000 : hourMs) - marginMs;
  return access;
}

/**
 * Returns the access token to send; undefined where no refresh token is set. Questions asked at once share one
 * exchange. Rejects with kind `credentials` where OpenAIRE refuses.
 */
export function getAccessToken(context: SourceContext): Promise<string | undefined> {
  const refreshToken = context.credentials?.['refreshToken'];
  if (refreshToken === undefined) return Promise.resolve(undefined);
  const client = context.http.base ?? context.http;
  const known = tokens.get(client);
  if (known?.refreshToken === refreshToken && known.expires > Date.now()) return known.access;
  const token: Token = {
    refreshToken,
    access: Promise.resolve().then(() => exchange(token, context)),
    expires: Infinity,
  };
  tokens.set(client, token);
  token.access.catch(() => {
    if (tokens.get(client) === token) tokens.delete(client);
  });
  return token.access;
}

/** Drops an access token that OpenAIRE refused before its time; one that has taken its place stays. */
export async function forgetAccessToken(refused: string, { http }: SourceContext): Promise<void> {
  const client = http.base ?? http;
  const known = tokens.get(client);
  const access = await known?.access.catch(() => undefined);
  if (access === refused && tokens.get(client) === known) tokens.delete(client);
}
