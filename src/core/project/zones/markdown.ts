import { createZoneFinder, endOfText } from './zone.ts';

const rule = '---[ \\t]*\\r?\\n';

/** YAML at the very start, perhaps with a comment in its first line, of which blanks are left; or after an empty line and followed by a line that is not empty. */
const yaml = `(?:(?<![^])\\uFEFF?${rule}(?!\\r?\\n)|(?<=\\n[ \\t]*\\r?\\n)${rule}(?![ \\t]*\\r?\\n))[^]*?(?:^(?:---|\\.\\.\\.)[ \\t]*\\r?$|${endOfText})`;

const toml = `(?<![^])\\uFEFF?\\+\\+\\+[ \\t]*\\r?\\n[^]*?(?:^\\+\\+\\+[ \\t]*\\r?$|${endOfText})`;

/** Finds front matter, link definitions and HTML tags in Markdown and its kin. */
export const findMarkdownZones = createZoneFinder([
  { kind: 'prose', pattern: '\\\\[^]' },
  { kind: 'metadata', pattern: `${yaml}|${toml}` },
  { kind: 'linkDefinition', pattern: '^ {0,3}\\[(?!\\^)[^\\[\\]\\n]+\\]:[ \\t]*\\S[^\\n]*' },
  { kind: 'htmlTag', pattern: '</?[A-Za-z][A-Za-z0-9-]*(?:\\s[^<>]*)?/?>' },
]);
