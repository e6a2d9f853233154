import { strict as assert } from 'node:assert';
import { mock } from 'node:test';
import { LookupError } from '../../../../src/core/errors.ts';
import type { Identifier } from '../../../../src/core/identifiers/identifier.ts';
import { silentLog } from '../../../../src/core/log.ts';
import { createLookup, type Lookup, type LookupHost } from '../../../../src/core/lookup/lookup.ts';
import { resolveMany } from '../../../../src/core/lookup/resolveMany.ts';
import { say } from '../../../../src/core/sentence.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import type { Source } from '../../../../src/core/sources/source.ts';
import { createContext, createFakeHttp, type FakeAnswer, type FakeHttp } from '../../../support/fakeHttp.ts';

const notFound: FakeAnswer = { status: 404, body: 'Resource not found.' };

/** Answers by host and decoded path; what has no answer is a 404. */
function serve(answers: Readonly<Record<string, FakeAnswer | (() => FakeAnswer)>>): FakeHttp {
  return createFakeHttp((url) => {
    const ids = url.searchParams.get('ids');
    const name = `${url.host}${decodeURIComponent(url.pathname)}${ids === null ? '' : `?${ids}`}`;
    const answer = answers[name] ?? notFound;
    return typeof answer === 'function' ? answer() : answer;
  });
}

const work = (doi: string, more: object = {}): FakeAnswer => ({
  body: {
    status: 'ok',
    message: {
      DOI: doi,
      type: 'journal-article',
      title: ['From Crossref'],
      author: [{ family: 'A' }],
      issued: { 'date-parts': [[2020]] },
      ...more,
    },
  },
});
const resource = (doi: string): FakeAnswer => ({
  body: {
    data: [
      {
        id: doi,
        attributes: {
          doi,
          titles: [{ title: 'From DataCite' }],
          creators: [{ name: 'A, B' }],
          publicationYear: 2020,
        },
      },
    ],
  },
});
const agency = (name: string): FakeAnswer => ({ body: [{ DOI: 'x', RA: name }] });
const csl = (doi: string): FakeAnswer => ({
  body: { DOI: doi, type: 'article-journal', title: 'From the agency' },
});

