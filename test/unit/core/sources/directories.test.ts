import { strict as assert } from 'node:assert';
import { findByName, foldName, type DirectoryEntry } from '../../../../src/core/sources/directory.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import { readLicence } from '../../../../src/core/sources/licences.ts';
import { parseQuery } from '../../../../src/core/sources/parseQuery.ts';
import type { SearchPage } from '../../../../src/core/sources/query.ts';
import type { Source } from '../../../../src/core/sources/source.ts';
import { createCrossref } from '../../../sandbox/crossref/crossref.ts';
import { createDataCite } from '../../../sandbox/datacite/datacite.ts';
import { works } from '../../../sandbox/works.ts';
import { createContext, createFakeHttp, type FakeHttp } from '../../../support/fakeHttp.ts';
import { createStandInHttp } from '../../../support/standInHttp.ts';

const entry = (name: string, ...aliases: string[]): DirectoryEntry => ({ ids: [name], name, aliases });
const entries = [
  entry('Nature'),
  entry('Nature Physics'),
  entry('The Lancet'),
  entry('Physica Status Solidi (a)'),
  entry('Physica Status Solidi (b)'),
  entry('Zeitschrift für Physik'),
  entry('情報管理'),
  entry('Fish and Game', 'DFG'),
  entry('Deutsche Forschungsgemeinschaft', 'DFG'),
  entry('DRL', 'Nature Physics'),
];

describe('an entry of a directory', () => {
  for (const [name, found] of [
    ['nature', ['Nature']],
    ['Lancet', ['The Lancet']],
    ['NATURE  PHYSICS', ['Nature Physics']],
    ['Physica status solidi (A)', ['Physica Status Solidi (a)']],
    ['Physica status solidi', []],
    ['Zeitschrift fur Physik', ['Zeitschrift für Physik']],
    ['情報管理', ['情報管理']],
    ['Natur', []],
    ['DFG', ['Fish and Game', 'Deutsche Forschungsgemeinschaft']],
    ['', []],
  ] as const) {
    it(`that is called ${JSON.stringify(name)} is ${found.join(' and ') || 'none'}`, () => {
      assert.deepEqual(findByName(name, entries).map((each) => each.name), found);
    }); // prettier-ignore
  }

  it('is not another for a voiced sound or a sign', () => {
    assert.notEqual(foldName('カキ'), foldName('ガキ'));
    assert.equal(foldName('Cell & Tissue'), foldName('cell and tissue'));
    assert.equal(foldName('Elsevier B.V.'), foldName('elsevier bv'));
  });
});

const ask = async (source: Source, http: FakeHttp, text: string): Promise<SearchPage> => {
  const page = await source.search?.find(parseQuery(text), { size: 20 }, createContext(source, http));
  assert.ok(page);
  return page;
};

