import { readTitle } from './markup.ts';

/** A formula of a title: where its text begins there, and the TeX that the source gave of it, without dollar signs, which nobody has checked. */
export interface Formula {
  readonly at: number;
  readonly text: string;
  readonly tex: string;
}

/**
 * Returns the formulas that raw titles bring with their TeX (MathML's `alttext`, JATS's `tex-math`), where they stand in
 * `title`, which a source made of one of them and may have continued; undefined where there are none.
 */
export function findFormulas(raws: readonly unknown[], title: string): readonly Formula[] | undefined {
  for (const raw of raws) {
    // Reading a title takes longer than seeing that it has no markup.
    if (typeof raw !== 'string' || !/<|&lt;|&#/.test(raw)) continue;
    const read = readTitle(raw);
    if (read.formulas.length > 0 && title.startsWith(read.title)) return read.formulas;
  }
  return undefined;
}
