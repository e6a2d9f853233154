/** Requests to the OpenAIRE Graph: the envelope of its answers, its errors, the access token. */
import { LookupError } from '../../errors.ts';
import type { HttpRequest } from '../../http/http.ts';
import { toPlainText } from '../../record/markup.ts';
import { say } from '../../sentence.ts';
import { asList, asObject, asText, isObject, parseJson, unexpectedShape } from '../json.ts';
import type { SourceContext } from '../source.ts';
import { forgetAccessToken, getAccessToken, refusedToken } from './token.ts';

const id = 'openaire';
const name = 'OpenAIRE';

/** An answer's envelope, checked. */
export interface Envelope {
  readonly header: Readonly<Record<string, unknown>>;
  readonly results: readonly unknown[];
}

/** How an answer ages. */
export type Keeping = Pick<HttpRequest, 'keep' | 'isUnknown'>;

/** Asks one of the graph's collections; an expired access token is replaced once. */
export async function askGraph(
  collection: 'research-products' | 'projects',
  parameters: Readonly<Record<string, string>>,
  keeping: Keeping,
  context: SourceContext,
  mayRetry = true,
): Promise<Envelope> {
  const token = await getAccessToken(context);
  const { priority, signal } = context;
  const reply = await context.http.send({
    source: id,
    pool: 'any',
    url: `${context.endpoint(id)}/graph/v3/${collection}?${new URLSearchParams(parameters).toString()}`,
    accept: 'application/json',
    ...keeping,
    priority,
    answers: token === undefined ? [400, 404] : [400, 401, 403, 404],
    ...(token === undefined ? {} : { secrets: { headers: { authorization: `Bearer ${token}` } } }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (token !== undefined && (reply.status === 401 || reply.status === 403)) {
    await forgetAccessToken(token, context);
    if (!mayRetry) throw refusedToken();
    return askGraph(collection, parameters, keeping, context, false);
  }
  const answer = asObject(parseJson(reply, { id, name }));
  if (reply.status >= 400) throw refusal(reply.status, answer);
  if (!isObject(answer['header']) || !Array.isArray(answer['results'])) throw unexpectedShape({ id, name });
  return { header: answer['header'], results: asList(answer['results']) };
}

function refusal(status: number, answer: Readonly<Record<string, unknown>>): LookupError {
  const reason = asText(
    answer['message'] ?? answer['error_description'] ?? answer['description'] ?? answer['error'],
  );
  const said = reason === undefined ? say`no reason given` : toPlainText(reason).slice(0, 200);
  return new LookupError('http', say`${name} refuses the request: ${said}`, { source: id, status });
}
