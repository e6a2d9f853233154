import { html, nothing, type TemplateResult } from 'lit';
import { shownWorks, type PanelState } from '../state.ts';
import { viewDetails } from './details.ts';
import { viewFacets } from './facets.ts';
import { viewQueryBox } from './queryBox.ts';
import { viewResults } from './results.ts';
import type { Send } from './send.ts';
import { viewSources } from './sources.ts';
import { countWorks, fill } from './words.ts';

/** What the search says of itself to those who cannot see it. */
function describeProgress({ texts, found, language, said }: PanelState): string {
  if (said !== '') return said;
  if (found.text === '') return '';
  const works = countWorks(texts, found.order.length, language);
  const waiting = found.sources.filter(({ state }) => state === 'waiting').length;
  return waiting === 0 ? works : `${works}. ${fill(texts.stillWaiting, waiting)}`;
}

/** The whole panel, with `built` chunks of its list. */
export function viewPanel(state: PanelState, built: number, send: Send): TemplateResult {
  const shown = shownWorks(state);
  return html`<div class=${state.details === undefined ? 'panel' : 'panel with-details'}>
    <h1 class="spoken">${state.texts.heading}</h1>
    <div class="top">
      ${viewQueryBox(state, send)} ${viewSources(state, send)}
      ${state.found.order.length < 2 ? nothing : viewFacets(state, send)}
    </div>
    ${viewResults(state, shown, built, send)} ${viewDetails(state, send)}
    <p class="spoken" role="status">${describeProgress(state)}</p>
  </div>`;
}
