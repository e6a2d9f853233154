import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { SourceShare, Texts, Work } from '../protocol.ts';
import { viewTitle } from './title.ts';
import { fill, icon } from './words.ts';

/** What a row needs to know beside its work. */
export interface RowContext {
  readonly texts: Texts;
  readonly language: string;
  readonly sources: readonly SourceShare[];
}

function viewBadges(work: Work, { texts, language }: RowContext): TemplateResult {
  const { warnings, key, openAccess, citedBy } = work;
  return html`${warnings.map(
    ({ severe, text }) => html`<span class="badge ${severe ? 'severe' : 'mild'}">${icon('warning')}<bdi>${text}</bdi></span>`,
  )}${
    key === undefined
      ? nothing
      : html`<span class="badge known">${icon('check')}<bdi>${fill(texts.inBibliography, key)}</bdi></span>`
  }${openAccess ? html`<span class="badge">${icon('unlock')}${texts.openAccess}</span>` : nothing}${
    citedBy === undefined || citedBy === 0
      ? nothing
      : html`<span class="badge">${icon('quote')}${fill(texts.citedBy, citedBy.toLocaleString(language))}</span>`
  }`; // prettier-ignore
}

/** One work in the list. It holds nothing to press: a list's rows are pressed as a whole. */
export function viewRow(
  work: Work,
  place: { readonly id: string; readonly isActive: boolean; readonly isChosen: boolean },
  context: RowContext,
): TemplateResult {
  const { title, authors, year, typeName, place: where, sources, cover } = work;
  const names = sources.map((id) => context.sources.find((source) => source.id === id)?.name ?? id);
  const when = year === undefined || authors === '' ? year : ` · ${year}`;
  const facts = [typeName, where].filter((part) => part !== '').join(' · ');
  return html`<div
    role="option"
    id=${place.id}
    class=${place.isActive ? 'row active' : 'row'}
    aria-selected=${place.isChosen}
    draggable="true"
    data-work=${work.id}
  >
    <span class="mark">${icon(place.isChosen ? 'pass-filled' : 'circle-large-outline')}</span>
    ${cover === undefined ? nothing : html`<img src=${ifDefined(cover)} alt="" loading="lazy" referrerpolicy="no-referrer" />`}
    <div class="text">
      <div class="title">${viewTitle(title)}</div>
      <div class="line who"><bdi>${authors}</bdi><span>${when}</span></div>
      <div class="line quiet"><bdi>${facts}</bdi></div>
      <div class="badges">${viewBadges(work, context)}<span class="badge quiet">${names.join(', ')}</span></div>
    </div>
  </div>`; // prettier-ignore
}