describe('a name in a search of Crossref', () => {
  const filtersOf = async (text: string): Promise<readonly [string | null | undefined, FakeHttp, SearchPage]> => {
    const http = createStandInHttp(createCrossref(works));
    const page = await ask(crossref, http, text);
    return [http.urls.at(-1)?.searchParams.get('filter'), http, page];
  }; // prettier-ignore

  for (const [text, filter] of [
    ['journal:Nature', 'issn:0028-0836,issn:1476-4687'],
    ['journal:nature journal:"The Lancet"', 'issn:0028-0836,issn:1476-4687,issn:0140-6736'],
    ['journal:0028-0836', 'issn:0028-0836'],
    ['funder:"Wellcome Trust"', 'funder:100010269'],
    ['funder:DFG', 'funder:501100001659'],
    ['funder:10.13039/100000001', 'funder:100000001'],
    ['member:Elsevier', 'member:78'],
    ['member:"elsevier BV"', 'member:78'],
    ['member:AAAS', 'member:221'],
    ['member:"American Chemical Society"', 'member:316'],
    ['member:78', 'member:78'],
    ['type:"Journal Article"', 'type:journal-article'],
    ['crossref.type-name:"Edited Book"', 'type-name:Edited Book'],
    ['crossref.type:monograph', 'type:monograph'],
    ['updates:retraction updates:10.1016/s0140-6736(97)11096-0', 'update-type:retraction,updates:10.1016/s0140-6736(97)11096-0'],
    ['updates:yes', 'is-update:true'],
    ['award:IOS-2100625 funder:"National Science Foundation"', 'award.number:IOS-2100625,funder:100000001'],
    ['date:2019-04..2019-05-02 year:2000', 'from-pub-date:2019-04,until-pub-date:2019-05-02'],
    ['license:"CC BY-NC 4.0"', ['https', 'http'].flatMap((scheme) => ['/', '', '/legalcode'].map((end) => `license.url:${scheme}://creativecommons.org/licenses/by-nc/4.0${end}`)).join(',')],
  ] as const) {
    it(`is what the works are filtered by: ${text}`, async () => {
      const [filters, , page] = await filtersOf(text);
      assert.equal(filters, filter);
      assert.equal(page.notes, undefined);
    });
  } // prettier-ignore

  it('is asked for once, and kept as records are', async () => {
    const [, http] = await filtersOf('journal:"The Lancet"');
    assert.deepEqual(http.urls.map(({ pathname }) => pathname), ['/journals', '/works']); // prettier-ignore
    assert.deepEqual(http.requests.map(({ keep, pool }) => [keep, pool]), [['record', 'list'], ['search', 'list']]); // prettier-ignore
  });

  for (const [text, field, words, note] of [
    ['journal:Lancets', 'container-title', 'Lancets', 'Crossref has no journal called “Lancets”. Its words are searched for.'],
    ['journal:"Annalen der"', 'container-title', 'Annalen der', 'Crossref has no journal called “Annalen der”, but “Annalen der Physik”. Its words are searched for.'],
    ['funder:Australian', 'funder-name', 'Australian', 'Crossref has no funder called “Australian”. Its words are searched for.'],
    ['member:Springer', 'publisher-name', 'Springer', 'Crossref has no member called “Springer”, but “Springer Science and Business Media LLC”. Its words are searched for.'],
  ] as const) {
    it(`that nothing bears is searched for by its words, and this is said: ${text}`, async () => {
      const [filters, http, page] = await filtersOf(text);
      assert.equal(filters, null);
      assert.equal(http.urls.at(-1)?.searchParams.get(`query.${field}`), words);
      assert.deepEqual(page.notes?.map(({ english }) => english), [note]);
    });
  } // prettier-ignore

  it('does not become an alternative to the ISSN beside it', async () => {
    const [filters, http] = await filtersOf('journal:Nature issn:0140-6736');
    assert.equal(filters, 'issn:0140-6736');
    assert.equal(http.urls.at(-1)?.searchParams.get('query.container-title'), 'Nature');
  });

  it('that several bear means all of them, and this is said', async () => {
    const items = [
      { id: '100004875', name: 'Department of Fish and Game', 'alt-names': ['DFG'] },
      { id: '501100001659', name: 'Deutsche Forschungsgemeinschaft', 'alt-names': ['DFG'] },
    ];
    const http = createFakeHttp(() => ({ body: { message: { items } } }));
    const page = await ask(crossref, http, 'funder:DFG');
    assert.equal(http.urls.at(-1)?.searchParams.get('filter'), 'funder:100004875,funder:501100001659');
    assert.deepEqual(page.notes?.map(({ english }) => english), ['“DFG” means “Department of Fish and Game”, “Deutsche Forschungsgemeinschaft”.']);
  }); // prettier-ignore

  it('of a publisher that was taken over does not mean the one who took it over', async () => {
    const names = ['Springer Science and Business Media LLC', 'Canadian Public Health Association', 'Springer (Biomed Central Ltd.)'];
    const items = [{ id: 297, 'primary-name': names[0], names }];
    const http = createFakeHttp(() => ({ body: { message: { items } } }));
    await ask(crossref, http, 'member:"Canadian Public Health Association"');
    assert.equal(http.urls.at(-1)?.searchParams.get('filter'), null);
    await ask(crossref, http, 'member:Springer');
    assert.equal(http.urls.at(-1)?.searchParams.get('filter'), 'member:297');
  }); // prettier-ignore

  it('is searched for by its words while the directory cannot be asked', async () => {
    const http = createFakeHttp(({ pathname }) =>
      pathname === '/works' ? { body: { message: { items: [] } } } : { status: 503, body: '' },
    );
    const page = await ask(crossref, http, 'journal:Nature');
    assert.equal(http.urls.at(-1)?.searchParams.get('query.container-title'), 'Nature');
    assert.deepEqual(page.notes?.map(({ english }) => english), ['Crossref cannot look up the journal “Nature” now. Its words are searched for.']);
  }); // prettier-ignore

  it('asks nothing twice where the service has no such directory', async () => {
    const http = createFakeHttp(({ pathname }) =>
      pathname === '/works' ? { body: { message: { items: [] } } } : { status: 404, body: 'Resource not found.' },
    );
    assert.deepEqual((await ask(crossref, http, 'journal:Nature')).records, []);
    assert.equal(http.urls.length, 2);
  }); // prettier-ignore
});

