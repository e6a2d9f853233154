import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { countFacet, isNarrowed, type FacetName } from '../facets.ts';
import { allWorks, type PanelState } from '../state.ts';
import type { Send } from './send.ts';
import { icon } from './words.ts';
import { viewYears } from './years.ts';

const maxValues = 8;

/** Returns how a value of a facet is called. */
function createNaming({ works, found }: PanelState): (name: FacetName, value: string) => string {
  const types = new Map([...works.values()].map(({ type, typeName }) => [type, typeName]));
  const sources = new Map(found.sources.map((source) => [source.id, source.name]));
  return (name, value) =>
    (name === 'type' ? types : name === 'source' ? sources : undefined)?.get(value) ?? value;
}

function viewColumns(state: PanelState, send: Send): TemplateResult {
  const { texts, filters } = state;
  const works = allWorks(state);
  const nameOf = createNaming(state);
  const facet = (name: FacetName, legend: string): TemplateResult | typeof nothing => {
    const values = countFacet(works, filters, name).slice(0, Math.max(maxValues, filters[name].length));
    if (values.length < 2 && filters[name].length === 0) return nothing;
    return html`<fieldset class="facet">
      <legend>${legend}</legend>
      ${values.map(
        ({ value, count }) =>
          html`<label class="check">
            <input
              type="checkbox"
              .checked=${filters[name].includes(value)}
              @change=${() => { send({ kind: 'filter', facet: name, value }); }}
            />
            <bdi class="value">${nameOf(name, value)}</bdi> <span class="quiet">${count}</span>
          </label>`,
      )}
    </fieldset>`; // prettier-ignore
  };
  return html`<div class="columns">
    ${viewYears(state, send)} ${facet('type', texts.filterType)} ${facet('source', texts.filterSource)}
    ${facet('venue', texts.filterVenue)}
  </div>`;
}

/** What narrows the results. It counts them anew only where they or the filters changed, not at every letter typed. */
export function viewFacets(state: PanelState, send: Send): TemplateResult {
  const { texts, filters, areFiltersOpen, works, found } = state;
  const open = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement) send({ kind: 'toggleFilters', open: target.open });
  };
  return html`<details class="facets" ?open=${areFiltersOpen} @toggle=${open}>
    <summary>${icon('filter')} ${texts.filters}${isNarrowed(filters) ? html` <span class="dot" aria-hidden="true"></span>` : nothing}</summary>
    ${
      isNarrowed(filters)
        ? html`<button type="button" class="link" @click=${() => { send({ kind: 'clearFilters' }); }}>${texts.clearFilters}</button>`
        : nothing
    }
    ${guard([areFiltersOpen, works, found.order, filters], () => (areFiltersOpen ? viewColumns(state, send) : nothing))}
  </details>`; // prettier-ignore
}
