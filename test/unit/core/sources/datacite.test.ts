import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import { mapDoi } from '../../../../src/core/sources/datacite/mapDoi.ts';
import { escapeQuery } from '../../../../src/core/sources/datacite/escapeQuery.ts';
import type { CitationRecord } from '../../../../src/core/record/record.ts';
import { createContext, createFakeHttp } from '../../../support/fakeHttp.ts';

function map(attributes: Readonly<Record<string, unknown>>): CitationRecord {
  const record = mapDoi({ doi: '10.5555/TEST', titles: [{ title: 'A title' }], ...attributes });
  assert.ok(record);
  return record;
}

describe('mapDoi', () => {
  it('reads creators by what they are', () => {
    const creators = [
      { name: 'Smith, Jane', nameType: 'Personal', givenName: 'Jane', familyName: 'Smith' },
      { name: 'Institute, of Things', nameType: 'Organizational' },
      { name: 'Doe, John' },
      { name: 'DataCite Metadata Working Group' },
      { name: '(:unav)' },
      {
        name: 'Jones, Matt (Univ. A); Slaughter, Peter',
        givenName: 'Matt (Univ. A); Slaughter, Peter',
        familyName: 'Jones',
      },
    ];
    assert.deepEqual(map({ creators }).csl.author, [
      { family: 'Smith', given: 'Jane' },
      { literal: 'Institute, of Things' },
      { family: 'Doe', given: 'John' },
      { literal: 'DataCite Metadata Working Group' },
      { family: 'Jones', given: 'Matt' },
      { family: 'Slaughter', given: 'Peter' },
    ]);
  });

  it('takes the title without a kind, with its subtitle', () => {
    const titles = [
      { title: 'Uebersetzung', titleType: 'TranslatedTitle' },
      { title: ' Main\n title ' },
      { title: 'Part two', titleType: 'Subtitle' },
    ];
    assert.equal(map({ titles }).csl.title, 'Main title: Part two');
  });

  it('takes the date of issue, else the year of publication', () => {
    const dates = [
      { date: '2018-05-01', dateType: 'Created' },
      { date: '2019-03-20T00:00:00Z', dateType: 'Issued' },
    ];
    assert.deepEqual(map({ dates, publicationYear: 2019 }).csl.issued, { 'date-parts': [[2019, 3, 20]] });
    assert.deepEqual(
      map({ dates: [{ date: '(:tba)', dateType: 'Issued' }], publicationYear: 2019 }).csl.issued,
      { 'date-parts': [[2019]] },
    );
    assert.deepEqual(map({ dates: [{ date: '2004/2005', dateType: 'Issued' }] }).csl.issued, {
      'date-parts': [[2004], [2005]],
    });
    assert.equal(map({ publicationYear: 0 }).csl.issued, undefined);
  });

  const types: readonly (readonly [
    general: string | undefined,
    text: string | undefined,
    type: string,
    genre?: string,
  ])[] = [
    ['Dataset', 'Survey', 'dataset'],
    ['Software', 'Software', 'software'],
    ['ComputationalNotebook', undefined, 'software'],
    ['Text', 'JournalArticle', 'article-journal'],
    ['Text', 'Doctoral thesis', 'thesis', 'PhD thesis'],
    ['Text', 'Masterarbeit', 'thesis', "Master's thesis"],
    ['Text', undefined, 'document'],
    ['Preprint', 'Article', 'article', 'Preprint'],
    ['Dissertation', 'Master thesis', 'thesis', "Master's thesis"],
    ['ConferenceProceeding', undefined, 'book'],
    ['Event', 'Presentation', 'speech', 'Presentation'],
    ['Image', 'Poster', 'speech', 'Poster'],
    ['Other', 'Award', 'document'],
    [undefined, 'Book', 'book'],
  ];
  for (const [general, text, type, genre] of types) {
    it(`reads ${general ?? 'no type'} / ${text ?? 'nothing'} as ${type}`, () => {
      const { csl } = map({
        types: { resourceTypeGeneral: general, resourceType: text, citeproc: 'article-journal' },
      });
      assert.deepEqual([csl.type, csl.genre], [type, genre]);
    });
  }

  it('knows arXiv with id and class', () => {
    const { csl } = map({
      doi: '10.48550/ARXIV.1706.03762',
      types: { resourceTypeGeneral: 'Preprint' },
      subjects: [{ subject: 'Computation and Language (cs.CL)' }],
    });
    assert.deepEqual(csl.custom, { eprint: '1706.03762', eprintType: 'arXiv', eprintClass: 'cs.CL' });
  });

  it('finds journal, volume and pages, and takes a repository for none', () => {
    const { csl } = map({
      types: { resourceTypeGeneral: 'JournalArticle' },
      container: {
        type: 'Journal',
        title: 'Some Journal',
        volume: '3',
        issue: '2',
        firstPage: '11',
        lastPage: '19',
        identifier: '1234-5678',
        identifierType: 'ISSN',
      },
    });
    assert.deepEqual(
      [csl['container-title'], csl.volume, csl.issue, csl.page, csl.ISSN],
      ['Some Journal', '3', '2', '11-19', '1234-5678'],
    );
    assert.equal(
      map({ container: { type: 'DataRepository', title: 'Zenodo' } }).csl['container-title'],
      undefined,
    );
  });

  it('finds the numbers of the journal or book that is described, and the series that stands for a volume', () => {
    const described = (relatedItemType: string, identifier: readonly [string, string], volume: string) => ({
      relationType: 'IsPublishedIn',
      relatedItemType,
      titles: [{ title: 'The host' }],
      volume,
      relatedItemIdentifier: {
        relatedItemIdentifier: identifier[0],
        relatedItemIdentifierType: identifier[1],
      },
    });
    const article = map({ relatedItems: [described('Journal', ['27019012', 'ISSN'], '4')] }).csl;
    assert.deepEqual([article.ISSN, article.volume], ['2701-9012', '4']);
    const isbn = ['978-3-7815-6043-7', 'ISBN'] as const;
    const types = { resourceTypeGeneral: 'BookChapter' };
    const chapter = map({ types, relatedItems: [described('Book', isbn, 'Studies in Teaching')] }).csl;
    assert.deepEqual(
      [chapter.ISBN, chapter.volume, chapter['container-title'], chapter['collection-title']],
      ['9783781560437', undefined, 'The host', 'Studies in Teaching'],
    );
    assert.equal(map({ types, relatedItems: [described('Book', isbn, 'Band 3')] }).csl.volume, 'Band 3');
  });

  it('accepts publishers as text and as objects, and drops unknown ones', () => {
    assert.equal(map({ publisher: 'Zenodo' }).csl.publisher, 'Zenodo');
    assert.equal(map({ publisher: { name: 'Zenodo' } }).csl.publisher, 'Zenodo');
    assert.equal(map({ publisher: ':unav' }).csl.publisher, undefined);
  });

  it('points to the newer version', () => {
    const relatedIdentifiers = [
      {
        relationType: 'IsPreviousVersionOf',
        relatedIdentifier: 'https://doi.org/10.5555/V2',
        relatedIdentifierType: 'DOI',
      },
    ];
    assert.deepEqual(map({ relatedIdentifiers }).notices, [
      { kind: 'newer-version', identifier: '10.5555/v2', assertedBy: 'publisher' },
    ]);
  });
});

