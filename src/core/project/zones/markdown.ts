import { createZoneFinder, endOfParagraph, endOfText } from './zone.ts';

/** Start of a line inside quotes and lists. */
const lineStart = '^[ \\t>]*';

/** A line that ends front matter. */
const fenceOfMetadata = '^(?:---|\\.\\.\\.)[ \\t]*\\r?$';

/** Finds front matter, code, comments, formulas, link definitions and HTML tags in Markdown and its kin. */
export const findMarkdownZones = createZoneFinder([
  { kind: 'prose', pattern: '\\\\[^]' },
  {
    kind: "the document's metadata",
    // At the very start, or after an empty line and followed by a line that is not empty.
    pattern: `(?:(?<![^])|(?<=\\n[ \\t]*\\r?\\n))\\uFEFF?---[ \\t]*\\r?\\n(?![ \\t]*\\r?\\n)[^]*?(?:${fenceOfMetadata}|${endOfText})`,
  },
  {
    kind: "the document's metadata",
    pattern: `(?<![^])\\uFEFF?\\+\\+\\+[ \\t]*\\r?\\n[^]*?(?:^\\+\\+\\+[ \\t]*\\r?$|${endOfText})`,
  },
  {
    kind: 'code',
    pattern: `${lineStart}(?<fence>\`{3,}(?=[^\`\\n]*$)|~{3,})[^]*?(?:${lineStart}\\k<fence>[\`~]*[ \\t]*\\r?$|${endOfText})`,
  },
  { kind: 'a comment', pattern: `<!--[^]*?(?:-->|${endOfText})` },
  // MyST's citation roles look like code.
  { kind: 'prose', pattern: '\\{(?:foot|full)?cite[a-z:]*\\}`[^`\\n]*`' },
  {
    kind: 'code',
    pattern: '(?<!`)(?<ticks>`+)(?!`)(?:[^\\n]|\\n(?![ \\t]*\\r?\\n)){1,2000}?(?<!`)\\k<ticks>(?!`)',
  },
  { kind: 'code', pattern: `<(?<element>pre|code|script|style)\\b[^]*?(?:</\\k<element>>|${endOfText})` },
  { kind: 'a formula', pattern: `\\$\\$[^]*?(?:\\$\\$|${endOfParagraph})` },
  {
    kind: 'a formula',
    pattern: '\\$(?![\\s\\d])(?:\\\\[^\\n]|[^$\\\\\\n]|\\n(?![ \\t]*\\r?\\n)){1,2000}?(?<!\\s)\\$(?!\\d)',
  },
  {
    kind: 'a link definition',
    pattern: '^ {0,3}\\[(?!\\^)[^\\[\\]\\n]+\\]:[ \\t]*\\S[^\\n]*',
    toLineEnd: true,
  },
  { kind: 'an HTML tag', pattern: '</?[A-Za-z][A-Za-z0-9-]*(?:\\s[^<>]*)?/?>' },
]);
