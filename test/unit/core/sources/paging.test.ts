import { strict as assert } from 'node:assert';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import type { SearchPage, SearchQuery } from '../../../../src/core/sources/query.ts';
import type { Source } from '../../../../src/core/sources/source.ts';
import { createCrossref } from '../../../sandbox/crossref/crossref.ts';
import { createDataCite } from '../../../sandbox/datacite/datacite.ts';
import type { Agency, Work } from '../../../sandbox/work.ts';
import { createContext, type FakeHttp } from '../../../support/fakeHttp.ts';
import { createStandInHttp } from '../../../support/standInHttp.ts';

const limit = 10_000;
/** The last page before the limit is a part of one (Crossref), or a whole one that ends before it (DataCite). */
const size = 900;

/** More works than page numbers and offsets reach, registered in another order than they are found in. */
function makeWorks(agency: Agency, count: number): readonly Work[] {
  return Array.from({ length: count }, (_, index) => ({
    doi: `10.5555/many-${String((index * 7919) % count)}`,
    agency,
    type: agency === 'Crossref' ? 'journal-article' : 'Dataset',
    title: `Work ${String(index)} of many`,
    print: String(1900 + (index % 100)),
    citedBy: index % 13,
  }));
}

/** A question that the stand-in answers without reading each work. */
const datasets: SearchQuery = { words: '', type: ['dataset'], sort: 'cited' };

async function findAll(source: Source, http: FakeHttp, query: SearchQuery, size: number, from?: string): Promise<readonly SearchPage[]> {
  const pages: SearchPage[] = [];
  for (let next = from ?? '', more = true; more;) {
    const page = await source.search?.find(query, { size, ...(next === '' ? {} : { cursor: next }) }, createContext(source, http));
    assert.ok(page);
    pages.push(page);
    more = page.next !== undefined;
    next = page.next ?? '';
  }
  return pages;
} // prettier-ignore

function assertComplete(pages: readonly SearchPage[], count: number): void {
  const ids = pages.flatMap(({ records }) => records.map(({ csl }) => csl.id));
  assert.equal(ids.length, count);
  assert.equal(new Set(ids).size, count);
}

describe('a list longer than ten thousand works', function () {
  this.timeout(60_000);

  it('is read to its end from Crossref without a repeat or a gap', async () => {
    const works = makeWorks('Crossref', limit + 750);
    const http = createStandInHttp(createCrossref(works));
    const pages = await findAll(crossref, http, { words: 'work', sort: 'cited' }, size);
    assertComplete(pages, works.length);
    const cited = pages.flatMap(({ records }) => records.map(({ facts }) => facts?.citedBy ?? 0));
    assert.deepEqual(
      cited,
      cited.toSorted((a, b) => b - a),
    );
    for (const { searchParams } of http.urls) {
      const [rows, offset] = ['rows', 'offset'].map((name) => Number(searchParams.get(name)));
      assert.ok((rows ?? 0) + (offset ?? 0) <= limit);
    }
  });

  it('is read to its end from DataCite without a repeat or a gap', async () => {
    const works = makeWorks('DataCite', limit + 150);
    const http = createStandInHttp(createDataCite(works));
    assertComplete(await findAll(datacite, http, datasets, size), works.length);
    for (const { searchParams } of http.urls) {
      const [rows, number] = ['page[size]', 'page[number]'].map((name) => Number(searchParams.get(name)));
      assert.ok((rows ?? 0) * (number ?? 0) <= limit);
    }
  });

  it('ends where it ends at the limit', async () => {
    for (const [source, standIn, query] of [
      [crossref, createCrossref(makeWorks('Crossref', limit)), { words: 'work' }],
      [datacite, createDataCite(makeWorks('DataCite', limit)), datasets],
    ] as const) {
      const http = createStandInHttp(standIn);
      assertComplete(await findAll(source, http, query, 1000), limit);
      assert.equal(http.urls.length, 10, source.id);
    }
  });

  it('goes on where it was when Crossref has forgotten the cursor', async () => {
    let forgotten = 0;
    const http = createStandInHttp(createCrossref(makeWorks('Crossref', limit + 300)), ({ searchParams }) => {
      const value = searchParams.get('cursor');
      if (value !== 'expired') return undefined;
      forgotten += 1;
      const message = [{ type: 'cursor-invalid', value, message: 'Cursor specified but it is invalid' }];
      const body = { status: 'failed', 'message-type': 'resource-failure', message };
      return { status: 404, body: JSON.stringify(body) };
    });
    const query = { words: 'work', sort: 'oldest' } as const;
    const idsFrom = async (cursor: string): Promise<readonly string[]> =>
      (await findAll(crossref, http, query, 1000, cursor)).flatMap(({ records }) =>
        records.map(({ csl }) => csl.id),
      );
    const [last, afterwards] = [
      await idsFrom(String(limit)),
      await idsFrom(`${String(limit + 100)} expired`),
    ];
    assert.equal(forgotten, 1);
    assert.deepEqual(afterwards, last.slice(100));
  });
});
