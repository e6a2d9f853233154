/** What Markdown hides inside its text: code, comments, formulas, and remarks in front matter. */
import { hiding, walkMarks, type FindHidden, type Step } from './hide.ts';

/** Finds the remarks of YAML front matter; its fields are the document's own. */
export const findFrontMatterRemarks: FindHidden = (text) => {
  const [matter = ''] =
    /^\uFEFF?---[ \t]*\r?\n(?![ \t]*\r?\n)[^]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  return walkMarks(matter, /(?<=^|[ \t])#(?=[ \t\n]|[^\n]*[ \t])[^\n]*/, (mark) =>
    hiding(mark.index, mark.index + mark[0].length),
  );
};

const marks = new RegExp(
  [
    '\\\\[!-/:-@\\[-`{-~]',
    '(?<ticks>`+)',
    '(?<comment><!--)',
    '(?<jsx>\\{/\\*)',
    '<(?<element>code|pre|script|style)\\b[^<>]*>',
    '(?<math>\\$\\$?)',
  ].join('|'),
);

/** A formula: no blank inside its dollars, as Pandoc has it. */
const inlineMath = /\$(?![\s$])(?:\\[^]|[^$\\\n]|\n(?![ \t]*\r?\n)){1,1000}?(?<![\s\\])\$(?!\d)/y;
const displayMath = /\$\$[^$]{1,4000}\$\$/y;

/** Dollars around this are money. */
const noMath = /doi|https?:|\]\(/i;

/** MyST's roles that look like code but hold an identifier. */
const identifierRole = /\{(?:[\w:-]*cite[\w:-]*|doi)\}$/;

/** For each run of backticks, by its start, the end of the run that closes it. */
function pairTicks(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  // Runs that are still open in this paragraph, by length.
  let open = new Map<number, number[]>();
  for (const { index, 0: mark } of text.matchAll(/`+|\n[ \t]*(?=\r?\n)/g)) {
    if (mark.startsWith('\n')) open = new Map();
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
  // Elements that nothing closes any more: they need not be looked for again.
  const unclosed = new Set<string>();

  function hideUpTo(close: string, start: number, from: number): Step {
    const end = unclosed.has(close) ? -1 : text.toLowerCase().indexOf(close, from);
    if (end >= 0) return hiding(start, end + close.length);
    unclosed.add(close);
    return { next: from };
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
    const { ticks, comment, jsx, element, math } = mark.groups ?? {};
    if (ticks !== undefined) {
      const close = closings.get(start);
      const isRole = identifierRole.test(text.slice(Math.max(0, start - 30), start));
      return close === undefined || isRole ? { next: end } : hiding(start, close);
    }
    if (comment !== undefined) return hideUpTo('-->', start, end);
    if (jsx !== undefined) return hideUpTo('*/}', start, end);
    if (element !== undefined) return hideUpTo(`</${element.toLowerCase()}>`, start, end);
    return math === undefined ? { next: end } : readMath(start, math);
  });
};
