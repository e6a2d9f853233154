import { createZoneFinder, endOfText } from './zone.ts';

/** YAML at the very start, or after an empty line and followed by a line that is not empty. */
const yaml = `(?:(?<![^])|(?<=\\n[ \\t]*\\r?\\n))\\uFEFF?---[ \\t]*\\r?\\n(?![ \\t]*\\r?\\n)[^]*?(?:^(?:---|\\.\\.\\.)[ \\t]*\\r?$|${endOfText})`;

const toml = `(?<![^])\\uFEFF?\\+\\+\\+[ \\t]*\\r?\\n[^]*?(?:^\\+\\+\\+[ \\t]*\\r?$|${endOfText})`;

/** Finds front matter, link definitions and HTML tags in Markdown and its kin. */
export const findMarkdownZones = createZoneFinder([
  { kind: 'prose', pattern: '\\\\[^]' },
  { kind: 'metadata', pattern: `${yaml}|${toml}` },
  { kind: 'linkDefinition', pattern: '^ {0,3}\\[(?!\\^)[^\\[\\]\\n]+\\]:[ \\t]*\\S[^\\n]*' },
  { kind: 'htmlTag', pattern: '</?[A-Za-z][A-Za-z0-9-]*(?:\\s[^<>]*)?/?>' },
]);
