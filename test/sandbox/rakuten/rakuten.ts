/** Rakuten's Kobo Ebook Search and Genre Search on their host of 2026: https://webservice.rakuten.co.jp/documentation */
import { credentials } from '../credentials.ts';
import { json, text } from '../exchange.ts';
import type { Answer, Call, StandIn } from '../exchange.ts';
import type { Ebook } from '../works/ebooks.ts';
import { genres } from '../works/ebooks.ts';
import { searchEbooks } from './ebooks.ts';
import { contentType, refuse } from './refuse.ts';

const { applicationId, accessKey, site } = credentials.rakutenKobo;

/** The same for every ebook, and a drawing: the shop has no pictures to give away. */
const cover =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="284"><rect width="200" height="284" fill="#26537c"/><rect x="24" y="40" width="152" height="60" fill="#f4e9d8"/></svg>';

/** Makes the shop over a list of ebooks. */
export function createRakutenKobo(ebooks: readonly Ebook[]): StandIn {
  return {
    answer(call) {
      if (call.path.endsWith('.jpg')) return text(cover, 200, 'image/svg+xml');
      const refusal = checkCredentials(call);
      if (refusal) return refusal;
      const [, api = ''] =
        /^\/services\/api\/Kobo\/(EbookSearch\/20170426|GenreSearch\/20131010)$/.exec(call.path) ?? [];
      if (api === '') return refuse(400, 'wrong_parameter', 'API Configuration not found');
      return api.startsWith('Ebook')
        ? searchEbooks(ebooks, call.query, call.endpoints['rakutenKobo'] ?? '')
        : searchGenres(call.query);
    },
    allowance: ({ query }) => ({ pool: query.get('applicationId') ?? '', limit: 1, intervalMs: 1000 }),
    tooMany: () =>
      refuse(
        429,
        'too_many_requests',
        'number of allowed requests has been exceeded for this API. please try again soon.',
      ),
    failure: refuse(500, 'system_error', 'api logic error'),
  };
}

function refuseAtGateway(status: number, message: string): Answer {
  return json({ errors: { errorCode: status, errorMessage: message } }, status, contentType);
}

function checkCredentials({ query, headers }: Call): Answer | undefined {
  const sentKey = headers['accesskey'] ?? query.get('accessKey') ?? undefined;
  if (headers['authorization'] !== undefined)
    return refuse(401, 'invalid_token', 'specify valid access token');
  if (sentKey === undefined)
    return refuseAtGateway(400, 'accessKey must be present as a query parameter or in the header');
  if (sentKey !== accessKey) return refuse(401, 'invalid_token', 'specify valid access token');
  if (query.get('applicationId') !== applicationId)
    return refuse(400, 'wrong_parameter', 'specify valid applicationId');
  const { origin } = headers;
  if (origin === undefined) return refuseAtGateway(403, 'REQUEST_CONTEXT_BODY_HTTP_REFERRER_MISSING');
  if (/^https?:\/\/localhost/.test(origin)) return refuseAtGateway(503, 'Authentication service error');
  return origin === site ? undefined : refuseAtGateway(403, 'HTTP_REFERRER_NOT_ALLOWED');
}

function searchGenres(query: URLSearchParams): Answer {
  const id = query.get('koboGenreId') ?? '101';
  if (!(id in genres)) return refuse(400, 'wrong_parameter', 'the genre id is not valid');
  const children = Object.keys(genres).filter(
    (other) => other.length === id.length + 3 && other.startsWith(id),
  );
  const parents =
    query.get('genrePath') === '1'
      ? Object.keys(genres).filter((other) => other !== id && id.startsWith(other))
      : [];
  const flat = query.get('formatVersion') === '2';
  const list = (ids: readonly string[], name: string): object[] =>
    ids.map((other) => (flat ? toGenre(other) : { [name]: toGenre(other) }));
  return json(
    { current: toGenre(id), children: list(children, 'child'), parents: list(parents, 'parent') },
    200,
    contentType,
  );
}

function toGenre(id: string): object {
  return { koboGenreId: id, koboGenreName: genres[id], genreLevel: id.length / 3 };
}
