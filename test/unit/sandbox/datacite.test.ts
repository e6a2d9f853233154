import { strict as assert } from 'node:assert';
import { at, keys, list, useSandbox } from './ask.ts';

describe('the stand-in of DataCite', () => {
  const { ask } = useSandbox();

  const ids = async (query: string): Promise<readonly unknown[]> => {
    const { body } = await ask('datacite', `/dois?page[size]=1000&${query}`);
    return list(at(body, 'data')).map((item) => at(item, 'id'));
  };

  const find = (question: string): Promise<readonly unknown[]> =>
    ids(`query=${encodeURIComponent(question)}`);

  describe('a single work', () => {
    it('is found in any letter case, whole', async () => {
      const { status, headers, body } = await ask('datacite', '/dois/10.48550%2FARXIV.1706.03762');
      assert.deepEqual([status, headers.get('content-type')], [200, 'application/json; charset=utf-8']);
      assert.equal(headers.get('x-anonymous-consumer'), 'true');
      const attributes = at(body, 'data', 'attributes');
      assert.equal(at(attributes, 'doi'), '10.48550/arxiv.1706.03762');
      assert.deepEqual(at(attributes, 'identifiers'), [
        { identifier: '1706.03762', identifierType: 'arXiv' },
      ]);
      assert.equal(at(attributes, 'types', 'resourceTypeGeneral'), 'Preprint');
      assert.equal(at(attributes, 'version'), '7');
      assert.equal(typeof at(attributes, 'xml'), 'string');
    });

    it('has affiliations and publisher as objects only where that is asked for', async () => {
      const plain = await ask('datacite', '/dois/10.5438%2Ffch8-xv27');
      assert.deepEqual(at(plain.body, 'data', 'attributes', 'creators', 0, 'affiliation'), [
        'University of Virginia',
      ]);
      assert.equal(at(plain.body, 'data', 'attributes', 'publisher'), 'American Library Association');
      const rich = await ask('datacite', '/dois/10.5438%2Ffch8-xv27?affiliation=true&publisher=true');
      assert.deepEqual(at(rich.body, 'data', 'attributes', 'creators', 0, 'affiliation'), [
        { name: 'University of Virginia' },
      ]);
      assert.deepEqual(at(rich.body, 'data', 'attributes', 'publisher'), {
        name: 'American Library Association',
      });
    });

    it('that is unknown, another agency’s, or asked for by the old route is 404 with a list of errors', async () => {
      for (const path of [
        '/dois/10.9999%2Fnone',
        '/dois/10.1038%2F171737a0',
        '/works/10.5061%2Fdryad.8515',
      ]) {
        const { status, body } = await ask('datacite', path);
        assert.deepEqual(
          [status, body],
          [404, { errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }] }],
        );
      }
    });
  });

  describe('a list', () => {
    it('finds by ids in any letter case, in its own order, and drops the unknown', async () => {
      assert.deepEqual(
        (await ids('ids=10.48550/ARXIV.1706.03762,10.9999/none,10.5061/dryad.8515')).toSorted(),
        ['10.48550/arxiv.1706.03762', '10.5061/dryad.8515'],
      );
    });

    it('lacks keys that a single record has', async () => {
      const { body } = await ask('datacite', '/dois?ids=10.5061/dryad.8515');
      assert.equal(at(body, 'data', 0, 'attributes', 'xml'), undefined);
      assert.equal(at(body, 'data', 0, 'attributes', 'alternateIdentifiers'), undefined);
    });

    it('gives only the fields asked for', async () => {
      const { body } = await ask('datacite', '/dois?ids=10.5061/dryad.8515&fields[dois]=doi,titles');
      assert.deepEqual(keys(at(body, 'data', 0, 'attributes')), ['doi', 'titles']);
    });

    it('shows 25 unless told otherwise, newest change first', async () => {
      const { body } = await ask('datacite', '/dois?fields[dois]=updated');
      const updated = list(at(body, 'data')).map((item) => String(at(item, 'attributes', 'updated')));
      assert.equal(updated.length, 25);
      assert.deepEqual(updated, updated.toSorted().toReversed());
    });

    it('pages by number and by cursor without a repeat or a gap', async () => {
      const all = await ids('sort=created');
      for (const start of ['page[number]=1', 'page[cursor]=1']) {
        const found: unknown[] = [];
        let next: string | undefined = `/dois?page[size]=9&sort=created&${start}`;
        while (next !== undefined) {
          const { body } = await ask('datacite', next);
          found.push(...list(at(body, 'data')).map((item) => at(item, 'id')));
          const link = at(body, 'links', 'next');
          next = typeof link === 'string' ? link.replace(/^.*\/datacite/, '') : undefined;
        }
        assert.deepEqual(found.toSorted(), all.toSorted());
        assert.equal(new Set(found).size, all.length);
      }
    });

    it('serves the last page that can be reached to whoever asks beyond it', async () => {
      const { body } = await ask('datacite', '/dois?page[size]=1000&page[number]=99');
      assert.equal(at(body, 'meta', 'page'), 10);
    });

    it('begins again at a cursor that was never given out', async () => {
      const { body } = await ask('datacite', '/dois?page[cursor]=rubbish&page[size]=3');
      assert.equal(list(at(body, 'data')).length, 3);
    });

    it('filters by type, client, provider and year, and ignores names it does not know', async () => {
      assert.deepEqual(await ids('resource-type-id=book-chapter'), ['10.25656/01:28324']);
      assert.ok((await ids('resource-type-id=book-chapter,book')).length > 1);
      assert.deepEqual(await ids('client-id=gdcc.harvard-dv'), ['10.7910/dvn/eqtqyo']);
      assert.ok((await ids('provider-id=cern')).length >= 5);
      assert.deepEqual(await ids('published=1973'), ['10.14288/1.0080520']);
      assert.deepEqual(await ids('published=1812'), []);
      assert.equal((await ids('colour=red')).length, (await ids('')).length);
    });

    it('counts by type and year where facets are switched on', async () => {
      const off = await ask('datacite', '/dois?page[size]=0');
      assert.equal(at(off.body, 'meta', 'resourceTypes'), undefined);
      const on = await ask('datacite', '/dois?page[size]=0&disable-facets=false&client-id=arxiv.content');
      assert.deepEqual(at(on.body, 'meta', 'resourceTypes'), [
        { id: 'preprint', title: 'preprint', count: 8 },
      ]);
    });
  });

  it('names repositories and providers, and finds them by words or symbol', async () => {
    const names = async (path: string): Promise<readonly unknown[]> =>
      list(at((await ask('datacite', path)).body, 'data')).map((entry) => [at(entry, 'id'), at(entry, 'attributes', 'name')]);
    assert.deepEqual(await names('/clients?query=zenodo'), [['cern.zenodo', 'Zenodo']]);
    assert.deepEqual(await names('/clients?query=HARVARD'), [['gdcc.harvard-dv', 'Harvard Dataverse']]);
    assert.deepEqual(await names('/providers?query=cern'), [['cern', 'CERN - European Organization for Nuclear Research']]);
    assert.deepEqual(await names('/providers?query=nobody'), []);
    assert.equal((await names('/clients?page[size]=3&page[number]=2')).length, 3);
    const { status, body } = await ask('datacite', '/clients?query=%22open');
    assert.equal(status, 400);
    assert.match(String(at(body, 'errors', 'title')), /^token_mgr_error/);
  }); // prettier-ignore

  describe('a question', () => {
    it('asks for every word, anywhere', async () => {
      assert.deepEqual(await find('stochastic kingma'), ['10.48550/arxiv.1412.6980']);
      assert.deepEqual(await find('stochastic vaswani'), []);
    });

    it('knows fields, phrases, ranges, parentheses and operators', async () => {
      assert.deepEqual(await find('titles.title:"is all you"'), ['10.48550/arxiv.1706.03762']);
      assert.deepEqual(await find('creators.familyName:Maldacena'), ['10.48550/arxiv.hep-th/9711200']);
      assert.deepEqual(await find('doi:"10.48550/arxiv.1706.03762"'), ['10.48550/arxiv.1706.03762']);
      assert.deepEqual(await find('doi:"10.48550/arXiv.1706.03762"'), []);
      assert.deepEqual(
        (await find('publicationYear:[2015 TO 2017] AND types.resourceTypeGeneral:Preprint')).length,
        2,
      );
      assert.deepEqual(await find('(attention OR adam) AND NOT vaswani'), ['10.48550/arxiv.1412.6980']);
      assert.deepEqual(
        await find('creators.nameIdentifiers.nameIdentifier:"https://orcid.org/0000-0001-5053-3700"'),
        ['10.5167/uzh-233855'],
      );
      assert.deepEqual(await find('atten* need'), ['10.48550/arxiv.1706.03762']);
    });

    it('takes a word before a colon for a field, unless it is escaped', async () => {
      assert.deepEqual(await find('Adam: A Method'), []);
      assert.deepEqual(await find('Adam\\: A Method'), ['10.48550/arxiv.1412.6980']);
    });

    for (const [question, error] of [
      ['"unbalanced', /^token_mgr_error/],
      ['(unbalanced', /^parse_exception/],
      ['unbalanced)', /^parse_exception/],
      ['updated:[yesterday TO today]', /^failed to parse date field/],
    ] as const) {
      it(`cannot be ${question}: the error is an object, not a list`, async () => {
        const { status, body } = await ask('datacite', `/dois?query=${encodeURIComponent(question)}`);
        assert.equal(status, 400);
        assert.match(String(at(body, 'errors', 'title')), error);
      });
    }

    it('cannot ask for a range of years in `published`', async () => {
      assert.equal((await ask('datacite', '/dois?published=2020-2022')).status, 400);
    });

    it('ranks by relevance only when told to', async () => {
      const [first] = await ids('query=learning+OR+attention+OR+need&sort=relevance');
      assert.equal(first, '10.48550/arxiv.1706.03762');
    });
  });

  describe('content negotiation', () => {
    const csl = { headers: { accept: 'application/vnd.citationstyles.csl+json' } };

    it('gives CSL JSON with the DOI in capitals', async () => {
      const { body } = await ask('datacite', '/10.5061%2Fdryad.8515', csl);
      assert.equal(at(body, 'DOI'), '10.5061/DRYAD.8515');
      assert.equal(at(body, 'type'), 'dataset');
    });

    it('takes software with a version for a book, without for an article', async () => {
      assert.equal(at((await ask('datacite', '/10.5281%2Fzenodo.8347772', csl)).body, 'type'), 'book');
      assert.equal(at((await ask('datacite', '/10.5281%2Fzenodo.6361400', csl)).body, 'type'), 'article');
    });

    it('takes the media type from the path too', async () => {
      const { type, body } = await ask(
        'datacite',
        '/dois/application/vnd.datacite.datacite+json/10.5061%2Fdryad.8515',
      );
      assert.equal(type, 'application/vnd.datacite.datacite+json');
      assert.equal(at(body, 'id'), 'https://doi.org/10.5061/dryad.8515');
    });

    it('does not know unknown DOIs in plain text, nor media types', async () => {
      const { status, type } = await ask('datacite', '/10.9999%2Fnone', csl);
      assert.deepEqual([status, type], [404, 'text/plain']);
      assert.equal(
        (await ask('datacite', '/10.5061%2Fdryad.8515', { headers: { accept: 'image/png' } })).status,
        406,
      );
    });
  });
});
