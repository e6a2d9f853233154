/** What reStructuredText does not show as text: comments, literal blocks, code. */
import { type FindHidden, type Hidden } from './hide.ts';

const codeDirective =
  /^(?:code|code-block|sourcecode|highlight|literalinclude|math|doctest|testcode|testoutput|testsetup|prompt|ipython|jupyter-execute|plot|graphviz|parsed-literal|productionlist|raw)::/;

/** A directive, a target, a footnote, a citation or a substitution: not a comment. */
const explicitMarkup = /^(?:[\w:+.-]+::|_|__|\[|\|)/;

/** Names what a directive gives. */
const substitution = /^\|[^|]+\|\s+/;

const inlineLiteral =
  /``(?=\S)(?:[^`\n]|`(?!`)|\n(?![ \t]*\r?\n)){1,1000}?``|:(?:code|math|literal|samp|file|command|regexp):`[^`\n]{1,1000}`/g;

/** Whether the lines below a line belong to it and are hidden: at once, or behind an empty line. */
function opensHidden(content: string): 'directive' | 'comment' | 'literal' | undefined {
  const markup = /^\.\.(?:[ \t]+(.*))?$/.exec(content);
  if (markup !== null) {
    const rest = markup[1] ?? '';
    if (codeDirective.test(rest.replace(substitution, ''))) return 'directive';
    return explicitMarkup.test(rest) ? undefined : 'comment';
  }
  return content.endsWith('::') ? 'literal' : undefined;
}

/** Column of a line's text, behind the marker of a list's item. */
const beforeText = /^[ \t]*(?:(?:[-*+•]|\(?(?:\d{1,3}|[a-z#])[.)])[ \t]+)?/i;

function columnOf(line: string): number {
  return beforeText.exec(line)?.[0].length ?? 0;
}

/** Finds comments and blocks of code, which the lines' indentation bounds. */
export const findRestructuredTextBlocks: FindHidden = (text) => {
  const spans: Hidden[] = [];
  // Column of the line whose block is being hidden.
  let block: number | undefined;
  let inDoctest = false;
  let above = '';
  let start = 0;
  for (const line of text.split('\n')) {
    const content = line.trim();
    const end = start + line.length;
    if (content === '') {
      inDoctest = false;
      // Two dots alone are an empty comment.
      if (above === '..') block = undefined;
    } else if (block !== undefined && line.length - line.trimStart().length > block)
      spans.push({ start, end });
    else {
      const opens = opensHidden(content);
      block = opens === undefined ? undefined : columnOf(line);
      inDoctest ||= content.startsWith('>>> ');
      if (inDoctest || opens === 'comment' || opens === 'directive') spans.push({ start, end });
    }
    above = content;
    start = end + 1;
  }
  return spans;
};

/** Finds text between double backticks, and in the roles of code and formulas. */
export const findRestructuredTextLiterals: FindHidden = (text) =>
  [...text.matchAll(inlineLiteral)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
