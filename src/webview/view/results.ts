import { html, nothing, type TemplateResult } from 'lit';
import { sorts } from '../facets.ts';
import type { Work } from '../protocol.ts';
import { chosenIds, type PanelState } from '../state.ts';
import { viewEmptyState } from './emptyStates.ts';
import { viewList } from './list.ts';
import type { Send } from './send.ts';
import { countWorks, fill, icon } from './words.ts';

function viewHead(state: PanelState, shown: readonly Work[], send: Send): TemplateResult {
  const { texts, language, sort, found } = state;
  const all = found.order.length;
  const count =
    shown.length === all
      ? countWorks(texts, all, language)
      : fill(texts.someWorks, shown.length.toLocaleString(language), all.toLocaleString(language));
  const change = ({ target }: Event): void => {
    const chosen =
      target instanceof HTMLSelectElement ? sorts.find((name) => name === target.value) : undefined;
    if (chosen !== undefined) send({ kind: 'sort', sort: chosen });
  };
  return html`<div class="head">
    <span>${count}</span>
    <select aria-label=${texts.sort} title=${texts.sort} @change=${change}>
      ${sorts.map((name) => html`<option value=${name} ?selected=${name === sort}>${texts[name]}</option>`)}
    </select>
  </div>`;
}

function viewMore({ texts, found }: PanelState, send: Send): TemplateResult | typeof nothing {
  const hasMore = found.sources.some((source) => source.hasMore);
  if (!hasMore) return nothing;
  // A button that is disabled would lose the keyboard.
  return html`<button type="button" class="more" aria-disabled=${found.busy} @click=${() => { if (!found.busy) send({ kind: 'more' }); }}>
    ${found.busy ? html`${icon('loading codicon-modifier-spin')} ${texts.loadingMore}` : texts.more}
  </button>`; // prettier-ignore
}

/** What can be done with the chosen works; there is nothing to press while none is chosen. */
function viewChosen(state: PanelState, shown: readonly Work[], send: Send): TemplateResult | typeof nothing {
  const { texts, selection } = state;
  if (!shown.some(({ id }) => selection.chosen.has(id))) return nothing;
  const ids = chosenIds(state, shown);
  return html`<div class="chosen" role="group" aria-label=${fill(texts.chosen, ids.length)}>
    <button type="button" class="primary" @click=${() => { send({ kind: 'insert', ids }); }}>
      ${ids.length === 1 ? texts.insert : fill(texts.insertMany, ids.length)}
    </button>
    <button type="button" class="icon" aria-label=${texts.copy} title=${texts.copy}
      @click=${() => { send({ kind: 'copy', ids }); }}>${icon('copy')}</button>
    <button type="button" class="icon" aria-label=${texts.clearChoice} title=${texts.clearChoice}
      @click=${() => { send({ kind: 'clearSelection' }); }}>${icon('clear-all')}</button>
  </div>`; // prettier-ignore
}

/** The works found, or why there are none. */
export function viewResults(
  state: PanelState,
  shown: readonly Work[],
  built: number,
  send: Send,
): TemplateResult {
  const { found } = state;
  return html`<section class="results" aria-label=${state.texts.results}>
    ${found.order.length === 0 ? nothing : viewHead(state, shown, send)}
    <div class="scroll" id="scroll">
      ${shown.length === 0 ? viewEmptyState(state, send) : viewList(state, shown, built, send)}
      ${found.order.length === 0 ? nothing : viewMore(state, send)}
      ${found.credits.map((credit) => html`<p class="credit quiet">${credit}</p>`)}
    </div>
    ${viewChosen(state, shown, send)}
  </section>`;
}
