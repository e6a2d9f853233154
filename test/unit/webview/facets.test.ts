import { strict as assert } from 'node:assert';
import { countFacet, narrow, noFilters, sortWorks, yearBars } from '../../../src/webview/facets.ts';
import { workOf } from './samples.ts';

const works = [
  workOf('a', { year: 2001, type: 'book', venue: '', citedBy: 5 }),
  workOf('b', { year: 2003, sources: ['crossref', 'datacite'] }),
  workOf('c', { sources: ['datacite'], citedBy: 9 }),
];
const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join('');

describe('facets of the panel', () => {
  it('take values of one facet as alternatives and let facets add up', () => {
    assert.equal(ids(narrow(works, { ...noFilters, source: ['datacite'] })), 'bc');
    assert.equal(ids(narrow(works, { ...noFilters, type: ['book', 'article-journal'] })), 'abc');
    assert.equal(
      ids(narrow(works, { ...noFilters, source: ['datacite'], years: { from: 2003, to: 2003 } })),
      'b',
    );
  });

  it('leave works without a year out of a range of years', () => {
    assert.equal(ids(narrow(works, { ...noFilters, years: { from: 1000, to: 3000 } })), 'ab');
  });

  it('count what choosing a value would show, the other facets being as they are', () => {
    const filters = { ...noFilters, type: ['article-journal'], source: ['crossref'] };
    assert.deepEqual(countFacet(works, filters, 'source'), [
      { value: 'datacite', count: 2 },
      { value: 'crossref', count: 1 },
    ]);
    assert.deepEqual(countFacet(works, { ...noFilters, venue: ['Gone'] }, 'venue'), [
      { value: 'Notes', count: 2 },
      { value: 'Gone', count: 0 },
    ]);
  });

  it('draw years without gaps, several a bar where the span is long', () => {
    assert.deepEqual(yearBars(works).map(({ from, count }) => [from, count]), [[2001, 1], [2002, 0], [2003, 1]]); // prettier-ignore
    const centuries = yearBars([workOf('x', { year: 1600 }), workOf('y', { year: 2020 })]);
    assert.ok(centuries.length <= 40);
    assert.equal(centuries.at(-1)?.to, 2020);
    assert.equal(centuries.reduce((sum, { count }) => sum + count, 0), 2); // prettier-ignore
    assert.deepEqual(yearBars([workOf('x', { year: 1600 })]), []);
  });

  it('sort what is unknown last and equal works as they were', () => {
    assert.equal(ids(sortWorks(works, 'newest')), 'bac');
    assert.equal(ids(sortWorks(works, 'oldest')), 'abc');
    assert.equal(ids(sortWorks(works, 'cited')), 'cab');
    assert.equal(ids(sortWorks(works, 'relevance')), 'abc');
  });
});
