import { html, nothing, svg, type TemplateResult } from 'lit';
import { narrow, yearBars, type YearBar, type Years } from '../facets.ts';
import { allWorks, type PanelState } from '../state.ts';
import type { Send } from './send.ts';

const height = 28;

function viewBars(bars: readonly YearBar[], { from, to }: Years): readonly unknown[] {
  const highest = Math.max(...bars.map(({ count }) => count));
  return bars.map((bar, place) => {
    const size = bar.count === 0 ? 0 : Math.max(2, (bar.count / highest) * height);
    const inside = bar.to >= from && bar.from <= to;
    return svg`<rect class=${inside ? 'inside' : 'outside'} x=${place + 0.1} width="0.8" y=${height - size} height=${size}></rect>`;
  });
}

/** Follows the pointer over the bars from where it goes down until it is let go. */
function drag(event: PointerEvent, bars: readonly YearBar[], send: Send): void {
  const { currentTarget, pointerId } = event;
  if (!(currentTarget instanceof SVGElement)) return;
  const { left, width } = currentTarget.getBoundingClientRect();
  const barAt = ({ clientX }: PointerEvent): number =>
    Math.min(Math.max(Math.floor(((clientX - left) / width) * bars.length), 0), bars.length - 1);
  const start = barAt(event);
  const narrowTo = (moved: PointerEvent): void => {
    const [first, last] = [start, barAt(moved)].sort((a, b) => a - b);
    const [from, to] = [bars[first ?? 0]?.from, bars[last ?? 0]?.to];
    if (from !== undefined && to !== undefined) send({ kind: 'filterYears', years: { from, to } });
  };
  currentTarget.setPointerCapture(pointerId);
  currentTarget.onpointermove = narrowTo;
  currentTarget.onpointerup = () => {
    currentTarget.onpointermove = null;
  };
  narrowTo(event);
}

/** The works by year: bars to drag over, and the same range as two sliders for the keyboard. */
export function viewYears(state: PanelState, send: Send): TemplateResult | typeof nothing {
  const { texts, filters } = state;
  const bars = yearBars(narrow(allWorks(state), filters, 'years'));
  const [first, last] = [bars[0]?.from, bars.at(-1)?.to];
  if (first === undefined || last === undefined) return nothing;
  const years = filters.years ?? { from: first, to: last };
  const slider = (end: 'from' | 'to', label: string): TemplateResult => {
    const set = ({ target }: Event): void => {
      if (!(target instanceof HTMLInputElement)) return;
      const value = Number(target.value);
      const [from, to] =
        end === 'from' ? [value, Math.max(value, years.to)] : [Math.min(value, years.from), value];
      send({ kind: 'filterYears', years: from <= first && to >= last ? undefined : { from, to } });
    };
    return html`<label class="slider">
      <span>${label} <output>${years[end]}</output></span>
      <input
        type="range"
        aria-label=${label}
        min=${first}
        max=${last}
        .value=${String(years[end])}
        @input=${set}
      />
    </label>`;
  };
  return html`<fieldset class="facet years">
    <legend>${texts.filterYear}</legend>
    <svg
      class="bars"
      viewBox="0 0 ${bars.length} ${height}"
      preserveAspectRatio="none"
      aria-hidden="true"
      @pointerdown=${(event: PointerEvent) => { drag(event, bars, send); }}
    >${viewBars(bars, years)}</svg>
    ${slider('from', texts.yearFrom)} ${slider('to', texts.yearTo)}
  </fieldset>`; // prettier-ignore
}
