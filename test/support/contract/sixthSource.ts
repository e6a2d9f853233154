/**
 * A source that only the tests know: content negotiation as Crossref's stand-in offers it, and its titles. Nothing but
 * this object makes it one of the sources.
 */
import type { HttpReply } from '../../../src/core/http/http.ts';
import { say } from '../../../src/core/sentence.ts';
import { asList, asObject, isObject, parseJson, unexpectedShape } from '../../../src/core/sources/json.ts';
import { mapWork } from '../../../src/core/sources/crossref/mapWork.ts';
import { searchFields } from '../../../src/core/sources/query.ts';
import type { Source, SourceContext } from '../../../src/core/sources/source.ts';
import { credentials } from '../../sandbox/credentials.ts';
import type { Fixture } from './fixture.ts';

const id = 'sixth';
const name = 'The sixth source';
const csl = 'application/vnd.citationstyles.csl+json';

function ask(path: string, accept: string, context: SourceContext): Promise<HttpReply> {
  const { http, credentials: own, priority, signal } = context;
  return http.send({
    source: id,
    pool: 'any',
    url: `${context.endpoint('crossref')}${path}`,
    accept,
    keep: 'record',
    priority,
    secrets: { headers: { 'crossref-plus-api-token': `Bearer ${own?.['plusToken'] ?? ''}` } },
    ...(signal && { signal }),
  });
}

export const sixthSource: Source = {
  id,
  name,
  endpoints: { crossref: 'https://sixth.example.org' },
  paces: () => ({ any: { limit: 5, intervalMs: 1000 } }),
  credentials: {
    required: false,
    fields: [{ name: 'plusToken', label: say`Token`, secret: true }],
    help: say`Everybody has one.`,
  },
  byDefault: false,
  kinds: ['doi'],
  async resolve(identifier, context) {
    const reply = await ask(`/works/${encodeURIComponent(identifier.id)}/transform/${csl}`, csl, context);
    if (reply.status === 404) return undefined;
    const record = mapWork(parseJson(reply, { id, name }), id);
    if (record === undefined) throw unexpectedShape({ id, name });
    return record.csl.DOI === identifier.id ? record : undefined;
  },
  search: {
    fields: ['title', 'sort'],
    async find(query, page, context) {
      const offset = Number(page.cursor ?? '0');
      const order = query.sort === 'newest' || query.sort === 'oldest' ? `&sort=published&order=${query.sort === 'newest' ? 'desc' : 'asc'}` : ''; // prettier-ignore
      const title =
        query.title === undefined ? '' : `&query.title=${encodeURIComponent(query.title.join(' '))}`;
      const words = encodeURIComponent(query.words);
      const path = `/works?filter=type:journal-article&query=${words}${title}&rows=${String(page.size)}&offset=${String(offset)}${order}`;
      const { message } = asObject(parseJson(await ask(path, 'application/json', context), { id, name }));
      if (!isObject(message)) throw unexpectedShape({ id, name });
      const items = asList(message['items']);
      const next = offset + items.length;
      const total = Number(message['total-results']);
      return {
        records: items.map((item) => mapWork(item, id)).filter((record) => record !== undefined),
        total,
        ...(next < total ? { next: String(next) } : {}),
        notApplied: [
          ...searchFields.filter(
            (field) => field !== 'title' && field !== 'sort' && query[field] !== undefined,
          ),
          ...(query.sort === 'cited' ? (['sort'] as const) : []),
        ],
      };
    },
  },
};

export const sixthFixture: Fixture = {
  service: 'crossref',
  credentials: credentials.crossref,
  refused: { plusToken: 'a-secret-that-is-none' },
  many: { words: 'Demonstration of the' },
  pageSize: 9,
  conditions: {
    title: {
      query: { words: 'of the', title: ['Hydroxychloroquine'] },
      among: { words: 'of the' },
      holds: ({ csl: { title } }) => title.includes('ydroxychloroquine'),
    },
  },
  identifiers: {
    doi: { id: '10.1038/171737a0', title: 'Nucleic Acids', unknown: '10.5555/unknown', malformed: '10.5555/%zz?a=b#c' },
  },
}; // prettier-ignore
