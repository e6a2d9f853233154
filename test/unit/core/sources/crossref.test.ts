import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { mapWork } from '../../../../src/core/sources/crossref/mapWork.ts';
import type { CitationRecord } from '../../../../src/core/record/record.ts';
import { createContext, createFakeHttp } from '../../../support/fakeHttp.ts';

function map(work: Readonly<Record<string, unknown>>): CitationRecord {
  const record = mapWork(
    { DOI: '10.5555/Test', type: 'journal-article', title: ['A title'], ...work },
    'crossref',
  );
  assert.ok(record);
  return record;
}

describe('mapWork', () => {
  it('names the work in lower case and says who said each field', () => {
    const { csl, provenance, sources } = map({ volume: '12' });
    assert.equal(csl.DOI, '10.5555/test');
    assert.equal(csl.URL, 'https://doi.org/10.5555/test');
    assert.deepEqual([provenance['title'], provenance['volume']], ['crossref', 'crossref']);
    assert.deepEqual(sources, ['crossref']);
  });

  it('appends a subtitle that the title does not hold already', () => {
    assert.equal(
      map({ title: ['Deep learning'], subtitle: ['A review'] }).csl.title,
      'Deep learning: A review',
    );
    assert.equal(
      map({ title: ['Deep learning: a review'], subtitle: ['A review'] }).csl.title,
      'Deep learning: a review',
    );
    assert.equal(map({ title: ['Why?'], subtitle: ['A review'] }).csl.title, 'Why? A review');
    assert.equal(map({ title: ['', 'Second'] }).csl.title, 'Second');
  });

  it('prefers the printed date, and survives dates without a year', () => {
    const dates = {
      issued: { 'date-parts': [[2019, 12]] },
      'published-print': { 'date-parts': [[2020, 3]] },
    };
    assert.deepEqual(map(dates).csl.issued, { 'date-parts': [[2020, 3]] });
    for (const parts of [[[null]], [[]], [], null])
      assert.equal(map({ issued: { 'date-parts': parts } }).csl.issued, undefined);
  });

  it('reads names of people, groups and nobody', () => {
    const author = [
      { family: 'King', given: 'M. L.', suffix: 'Jr.' },
      { name: 'The PLOS ONE Staff' },
      { sequence: 'additional' },
      { family: '有村', given: '俊秀' },
    ];
    assert.deepEqual(map({ author }).csl.author, [
      { family: 'King', given: 'M. L.', suffix: 'Jr.' },
      { literal: 'The PLOS ONE Staff' },
      { family: '有村', given: '俊秀' },
    ]);
  });

  it('tells the book from its series', () => {
    const chapter = map({
      type: 'book-chapter',
      'container-title': ['Lecture Notes in Computer Science', 'Advances in Lists'],
    }).csl;
    assert.equal(chapter['container-title'], 'Advances in Lists');
    assert.equal(chapter['collection-title'], 'Lecture Notes in Computer Science');
    const book = map({ type: 'monograph', 'container-title': ['Springer Texts'] }).csl;
    assert.deepEqual([book['container-title'], book['collection-title']], [undefined, 'Springer Texts']);
  });

  it('keeps the article number and drops pages that say nothing', () => {
    const { csl } = map({ 'article-number': 'e101381', page: 'n/a-n/a' });
    assert.deepEqual([csl.number, csl.page], ['e101381', undefined]);
    assert.equal(map({ page: '145–145' }).csl.page, '145');
    assert.equal(map({ page: '1308-1309.e1' }).csl.page, '1308-1309.e1');
    assert.equal(map({ volume: 'null' }).csl.volume, undefined);
  });

  it('reads ISBN and ISSN in every form that was deposited', () => {
    assert.equal(map({ ISBN: ['http://id.crossref.org/isbn/978-3-319-03599-4'] }).csl.ISBN, '9783319035994');
    assert.equal(
      map({ ISSN: ['1234-567x', '8765-4321'], 'issn-type': [{ type: 'print', value: '8765-4321' }] }).csl
        .ISSN,
      '8765-4321',
    );
  });

  it('keeps a thesis with its school and degree', () => {
    const { csl } = map({
      type: 'dissertation',
      degree: ['Master of Science (MSc)'],
      institution: [{ name: 'Some University', place: ['-'] }],
      publisher: 'Library',
    });
    assert.deepEqual(
      [csl.type, csl.genre, csl.publisher, csl['publisher-place']],
      ['thesis', "Master's thesis", 'Some University', undefined],
    );
  });

  const retraction = { DOI: '10.5555/notice', type: 'retraction', updated: { 'date-parts': [[2020, 6, 5]] } };
  it('believes Retraction Watch, and the publisher only of works that are no notices', () => {
    const watched = { ...retraction, source: 'retraction-watch' };
    const byWatch = map({ 'updated-by': [watched], 'update-to': [{ ...retraction, DOI: '10.5555/test' }] });
    assert.deepEqual(byWatch.notices, [
      {
        kind: 'retraction',
        identifier: '10.5555/notice',
        date: '2020-06-05',
        assertedBy: 'Retraction Watch',
      },
    ]);
    const misdirected = map({
      title: ['Retraction—A title'],
      'updated-by': [{ ...retraction, DOI: '10.5555/other', source: 'publisher' }],
    });
    assert.deepEqual(misdirected.notices, []);
    const byPublisher = map({ 'updated-by': [{ ...retraction, source: 'publisher' }] });
    assert.equal(byPublisher.notices[0]?.assertedBy, 'publisher');
  });

  it('takes a title marked as retracted for what it says, and no version of itself for a newer one', () => {
    assert.equal(map({ title: ['RETRACTED: A title'] }).notices[0]?.kind, 'retraction');
    assert.deepEqual(map({ 'updated-by': [{ DOI: '10.5555/TEST', type: 'new_version' }] }).notices, []);
  });

  it('points a preprint to its published version', () => {
    const relation = {
      'is-preprint-of': [{ id: '10.5555/Published', 'id-type': 'doi', 'asserted-by': 'subject' }],
    };
    const { csl, notices } = map({
      type: 'posted-content',
      subtype: 'preprint',
      institution: { name: 'bioRxiv' },
      relation,
    });
    assert.deepEqual([csl.type, csl.genre, csl.custom?.eprintType], ['article', 'Preprint', 'bioRxiv']);
    assert.deepEqual(notices, [
      { kind: 'published-version', identifier: '10.5555/published', assertedBy: 'publisher' },
    ]);
  });
});

