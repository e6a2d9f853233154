import { html, nothing, type TemplateResult } from 'lit';
import type { PanelState } from '../state.ts';
import type { Send } from './send.ts';
import { fill, icon } from './words.ts';

const examples = [
  '"deep learning" author:lecun year:2015',
  'title:"structure of water" type:journal',
  '10.1038/nature14539',
];

function viewMessage(name: string, title: string, hint: string, below: unknown = nothing): TemplateResult {
  return html`<div class="empty">
    ${icon(name)}
    <h2>${title}</h2>
    ${hint === '' ? nothing : html`<p>${hint}</p>`} ${below}
  </div>`;
}

function viewWelcome({ texts, found }: PanelState, send: Send): TemplateResult {
  const lacking = found.sources.filter(({ state }) => state === 'lacks-credentials').map(({ name }) => name);
  const tries = html`<p class="quiet">${texts.tryThese}</p>
    <ul class="examples" role="list">
      ${examples.map(
        (query) =>
          html`<li><button type="button" class="link" @click=${() => { send({ kind: 'search', query }); }}>${query}</button></li>`,
      )}
    </ul>
    ${lacking.length === 0 ? nothing : html`<p class="quiet">${fill(texts.credentialsHint, lacking.join(', '))}</p>`}`; // prettier-ignore
  return viewMessage('book', texts.welcome, texts.welcomeHint, tries);
}

/** What stands in the place of the list while there is none: first run, searching, nothing found, nobody reached. */
export function viewEmptyState(state: PanelState, send: Send): TemplateResult {
  const { texts, found } = state;
  if (found.text === '') return viewWelcome(state, send);
  if (found.busy) return viewMessage('loading codicon-modifier-spin', texts.searching, '');
  if (found.note !== undefined) return viewMessage('info', found.note, '');
  if (found.order.length > 0) {
    const clear = html`<button type="button" @click=${() => { send({ kind: 'clearFilters' }); }}>${texts.clearFilters}</button>`; // prettier-ignore
    return viewMessage('filter', texts.noneMatch, '', clear);
  }
  const asked = found.sources.filter((share) => share.state !== 'lacks-credentials');
  const again = html`<button type="button" @click=${() => { send({ kind: 'search', query: found.text }); }}>${texts.retry}</button>`; // prettier-ignore
  if (asked.length > 0 && asked.every(({ failure }) => failure?.offline === true))
    return viewMessage('debug-disconnect', texts.offline, texts.offlineHint, again);
  if (asked.length > 0 && asked.every(({ failure }) => failure !== undefined))
    return viewMessage('warning', texts.allFailed, '', again);
  return viewMessage('search', texts.nothing, texts.nothingHint);
}
