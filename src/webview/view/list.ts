import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { draggedWorks, type Work } from '../protocol.ts';
import { findTarget, type SelectMode } from '../selection.ts';
import { chosenIds, type PanelState } from '../state.ts';
import { viewRow } from './row.ts';
import type { Send } from './send.ts';

/** Rows that a page key goes over. */
const pageLength = 8;

/** Rows that are laid out, or left out of the layout while they are out of sight, as one. */
const chunkLength = 10;

/** Chunks that are so as one again: of thousands of rows the layout meets some dozens of boxes. */
const groupLength = 10;

/** Returns how many chunks works make. */
export function countChunks(works: readonly Work[]): number {
  return Math.ceil(works.length / chunkLength);
}

/** Returns how many chunks it takes to hold a work; 0 where it is not there. */
export function countChunksTo(id: string | undefined, works: readonly Work[]): number {
  return Math.ceil((works.findIndex((work) => work.id === id) + 1) / chunkLength);
}

/** Element ids hold no spaces, works' ids do. */
export function rowId(id: string): string {
  return `row-${encodeURIComponent(id)}`;
}

function split(works: readonly Work[], length: number): readonly (readonly Work[])[] {
  return Array.from({ length: Math.ceil(works.length / length) }, (_, place) =>
    works.slice(place * length, (place + 1) * length),
  );
}

function findRow(event: Event): HTMLElement | undefined {
  const row = event.target instanceof Element ? event.target.closest('[data-work]') : undefined;
  return row instanceof HTMLElement ? row : undefined;
}

function press(event: KeyboardEvent, state: PanelState, shown: readonly Work[], send: Send): void {
  const { active } = state.selection;
  const ctrl = event.ctrlKey || event.metaKey;
  const ids = shown.map(({ id }) => id);
  const target = findTarget(ids, active, event.key, pageLength);
  if (target !== undefined) send({ kind: 'select', id: target, mode: event.shiftKey ? 'extend' : 'move' });
  else if (event.key === ' ' && active !== undefined) send({ kind: 'select', id: active, mode: 'toggle' });
  else if (event.key === 'a' && ctrl) send({ kind: 'selectAll' });
  else if (event.key === 'c' && ctrl) send({ kind: 'copy', ids: chosenIds(state, shown) });
  else if (event.key === 'Enter' && ctrl) send({ kind: 'insert', ids: chosenIds(state, shown) });
  else if (event.key === 'Enter' && active !== undefined)
    send({ kind: 'openDetails', id: active, focus: true });
  else if (event.key === 'Escape' && state.selection.chosen.size > 0) send({ kind: 'clearSelection' });
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function click(event: MouseEvent, send: Send): void {
  const row = findRow(event);
  const id = row?.dataset['work'];
  if (id === undefined) return;
  const onMark = event.target instanceof Element && event.target.closest('.mark') !== null;
  const mode: SelectMode = event.shiftKey
    ? 'extend'
    : event.ctrlKey || event.metaKey || onMark
      ? 'toggle'
      : 'move';
  send({ kind: 'select', id, mode });
  if (mode === 'move') send({ kind: 'openDetails', id, focus: false });
}

function startDrag(event: DragEvent, state: PanelState, shown: readonly Work[]): void {
  const id = findRow(event)?.dataset['work'];
  if (id === undefined || event.dataTransfer === null) return;
  const dragged = state.selection.chosen.has(id) ? chosenIds(state, shown) : [id];
  const texts = dragged.flatMap((each) => state.works.get(each)?.dragText ?? []);
  event.dataTransfer.setData(draggedWorks, JSON.stringify(dragged));
  event.dataTransfer.setData('text/plain', texts.join('\n'));
  event.dataTransfer.effectAllowed = 'copy';
}

/** The works as a list of which several can be chosen; `built` chunks of it, the others follow. */
export function viewList(
  state: PanelState,
  shown: readonly Work[],
  built: number,
  send: Send,
): TemplateResult | typeof nothing {
  const { texts, language, found, selection } = state;
  if (shown.length === 0) return nothing;
  const active = shown.some(({ id }) => id === selection.active) ? selection.active : undefined;
  // A source's name is all that a row shows of it: its progress must not draw every row anew.
  const names = found.sources.map(({ name }) => name).join();
  /** Views some works anew only where something of them has changed. */
  const guardWorks = (works: readonly Work[], view: () => unknown): unknown => {
    const activeHere = works.some(({ id }) => id === active) ? active : undefined;
    const chosenHere = works.filter(({ id }) => selection.chosen.has(id));
    return guard([...works, names, activeHere, ...chosenHere], view);
  };
  const viewChunk = (chunk: readonly Work[]): unknown =>
    guardWorks(chunk, () =>
      repeat(
        chunk,
        ({ id }) => id,
        (work) =>
          viewRow(
            work,
            { id: rowId(work.id), isActive: work.id === active, isChosen: selection.chosen.has(work.id) },
            { texts, language, sources: found.sources },
          ),
      ),
    );
  const viewGroup = (group: readonly Work[]): unknown =>
    guardWorks(group, () =>
      split(group, chunkLength).map(
        (chunk) => html`<div role="presentation" class="chunk">${viewChunk(chunk)}</div>`,
      ),
    );
  return html`<div
    id="list"
    role="listbox"
    tabindex="0"
    aria-label=${texts.results}
    aria-multiselectable="true"
    aria-busy=${built < countChunks(shown)}
    aria-activedescendant=${ifDefined(active === undefined ? undefined : rowId(active))}
    @keydown=${(event: KeyboardEvent) => { press(event, state, shown, send); }}
    @click=${(event: MouseEvent) => { click(event, send); }}
    @dragstart=${(event: DragEvent) => { startDrag(event, state, shown); }}
  >
    ${guard([shown, selection, names, built], () =>
      split(shown.slice(0, built * chunkLength), groupLength * chunkLength).map(
        (group) => html`<div role="presentation" class="group">${viewGroup(group)}</div>`,
      ),
    )}
  </div>`; // prettier-ignore
}