describe('the source datacite', () => {
  const resource = (doi: string, client: unknown = { id: 'x' }): unknown => ({
    id: doi,
    type: 'dois',
    attributes: { doi, titles: [{ title: doi }] },
    relationships: { client: { data: client } },
  });

  it('answers arXiv ids through their DOIs', async () => {
    const http = createFakeHttp(() => ({ body: { data: [resource('10.48550/arxiv.1706.03762')] } }));
    const record = await datacite.resolve(
      { kind: 'arxiv', id: '1706.03762v5' },
      createContext(datacite, http),
    );
    assert.equal(record?.csl.custom?.eprint, '1706.03762');
    assert.equal(http.urls[0]?.searchParams.get('ids'), '10.48550/arxiv.1706.03762');
  });

  it('leaves out the stubs of other agencies and works it was not asked for', async () => {
    const http = createFakeHttp(() => ({
      body: { data: [resource('10.5555/a', null), resource('10.5555/b')] },
    }));
    assert.equal(
      await datacite.resolve({ kind: 'doi', id: '10.5555/a' }, createContext(datacite, http)),
      undefined,
    );
  });

  it('reads both shapes of errors', async () => {
    for (const errors of [
      { title: 'parse_exception: x' },
      [{ status: '400', title: 'parse_exception: x' }],
    ]) {
      const context = createContext(
        datacite,
        createFakeHttp(() => ({ status: 400, body: { errors } })),
      );
      await assert.rejects(
        datacite.resolve({ kind: 'doi', id: '10.5555/a' }, context),
        (error) => error instanceof LookupError && error.message.includes('parse_exception'),
      );
    }
  });

  it('splits batches by number and length, and lets DOIs with commas go alone', () => {
    const short = Array.from({ length: 130 }, (_, n) => ({ kind: 'doi' as const, id: `10.5072/${String(n)}` }));
    const long = Array.from({ length: 90 }, (_, n) => ({ kind: 'doi' as const, id: `10.5072/${'é'.repeat(50)}${String(n)}` }));
    const groups = datacite.batch?.split([...short, { kind: 'doi', id: '10.5072/with,comma' }]) ?? [];
    assert.deepEqual(groups.map(({ length }) => length), [100, 30, 1]);
    for (const group of datacite.batch?.split(long) ?? [])
      assert.ok(group.map(({ id }) => encodeURIComponent(id)).join(',').length <= 6000);
  }); // prettier-ignore

  it('makes a person’s words harmless in a query', () => {
    assert.equal(escapeQuery('Climate change: x AND (y)'), 'Climate change\\: x and \\(y\\)');
  });

  it('looks for days in their years, and says so where those are not the same', async () => {
    const cases = [
      [{ from: '2020-03', to: '2021-05-10' }, '2020,2021', ['date']],
      [{ from: '2020-01-01', to: '2021-12-31' }, '2020,2021', []],
      [{ from: '2020', to: '2020' }, '2020', []],
    ] as const;
    for (const [date, years, notApplied] of cases) {
      const http = createFakeHttp(() => ({ body: { data: [], meta: { total: 0 } } }));
      const page = await datacite.search?.find(
        { words: 'a', date, year: { from: 1900, to: 1901 } },
        { size: 1 },
        createContext(datacite, http),
      );
      assert.equal(http.urls[0]?.searchParams.get('published'), years);
      assert.deepEqual(page?.notApplied, notApplied);
    }
    const http = createFakeHttp(() => ({ body: { data: [], meta: { total: 0 } } }));
    await datacite.search?.find(
      { words: 'a', date: { from: '2020-03' } },
      { size: 1 },
      createContext(datacite, http),
    );
    assert.equal(http.urls[0]?.searchParams.get('query'), 'a AND publicationYear:[2020 TO *]');
  });

  it('sorts by relevance unless told otherwise and pages by number', async () => {
    const http = createFakeHttp(() => ({ body: { data: [resource('10.5555/a')], meta: { total: 3 } } }));
    const page = await datacite.search?.find(
      { words: 'a "b c" d', author: ['Doe'] },
      { size: 1, cursor: '2' },
      createContext(datacite, http),
    );
    const parameters = http.urls[0]?.searchParams;
    assert.equal(parameters?.get('query'), 'a "b c" d AND creators.name:("Doe")');
    assert.deepEqual([parameters.get('sort'), parameters.get('page[number]')], ['relevance', '2']);
    assert.deepEqual([page?.total, page?.next], [3, '3']);
  });
});