describe('a name in a search of DataCite', () => {
  for (const [text, parameter, value] of [
    ['repository:zenodo', 'client-id', 'cern.zenodo'],
    ['repository:CERN.ZENODO', 'client-id', 'cern.zenodo'],
    ['repository:Zenodo repository:"Harvard Dataverse"', 'client-id', 'cern.zenodo,gdcc.harvard-dv'],
    ['provider:CERN', 'provider-id', 'cern'],
    ['provider:"CERN - European Organization for Nuclear Research"', 'provider-id', 'cern'],
    ['year:2020-2022', 'published', '2020,2021,2022'],
    ['prefix:10.5061', 'prefix', '10.5061'],
    ['type:"Book Chapter"', 'resource-type-id', 'book-chapter'],
    ['year:1500-2022', 'query', 'publicationYear:[1500 TO 2022]'],
    ['license:CC0', 'query', 'rightsList.rightsIdentifier'],
    ['-retracted water', 'query', 'water AND NOT "retracted"'],
    ['datacite.subjects.subject:"Computer Science"', 'query', 'subjects.subject:("Computer Science")'],
  ] as const) {
    it(`is what the works are filtered by: ${text}`, async () => {
      const http = createStandInHttp(createDataCite(works));
      const page = await ask(datacite, http, text);
      const sent = http.urls.at(-1)?.searchParams.get(parameter) ?? '';
      assert.ok(parameter === 'query' ? sent.includes(value) : sent === value, sent);
      assert.deepEqual([page.notes, page.notApplied], [undefined, []]);
    });
  }

  it('that nothing bears finds nothing, and this is said', async () => {
    const http = createStandInHttp(createDataCite(works));
    const page = await ask(datacite, http, 'repository:Harvard');
    assert.deepEqual([page.records, page.total, page.next], [[], 0, undefined]);
    assert.deepEqual(page.notes?.map(({ english }) => english), ['DataCite has no repository called “Harvard”, but “Harvard Dataverse”.']);
    assert.deepEqual(http.urls.map(({ pathname }) => pathname), ['/clients']);
  }); // prettier-ignore

  it('may hold every sign of the query syntax', async () => {
    const http = createStandInHttp(createDataCite(works));
    assert.equal((await ask(datacite, http, 'provider:"a (b: [c] OR')).total, 0);
  });
});

describe('a search without a condition that the service can apply', () => {
  for (const [source, text] of [
    [crossref, 'repository:Zenodo sort:newest'],
    [datacite, 'member:Elsevier'],
    [crossref, ''],
    [datacite, ''],
  ] as const) {
    it(`asks ${source.id} nothing: ${JSON.stringify(text)}`, async () => {
      const http = createFakeHttp(() => ({ status: 500 }));
      assert.deepEqual((await ask(source, http, text)).records, []);
      assert.deepEqual(http.urls, []);
    });
  }
});

describe('a licence', () => {
  for (const [text, ids, addresses] of [
    ['cc-by', 5, 30],
    ['CC BY 4.0', 1, 6],
    ['cc-by-nc-nd-4.0', 1, 6],
    ['https://creativecommons.org/licenses/by/4.0/legalcode', 1, 6],
    ['CC0', 1, 6],
    ['MIT', 1, 0],
    ['https://www.elsevier.com/tdm/userlicense/1.0/', 0, 4],
  ] as const) {
    it(`called ${text} has ${String(ids)} ids and ${String(addresses)} addresses`, () => {
      const licence = readLicence(text);
      assert.deepEqual([licence.ids.length, licence.addresses.length], [ids, addresses]);
    });
  }
});
