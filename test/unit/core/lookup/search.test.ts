import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import { search, searchMore, type SourceOutcome } from '../../../../src/core/lookup/search.ts';
import { toRecord } from '../../../../src/core/record/toRecord.ts';
import type { CitationRecord, CslItem } from '../../../../src/core/record/record.ts';
import { say } from '../../../../src/core/sentence.ts';
import type { SearchPage } from '../../../../src/core/sources/query.ts';
import type { Source } from '../../../../src/core/sources/source.ts';
import { createContext, createFakeHttp } from '../../../support/fakeHttp.ts';

function record(source: string, csl: Partial<CslItem> & { title: string }): CitationRecord {
  return toRecord({ id: csl.DOI ?? csl.title, type: 'book', ...csl }, source);
}

function source(id: string, find: (cursor: string | undefined) => SearchPage | Promise<SearchPage>): Source {
  return {
    id,
    name: id.toUpperCase(),
    endpoints: {},
    paces: () => ({}),
    byDefault: true,
    kinds: [],
    resolve: () => Promise.resolve(undefined),
    search: { fields: [], find: async (_query, page) => find(page.cursor) },
  };
}

const http = createFakeHttp(() => ({}));
const contextOf = (asked: Source): ReturnType<typeof createContext> => createContext(asked, http);
const titles = (records: readonly CitationRecord[]): readonly string[] => records.map(({ csl }) => csl.title);

describe('search', () => {
  it('makes one result of the same work from several sources, with all its sources', async () => {
    const one = source('one', () => ({
      records: [record('one', { title: 'The same work', DOI: '10.5555/a' })],
    }));
    const two = source('two', () => ({
      records: [
        record('two', { title: 'The Same Work!', DOI: '10.5555/a', volume: '3' }),
        record('two', { title: 'Another' }),
      ],
    }));
    const { records } = await search({ words: 'x' }, [one, two], contextOf);
    assert.deepEqual(titles(records), ['The same work', 'Another']);
    assert.deepEqual(
      [records[0]?.sources, records[0]?.csl.volume, records[0]?.provenance['volume']],
      [['one', 'two'], '3', 'two'],
    );
  });

  it('joins a record without DOI to the one that has it, and never two DOIs', async () => {
    const described = {
      title: 'A work with a long title',
      issued: { 'date-parts': [[2020]] },
      author: [{ family: 'Müller' }],
    };
    const one = source('one', () => ({
      records: [
        record('one', { ...described, DOI: '10.5555/a' }),
        record('one', { ...described, DOI: '10.5555/b' }),
      ],
    }));
    const two = source('two', () => ({ records: [record('two', described)] }));
    const { records } = await search({ words: 'x' }, [one, two], contextOf);
    assert.deepEqual(
      records.map(({ csl }) => csl.DOI),
      ['10.5555/a', '10.5555/b'],
    );
  });

  it('lets what the first of several answers says go out before the next one is read', async () => {
    const events: string[] = [];
    const asks = (id: string): Source => ({
      ...source(id, () => ({ records: [] })),
      endpoints: { [id]: 'https://example.org' },
      search: {
        fields: [],
        async find(_query, _page, context) {
          await context.http.send({ source: id, pool: 'any', url: `https://example.org/${id}`, accept: '*/*', keep: 'none' }); // prettier-ignore
          events.push(`${id} read`);
          return { records: [] };
        },
      },
    });
    await search({ words: 'x' }, [asks('one'), asks('two'), asks('three')], contextOf, {
      // An editor sends its messages a moment later.
      onPartial: (outcome) => setTimeout(() => events.push(`${outcome.source} sent`)),
    });
    assert.deepEqual(events.slice(0, 5), ['one read', 'one sent', 'two read', 'two sent', 'three read']);
  });

  it('shows each source as it answers; one that fails holds no other up', async () => {
    const seen: SourceOutcome[] = [];
    const fails = source('fails', () =>
      Promise.reject(new LookupError('timeout', say`Too slow.`, { source: 'fails' })),
    );
    const works = source('works', () => ({ records: [record('works', { title: 'Found' })], total: 1 }));
    const { records, outcomes } = await search({ words: 'x' }, [fails, works], contextOf, {
      onPartial: (outcome) => seen.push(outcome),
    });
    assert.deepEqual(titles(records), ['Found']);
    assert.deepEqual([outcomes[0]?.error?.kind, outcomes[0]?.error?.message], ['timeout', 'Too slow.']);
    assert.equal(seen.length, 2);
  });

  it('pages every source to its end without a repeat', async () => {
    const pages = source('pages', (cursor = '0') => {
      const at = Number(cursor);
      return {
        records: [record('pages', { title: `Work ${cursor}` })],
        ...(at < 2 ? { next: String(at + 1) } : {}),
      };
    });
    const again = source('again', (cursor) => ({
      records: [record('again', { title: cursor === undefined ? 'Work 1' : 'Work 0' })],
      ...(cursor === undefined ? { next: '1' } : {}),
    }));
    let page = await search({ words: 'x' }, [pages, again], contextOf, { pageSize: 1 });
    const all = [...page.records];
    while (page.outcomes.some(({ hasMore }) => hasMore)) {
      page = await searchMore(page, contextOf);
      all.push(...page.records);
    }
    assert.deepEqual(titles(all), ['Work 0', 'Work 1', 'Work 2']);
    assert.deepEqual((await searchMore(page, contextOf)).records, []);
  });

  it('asks only the sources that the query names', async () => {
    const { outcomes } = await search(
      { words: 'x', source: ['b'] },
      [source('a', () => ({ records: [] })), source('b', () => ({ records: [] }))],
      contextOf,
    );
    assert.deepEqual(
      outcomes.map((outcome) => outcome.source),
      ['b'],
    );
  });

  it('ends as cancelled', async () => {
    const controller = new AbortController();
    const slow = source('slow', () => {
      controller.abort();
      throw new LookupError('cancelled', say`The request was cancelled.`);
    });
    await assert.rejects(
      search({ words: 'x' }, [slow], contextOf, { signal: controller.signal }),
      (error) => error instanceof LookupError && error.kind === 'cancelled',
    );
  });
});
