import { decodeHTML } from 'entities';
import { toTitle } from './markup.ts';

/** A formula of a title: where its text begins there, and its TeX as the source gave it, which nobody has checked. */
export interface Formula {
  readonly at: number;
  readonly text: string;
  readonly tex: string;
}

const maxFormulas = 20;

const opening = /<(?:\w{1,10}:)?math\b[^<>]{0,2000}>/gi;
const closing = /<\/(?:\w{1,10}:)?math\s*>/gi;

/** Returns the formulas of a title that bring their TeX (MathML's `alttext`), `title` being what `toTitle` made of `raw`. */
export function findFormulas(raw: string, title: string): readonly Formula[] | undefined {
  const formulas: Formula[] = [];
  opening.lastIndex = 0;
  for (let count = 0; count < maxFormulas; count += 1) {
    const open = opening.exec(raw);
    if (open === null) break;
    closing.lastIndex = opening.lastIndex;
    if (closing.exec(raw) === null) break;
    opening.lastIndex = closing.lastIndex;
    const alttext = /\balttext\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(open[0]);
    const tex = decodeHTML(alttext?.[1] ?? alttext?.[2] ?? '').trim();
    const text = toTitle(raw.slice(open.index, closing.lastIndex));
    const before = toTitle(raw.slice(0, open.index));
    const at = title.indexOf(text, before.length);
    // Where it is not at once behind what stands before it, it is another text like it.
    if (tex === '' || text === '' || !title.startsWith(before) || at > before.length + 1) continue;
    if (at !== -1) formulas.push({ at, text, tex });
  }
  return formulas.length === 0 ? undefined : formulas;
}
