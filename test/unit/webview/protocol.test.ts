import { strict as assert } from 'node:assert';
import { isHostMessage, isKept, isPageMessage } from '../../../src/webview/protocol.ts';
import { createState, toKept } from '../../../src/webview/state.ts';
import { stateMessage, workOf } from './samples.ts';

describe('the protocol of the panel', () => {
  it('knows its own messages after a journey as JSON', () => {
    const state: unknown = JSON.parse(JSON.stringify(stateMessage([workOf('a')])));
    assert.ok(isHostMessage(state));
    for (const message of [
      { kind: 'ready' },
      { kind: 'search', text: 'x' },
      { kind: 'insert', ids: ['a', 'b'] },
    ])
      assert.ok(isPageMessage(message), message.kind);
  });

  it('takes nothing else', () => {
    const others = [
      undefined, null, 'ready', [], {}, { kind: 'toString' }, { kind: '__proto__' }, { kind: 'search' },
      { kind: 'search', text: 1 }, { kind: 'insert', ids: 'a' }, { kind: 'insert', ids: [1] }, { kind: 'state' },
    ]; // prettier-ignore
    for (const other of others) {
      assert.equal(isPageMessage(other), false, JSON.stringify(other));
      assert.equal(isHostMessage(other), false, JSON.stringify(other));
    }
  });

  it('knows what was kept of a page, and not what another version or nobody kept', () => {
    const kept = toKept(createState(stateMessage([workOf('a')])), { id: 'a', pixels: 3 });
    assert.ok(isKept(JSON.parse(JSON.stringify(kept))));
    const others = [
      undefined, {}, { ...kept, filters: undefined }, { ...kept, filters: { type: [] } }, { ...kept, sort: 'price' },
      { ...kept, chosen: [1] }, { ...kept, scrolled: 12 }, { ...kept, filters: { ...kept.filters, years: [1990, 2000] } },
    ]; // prettier-ignore
    for (const other of others) {
      assert.equal(isKept(other), false, JSON.stringify(other));
      assert.equal(isPageMessage({ kind: 'keep', kept: other }), false, JSON.stringify(other));
    }
  });
});