describe('the source crossref', () => {
  const work = (doi: string): unknown => ({ DOI: doi, type: 'journal-article', title: [doi] });
  const envelope = (message: unknown): unknown => ({ status: 'ok', 'message-type': 'work', message });

  it('asks for one record by its encoded DOI and accepts no other', async () => {
    const http = createFakeHttp((url) => ({
      body: envelope(work(url.pathname.includes('a%2Fb') ? '10.5555/a/b' : '10.5555/neighbour')),
    }));
    const context = createContext(crossref, http);
    assert.equal(
      (await crossref.resolve({ kind: 'doi', id: '10.5555/a/b' }, context))?.csl.DOI,
      '10.5555/a/b',
    );
    assert.equal(http.urls[0]?.pathname, '/works/10.5555%2Fa%2Fb');
    assert.equal(await crossref.resolve({ kind: 'doi', id: '10.5555/c' }, context), undefined);
  });

  it('takes the plain-text 404 for "unknown", whatever its content type', async () => {
    const context = createContext(
      crossref,
      createFakeHttp(() => ({ status: 404, body: 'Resource not found.' })),
    );
    assert.equal(await crossref.resolve({ kind: 'doi', id: '10.5555/none' }, context), undefined);
  });

  it('says what is wrong with an answer that is not Crossref’s', async () => {
    for (const body of ['<html></html>', '{"status":"ok"}', '[]']) {
      const context = createContext(
        crossref,
        createFakeHttp(() => ({ body })),
      );
      await assert.rejects(
        crossref.resolve({ kind: 'doi', id: '10.5555/x' }, context),
        (error) =>
          error instanceof LookupError && error.kind === 'unexpected-reply' && error.source === 'crossref',
      );
    }
  });

  it('asks for many in one request, keyed by DOI and not by order', async () => {
    const http = createFakeHttp(() => ({
      body: envelope({ items: [work('10.5555/b'), work('10.5555/A')] }),
    }));
    const group = ['10.5555/a', '10.5555/b', '10.5555/c'].map((id) => ({ kind: 'doi' as const, id }));
    const found = await crossref.batch?.resolve(group, createContext(crossref, http));
    assert.deepEqual([...(found?.keys() ?? [])].toSorted(), ['10.5555/a', '10.5555/b']);
    assert.equal(http.urls[0]?.searchParams.get('filter'), 'doi:10.5555/a,doi:10.5555/b,doi:10.5555/c');
    assert.equal(http.urls[0].searchParams.get('rows'), '3');
  });

  it('splits batches by number and length, and lets DOIs with commas go alone', () => {
    const identifiers = [
      ...Array.from({ length: 90 }, (_, n) => `10.5555/${String(n)}`),
      '10.5555/with,comma',
    ].map((id) => ({ kind: 'doi' as const, id }));
    const groups = crossref.batch?.split(identifiers) ?? [];
    assert.deepEqual(
      groups.map((group) => group.length).toSorted((a, b) => a - b),
      [1, 10, 40, 40],
    );
    assert.equal(groups.flat().length, 91);
    const long = Array.from({ length: 30 }, (_, n) => ({
      kind: 'doi' as const,
      id: `10.5555/${'x'.repeat(300)}${String(n)}`,
    }));
    for (const group of crossref.batch?.split(long) ?? [])
      assert.ok(group.map(({ id }) => encodeURIComponent(id)).join(',').length < 4096);
  });

  it('finds a book by ISBN only where there is one', async () => {
    const books = (count: number): ReturnType<typeof createContext> =>
      createContext(
        crossref,
        createFakeHttp(() => ({
          body: envelope({ items: Array.from({ length: count }, (_, n) => work(`10.5555/${String(n)}`)) }),
        })),
      );
    const isbn = { kind: 'isbn' as const, id: '9783319035994' };
    assert.equal((await crossref.resolve(isbn, books(1)))?.csl.DOI, '10.5555/0');
    assert.equal(await crossref.resolve(isbn, books(2)), undefined);
  });

  it('searches by words and fields, and says what it cannot apply', async () => {
    const http = createFakeHttp(() => ({
      body: envelope({ 'total-results': 25_000, items: [work('10.5555/a'), work('10.5555/b')] }),
    }));
    const query = {
      words: 'deep learning',
      author: ['LeCun'],
      year: { from: 2015, to: 2016 },
      lang: ['en'],
      sort: 'newest' as const,
    };
    const page = await crossref.search?.find(query, { size: 2 }, createContext(crossref, http));
    assert.deepEqual([page?.total, page?.next, page?.notApplied], [25_000, '2', ['lang']]);
    const parameters = http.urls[0]?.searchParams;
    assert.equal(parameters?.get('query.bibliographic'), 'deep learning');
    assert.equal(parameters.get('query.author'), 'LeCun');
    assert.equal(parameters.get('filter'), 'from-pub-date:2015,until-pub-date:2016');
    assert.equal(parameters.get('sort'), 'published');
  });
});
