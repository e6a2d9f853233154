import { html, nothing, type TemplateResult } from 'lit';
import { formTexts, type QueryForm } from '../protocol.ts';
import type { PanelState } from '../state.ts';
import type { Send } from './send.ts';
import { icon } from './words.ts';

function valueOf(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}

function viewForm(form: QueryForm, { texts, types }: PanelState, send: Send): TemplateResult {
  const fill = (part: Partial<QueryForm>): void => {
    send({ kind: 'fillForm', form: { ...form, ...part } });
  };
  const text = (name: 'words' | (typeof formTexts)[number], label: string): TemplateResult =>
    html`<label for="form-${name}">${label}</label>
      <input
        id="form-${name}"
        type="text"
        .value=${form[name]}
        @input=${(event: Event) => { fill({ [name]: valueOf(event) }); }}
      />`; // prettier-ignore
  const year = (name: 'from' | 'to', label: string): TemplateResult =>
    html`<label for="form-${name}">${label}</label>
      <input
        id="form-${name}"
        type="number"
        min="1000"
        max="2200"
        .value=${form[name]}
        @input=${(event: Event) => { fill({ [name]: valueOf(event) }); }}
      />`; // prettier-ignore
  return html`<div class="form" id="query-form">
    ${text('words', texts.words)} ${formTexts.map((name) => text(name, texts[name]))} ${year('from', texts.yearFrom)} ${year('to', texts.yearTo)}
    <label for="form-type">${texts.type}</label>
    <select id="form-type" @change=${(event: Event) => { fill({ type: valueOf(event) }); }}>
      <option value="" ?selected=${form.type === ''}>${texts.anyType}</option>
      ${types.map(({ word, name }) => html`<option value=${word} ?selected=${form.type === word}>${name}</option>`)}
    </select>
    <label class="check">
      <input type="checkbox" .checked=${form.open} @change=${() => { fill({ open: !form.open }); }} />
      ${texts.openOnly}
    </label>
    <label class="check">
      <input type="checkbox" .checked=${form.abstract} @change=${() => { fill({ abstract: !form.abstract }); }} />
      ${texts.abstractOnly}
    </label>
    <button type="button" class="link" @click=${() => { send({ kind: 'pickCondition' }); }}>${texts.pickCondition}</button>
  </div>`; // prettier-ignore
}

/** The query: a box with the syntax, and a form that writes it. */
export function viewQueryBox(state: PanelState, send: Send): TemplateResult {
  const { texts, query, form, found } = state;
  const submit = (event: Event): void => {
    event.preventDefault();
    send({ kind: 'search', query });
  };
  return html`<form role="search" class="query" @submit=${submit}>
    <div class="box">
      <input
        id="query"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${texts.search}
        placeholder=${texts.placeholder}
        .value=${query}
        @input=${(event: Event) => { send({ kind: 'type', query: valueOf(event) }); }}
      />
      <button
        type="button"
        class="icon"
        aria-label=${texts.form}
        title=${texts.form}
        aria-expanded=${form !== undefined}
        @click=${() => { send({ kind: 'toggleForm' }); }}
      >${icon('settings')}</button>
      <button type="submit" class="icon primary" aria-label=${texts.search} title=${texts.search}>${icon('search')}</button>
      ${
        found.busy
          ? html`<button type="button" class="icon" aria-label=${texts.stop} title=${texts.stop}
              @click=${() => { send({ kind: 'stop' }); }}>${icon('debug-stop')}</button>`
          : nothing
      }
    </div>
    ${form === undefined ? nothing : viewForm(form, state, send)}
  </form>`; // prettier-ignore
}
