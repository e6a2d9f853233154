import { html, type TemplateResult } from 'lit';
import type { Texts } from '../protocol.ts';

/** Puts values into a text's places `{0}` and `{1}`. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d)\}/g, (place, number: string) => String(values[Number(number)] ?? place));
}

/** Says how many works there are. */
export function countWorks(texts: Texts, count: number, language: string): string {
  return count === 1 ? texts.oneWork : fill(texts.manyWorks, count.toLocaleString(language));
}

/** An icon beside a text that says the same. */
export function icon(name: string): TemplateResult {
  return html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}