function lookupOver(
  http: FakeHttp,
  sources: readonly Source[] = [crossref, datacite],
): { lookup: Lookup; context: LookupHost['context'] } {
  const context: LookupHost['context'] = (source, options) => ({
    ...createContext(source, http),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return { lookup: createLookup({ sources: () => sources, context, log: silentLog }), context };
}

const asDoi = (id: string): Identifier => ({ kind: 'doi', id });
const hosts = (http: FakeHttp): readonly string[] => http.urls.map((url) => url.host);

describe('createLookup', () => {
  it('asks Crossref, and nobody else where it knows the work', async () => {
    const http = serve({ 'api.crossref.org/works/10.5555/a': work('10.5555/a') });
    const record = await lookupOver(http).lookup.resolve(asDoi('10.5555/a'));
    assert.equal(record?.csl.title, 'From Crossref');
    assert.deepEqual(hosts(http), ['api.crossref.org']);
  });

  it('asks the source of the agency that doi.org names', async () => {
    const http = serve({
      'doi.org/ra/10.5555/b': agency('DataCite'),
      'api.datacite.org/dois?10.5555/b': resource('10.5555/b'),
    });
    const record = await lookupOver(http).lookup.resolve(asDoi('10.5555/b'));
    assert.deepEqual([record?.csl.title, record?.sources], ['From DataCite', ['datacite']]);
  });

  it('negotiates with an agency that no source keeps, and with the one whose source does not know the work yet', async () => {
    for (const name of ['mEDRA', 'JaLC', 'KISTI', 'Crossref', 'DataCite']) {
      const http = serve({ 'doi.org/ra/10.5555/c': agency(name), 'doi.org/10.5555/c': csl('10.5555/C') });
      const record = await lookupOver(http).lookup.resolve(asDoi('10.5555/c'));
      assert.deepEqual([record?.csl.title, record?.csl.DOI], ['From the agency', '10.5555/c'], name);
    }
  });

  it('knows no work for a DOI that is not registered, and takes no neighbour for it', async () => {
    const http = serve({
      'doi.org/ra/10.5555/typo': { body: [{ DOI: '10.5555/typo', status: 'DOI does not exist' }] },
    });
    assert.equal(await lookupOver(http).lookup.resolve(asDoi('10.5555/typo')), undefined);
    const neighbour = serve({
      'doi.org/ra/10.5555/c': agency('mEDRA'),
      'doi.org/10.5555/c': csl('10.5555/cc'),
    });
    assert.equal(await lookupOver(neighbour).lookup.resolve(asDoi('10.5555/c')), undefined);
  });

  it('finds a DataCite work while doi.org is down, and does not call a work unknown that it could not ask for', async () => {
    const down: FakeAnswer = { status: 500 };
    const http = serve({
      'doi.org/ra/10.5555/b': down,
      'api.datacite.org/dois?10.5555/b': resource('10.5555/b'),
    });
    assert.equal((await lookupOver(http).lookup.resolve(asDoi('10.5555/b')))?.csl.title, 'From DataCite');
    const nothing = serve({
      'doi.org/ra/10.5555/b': down,
      'api.datacite.org/dois?10.5555/b': { body: { data: [] } },
    });
    await assert.rejects(
      lookupOver(nothing).lookup.resolve(asDoi('10.5555/b')),
      (error) => error instanceof LookupError && error.source === 'doi',
    );
  });

  it('says why Crossref did not answer for its own DOI, without asking Crossref through doi.org', async () => {
    const http = serve({
      'api.crossref.org/works/10.5555/a': { status: 503 },
      'doi.org/ra/10.5555/a': agency('Crossref'),
    });
    await assert.rejects(
      lookupOver(http).lookup.resolve(asDoi('10.5555/a')),
      (error) => error instanceof LookupError && error.source === 'crossref',
    );
    assert.deepEqual(hosts(http), ['api.crossref.org', 'doi.org']);
  });

  it('still finds a DataCite work while Crossref is down', async () => {
    const http = serve({
      'api.crossref.org/works/10.5555/b': { status: 503 },
      'doi.org/ra/10.5555/b': agency('DataCite'),
      'api.datacite.org/dois?10.5555/b': resource('10.5555/b'),
    });
    assert.equal((await lookupOver(http).lookup.resolve(asDoi('10.5555/b')))?.csl.title, 'From DataCite');
  });

  it('follows a short DOI to its work', async () => {
    const http = serve({
      'doi.org/10/abc': csl('10.5555/a'),
      'api.crossref.org/works/10.5555/a': work('10.5555/a'),
    });
    assert.equal((await lookupOver(http).lookup.resolve(asDoi('10/abc')))?.csl.DOI, '10.5555/a');
  });

  it('asks only the sources it may', async () => {
    const http = serve({
      'doi.org/ra/10.5555/a': agency('Crossref'),
      'api.crossref.org/works/10.5555/a': work('10.5555/a'),
    });
    assert.equal(
      await lookupOver(http).lookup.resolve(asDoi('10.5555/a'), { sources: ['datacite'] }),
      undefined,
    );
    assert.ok(!hosts(http).includes('api.crossref.org'));
  });

  it('shows a work without its authors where the source that may know them does not answer', async () => {
    const silent: Source = {
      ...datacite,
      id: 'openaire',
      resolve: (_identifier, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new LookupError('cancelled', say`The request was cancelled.`));
          });
        }),
    };
    const http = serve({ 'api.crossref.org/works/10.5555/a': work('10.5555/a', { author: [] }) });
    const enough = new AbortController();
    const timeout = mock.method(AbortSignal, 'timeout', () => enough.signal);
    try {
      const found = lookupOver(http, [crossref, silent]).lookup.resolve(asDoi('10.5555/a'));
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      enough.abort();
      assert.equal((await found)?.csl.title, 'From Crossref');
    } finally {
      timeout.mock.restore();
    }
  });

  it('stops when it is told to', async () => {
    const { lookup } = lookupOver(serve({}));
    await assert.rejects(
      lookup.resolve(asDoi('10.5555/a'), { signal: AbortSignal.abort() }),
      (error) => error instanceof LookupError && error.kind === 'cancelled',
    );
  });
});

describe('resolveMany', () => {
  const list = (...dois: readonly string[]): FakeAnswer => ({
    body: { status: 'ok', message: { items: dois.map((DOI) => ({ DOI, type: 'book', title: [DOI] })) } },
  });

  it('asks each service once for all, and one by one only for what is left', async () => {
    const http = serve({
      'api.crossref.org/works': list('10.5555/b', '10.5555/a'),
      'api.datacite.org/dois?10.5555/c,10.5555/d': resource('10.5555/c'),
      'doi.org/ra/10.5555/d': { body: [{ status: 'DOI does not exist' }] },
    });
    const { lookup, context } = lookupOver(http);
    const progress: number[] = [];
    const asked = ['10.5555/a', '10.5555/b', '10.5555/c', '10.5555/d', '10.5555/a'].map(asDoi);
    const outcomes = await resolveMany(asked, lookup, context, { onProgress: (done) => progress.push(done) });
    const titles = ['a', 'b', 'c', 'd'].map((name) => {
      const outcome = outcomes.get(`doi:10.5555/${name}`);
      return outcome !== undefined && 'record' in outcome ? outcome.record.csl.title : outcome;
    });
    assert.deepEqual(titles, ['10.5555/a', '10.5555/b', 'From DataCite', { notFound: true }]);
    assert.equal(http.requests.length, 4, 'two batches, then Crossref and doi.org for the unknown one');
    assert.deepEqual(progress, [1, 2, 3, 4]);
  });

  it('says per identifier why it could not be asked for', async () => {
    const http = serve({
      'api.crossref.org/works': { status: 500 },
      'api.crossref.org/works/10.5555/a': { status: 500 },
      'doi.org/ra/10.5555/a': agency('Crossref'),
    });
    const { lookup, context } = lookupOver(http);
    const outcome = (await resolveMany([asDoi('10.5555/a'), asDoi('10.5555/b')], lookup, context)).get(
      'doi:10.5555/a',
    );
    assert.ok(outcome !== undefined && 'error' in outcome && outcome.error.source === 'crossref');
  });
});
