import { html, type TemplateResult } from 'lit';
import { titleParts, type TitlePart } from '../titleParts.ts';

function viewPart(part: TitlePart): TemplateResult | string {
  if (typeof part === 'string') return part;
  const inner = part.parts.map(viewPart);
  switch (part.tag) {
    case 'i':
      return html`<i>${inner}</i>`;
    case 'b':
      return html`<b>${inner}</b>`;
    case 'sub':
      return html`<sub>${inner}</sub>`;
    case 'sup':
      return html`<sup>${inner}</sup>`;
  }
}

/** A title with its italics, bold letters and scripts; everything else in it is text. */
export function viewTitle(title: string): TemplateResult {
  return html`<bdi>${titleParts(title).map(viewPart)}</bdi>`;
}
