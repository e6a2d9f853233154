/** What AsciiDoc does not show as text: comments, listings, literal text. */
import { endOfLine, hiding, indexOf, walkMarks, type FindHidden, type Step } from './hide.ts';

const marks = new RegExp(
  [
    // ---- listing, .... literal, //// comment, ++++ passed through, ```
    '^(?<fence>-{4,99}|\\.{4,99}|/{4,99}|\\+{4,99}|`{3,99})(?<info>[^\\n]*)$',
    '^\\[(?:source|listing|literal|comment|pass|stem|latexmath|asciimath)\\b[^\\]\\n]*\\][ \\t]*\\r?\\n(?<styled>--[ \\t]*\\r?$|(?!-{4}|\\.{4}|\\+{4}|`{3}))',
    '^(?<line>//)(?!/)',
    // A paragraph that begins with a blank, unless it is an item of a list.
    '(?<=(?<![^])|^[ \\t]*\\r?\\n)(?<literal>[ \\t]+)(?![*.-]+[ \\t]|\\d+\\.[ \\t]|\\||\\S[^\\n]*::)(?=\\S)',
    '\\b(?<macro>(?:pass:[a-z,]{0,9}|(?:stem|latexmath|asciimath):)\\[[^\\]\\n]{0,500}\\])',
    // An address that is passed through is a link's: link:++https://x.org++[text]
    '(?<!\\w|link:\\+?)(?<code>`(?=\\S)[^`\\n]{0,500}\\S`|`[^`\\s]`|\\+(?=[^\\s+])[^+\\n]{0,500}(?<=\\S)\\+)(?!\\w)',
  ].join('|'),
);

/** The empty line that ends a paragraph. */
const emptyLine = /\n[ \t]*\r?\n/g;

/** Tells whether dashes underline a title: as many as the line above has characters, give or take one. */
function isUnderline(text: string, start: number, fence: string): boolean {
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1)).trimEnd();
  return (
    fence.startsWith('-') &&
    /^(?![=*_-]+$)[^\s.[+|/]/.test(above) &&
    Math.abs(above.length - fence.length) <= 1
  );
}

/** Hides up to the next line that is the same fence. */
function hideFenced(text: string, start: number, fence: string): Step {
  const closing = new RegExp(`^${fence.replaceAll(/[.+]/g, '\\$&')}[ \\t]*\\r?$`, 'gm');
  closing.lastIndex = endOfLine(text, start);
  const close = closing.exec(text);
  return hiding(start, close === null ? text.length : close.index + close[0].length);
}

/** Finds comments, listings, literal blocks and paragraphs, monospaced and passed-through text. */
export const findHiddenInAsciidoc: FindHidden = (text) =>
  walkMarks(text, marks, (mark) => {
    const start = mark.index;
    const end = start + mark[0].length;
    const { fence, info = '', styled, line, literal, macro, code } = mark.groups ?? {};
    if (fence !== undefined) {
      const opens = info.trim() === '' ? !isUnderline(text, start, fence) : fence.startsWith('`');
      return opens ? hideFenced(text, start, fence) : { next: end };
    }
    if (styled !== undefined) {
      return styled === ''
        ? hiding(start, indexOf(text, emptyLine, end))
        : hideFenced(text, end - styled.length, '--');
    }
    if (macro !== undefined) return hiding(start, end);
    if (line !== undefined) return hiding(start, endOfLine(text, start));
    if (literal !== undefined) return hiding(start, indexOf(text, emptyLine, start));
    // "`quoted`" is a quotation.
    const quoted =
      code?.startsWith('`') === true &&
      /["']/.test(text.charAt(start - 1)) &&
      text.charAt(start - 1) === text.charAt(end);
    return quoted ? { next: end } : hiding(start, end);
  });
