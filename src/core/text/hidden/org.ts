/** What Org does not show as text: comments, examples, code. */
import { endOfLine, hiding, indexOf, walkMarks, type FindHidden } from './hide.ts';

const marks = new RegExp(
  [
    '^[ \\t]*#\\+begin_(?<block>src|example|comment|export|latex|html)\\b',
    '^(?<stars>\\*{1,20})[ \\t]+(?:(?:TODO|DONE)[ \\t]+)?COMMENT\\b',
    '^[ \\t]*(?<line>(?:#|:)(?:[ \\t]|\\r?$)|#\\+(?:latex|html):)',
    // =verbatim= and ~code~ between blanks or punctuation
    '(?<=^|[\\s({\'"-])(?<code>(?<mark>[=~])(?=\\S)[^\\n]{0,500}?(?<=\\S)\\k<mark>)(?=$|[\\s.,;:!?\'")}\\[-])',
    // @@html:passed through@@
    '(?<snippet>@@[a-z]{1,20}:[^\\n]{0,500}?@@)',
    '\\bsrc_\\w{1,20}(?:\\[[^\\]\\n]{0,200}\\])?(?<inline>\\{[^}\\n]{0,500}\\})',
  ].join('|'),
);

/** Finds comments, blocks of code and examples, headings that are switched off, verbatim text and code. */
export const findHiddenInOrg: FindHidden = (text) =>
  walkMarks(text, marks, (mark) => {
    const start = mark.index;
    const { block, stars, line } = mark.groups ?? {};
    if (block !== undefined)
      return hiding(start, indexOf(text, new RegExp(`^[ \\t]*#\\+end_${block}`, 'gim'), start));
    if (stars !== undefined) {
      // Only in capitals the word switches a heading off.
      if (!mark[0].endsWith('COMMENT')) return { next: start + mark[0].length };
      return hiding(
        start,
        indexOf(text, new RegExp(`^\\*{1,${String(stars.length)}}[ \\t]`, 'gm'), start + mark[0].length),
      );
    }
    return hiding(start, line === undefined ? start + mark[0].length : endOfLine(text, start));
  });
