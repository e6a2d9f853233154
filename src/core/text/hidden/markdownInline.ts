/** What Markdown hides inside its text: code, comments, formulas. */
import { blockBreak, createFinder, hiding, walkMarks, type FindHidden, type Step } from './hide.ts';

const marks = new RegExp(
  [
    '\\\\[!-/:-@\\[-`{-~]',
    '(?<ticks>`+)',
    '(?<comment><!--)',
    // The target of a link that nobody follows: [//]: # (remark)
    '^[ \\t]{0,3}\\[[^\\]\\n\\u2029]{1,40}\\]:[ \\t]*(?:#|<#?>)[ \\t]+(?<remark>["\'(].*)$',
    '\\\\begin\\{(?<environment>verbatim|lstlisting|minted|comment)\\}',
    // Jekyll's and Hugo's: {% highlight r %}, {{< highlight r >}}
    '\\{%-? ?(?<liquid>highlight|comment)\\b|\\{\\{[<%] ?(?<shortcode>highlight)\\b',
    '(?<jsx>\\{/\\*)',
    '<(?<element>code|samp|pre|script|style|textarea)\\b[^<>]*>',
    '(?<math>\\$\\$?)',
  ].join('|'),
);

/** A formula: no blank inside its dollars, as Pandoc has it. */
const inlineMath = /\$(?![\s$])(?:\\[^]|[^$\\\u2029]){1,1000}?(?<![\s\\])\$(?!\d)/y;
const displayMath = /\$\$[^$]{1,4000}\$\$/y;

/** Dollars around this are money. */
const noMath = /doi|https?:|isbn|pmid|pmc|arxiv|\]\(|10\.\d{4,5}\/\S{0,99}[a-z]/i;

/** MyST's roles that look like code but hold an identifier. */
const identifierRole = /\{(?:[\w:-]*cite[\w:-]*|doi)\}$/;

/** For each run of backticks, by its start, the end of the run that closes it. */
function pairTicks(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  // Runs that are still open in this paragraph, by length.
  let open = new Map<number, number[]>();
  for (const { index, 0: mark } of text.matchAll(/`+|\u2029/g)) {
    if (mark === blockBreak) open = new Map();
    else {
      const waiting = open.get(mark.length) ?? [];
      for (const start of waiting) ends.set(start, index + mark.length);
      open.set(mark.length, [index]);
    }
  }
  return ends;
}

/** Finds inline code, comments and formulas in text whose blocks of code are hidden. */
export const findInlineCode: FindHidden = (text) => {
  const closings = pairTicks(text);
  const find = createFinder(text);
  const findLowerCase = createFinder(text.toLowerCase());

  /** Hides up to the end of a stretch, which has to lie in the same block unless it can span several. */
  function hideUpTo(close: string, start: number, from: number, spansBlocks: boolean): Step {
    const end = findLowerCase(close, from);
    const blockEnd = spansBlocks ? -1 : find(blockBreak, from);
    return end < 0 || (blockEnd >= 0 && blockEnd < end) ? { next: from } : hiding(start, end + close.length);
  }

  function readMath(start: number, mark: string): Step {
    const pattern = mark === '$$' ? displayMath : inlineMath;
    pattern.lastIndex = start;
    const [formula] = pattern.exec(text) ?? [];
    return formula === undefined || noMath.test(formula)
      ? { next: start + mark.length }
      : hiding(start, start + formula.length);
  }

  return walkMarks(text, marks, (mark) => {
    const start = mark.index;
    const end = start + mark[0].length;
    const { ticks, comment, remark, environment, liquid, shortcode, jsx, element, math } = mark.groups ?? {};
    if (ticks !== undefined) {
      const close = closings.get(start);
      if (close === undefined) return { next: end };
      const isRole = identifierRole.test(text.slice(Math.max(0, start - 30), start));
      return isRole ? { next: close } : hiding(start, close);
    }
    if (comment !== undefined) return hideUpTo('-->', start, end, false);
    if (remark !== undefined) return hiding(start, end);
    if (environment !== undefined) return hideUpTo(`\\end{${environment.toLowerCase()}}`, start, end, true);
    if (liquid !== undefined) return hideUpTo(`end${liquid.toLowerCase()}`, start, end, true);
    if (shortcode !== undefined) return hideUpTo('/highlight', start, end, true);
    if (jsx !== undefined) return hideUpTo('*/}', start, end, true);
    if (element !== undefined)
      return hideUpTo(`</${element.toLowerCase()}>`, start, end, !/code|samp/i.test(element));
    return math === undefined ? { next: end } : readMath(start, math);
  });
};
