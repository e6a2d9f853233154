import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import { readOrForget } from '../../../../src/core/http/readOrForget.ts';
import type { Identifier } from '../../../../src/core/identifiers/identifier.ts';
import { openaire } from '../../../../src/core/sources/openaire/openaire.ts';
import { findProjects } from '../../../../src/core/sources/openaire/projects.ts';
import { parseQuery } from '../../../../src/core/sources/parseQuery.ts';
import { createContext, createFakeHttp, type Answer } from '../../../support/fakeHttp.ts';
import { pid, product } from '../../../support/openaireProduct.ts';

function envelope(results: readonly unknown[], header: Readonly<Record<string, unknown>> = {}): unknown {
  return { header: { numFound: results.length, page: 1, pageSize: 10, ...header }, results };
}

function doi(id: string): Identifier {
  return { kind: 'doi', id };
}

async function find(text: string, answer: Answer, page: { size: number; cursor?: string } = { size: 20 }) {
  const http = createFakeHttp(answer);
  const found = await openaire.search?.find(parseQuery(text), page, createContext(openaire, http));
  assert.ok(found);
  return { ...found, http, parameters: Object.fromEntries(http.urls[0]?.searchParams ?? []) };
}

const nothing: Answer = () => ({ body: envelope([]) });

describe('openaire', () => {
  describe('resolve', () => {
    const own = product({ pids: [pid('doi', '10.1000/a(1)')] });

    it('quotes the identifier and returns the product that holds it', async () => {
      const http = createFakeHttp(() => ({
        body: envelope([product({ pids: [pid('doi', '10.1000/b')] }), own]),
      }));
      const record = await openaire.resolve(doi('10.1000/a(1)'), createContext(openaire, http));
      assert.equal(record?.csl.DOI, '10.1000/a(1)');
      assert.equal(http.urls[0]?.searchParams.get('pid'), '"10.1000/a(1)"');
      assert.equal(http.urls[0].pathname, '/graph/v3/research-products');
    });

    it('never returns a product with another identifier', async () => {
      const http = createFakeHttp(() => ({ body: envelope([own]) }));
      assert.equal(await openaire.resolve(doi('10.1000/a'), createContext(openaire, http)), undefined);
    });

    for (const [identifier, pids, asked] of [
      [{ kind: 'pmid', id: '33560914' }, [pid('pmid', '33560914')], '"33560914"'],
      [{ kind: 'pmcid', id: '8024784' }, [pid('pmc', 'PMC8024784')], '"PMC8024784"'],
      [{ kind: 'arxiv', id: '2101.00001v3' }, [pid('doi', '10.48550/arXiv.2101.00001')], '"2101.00001" OR "10.48550/arXiv.2101.00001"'],
    ] as const) {
      it(`finds by ${identifier.kind}`, async () => {
        const http = createFakeHttp(() => ({ body: envelope([product({ pids })]) }));
        const record = await openaire.resolve(identifier, createContext(openaire, http));
        assert.equal(record?.csl.title, 'A title');
        assert.equal(http.urls[0]?.searchParams.get('pid'), asked);
      });
    } // prettier-ignore

    it('keeps an answer that lacks some of what was asked as one that knows nothing', async () => {
      const http = createFakeHttp(() => ({ body: envelope([own]) }));
      await openaire.batch?.resolve([doi('10.1000/a(1)'), doi('10.1000/b')], createContext(openaire, http));
      await openaire.resolve(doi('10.1000/a(1)'), createContext(openaire, http));
      const text = JSON.stringify(envelope([own]));
      assert.deepEqual(http.requests.map(({ isUnknown }) => isUnknown?.(text)), [true, false]);
    }); // prettier-ignore

    it('resolves a group in one request, keyed by what was asked', async () => {
      const http = createFakeHttp(() => ({ body: envelope([own]) }));
      const group = [doi('10.1000/a(1)'), doi('10.1000/unknown')];
      const found = await openaire.batch?.resolve(group, createContext(openaire, http));
      assert.deepEqual([...(found ?? new Map<string, unknown>()).keys()], ['10.1000/a(1)']);
      assert.equal(http.requests.length, 1);
      assert.equal(http.urls[0]?.searchParams.get('pid'), '"10.1000/a(1)" OR "10.1000/unknown"');
    });

    it('keeps groups within an address of 2,000 signs', () => {
      const many = Array.from({ length: 50 }, (_, index) => doi(`10.1000/${'x'.repeat(index * 6)}`));
      const groups = openaire.batch?.split(many) ?? [];
      assert.deepEqual(groups.flat(), many);
      assert.ok(
        groups.every((group) => group.length === 1 || group.map(({ id }) => id).join('" OR "').length < 2000),
      );
    });
  });

  describe('search', () => {
    it('sends every condition as its own quoted filter', async () => {
      const { parameters, notApplied } = await find(
        'grid "smart meter" author:"Ada Lovelace" title:"a (b)" publisher:Elsevier orcid:0000-0002-1825-0097 funder:EC ' +
          'year:2019-2021 type:book lang:cs,ja open:yes sort:newest journal:Nature issn:0028-0836',
        nothing,
      );
      assert.deepEqual(parameters, {
        search: 'grid "smart meter"',
        authorFullName: '"Ada" AND "Lovelace"',
        mainTitle: '"a (b)"',
        publisher: '"Elsevier"',
        authorId: '"0000-0002-1825-0097"',
        relFunder: '"EC"',
        fromPublicationDate: '2019-01-01',
        toPublicationDate: '2021-12-31',
        instanceType: '"Book"',
        language: '"ces" OR "cze" OR "ces/cze" OR "cze/ces" OR "jpn"',
        accessRightLabel: '"Open Access"',
        sortBy: 'publicationDate DESC',
        pageSize: '20',
        cursor: '*',
      });
      assert.deepEqual(notApplied, ['journal', 'issn']);
    });

    it('joins alternatives, and asks for a type by all its labels', async () => {
      const { parameters } = await find('author:Bohr author:"Ada Lovelace" type:software,song', nothing);
      assert.equal(parameters['authorFullName'], '("Bohr") OR ("Ada" AND "Lovelace")');
      assert.equal(parameters['instanceType'], '"Software" OR "Sound"');
    });

    it('says which types and languages OpenAIRE cannot filter by', async () => {
      assert.deepEqual((await find('x type:map lang:xx', nothing)).notApplied, ['type', 'lang']);
    });

    it('looks a handle up as such, whichever way it is written', async () => {
      for (const text of ['hdl:10451/12345', 'https://hdl.handle.net/10451/12345']) {
        const { parameters } = await find(text, nothing);
        assert.deepEqual([parameters['pid'], parameters['search']], ['"10451/12345"', undefined]);
      }
    });

    it('defuses the signs of a query language', async () => {
      const { parameters } = await find('a:b (c* "d" NOT e -5 C++ x/y -"f:g"', nothing);
      assert.equal(parameters['search'], 'a b c "d" not e 5 C++ x y NOT "f g"');
    });

    it('asks nothing where nothing can be applied', async () => {
      const { http, records, notApplied } = await find('journal:Nature', nothing);
      assert.deepEqual([http.requests.length, records, notApplied], [0, [], ['journal']]);
    });

    it('follows the cursor to its end', async () => {
      const answer: Answer = (url) => {
        const at = url.searchParams.get('cursor') === '*' ? 0 : Number(url.searchParams.get('cursor')?.slice(2));
        const titles = ['one', 'two', 'three', 'four', 'five'].slice(at, at + 2);
        const results = titles.map((mainTitle) => product({ mainTitle }));
        return { body: envelope(results, { numFound: 5, page: undefined, nextCursor: `+/${String(at + titles.length)}` }) };
      };
      const titles: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await find('x', answer, { size: 2, ...(cursor === undefined ? {} : { cursor }) });
        titles.push(...page.records.map(({ csl }) => csl.title));
        assert.equal(page.total, 5);
        cursor = page.next;
      } while (cursor !== undefined);
      assert.deepEqual(titles, ['one', 'two', 'three', 'four', 'five']);
    }); // prettier-ignore

    it('goes on by page number where an answer has no cursor, up to 10,000', async () => {
      const page = (number: number): Answer => () => ({
        body: envelope(Array.from({ length: 100 }, () => product({})), { numFound: 20_000, page: number }),
      });
      assert.equal((await find('x', page(1), { size: 100 })).next, 'page=2');
      const last = await find('x', page(100), { size: 100, cursor: 'page=100' });
      assert.equal(last.parameters['page'], '100');
      assert.equal(last.next, undefined);
    }); // prettier-ignore

    it('skips a hit that cannot be read', async () => {
      const { records, total } = await find('x', () => ({
        body: envelope([null, product({ mainTitle: 7 }), 'odd']),
      }));
      assert.deepEqual([records.map(({ csl }) => csl.title), total], [['7'], 3]);
    });
  });

  describe('errors', () => {
    async function fails(
      answer: Answer,
      credentials?: Readonly<Record<string, string>>,
    ): Promise<LookupError> {
      const context = createContext(openaire, createFakeHttp(answer), credentials);
      try {
        await openaire.resolve(doi('10.1000/a'), context);
      } catch (error) {
        assert.ok(error instanceof LookupError);
        return error;
      }
      assert.fail('resolved');
    }

    it('says what OpenAIRE refuses', async () => {
      const message = 'Page size must be at most 100';
      const error = await fails(() => ({ status: 400, body: { message, error: 'Bad Request', code: 400 } }));
      assert.deepEqual([error.kind, error.status, error.source], ['http', 400, 'openaire']);
      assert.ok(error.message.includes(message));
    });

    for (const [what, answer, kind] of [
      ['too many requests', { status: 429, body: { error: 'Too many requests' } }, 'rate-limited'],
      ['a fault of the service', { status: 500, body: { error: 'Internal Server Error' } }, 'http'],
      ['an answer that is not JSON', { body: '<html>' }, 'unexpected-reply'],
      ['an answer of another form', { body: { results: 'none' } }, 'unexpected-reply'],
    ] as const) {
      it(`reports ${what}`, async () => {
        assert.equal((await fails(() => answer)).kind, kind);
      });
    }
  });

  describe('access token', () => {
    const isExchange = (url: URL): boolean => url.hostname === 'services.openaire.eu';

    it('exchanges the refresh token once and sends it as a secret header only', async () => {
      const http = createFakeHttp((url) =>
        isExchange(url) ? { body: { access_token: 'hour', expires_in: '3600' } } : { body: envelope([]) },
      );
      const ask = (id: string) =>
        readOrForget(http, (own) => openaire.resolve(doi(id), createContext(openaire, own, { refreshToken: 'month' })));
      await Promise.all([ask('10.1000/a'), ask('10.1000/b')]);
      const exchanges = http.requests.filter(({ pool }) => pool === 'token');
      assert.deepEqual(exchanges.map(({ secrets }) => secrets), [{ query: { refreshToken: 'month' } }]);
      const asked = http.requests.filter(({ pool }) => pool === 'any');
      assert.deepEqual(
        asked.map(({ secrets }) => secrets),
        [{ headers: { authorization: 'Bearer hour' } }, { headers: { authorization: 'Bearer hour' } }],
      );
      assert.ok(!JSON.stringify(http.requests.map(({ url, headers }) => [url, headers])).includes('month'));
    }); // prettier-ignore

    it('replaces a token that dies before its time', async () => {
      let exchanges = 0;
      const http = createFakeHttp((url, { secrets }) => {
        if (isExchange(url))
          return { body: { access_token: `token${String((exchanges += 1))}`, expires_in: 3600 } };
        const alive = secrets?.headers?.['authorization'] === 'Bearer token2';
        return alive ? { body: envelope([]) } : { status: 403, body: { error: 'Token invalid' } };
      });
      const context = createContext(openaire, http, { refreshToken: 'dying' });
      assert.equal(await openaire.resolve(doi('10.1000/a'), context), undefined);
      assert.equal(exchanges, 2);
    });

    it('exchanges again once the hour is over', async () => {
      const http = createFakeHttp((url) =>
        isExchange(url) ? { body: { access_token: 'short', expires_in: 0 } } : { body: envelope([]) },
      );
      const context = createContext(openaire, http, { refreshToken: 'brief' });
      await openaire.resolve(doi('10.1000/a'), context);
      await openaire.resolve(doi('10.1000/b'), context);
      assert.equal(http.requests.filter(({ pool }) => pool === 'token').length, 2);
    });

    it('says that a refresh token is refused', async () => {
      const http = createFakeHttp(() => ({ status: 401, body: { status: 'error', code: '401' } }));
      await assert.rejects(
        openaire.resolve(doi('10.1000/a'), createContext(openaire, http, { refreshToken: 'old' })),
        (error: unknown) =>
          error instanceof LookupError && error.kind === 'credentials' && !error.message.includes('old:'),
      );
    });
  });

  it('finds projects by grant number, in both forms of the funder', async () => {
    const http = createFakeHttp(() => ({
      body: envelope([
        { code: '777541', title: 'A project', acronym: 'OA', fundings: [{ name: 'European Commission' }], startDate: '2018-01-01' },
        { code: '1', title: 'Another', funding: { funder: { name: 'FCT' } } },
        { title: 'no code' },
      ]),
    }));
    const projects = await findProjects('777541', ['EC'], createContext(openaire, http));
    assert.deepEqual(projects, [
      { code: '777541', title: 'A project', acronym: 'OA', funder: 'European Commission', startDate: '2018-01-01' },
      { code: '1', title: 'Another', funder: 'FCT' },
    ]);
    assert.equal(http.urls[0]?.pathname, '/graph/v3/projects');
    assert.equal(http.urls[0].searchParams.get('code'), '"777541"');
    assert.equal(http.urls[0].searchParams.get('funder'), '"EC"');
  }); // prettier-ignore

  it('takes a name for an acronym first, then for a title, a call for a number first', async () => {
    for (const [name, asked] of [
      ['Human Brain Project', ['acronym', 'title']],
      ['H2020-EINFRA-2017', ['code', 'acronym', 'callIdentifier']],
    ] as const) {
      const http = createFakeHttp(nothing);
      assert.deepEqual(await findProjects(name, undefined, createContext(openaire, http)), []);
      assert.deepEqual(http.urls.map(({ searchParams }) => [...searchParams.keys()][0]), asked);
    }
  }); // prettier-ignore

  it('finds the works of a project by its name, and none where there is no such project', async () => {
    const works: Answer = ({ pathname }) => ({
      body: pathname.endsWith('projects') ? envelope([{ code: '831558', title: 'FAIRsFAIR' }]) : envelope([product({})]),
    });
    const { http, records } = await find('project:FAIRsFAIR funder:EC data', works);
    assert.equal(records.length, 1);
    assert.equal(http.urls.at(-1)?.searchParams.get('relProjectCode'), '"831558"');
    const none = await find('project:Nothing', nothing);
    assert.deepEqual([none.records, none.total], [[], 0]);
    assert.ok(none.http.urls.every(({ pathname }) => pathname.endsWith('projects')));
  }); // prettier-ignore

  it('asks for a number of a grant at once', async () => {
    const { parameters, http } = await find('project:777541', nothing);
    assert.deepEqual([parameters['relProjectCode'], http.urls.length], ['"777541"', 1]);
  });

  it('sends its own filters, quoted where they must be, and an order of its own', async () => {
    const { parameters } = await find(
      'water openaire.countryCode:JP openaire.sdgLabel:"3. Good health" openaire.sortBy:"influence DESC"',
      nothing,
    );
    assert.deepEqual(
      [parameters['countryCode'], parameters['sdgLabel'], parameters['sortBy']],
      ['JP', '"3. Good health"', 'influence DESC'],
    );
  });

  it('leaves out what must not occur, where there is anything to leave it out of', async () => {
    const { parameters, notApplied } = await find('water -ice -"two words"', nothing);
    assert.deepEqual([parameters['search'], notApplied], ['water NOT "ice" NOT "two words"', []]);
    assert.deepEqual((await find('-ice author:x', nothing)).notApplied, ['without']);
  });
});
