/** The contract that every source keeps, as mocha tests over the stand-in services and the real client. */
import { strict as assert } from 'node:assert';
import type { ErrorKind } from '../../../src/core/errors.ts';
import type { OwnedHttpClient } from '../../../src/core/http/client.ts';
import type { Identifier } from '../../../src/core/identifiers/identifier.ts';
import { yearOf } from '../../../src/core/record/dates.ts';
import type { CitationRecord } from '../../../src/core/record/record.ts';
import { searchFields, type SearchPage, type SearchQuery } from '../../../src/core/sources/query.ts';
import type { Source, SourceContext } from '../../../src/core/sources/source.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { waitFor } from '../waitFor.ts';
import { checkFailure, checkRecord, countBy, createImpatientClient, failures } from './checks.ts';
import type { Fixture } from './fixture.ts';
import { anyCondition } from './fixtures.ts';

/** Declares the tests of one source. */
export function describeContract(source: Source, fixture: Fixture | undefined): void {
  describe(`${source.id} keeps the contract`, function () {
    this.timeout(10_000);
    let sandbox: Sandbox;
    let http: OwnedHttpClient;

    before(async () => {
      sandbox = await startSandbox();
    });
    after(() => sandbox.stop());
    beforeEach(() => {
      http = createImpatientClient(source);
    });
    afterEach(() => {
      http.dispose();
      sandbox.reset();
    });

    it('is covered by a fixture', () => {
      assert.ok(fixture, `${source.id} has no fixture`);
      const fields = (source.search?.fields ?? []).filter((field) => field !== 'sort');
      assert.deepEqual(Object.keys(fixture.conditions).toSorted(), fields.toSorted());
      assert.deepEqual(Object.keys(fixture.identifiers).toSorted(), [...source.kinds].toSorted());
      assert.equal(fixture.refused === undefined, source.credentials === undefined);
    });
    if (fixture === undefined) return;

    const secrets = Object.entries(fixture.credentials ?? {})
      .filter(([name]) => source.credentials?.fields.find((field) => field.name === name)?.secret)
      .map(([, value]) => value);

    function contextOf(asked: Partial<SourceContext> = {}): SourceContext {
      return {
        http,
        endpoint(id) {
          const address = Object.entries(sandbox.endpoints).find(([name]) => name === id)?.[1];
          assert.ok(address !== undefined && id in source.endpoints, id);
          return address;
        },
        credentials: fixture?.credentials,
        contactEmail: 'tester@example.org',
        priority: 'interactive',
        ...asked,
      };
    }

    /** Resolves the known identifier of the first kind, or searches where the source does not resolve. */
    function askAnything(context: SourceContext): Promise<unknown> {
      const [kind] = source.kinds;
      const id = kind === undefined ? undefined : fixture?.identifiers[kind]?.id;
      return kind === undefined || id === undefined
        ? find(fixture?.many ?? { words: '' }, context)
        : source.resolve({ kind, id }, context);
    }

    function find(query: SearchQuery, context = contextOf(), cursor?: string): Promise<SearchPage> {
      assert.ok(source.search && fixture);
      const page = { size: fixture.pageSize, ...(cursor === undefined ? {} : { cursor }) };
      return source.search.find(query, page, context);
    }

    /** Every page of a search, one after the other. */
    async function findAll(query: SearchQuery): Promise<readonly SearchPage[]> {
      const pages: SearchPage[] = [await find(query)];
      for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
        assert.ok(pages.length < 100, 'pages without end');
        pages.push(await find(query, contextOf(), next));
      }
      return pages;
    }

    async function recordsOf(query: SearchQuery): Promise<readonly CitationRecord[]> {
      return (await findAll(query)).flatMap(({ records }) => records);
    }

    function assertFails(asked: Promise<unknown>, kind: ErrorKind): Promise<void> {
      return checkFailure(asked, kind, source, secrets);
    }

    if (source.search !== undefined) {
      it('finds works by words, each whole and its own word', async () => {
        const { records, total } = await find(fixture.many);
        assert.ok(records.length > 0 && (total ?? Infinity) >= records.length);
        for (const record of records) checkRecord(record, source);
        const told = JSON.stringify(records);
        for (const secret of secrets) assert.ok(!told.includes(secret));
      });

      it('pages to the end without a repeat or a gap', async () => {
        const pages = await findAll(fixture.many);
        assert.ok(pages.length > 2, String(pages.length));
        const ids = pages.flatMap(({ records }) => records.map(({ csl }) => csl.id));
        assert.equal(new Set(ids).size, ids.length);
        for (const { total } of pages) assert.equal(total, ids.length);
      });

      it('finds nothing where there is nothing, which is no error', async () => {
        const { records, total, next } = await find({ words: 'xqzzyvkw' });
        assert.deepEqual([records, total ?? 0, next], [[], 0, undefined]);
      });

      const { counts: counted = [] } = source.search;
      for (const field of counted) {
        it(`counts all works by ${field}`, async () => {
          const page = await source.search?.find(fixture.many, { size: fixture.pageSize, counts: true }, contextOf());
          const records = await recordsOf(fixture.many);
          assert.deepEqual(page?.counts?.[field], countBy(records, field, fixture.repositoryOf));
        }); // prettier-ignore
      }

      it('counts nothing that it was not asked to count', async () => {
        assert.equal((await find(fixture.many)).counts, undefined);
      });

      const ownConditions = Object.entries(fixture.own ?? {});
      for (const [field, { query, among, holds }] of [
        ...Object.entries(fixture.conditions),
        ...ownConditions,
      ]) {
        it(`applies ${field}`, async () => {
          const found = await findAll(query);
          const records = found.flatMap((page) => page.records);
          assert.ok(records.length > 0);
          assert.deepEqual(records.filter((record) => !holds(record)).map(({ csl }) => csl.title), []);
          for (const { notApplied } of found) assert.ok(!notApplied?.some((name) => name === field));
          if (among !== undefined) assert.ok((await recordsOf(among)).some((record) => !holds(record)), 'nothing was left out');
        }); // prettier-ignore
      }

      for (const parameter of source.search.parameters ?? []) {
        it(`sends ${source.id}.${parameter} under this name, to this service alone`, async () => {
          const usual = /(?:-date|Date)$/.test(parameter) ? '2020' : 'true';
          const value = fixture.values?.[parameter] ?? usual;
          await find({ ...fixture.many, own: { [source.id]: { [parameter]: value }, other: { [parameter]: 'x' } } });
          const sent = sandbox.requests.map(({ path }) => decodeURIComponent(path.replaceAll('+', ' ')).replaceAll(/["(]/g, ''));
          const isSent = (path: string): boolean => path.includes(`${parameter}=${value}`) || path.includes(`${parameter}:${value}`);
          assert.ok(sent.some(isSent), sent.join(' '));
          assert.ok(!sent.some((path) => path.includes(`${parameter}=x`)));
        }); // prettier-ignore
      }

      const foreign = searchFields.filter((field) => field !== 'sort' && !source.search?.fields.includes(field)); // prettier-ignore
      for (const field of foreign) {
        if (field === 'sort') continue;
        it(`says that it cannot apply ${field}`, async () => {
          const page = await find({ ...fixture.many, ...anyCondition[field] });
          assert.deepEqual(page.notApplied, [field]);
          assert.ok(page.records.length > 0);
        });
      }

      for (const sort of ['newest', 'oldest', 'cited', 'relevance'] as const) {
        it(`sorts by ${sort}, or says that it cannot`, async () => {
          const pages = await findAll({ ...fixture.many, sort });
          const records = pages.flatMap((page) => page.records);
          assert.ok(records.length > 0);
          const applied = !pages.some(({ notApplied }) => notApplied?.includes('sort'));
          if (sort === 'newest' || sort === 'oldest') assert.ok(applied);
          if (sort === 'relevance' || !applied) return;
          const value = ({ csl, facts }: CitationRecord): number | undefined =>
            sort === 'cited' ? facts?.citedBy : yearOf(csl.issued);
          const values = records.map(value).filter((known) => known !== undefined);
          const ordered = values.toSorted((a, b) => (sort === 'oldest' ? a - b : b - a));
          assert.deepEqual(values, ordered);
        });
      }
    }

    for (const kind of source.kinds) {
      const { id, title, unknown, malformed } = fixture.identifiers[kind] ?? {};
      if (id === undefined || unknown === undefined || malformed === undefined) continue;
      it(`resolves a known ${kind}`, async () => {
        const record = await source.resolve({ kind, id }, contextOf());
        assert.ok(record);
        assert.ok(record.csl.title.includes(title ?? ''), record.csl.title);
        checkRecord(record, source);
      });
      it(`knows nothing of a ${kind} that is unknown or malformed`, async () => {
        assert.equal(await source.resolve({ kind, id: unknown }, contextOf()), undefined);
        assert.equal(await source.resolve({ kind, id: malformed }, contextOf()), undefined);
      });
    }

    const { batch } = source;
    if (batch !== undefined) {
      const identifiers = batch.kinds.flatMap((kind): readonly Identifier[] => {
        const { id, unknown } = fixture.identifiers[kind] ?? {};
        const more = kind === batch.kinds[0] ? (fixture.batchMore ?? []) : [];
        return [id, unknown, ...more].filter((value) => value !== undefined).map((value) => ({ kind, id: value }));
      }); // prettier-ignore

      it('resolves many, unknown ones among them, as it resolves each', async () => {
        const found = new Map<string, CitationRecord>();
        for (const group of batch.split(identifiers))
          for (const [id, record] of await batch.resolve(group, contextOf())) found.set(id, record);
        for (const identifier of identifiers) {
          const single = await source.resolve(identifier, contextOf());
          assert.deepEqual(found.get(identifier.id), single, identifier.id);
        }
        const unknown = Object.values(fixture.identifiers).map((known) => known.unknown);
        assert.ok(unknown.every((id) => !found.has(id)));
        assert.ok(found.size >= batch.kinds.length + (fixture.batchMore?.length ?? 0));
      });

      it('splits any number of identifiers into groups that hold each once', () => {
        const [kind = 'doi'] = batch.kinds;
        const many = Array.from({ length: 250 }, (_, index): Identifier => ({
          kind,
          id: `10.5555/${'x'.repeat(index)}${index % 50 === 0 ? ',' : '_'}${String(index)}`,
        })); // prettier-ignore
        const groups = batch.split(many);
        assert.ok(groups.length < many.length / 3 && groups.every(({ length }) => length > 0));
        assert.deepEqual(new Set(groups.flat()), new Set(many));
        assert.equal(groups.flat().length, many.length);
        assert.deepEqual(batch.split([]), []);
      });
    }

    for (const [fault, usual] of failures) {
      const kind = fixture.errors?.[fault.kind] ?? usual;
      it(`ends ${fault.kind} as ${kind}, in one sentence`, async () => {
        const search = (context: SourceContext): Promise<unknown> => find(fixture.many, context);
        for (const question of source.search === undefined ? [askAnything] : [askAnything, search]) {
          http.dispose();
          http = createImpatientClient(source, fault.kind === 'hang' ? 300 : undefined);
          sandbox.fault(fixture.service, fault);
          await assertFails(question(contextOf()), kind);
        }
      });
    }

    it('stops on the wire when it is cancelled', async () => {
      const cancel = new AbortController();
      // A token that is fetched first would be waited for otherwise.
      sandbox.fault(fixture.service, { kind: 'hang' });
      const asked = assert.rejects(askAnything(contextOf({ signal: cancel.signal })), { kind: 'cancelled' });
      const own = () => sandbox.requests.filter(({ service }) => service === fixture.service);
      await waitFor('the request', () => own()[0]);
      cancel.abort();
      await asked;
      await waitFor('its end', () => own().find(({ aborted }) => aborted));
    });

    if (source.credentials?.required === true) {
      it('asks nothing without credentials, and says so', async () => {
        await assertFails(Promise.resolve().then(() => askAnything(contextOf({ credentials: undefined }))), 'credentials'); // prettier-ignore
        assert.equal(sandbox.requests.length, 0);
      });
    }

    if (fixture.refused !== undefined) {
      it('says that credentials are refused, without telling them', async () => {
        await assertFails(askAnything(contextOf({ credentials: fixture.refused })), 'credentials');
      });
    }
  });
}
