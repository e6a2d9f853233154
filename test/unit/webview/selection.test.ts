import { strict as assert } from 'node:assert';
import { findTarget, noSelection, select, type Selection } from '../../../src/webview/selection.ts';

const ids = ['a', 'b', 'c', 'd'];
const chosen = (selection: Selection): string => ids.filter((id) => selection.chosen.has(id)).join('');

describe('selection in a list', () => {
  it('toggles rows one by one', () => {
    const two = select(select(noSelection, ids, 'a', 'toggle'), ids, 'c', 'toggle');
    assert.equal(chosen(two), 'ac');
    assert.equal(chosen(select(two, ids, 'a', 'toggle')), 'c');
  });

  it('extends from where it began, to either side', () => {
    const begun = select(noSelection, ids, 'b', 'move');
    const down = select(select(begun, ids, 'c', 'extend'), ids, 'd', 'extend');
    assert.equal(chosen(down), 'bcd');
    assert.equal(chosen(select(down, ids, 'a', 'extend')), 'ab');
  });

  it('moves without losing what is chosen', () => {
    const moved = select(select(noSelection, ids, 'a', 'toggle'), ids, 'd', 'move');
    assert.equal(chosen(moved), 'a');
    assert.equal(moved.active, 'd');
  });

  it('stays as it is when a row is gone', () => {
    assert.equal(select(noSelection, ids, 'z', 'toggle'), noSelection);
    assert.equal(chosen(select({ active: 'z', anchor: 'z', chosen: new Set() }, ids, 'b', 'extend')), 'ab');
  });

  it('follows the keys of lists, and stops at the ends', () => {
    const lead = (active: string | undefined, key: string): string | undefined =>
      findTarget(ids, active, key, 2);
    assert.deepEqual(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'].map((key) => lead('b', key)), ['c', 'a', 'a', 'd', 'd', 'a']); // prettier-ignore
    assert.equal(lead(undefined, 'ArrowDown'), 'a');
    assert.equal(lead('d', 'ArrowDown'), 'd');
    assert.equal(lead('a', 'x'), undefined);
    assert.equal(findTarget([], undefined, 'ArrowDown', 2), undefined);
  });
});
