import { strict as assert } from 'node:assert';
import { messagesOf } from '../../../src/webview/effects.ts';
import { emptyForm } from '../../../src/webview/form.ts';
import {
  chosenIds,
  createState,
  reduce,
  shownWorks,
  toKept,
  type Action,
  type PanelState,
} from '../../../src/webview/state.ts';
import type { Found, Progress, Work } from '../../../src/webview/protocol.ts';
import { foundOf, stateMessage, workOf } from './samples.ts';

const [a, b, c] = [workOf('a', { year: 2001 }), workOf('b', { year: 2005 }), workOf('c', { year: 2003 })];
const begin = (): PanelState => createState(stateMessage([a, b, c]));
const after = (state: PanelState, ...actions: readonly Action[]): PanelState => actions.reduce(reduce, state);
const shown = (state: PanelState): string => shownWorks(state).map(({ id }) => id).join(''); // prettier-ignore

function progress(works: readonly Work[], order: Progress['order'], part: Partial<Found> = {}): Action {
  return { kind: 'host', message: { kind: 'progress', found: foundOf([], part), order, works } };
}

describe('the state of the panel', () => {
  it('adds the works of a source that answers later, at the places that the host gives them', () => {
    const late = workOf('d');
    const state = after(begin(), progress([late], { from: 1, ids: ['d', 'b', 'c'] }));
    assert.equal(shown(state), 'adbc');
  });

  it('leaves the list alone while the host has nothing new of it', () => {
    const before = begin();
    const state = after(before, progress([], { from: 3, ids: [] }, { busy: true }));
    assert.equal(state.found.busy, true);
    assert.equal(shownWorks(state), shownWorks(before));
  });

  it('takes a shorter order too, such as that of a search that begins', () => {
    assert.equal(shown(after(begin(), progress([], { from: 1, ids: [] }))), 'a');
    assert.equal(shown(after(begin(), progress([], { from: 0, ids: [] }))), '');
  });

  it('forgets the works, filters and choice of the search before', () => {
    const busy = after(
      begin(),
      { kind: 'select', id: 'a', mode: 'toggle' },
      { kind: 'filter', facet: 'type', value: 'article-journal' },
      { kind: 'search', query: 'other' },
      progress([], { from: 0, ids: [] }, { text: 'other', busy: true }),
    );
    assert.equal(busy.works.size, 0);
    assert.equal(busy.selection.chosen.size, 0);
    assert.deepEqual(busy.filters.type, []);
  });

  it('selects a range as the list is sorted, and acts in that order', () => {
    const state = after(
      begin(),
      { kind: 'sort', sort: 'newest' },
      { kind: 'select', id: 'b', mode: 'move' },
      { kind: 'select', id: 'c', mode: 'extend' },
    );
    assert.equal(shown(state), 'bca');
    assert.deepEqual(chosenIds(state, shownWorks(state)), ['b', 'c']);
  });

  it('acts on the row with the keyboard where none is chosen, and never on one that is narrowed away', () => {
    const state = after(begin(), { kind: 'select', id: 'a', mode: 'move' });
    assert.deepEqual(chosenIds(state, shownWorks(state)), ['a']);
    const narrowed = after(
      state,
      { kind: 'selectAll' },
      { kind: 'filterYears', years: { from: 2003, to: 2005 } },
    );
    assert.deepEqual(chosenIds(narrowed, shownWorks(narrowed)), ['b', 'c']);
  });

  it('comes back as it was after a journey as JSON', () => {
    const left = after(
      begin(),
      { kind: 'type', query: 'half a thou' },
      { kind: 'sort', sort: 'oldest' },
      { kind: 'filterYears', years: { from: 2001, to: 2003 } },
      { kind: 'select', id: 'c', mode: 'toggle' },
      { kind: 'openDetails', id: 'c', focus: false },
    );
    const kept = JSON.parse(JSON.stringify(toKept(left, { id: 'c', pixels: 12 }))) as ReturnType<
      typeof toKept
    >;
    const back = createState({ ...stateMessage([a, b, c]), kept });
    assert.equal(shown(back), 'ac');
    assert.equal(back.query, 'half a thou');
    assert.deepEqual([...back.selection.chosen], ['c']);
    assert.equal(back.details?.id, 'c');
  });

  it('keeps nothing of works that are gone', () => {
    const kept = { ...toKept(begin()), chosen: ['gone'], active: 'gone', details: 'gone' };
    const back = createState({ ...stateMessage([a]), kept });
    assert.equal(back.selection.chosen.size, 0);
    assert.equal(back.selection.active, undefined);
    assert.equal(back.details, undefined);
  });

  it('shows details only of the work that is open', () => {
    const details = {
      id: 'a',
      abstract: '',
      fields: [],
      bibtex: '',
      reference: '',
      opens: true,
      loading: false,
    };
    const state = after(begin(), { kind: 'openDetails', id: 'b', focus: true }, { kind: 'host', message: { kind: 'details', details } }); // prettier-ignore
    assert.deepEqual(state.details, { id: 'b' });
    assert.equal(after(begin(), { kind: 'openDetails', id: 'a', focus: true }).focus, 'details');
    assert.equal(state.focus, undefined, 'the keyboard is moved once');
  });
});

describe('what the host is told', () => {
  it('is nothing for an empty query or an empty choice', () => {
    assert.deepEqual(messagesOf({ kind: 'search', query: '  ' }, begin()), []);
    assert.deepEqual(messagesOf({ kind: 'insert', ids: [] }, begin()), []);
    assert.deepEqual(messagesOf({ kind: 'search', query: ' x ' }, begin()), [{ kind: 'search', text: 'x' }]);
  });

  it('is to keep the order once the person reads while sources answer', () => {
    const busy = { ...begin(), found: foundOf([a], { busy: true }) };
    for (const action of [{ kind: 'select', id: 'a', mode: 'move' }, { kind: 'read' }] as const) {
      assert.deepEqual(messagesOf(action, begin()), []);
      assert.deepEqual(messagesOf(action, busy), [{ kind: 'settle' }]);
      assert.deepEqual(messagesOf(action, after(busy, action)), [], 'once');
      const next = after(busy, action, { kind: 'search', query: 'other' });
      assert.deepEqual(messagesOf(action, next), [{ kind: 'settle' }]);
    }
  });

  it('asks for a condition to be picked, and writes what was into the query and the form', () => {
    const state = after(begin(), { kind: 'type', query: 'ruby' });
    assert.deepEqual(messagesOf({ kind: 'pickCondition' }, state), [{ kind: 'pickCondition', text: 'ruby' }]);
    const form = { ...emptyForm, words: 'ruby', rest: 'genre:101912' };
    const message = { kind: 'form', form, query: 'ruby genre:101912' } as const;
    const picked = after(state, { kind: 'pickCondition' }, { kind: 'host', message });
    assert.deepEqual([picked.query, picked.form], ['ruby genre:101912', form]);
    const opened = after(state, { kind: 'host', message: { kind: 'form', form } });
    assert.equal(opened.query, 'ruby', 'opening the form leaves the query as it was typed');
  });
});
