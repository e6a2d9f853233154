import { strict as assert } from 'node:assert';
import { isSavedSearch, savedVersion, type SavedSearch } from '../../../../src/editor/search/savedSearch.ts';

const saved: SavedSearch = {
  version: savedVersion,
  text: 'engines',
  shares: [{ id: 'crossref', name: 'Crossref', state: 'answered', count: 1, hasMore: true, notApplied: [] }],
  works: [
    [
      'doi 10.1000/a',
      {
        csl: { id: '10.1000/a', type: 'book', title: 'Engines', author: [{ family: 'Lovelace' }] },
        sources: ['crossref'],
        notices: [],
        links: {},
        provenance: {},
      },
    ],
  ],
};
const [share] = saved.shares;
const [id, record] = saved.works[0] ?? [];

describe('a search that was kept', () => {
  it('is known after a journey as JSON', () => {
    assert.ok(isSavedSearch(JSON.parse(JSON.stringify(saved))));
  });

  const damaged: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'a list': [saved],
    'another version': { ...saved, version: savedVersion + 1 },
    'no version': { ...saved, version: undefined },
    'a number for its text': { ...saved, text: 1 },
    'a state that there is not': { ...saved, shares: [{ ...share, state: 'asleep' }] },
    'a source without conditions': { ...saved, shares: [{ ...share, notApplied: undefined }] },
    'a work without record': { ...saved, works: [[id]] },
    'a record without links': { ...saved, works: [[id, { ...record, links: undefined }]] },
    'a record without title': { ...saved, works: [[id, { ...record, csl: { id: 'x', type: 'book' } }]] },
    'authors in one text': {
      ...saved,
      works: [[id, { ...record, csl: { ...record?.csl, author: 'Ada Lovelace' } }]],
    },
  };
  for (const [what, value] of Object.entries(damaged))
    it(`is forgotten: ${what}`, () => {
      assert.equal(isSavedSearch(value), false);
    });
});
