/** Conditionals of LaTeX that are never, or always, true: what stands in their dead branches. */
import type { FindHidden, Hidden } from './hide.ts';

/** What opens and closes branches; comments and escaped characters are passed over. */
const conditional =
  /\\(?:(?<opens>if(?!f(?![a-z])|thenelse)[a-z@]*)|(?<closes>fi)|else)(?![a-z@])|\\[^a-z]|%.*/gi;

/** Offset behind the `\fi` or `\else` that ends a branch begun before `from`. */
export function endOfBranch(text: string, from: number): number {
  let depth = 1;
  conditional.lastIndex = from;
  for (let match = conditional.exec(text); match !== null; match = conditional.exec(text)) {
    const { opens, closes } = match.groups ?? {};
    if (opens !== undefined) depth += 1;
    else if (closes !== undefined) depth -= 1;
    if (depth === 0 || (depth === 1 && isElse(match))) return conditional.lastIndex;
  }
  return text.length;
}

function isElse([word]: RegExpExecArray): boolean {
  return word.toLowerCase() === '\\else';
}

/** Finds what stands between `\else` and `\fi` of an `\iftrue`. */
export const findElseOfTrue: FindHidden = (text) => {
  const spans: Hidden[] = [];
  // For each open conditional, where its dead branch begins: -1 for \iftrue until its \else.
  const open: (number | undefined)[] = [];
  conditional.lastIndex = 0;
  for (const match of text.matchAll(conditional)) {
    const { opens, closes } = match.groups ?? {};
    if (opens !== undefined) open.push(opens.toLowerCase() === 'iftrue' ? -1 : undefined);
    else if (closes !== undefined) {
      const start = open.pop() ?? -1;
      if (start < 0) continue;
      // What is dead in a dead branch is hidden with it.
      while ((spans.at(-1)?.start ?? 0) > start) spans.pop();
      spans.push({ start, end: match.index });
    } else if (isElse(match) && open.at(-1) === -1) open.splice(-1, 1, match.index);
  }
  return spans;
};
