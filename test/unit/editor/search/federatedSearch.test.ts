import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import type { SearchResult, SourceOutcome } from '../../../../src/core/lookup/search.ts';
import type { CitationRecord } from '../../../../src/core/record/record.ts';
import { say } from '../../../../src/core/sentence.ts';
import { FederatedSearch, type SearchOptions } from '../../../../src/editor/search/federatedSearch.ts';

function recordOf(doi: string | undefined, title: string, source = 'one'): CitationRecord {
  const csl = { id: doi ?? title, type: 'book' as const, title, ...(doi === undefined ? {} : { DOI: doi }) };
  return {
    csl: { ...csl, issued: { 'date-parts': [[2001]] } },
    sources: [source],
    notices: [],
    links: {},
    provenance: {},
  };
}

/** Services of two sources whose answers the test gives by hand. */
function createDouble() {
  const asked: { readonly sources: readonly string[]; readonly signal: AbortSignal | undefined }[] = [];
  let answer: (outcome: SourceOutcome) => void = () => undefined;
  let end: () => void = () => undefined;
  let pages: readonly SourceOutcome[] = [];
  const services: SearchOptions['services'] = {
    searchable: () =>
      Promise.resolve([
        { id: 'one', name: 'One', lacksCredentials: false },
        { id: 'two', name: 'Two', lacksCredentials: false },
        { id: 'three', name: 'Three', lacksCredentials: true },
      ]),
    resolve: (identifier) =>
      Promise.resolve(identifier.id === '10.1000/here' ? recordOf('10.1000/here', 'Here it is') : undefined),
    matchReference: (text) =>
      Promise.resolve(
        text.includes('Lovelace') ? { record: recordOf('10.1000/note', 'Notes'), score: 1 } : undefined,
      ),
    search: (query, { onPartial, signal, sources = [] } = {}) =>
      new Promise<SearchResult>((resolve, reject) => {
        asked.push({ sources, signal });
        answer = (outcome) => onPartial?.(outcome);
        end = () => { resolve({ query, records: [], outcomes: [] }); }; // prettier-ignore
        signal?.addEventListener('abort', () => { reject(new LookupError('cancelled', say`Cancelled.`)); }); // prettier-ignore
      }),
    searchMore: (result, { onPartial } = {}) => {
      for (const outcome of pages) onPartial?.(outcome);
      return Promise.resolve(result);
    },
  };
  const search = new FederatedSearch({
    services,
    pageSize: 50,
    describeNotFound: ({ id }) => `no ${id}`,
    translate: ({ english }) => english,
    onChange: () => undefined,
  });
  return {
    search,
    asked,
    answer: (outcome: Partial<SourceOutcome> & { readonly source: string }) => { answer({ records: [], hasMore: false, ...outcome }); }, // prettier-ignore
    end: () => { end(); }, // prettier-ignore
    nextPages: (outcomes: readonly SourceOutcome[]) => { pages = outcomes; }, // prettier-ignore
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const states = ({ found }: FederatedSearch): string =>
  found.sources.map(({ id, state }) => `${id} ${state}`).join(', ');

describe('a search of all sources', () => {
  it('shows each source as it answers, and why one has nothing', async () => {
    const { search, answer, end } = createDouble();
    const done = search.start('engines');
    await turn();
    assert.equal(states(search), 'one waiting, two waiting, three lacks-credentials');
    answer({ source: 'one', records: [recordOf('10.1/a', 'First of all')], hasMore: true, total: 7 });
    assert.equal(search.found.order.length, 1);
    answer({ source: 'two', error: new LookupError('network', say`Two is away.`) });
    end();
    await done;
    assert.equal(states(search), 'one answered, two failed, three lacks-credentials');
    assert.deepEqual(search.found.sources[1]?.failure, { message: 'Two is away.', offline: true });
    assert.equal(search.found.busy, false);
  });

  it('lets a work keep its id when a later source knows its DOI', async () => {
    const { search, answer } = createDouble();
    void search.start('engines');
    await turn();
    answer({ source: 'one', records: [recordOf(undefined, 'The analytical engine')] });
    const [id = ''] = search.found.order;
    answer({ source: 'two', records: [recordOf('10.1/a', 'The Analytical Engine', 'two')] });
    assert.deepEqual(search.found.order, [id]);
    assert.equal(search.records.get(id)?.csl.DOI, '10.1/a');
    assert.deepEqual(search.records.get(id)?.sources, ['one', 'two']);
  });

  it('moves nothing any more once the person reads', async () => {
    const { search, answer } = createDouble();
    void search.start('engines');
    await turn();
    answer({ source: 'two', records: [recordOf('10.1/b', 'Second'), recordOf('10.1/c', 'Third')] });
    search.settle();
    answer({ source: 'one', records: [recordOf('10.1/a', 'First')] });
    assert.deepEqual(search.found.order, ['doi 10.1/b', 'doi 10.1/c', 'doi 10.1/a']);
  });

  it('stops what is on the wire and ignores what still comes of it', async () => {
    const { search, answer, asked } = createDouble();
    const done = search.start('engines');
    await turn();
    const late = answer;
    search.stop();
    await done;
    late({ source: 'one', records: [recordOf('10.1/a', 'Late')] });
    assert.equal(asked[0]?.signal?.aborted, true);
    assert.equal(search.found.order.length, 0);
    assert.equal(states(search), 'one stopped, two stopped, three lacks-credentials');
  });

  it('cancels the search before it', async () => {
    const { search, asked } = createDouble();
    const searches = [search.start('engin')];
    await turn();
    searches.push(search.start('engines'));
    await turn();
    assert.deepEqual(
      asked.map(({ signal }) => signal?.aborted),
      [true, false],
    );
    search.stop();
    await Promise.all(searches);
  });

  it('asks those that it stopped again when somebody looks again, and only those', async () => {
    const { search, answer, asked } = createDouble();
    void search.start('engines');
    await turn();
    answer({ source: 'one', records: [recordOf('10.1/a', 'First')] });
    search.pause();
    void search.resume();
    await turn();
    assert.deepEqual(asked.map(({ sources }) => sources), [['one', 'two'], ['two']]); // prettier-ignore
    assert.equal(search.found.order.length, 1);
  });

  it('adds further pages below, and goes on after a restart', async () => {
    const { search, answer, end, nextPages } = createDouble();
    const done = search.start('engines');
    await turn();
    answer({ source: 'one', records: [recordOf('10.1/a', 'First')], hasMore: true });
    end();
    await done;
    nextPages([{ source: 'one', records: [recordOf('10.1/b', 'Second')], hasMore: true }]);
    await search.more();
    assert.deepEqual(search.found.order, ['doi 10.1/a', 'doi 10.1/b']);

    const again = createDouble();
    again.search.restore(JSON.parse(JSON.stringify(search.save())) as ReturnType<FederatedSearch['save']>);
    assert.deepEqual(again.search.found.order, ['doi 10.1/a', 'doi 10.1/b']);
    again.nextPages([{ source: 'one', records: [recordOf('10.1/c', 'Third')], hasMore: false }]);
    const more = again.search.more();
    await turn();
    again.answer({ source: 'one', records: [recordOf('10.1/a', 'First')], hasMore: true });
    again.end();
    await more;
    assert.deepEqual(again.search.found.order, ['doi 10.1/a', 'doi 10.1/b', 'doi 10.1/c']);
  });

  it('goes straight to the work of an identifier or a pasted reference, or says who does not know it', async () => {
    const { search } = createDouble();
    await search.start('https://doi.org/10.1000/HERE');
    assert.equal(search.found.order.length, 1);
    await search.start('Lovelace, A. Notes by the translator. Scientific Memoirs 3, 666-731 (1843).');
    assert.deepEqual(search.found.order, ['doi 10.1000/note']);
    await search.start('10.1000/gone');
    assert.equal(search.found.note, 'no 10.1000/gone');
    assert.equal(search.found.order.length, 0);
  });
});
