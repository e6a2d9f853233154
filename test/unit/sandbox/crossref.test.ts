import { strict as assert } from 'node:assert';
import { at, keys, list, useSandbox } from './ask.ts';

describe('the stand-in of Crossref', () => {
  const { ask, sandbox } = useSandbox();

  const dois = async (query: string): Promise<readonly unknown[]> => {
    const { body } = await ask('crossref', `/works?rows=1000&${query}`);
    return list(at(body, 'message', 'items')).map((item) => at(item, 'DOI'));
  };

  const failure = async (path: string): Promise<readonly unknown[]> => {
    const { status, headers, body } = await ask('crossref', path);
    assert.equal(status, 400);
    assert.equal(headers.get('content-type'), 'application/json;charset=utf-8');
    assert.equal(at(body, 'message-type'), 'validation-failure');
    return list(at(body, 'message')).map(
      (message) => `${String(at(message, 'type'))} ${String(at(message, 'value'))}`,
    );
  };

  describe('a single work', () => {
    it('is found by its DOI in any letter case, encoded or not', async () => {
      for (const doi of [
        '10.1038/171737a0',
        '10.1038%2F171737A0',
        '10.1175%2F1520-0493(1974)102%3C0736%3Awacoj%3E2.0.co%3B2',
      ]) {
        const { status, body } = await ask('crossref', `/works/${doi}`);
        assert.deepEqual([status, at(body, 'status'), at(body, 'message-type')], [200, 'ok', 'work']);
      }
      const { body } = await ask('crossref', '/v1/works/10.1038%2F171737A0');
      assert.equal(at(body, 'message', 'DOI'), '10.1038/171737a0');
      assert.deepEqual(at(body, 'message', 'issued', 'date-parts'), [[1953, 4]]);
      assert.deepEqual(at(body, 'message', 'ISSN'), ['0028-0836', '1476-4687']);
    });

    for (const doi of [
      '10.5555/with,comma',
      '10.5555/with#hash',
      '10.5555/with%percent',
      '10.5555/with%23both',
      '10.5555/with?question=mark&amp',
    ]) {
      it(`is found by ${doi}`, async () => {
        const { body } = await ask('crossref', `/works/${encodeURIComponent(doi)}`);
        assert.equal(at(body, 'message', 'DOI'), doi);
      });
    }

    it('is not taken for one whose DOI begins with its own', async () => {
      const { body } = await ask('crossref', '/works/10.7554%2Felife.55167');
      assert.equal(at(body, 'message', 'type'), 'journal-article');
    });

    it('has no title, no date, or a contributor without a name, where the real record has none', async () => {
      const issue = await ask('crossref', '/works/10.1111%2Fcmi.2010.12.issue-11');
      assert.deepEqual(at(issue.body, 'message', 'title'), []);
      const board = await ask('crossref', '/works/10.1016%2Fs1574-9541(14)00065-x');
      assert.deepEqual(at(board.body, 'message', 'issued', 'date-parts'), [[null]]);
      assert.equal(at(board.body, 'message', 'author'), undefined);
      const thesis = await ask('crossref', '/works/10.31390%2Fgradschool_theses.6125');
      assert.equal(at(thesis.body, 'message', 'author', 0, 'family'), undefined);
      assert.equal(at(thesis.body, 'message', 'author', 1, 'family'), 'Rovira');
      assert.deepEqual(at(thesis.body, 'message', 'issued', 'date-parts'), [[null]]);
    });

    it('of the retracted Lancet paper has its notices in the direction the publisher gave them', async () => {
      const paper = await ask('crossref', '/works/10.1016%2Fs0140-6736(20)31180-6');
      assert.deepEqual(list(at(paper.body, 'message', 'update-to')).map((entry) => at(entry, 'type')), Array(4).fill('retraction')); // prettier-ignore
      assert.equal(at(paper.body, 'message', 'updated-by', 0, 'source'), 'retraction-watch');
      const notice = await ask('crossref', '/works/10.1016%2Fs0140-6736(20)31324-6');
      assert.equal(at(notice.body, 'message', 'updated-by', 0, 'source'), 'publisher');
      assert.equal(at(notice.body, 'message', 'update-to'), undefined);
    });

    it('that is unknown, or another agency’s, is 404 in plain text', async () => {
      for (const doi of ['10.9999%2Fnone', '10.5061%2Fdryad.8515']) {
        const { status, headers, text } = await ask('crossref', `/works/${doi}`);
        assert.deepEqual(
          [status, headers.get('content-type'), text],
          [404, 'text/plain', 'Resource not found.'],
        );
      }
    });

    it('refuses select and every other parameter of lists', async () => {
      assert.deepEqual(await failure('/works/10.1038%2F171737a0?select=DOI&mailto=a@example.org'), [
        'parameter-not-allowed select',
      ]);
    });

    it('answers HEAD without a body', async () => {
      const { status, text } = await ask('crossref', '/works/10.1038%2F171737a0', { method: 'HEAD' });
      assert.deepEqual([status, text], [200, '']);
    });

    it('cannot be asked for with POST', async () => {
      assert.equal((await ask('crossref', '/works', { method: 'POST', body: '{}' })).status, 405);
    });
  });

  describe('the agency of a DOI', () => {
    it('is named in small letters and in its own', async () => {
      const { body } = await ask('crossref', '/works/10.3280%2Fecag2018-001005/agency');
      assert.deepEqual(at(body, 'message', 'agency'), { id: 'medra', label: 'mEDRA' });
    });

    it('that is unknown is plain text, sent as JSON', async () => {
      const { status, headers, text } = await ask('crossref', '/works/10.9999%2Fnone/agency');
      assert.deepEqual(
        [status, headers.get('content-type'), text],
        [404, 'application/json', 'Resource not found.'],
      );
    });
  });

  describe('a list of works', () => {
    it('ranks by the words it shares with a question, the rarest most', async () => {
      const found = await dois(
        'query.bibliographic=' +
          encodeURIComponent('Watson, Crick. Molecular structure of nucleic acids. Nature 171 (1953) 737'),
      );
      assert.equal(found[0], '10.1038/171737a0');
    });

    it('takes the words of one question as alternatives, and several questions together', async () => {
      assert.ok((await dois('query.title=deterministic+cryptography')).length >= 2);
      assert.deepEqual(await dois('query.title=mathematical+cryptography&query.author=carberry'), [
        '10.5555/987654321',
      ]);
    });

    it('filters: other names must hold too, the same name is an alternative', async () => {
      assert.deepEqual(
        (await dois('filter=doi:10.1038/171737a0,doi:10.5555/12345678,doi:10.9999/none')).toSorted(),
        ['10.1038/171737a0', '10.5555/12345678'],
      );
      assert.deepEqual(await dois('filter=doi:10.1038/171737a0,doi:10.5555/12345678,issn:0264-3561'), [
        '10.5555/12345678',
      ]);
      assert.deepEqual(await dois('filter=isbn:9780387848570'), ['10.1007/978-0-387-84858-7']);
      assert.deepEqual(await dois('filter=type:book-set'), ['10.5555/book-set']);
      assert.deepEqual(await dois('filter=orcid:0000-0001-7463-1399'), ['10.1155/2013/539573']);
      assert.deepEqual(await dois('filter=update-type:expression_of_concern'), [
        '10.1016/s0140-6736(20)31290-3',
      ]);
      assert.deepEqual(await dois('filter=updates:10.1016/s0140-6736(97)11096-0'), [
        '10.1016/s0140-6736(10)60175-4',
      ]);
      assert.deepEqual(await dois('filter=award.number:IOS-2100625'), ['10.1038/s41467-022-34113-y']);
    });

    it('takes an incomplete date for its first day at one end, and for its last at the other', async () => {
      assert.ok(
        (await dois('filter=from-pub-date:1953,until-pub-date:1953-04')).includes('10.1038/171737a0'),
      );
      assert.deepEqual(await dois('filter=from-pub-date:1953-04-02,until-pub-date:1953'), []);
    });

    it('cannot filter by a DOI with a comma', async () => {
      assert.deepEqual(await failure('/works?filter=doi:10.5555/with,comma'), ['filter-not-available comma']);
    });

    it('shows 20 unless told otherwise, and says how many there are', async () => {
      const { body } = await ask('crossref', '/works?filter=doi:10.1038/171737a0');
      assert.equal(at(body, 'message', 'items-per-page'), 20);
      assert.deepEqual(at(body, 'message', 'query'), { 'start-index': 0, 'search-terms': null });
      assert.equal(list(at((await ask('crossref', '/works')).body, 'message', 'items')).length, 20);
    });

    it('pages by offset and by cursor without a repeat or a gap', async () => {
      const all = await dois('sort=is-referenced-by-count&order=desc');
      assert.equal(new Set(all).size, all.length);
      const byOffset: unknown[] = [];
      for (let offset = 0; offset < all.length; offset += 30) {
        const { body } = await ask('crossref', `/works?sort=is-referenced-by-count&rows=30&offset=${offset}`);
        byOffset.push(...list(at(body, 'message', 'items')).map((item) => at(item, 'DOI')));
      }
      assert.deepEqual(byOffset, all);
      const byCursor: unknown[] = [];
      for (let cursor = '*', more = true; more;) {
        const { body } = await ask(
          'crossref',
          `/works?sort=is-referenced-by-count&rows=30&cursor=${encodeURIComponent(cursor)}`,
        );
        const items = list(at(body, 'message', 'items'));
        byCursor.push(...items.map((item) => at(item, 'DOI')));
        cursor = String(at(body, 'message', 'next-cursor'));
        assert.match(cursor, /[+/=]/);
        more = items.length === 30;
      }
      assert.deepEqual(byCursor, all);
    });

    it('keeps the rows that a cursor began with', async () => {
      const first = await ask('crossref', '/works?rows=5&cursor=*');
      const cursor = encodeURIComponent(String(at(first.body, 'message', 'next-cursor')));
      const next = await ask('crossref', `/works?rows=50&cursor=${cursor}`);
      assert.equal(list(at(next.body, 'message', 'items')).length, 5);
      const { status, body } = await ask('crossref', '/works?cursor=thing');
      assert.deepEqual([status, at(body, 'message-type')], [404, 'resource-failure']);
    });

    it('sorts both ways', async () => {
      const [oldest] = await dois('sort=published&order=asc&filter=until-pub-date:1900-01-01');
      assert.equal(oldest, undefined);
      const ordered = await dois('sort=published&order=asc&filter=from-pub-date:1900-01-01');
      assert.deepEqual(ordered.slice(0, 2).toSorted(), [
        '10.1002/andp.19053220607',
        '10.1002/andp.19053221004',
      ]);
      assert.deepEqual(
        ordered.toReversed()[0],
        (await dois('sort=published&filter=from-pub-date:1900-01-01'))[0],
      );
    });

    it('gives only the keys selected', async () => {
      const { body } = await ask('crossref', '/works?filter=doi:10.1038/171737a0&select=DOI,title');
      assert.deepEqual(keys(at(body, 'message', 'items', 0)).toSorted(), ['DOI', 'title']);
    });

    it('counts facets', async () => {
      const { body } = await ask('crossref', '/works?rows=0&facet=type-name:2,published:*');
      assert.equal(at(body, 'message', 'facets', 'type-name', 'value-count'), 2);
      assert.ok(Number(at(body, 'message', 'facets', 'published', 'values', '2020')) >= 3);
    });

    it('leaves out keys that a single record has empty', async () => {
      const { body } = await ask('crossref', '/works?filter=doi:10.1038/171737a0');
      assert.equal(at(body, 'message', 'items', 0, 'relation'), undefined);
      const single = await ask('crossref', '/works/10.1038%2F171737a0');
      assert.deepEqual(at(single.body, 'message', 'relation'), {});
    });

    for (const [query, expected] of [
      ['rows=1001', 'integer-not-valid 1001'],
      ['rows=many', 'integer-not-valid many'],
      ['sample=101', 'integer-not-valid 101'],
      ['offset=9990&rows=20', 'integer-not-valid 9990'],
      ['filter=colour:red', 'filter-not-available colour'],
      ['filter=type:novel', 'type-not-valid novel'],
      ['filter=from-pub-date:last+year', 'date-not-valid last year'],
      ['filter=from-pub-date:2020-13', 'date-not-legitimate 2020-13'],
      ['filter=has-abstract:maybe', 'boolean-not-valid maybe'],
      ['filter=issn:123', 'issn-not-valid 123'],
      ['select=language', 'select-not-available language'],
      ['sort=beauty', 'sort-field-not-valid beauty'],
      ['order=upwards', 'sort-order-not-valid upwards'],
      ['facet=colour:*', 'facet-not-available colour'],
      ['query.colour=red', 'field-query-not-available colour'],
      ['cursor=*&offset=20', 'cursor-with-offset-or-sample cursor'],
      ['colour=red', 'unknown-parameter colour'],
    ] as const) {
      it(`refuses ${query}`, async () => {
        assert.deepEqual(await failure(`/works?${query}`), [expected]);
      });
    }

    it('says every failure at once', async () => {
      assert.equal((await failure('/works?rows=1001&select=language,resource')).length, 3);
    });

    it('has no page for a cursor that was never given out', async () => {
      const { status, body } = await ask('crossref', '/works?cursor=thing');
      assert.deepEqual(
        [status, at(body, 'message-type'), at(body, 'message', 0, 'type')],
        [404, 'resource-failure', 'cursor-invalid'],
      );
    });
  });

  describe('journals, members, funders, prefixes and types', () => {
    it('are found by a part of their names', async () => {
      const journals = await ask('crossref', '/journals?query=proceedings+national');
      assert.deepEqual(at(journals.body, 'message', 'items', 0, 'ISSN'), ['0027-8424', '1091-6490']);
      const members = await ask('crossref', '/members?query=elsevier');
      assert.equal(at(members.body, 'message', 'items', 0, 'id'), 78);
      const funders = await ask('crossref', '/funders?query=wellcome');
      assert.equal(at(funders.body, 'message', 'items', 0, 'uri'), 'https://doi.org/10.13039/100010269');
      assert.equal(at((await ask('crossref', '/types')).body, 'message', 'total-results'), 30);
    });

    it('lead to their works', async () => {
      for (const path of [
        '/journals/0028-0836',
        '/members/297',
        '/prefixes/10.1038',
        '/types/journal-article',
      ]) {
        assert.equal((await ask('crossref', path)).status, 200, path);
        const { body } = await ask('crossref', `${path}/works?filter=doi:10.1038/171737a0`);
        assert.equal(at(body, 'message', 'total-results'), 1, path);
      }
      const { body } = await ask('crossref', '/funders/100000001/works');
      assert.equal(at(body, 'message', 'items', 0, 'DOI'), '10.1038/s41467-022-34113-y');
    });

    it('refuse what only works accept', async () => {
      assert.deepEqual(await failure('/funders?sample=2'), ['parameter-not-allowed sample']);
      assert.deepEqual(await failure('/journals?filter=has-orcid:1'), ['parameter-not-allowed filter']);
      assert.deepEqual(await failure('/members?query.title=x'), ['parameter-not-allowed query.*']);
      assert.deepEqual(await failure('/members?filter=has-orcid:1'), ['filter-not-available has-orcid']);
    });

    it('are 404 where unknown; the works of an unknown funder in text, sent as JSON', async () => {
      assert.deepEqual((await ask('crossref', '/journals/0000-0000')).status, 404);
      assert.equal((await ask('crossref', '/funders/1/works')).type, 'application/json');
    });
  });

  describe('content negotiation', () => {
    const transform = (accept: string) =>
      ask('crossref', '/works/10.1038%2F171737a0/transform', { headers: { accept } });

    it('gives CSL JSON with strings for titles and Crossref’s own type', async () => {
      const { type, body } = await transform('application/vnd.citationstyles.csl+json');
      assert.equal(type, 'application/vnd.citationstyles.csl+json');
      assert.equal(at(body, 'type'), 'journal-article');
      assert.equal(at(body, 'container-title'), 'Nature');
      assert.match(String(at(body, 'title')), /^Molecular/);
      assert.deepEqual(at(body, 'subtitle'), []);
    });

    it('gives BibTeX on one line, with an en dash', async () => {
      const { text } = await transform('application/x-bibtex');
      assert.match(text, /^ @article\{WATSON_1953, title=\{.*pages=\{737–738\} \}\n$/);
    });

    it('refuses what it does not offer', async () => {
      assert.equal((await transform('image/png')).status, 406);
    });
  });

  describe('pools', () => {
    const pool = async (path: string, headers: Record<string, string> = {}) => {
      const reply = await ask('crossref', path, { headers });
      return ['x-api-pool', 'x-rate-limit-limit', 'x-rate-limit-interval', 'x-concurrency-limit'].map(
        (name) => reply.headers.get(name),
      );
    };

    it('are told by the route and by who asks', async () => {
      assert.deepEqual(await pool('/works/10.1038%2F171737a0'), ['public-single', '5', '1s', '1']);
      assert.deepEqual(await pool('/works'), ['public-array', '1', '1s', '1']);
      assert.deepEqual(await pool('/works?mailto=a@example.org'), ['polite-array', '3', '1s', '3']);
      assert.deepEqual(await pool('/works/10.9999%2Fx', { 'user-agent': 'x/1 (mailto:a@example.org)' }), [
        'polite-single',
        '10',
        '1s',
        '3',
      ]);
      assert.deepEqual(await pool('/works', { 'crossref-plus-api-token': 'Bearer sandbox-plus-token' }), [
        'plus',
        '150',
        '1s',
        null,
      ]);
    });

    it('have no room for a wrong token', async () => {
      assert.equal(
        (await ask('crossref', '/works', { headers: { 'crossref-plus-api-token': 'Bearer x' } })).status,
        401,
      );
    });
  });

  it('remembers what came in', async () => {
    await ask('crossref', '/works/10.9999%2Fnone?mailto=a@example.org', { headers: { 'x-test': '1' } });
    const [seen] = sandbox().requests;
    assert.deepEqual([seen?.service, seen?.method, seen?.path, seen?.headers['x-test'], seen?.status, seen?.aborted], ['crossref', 'GET', '/works/10.9999%2Fnone?mailto=a@example.org', '1', 404, false]); // prettier-ignore
  });
});
