import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SourceShare, Texts } from '../protocol.ts';
import type { PanelState } from '../state.ts';
import type { Send } from './send.ts';
import { fill, icon } from './words.ts';

const icons: Readonly<Record<SourceShare['state'], string>> = {
  idle: 'circle-outline',
  waiting: 'loading codicon-modifier-spin',
  answered: 'check',
  failed: 'warning',
  stopped: 'debug-stop',
  'lacks-credentials': 'key',
};

function describeState({ state, count, total }: SourceShare, texts: Texts, language: string): string {
  const loaded = count.toLocaleString(language);
  switch (state) {
    case 'idle':
      return texts.idle;
    case 'waiting':
      return texts.waiting;
    case 'failed':
      return texts.failed;
    case 'stopped':
      return texts.stopped;
    case 'lacks-credentials':
      return texts.setCredentials;
    case 'answered':
      return total === undefined || total <= count
        ? loaded
        : fill(texts.ofTotal, loaded, total.toLocaleString(language));
  }
}

/** A source that needs something of the person is a button that gives it. */
function viewChip(share: SourceShare, { texts, found, language }: PanelState, send: Send): TemplateResult {
  const inside = html`${icon(icons[share.state])}
    <span>${share.name}</span>
    ${share.state === 'idle' ? nothing : html`<span class="quiet">${describeState(share, texts, language)}</span>`}`;
  if (share.state === 'lacks-credentials')
    return html`<button type="button" class="chip" title=${share.failure?.message ?? ''}
      @click=${() => { send({ kind: 'setCredentials', source: share.id }); }}>${inside}</button>`; // prettier-ignore
  if (share.state === 'failed' || (share.state === 'stopped' && !found.busy))
    return html`<button type="button" class="chip ${share.state}" title=${texts.retry} aria-label="${share.name}: ${describeState(share, texts, language)}. ${texts.retry}"
      @click=${() => { send({ kind: 'retry', source: share.id }); }}>${inside} ${icon('refresh')}</button>`; // prettier-ignore
  return html`<span class="chip ${share.state}">${inside}</span>`;
}

function viewNotes(shares: readonly SourceShare[], texts: Texts): readonly TemplateResult[] {
  return shares.flatMap(({ name, failure, notApplied, notes = [] }) => [
    ...(failure !== undefined
      ? [html`<li class="note">${icon('warning')}<bdi>${failure.message}</bdi></li>`]
      : []),
    ...(notApplied.length > 0
      ? [
          html`<li class="note">
            ${icon('info')}<span>${fill(texts.notApplied, name, notApplied.join(', '))}</span>
          </li>`,
        ]
      : []),
    ...notes.map((note) => html`<li class="note">${icon('info')}<bdi>${note}</bdi></li>`),
  ]);
}

/** Who is asked, how far each is, and why one has nothing. */
export function viewSources(state: PanelState, send: Send): TemplateResult {
  const { found, texts } = state;
  const notes = viewNotes(found.sources, texts);
  return html`<ul class="chips" aria-label=${texts.sources}>
      ${repeat(
        found.sources,
        ({ id }) => id,
        (share) => html`<li>${viewChip(share, state, send)}</li>`,
      )}
    </ul>
    ${notes.length === 0 ? nothing : html`<ul class="notes" role="list">${notes}</ul>`}`; // prettier-ignore
}
