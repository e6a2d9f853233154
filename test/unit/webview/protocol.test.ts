import { strict as assert } from 'node:assert';
import { isHostMessage, isPageMessage } from '../../../src/webview/protocol.ts';
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
});
