import { strict as assert } from 'node:assert';
import { readNotices } from '../../../../../src/core/sources/crossref/notices.ts';

function newerOf(ownDoi: string, ...versions: readonly string[]): readonly (string | undefined)[] {
  const relation = {
    'has-version': versions.map((id) => ({ 'id-type': 'doi', id, 'asserted-by': 'subject' })),
  };
  return readNotices({ relation }, ownDoi, 'A title').map(({ kind, identifier }) => {
    assert.equal(kind, 'newer-version');
    return identifier;
  });
}

describe('versions that a Crossref record relates to itself', () => {
  const preprint = '10.36227/techrxiv.170794036.66542348/v';

  it('are said where their number is higher', () => {
    assert.deepEqual(newerOf(`${preprint}9`, `${preprint}8`, `${preprint}10`), [`${preprint}10`]);
    assert.deepEqual(newerOf('10.12688/f1000research.1.1', '10.12688/F1000research.1.2'), [
      '10.12688/f1000research.1.2',
    ]);
  });

  it('are not where they are earlier, the same or of another kind', () => {
    assert.deepEqual(newerOf(`${preprint}2`, `${preprint}1`, `${preprint}2`), []);
    assert.deepEqual(newerOf('10.5555/a.1', '10.5555/b.2', '10.5555/a', '10.5555/a.1.s2'), []);
  });
});
