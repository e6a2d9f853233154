import { html, nothing, type TemplateResult } from 'lit';
import type { Details, Texts, Work } from '../protocol.ts';
import type { PanelState } from '../state.ts';
import type { Send } from './send.ts';
import { viewTitle } from './title.ts';
import { icon } from './words.ts';

function viewFields(fields: Details['fields'], texts: Texts): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${texts.field}</th>
        <th scope="col">${texts.value}</th>
        <th scope="col">${texts.saidBy}</th>
      </tr>
    </thead>
    <tbody>
      ${fields.map(
        ({ name, value, source }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td><bdi>${value}</bdi></td>
            <td class="quiet">${source}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function viewContent(
  { abstract, bibtex, fields, loading, reference }: Details,
  texts: Texts,
): TemplateResult {
  return html`${loading ? html`<p class="quiet">${icon('loading codicon-modifier-spin')} ${texts.loadingDetails}</p>` : nothing}
    ${abstract === '' ? nothing : html`<h3>${texts.abstract}</h3><p class="abstract" dir="auto">${abstract}</p>`}
    ${reference === '' ? nothing : html`<h3>${texts.reference}</h3><p class="reference">${viewTitle(reference)}</p>`}
    ${bibtex === '' ? nothing : html`<h3>${texts.bibtex}</h3><pre><code>${bibtex}</code></pre>`}
    <h3>${texts.fields}</h3>
    ${viewFields(fields, texts)}`; // prettier-ignore
}

function viewActions(work: Work, content: Details | undefined, texts: Texts, send: Send): TemplateResult {
  const ids = [work.id];
  return html`<div class="actions">
    <button type="button" class="primary" @click=${() => { send({ kind: 'insert', ids }); }}>${texts.insert}</button>
    <button type="button" @click=${() => { send({ kind: 'copy', ids }); }}>${icon('copy')} ${texts.copy}</button>
    ${
      content?.opens === true
        ? html`<button type="button" @click=${() => { send({ kind: 'open', id: work.id }); }}>${icon('link-external')} ${texts.open}</button>`
        : nothing
    }
  </div>`; // prettier-ignore
}

/** All that is known of one work, and what can be done with it. */
export function viewDetails(state: PanelState, send: Send): TemplateResult | typeof nothing {
  const { texts, details, works } = state;
  const work = details === undefined ? undefined : works.get(details.id);
  if (work === undefined) return nothing;
  const content = details?.content;
  const close = (): void => {
    send({ kind: 'closeDetails' });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  return html`<section class="details" aria-label=${texts.details} @keydown=${press}>
    <header>
      <h2 id="details-title" tabindex="-1">${viewTitle(work.title)}</h2>
      <button type="button" class="icon" aria-label=${texts.close} title=${texts.close} @click=${close}>${icon('close')}</button>
    </header>
    ${work.warnings.map(({ severe, text }) => html`<p class="warning ${severe ? 'severe' : 'mild'}">${icon('warning')}<bdi>${text}</bdi></p>`)}
    ${work.cover === undefined ? nothing : html`<img class="cover" src=${work.cover} alt="" referrerpolicy="no-referrer" />`}
    <p><bdi>${work.authors}</bdi></p>
    <p class="quiet"><bdi>${[work.place, work.year, work.typeName].filter((part) => part !== undefined && part !== '').join(' · ')}</bdi></p>
    ${viewActions(work, content, texts, send)}
    ${content === undefined ? html`<p class="quiet">${texts.loadingDetails}</p>` : viewContent(content, texts)}
  </section>`; // prettier-ignore
}
