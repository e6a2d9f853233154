/** Requests to Rakuten's web services: three credentials on each, and two shapes of refusal. */
import { LookupError } from '../../errors.ts';
import type { HttpReply } from '../../http/http.ts';
import { toPlainText } from '../../record/markup.ts';
import { say, type Sentence } from '../../sentence.ts';
import { asObject, asText, parseJson, unexpectedShape } from '../json.ts';
import type { SourceContext } from '../source.ts';

const id = 'rakutenKobo';
const name = 'Rakuten Kobo';

/** The site as the `Origin` of a request, `https://example.org`. */
function toOrigin(site: string): string {
  const address = /^https?:\/\//i.test(site) ? site : `https://${site}`;
  if (URL.canParse(address)) return new URL(address).origin;
  throw new LookupError(
    'credentials',
    say`${name} needs the registered site as an address, such as https://example.org.`,
    { source: id },
  );
}

function readCredentials(context: SourceContext): {
  applicationId: string;
  accessKey: string;
  origin: string;
} {
  const { applicationId, accessKey, site } = context.credentials ?? {};
  if (applicationId === undefined || accessKey === undefined || site === undefined) {
    const sentence = say`${name} needs an application id, its access key and the site it is registered for.`;
    throw new LookupError('credentials', sentence, { source: id });
  }
  return { applicationId, accessKey, origin: toOrigin(site) };
}

/** What the gateway or the application says, as its code and its sentence. */
function readRefusal(reply: HttpReply): string {
  let body: Readonly<Record<string, unknown>> = {};
  try {
    body = asObject(JSON.parse(reply.text));
  } catch {
    // A gateway that is down answers in HTML, which says nothing more than its status.
  }
  const said = [asObject(body['errors'])['errorMessage'], body['error'], body['error_description']];
  return said.flatMap((text) => asText(text) ?? []).join(': ');
}

/** The failure that a refusal means; who is refused and why is told by codes, the sentences vary. */
function toFailure(status: number, said: string, origin: string): LookupError {
  const options = { source: id, status };
  const credentials = (sentence: Sentence): LookupError => new LookupError('credentials', sentence, options);
  if (said.includes('REFERRER')) {
    return credentials(
      say`${name} does not know the site ${origin} as one of the application's; set the registered one.`,
    );
  }
  if (said.includes('CLIENT_IP')) {
    return credentials(
      say`${name} binds this application to other computers; register a web application instead.`,
    );
  }
  if (status === 401 || said.includes('accessKey'))
    return credentials(say`${name} refuses the access key; set it again.`);
  if (status === 403 || said.includes('applicationId'))
    return credentials(say`${name} refuses the application id; set it again.`);
  return new LookupError(
    'http',
    say`${name} refuses the request: ${toPlainText(said).slice(0, 200)}`,
    options,
  );
}

/** Asks one of Rakuten's services; undefined where it says that there is nothing. */
export async function askRakuten(
  path: string,
  parameters: Readonly<Record<string, string>>,
  context: SourceContext,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { applicationId, accessKey, origin } = readCredentials(context);
  const { priority, signal } = context;
  const query = new URLSearchParams({ format: 'json', formatVersion: '2', ...parameters });
  const reply = await context.http.send({
    source: id,
    pool: 'any',
    url: `${context.endpoint(id)}/services/api/${path}?${query.toString()}`,
    accept: 'application/json',
    // The gateway looks at the one or the other.
    headers: { origin, referer: `${origin}/` },
    secrets: { query: { applicationId }, headers: { accessKey } },
    keep: 'search',
    priority,
    answers: [400, 401, 403, 404],
    ...(signal === undefined ? {} : { signal }),
  });
  if (reply.status === 404) return undefined;
  if (reply.status >= 400) throw toFailure(reply.status, readRefusal(reply), origin);
  const answer = asObject(parseJson(reply, { id, name }));
  if (Object.keys(answer).length === 0) throw unexpectedShape({ id, name });
  return answer;
}
