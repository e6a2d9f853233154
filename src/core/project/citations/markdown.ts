import type { Span } from '../../span.ts';
import { findMarkdownZones } from '../zones/markdown.ts';
import { besideUnspacedScript, endOfWord, withBlanks } from './blanks.ts';
import { findMarkdownGroups, writeMarkdownKey } from './markdownGroups.ts';
import type { CitationPlace, CitationSyntax } from './syntax.ts';
import { repeatsAddress, widenIdentifier, withLabel } from './widen.ts';
import type { CitationTarget } from './widen.ts';

/** How far around an identifier or a cursor a link is looked for. */
const reach = 1000;

const title = '(?:\\s+(?:"[^"\\n]*"|\'[^\'\\n]*\'))?';
/** Braces before a backtick are a role of their own. */
const attributes = '(?:\\{[^{}\\n]*\\}(?!`))?';
const label = '\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\]';

/** A footnote's mark, or a link or image with its label, where it leads, and its attributes. */
const linkPattern = `\\[\\^[^\\[\\]\\s]+\\]|!?(?<label>${label})(?:\\(\\s*(?<address><[^<>\\n]*>|(?:[^\\s()]|\\([^\\s()]*\\))*)${title}\\s*\\)|\\[[^\\[\\]]*\\])${attributes}`;

/** A link in HTML. */
const anchorPattern =
  '<a\\s(?:[^<>]*?\\s)?href\\s*=\\s*["\']?(?<href>[^"\'<>\\s]*)[^<>]*>(?<text>[^]{0,500}?)</a>';

interface Link extends Span {
  readonly label: string;
  readonly address: string;
}

/** Finds the link around a stretch of text. */
function linkAround(text: string, { start, end }: Span): Link | undefined {
  const from = Math.max(0, start - reach);
  for (const match of text
    .slice(from, end + reach)
    .matchAll(new RegExp(`${linkPattern}|${anchorPattern}`, 'gi'))) {
    const link = { start: from + match.index, end: from + match.index + match[0].length };
    if (link.start >= start) return undefined;
    if (link.end <= end) continue;
    const {
      label: shown = '[]',
      address = '',
      href = address,
      text: inner = shown.slice(1, -1),
    } = match.groups ?? {};
    return { ...link, label: inner, address: href };
  }
  return undefined;
}

function findTarget(text: string, identifier: Span): CitationTarget {
  const link = linkAround(text, identifier);
  if (link !== undefined)
    return repeatsAddress(link.label, link.address) && text.charAt(link.start) !== '!'
      ? withLabel(text, link)
      : { start: link.end, end: link.end };
  const { start, end } = widenIdentifier(text, identifier);
  const bracketed = text.charAt(start - 1) === '[' && /^\](?![([{:])/.test(text.slice(end, end + 2));
  return bracketed ? { start: start - 1, end: end + 1 } : { start, end };
}

function leave(text: string, at: number): number {
  // A cursor before the front matter, where editors put it, means the start of the text.
  if (text.slice(0, at).trim() === '') {
    const [front] = findMarkdownZones(text);
    if (front?.kind === 'metadata' && front.start <= at)
      return front.end + (/^\s*/.exec(text.slice(front.end))?.[0].length ?? 0);
  }
  return linkAround(text, { start: at, end: at })?.end ?? endOfWord(text, at);
}

/** Tells whether the place is within brackets that are neither link, footnote nor task: `[see |, p. 3]`. */
function isInBrackets({ text, start, end }: CitationPlace): boolean {
  return (
    /(?<![!^\]])\[(?!\^|[ xX]\])[^[\]\n]*$/.test(text.slice(Math.max(0, start - reach), start)) &&
    /^[^[\]\n]*\](?![([{:])/.test(text.slice(end, end + reach))
  );
}

function write(style: string, keys: readonly string[], place: CitationPlace): string {
  const { text, start, end } = place;
  const items = keys.map((key) => writeMarkdownKey(key)).join('; ');
  // What follows directly would make the brackets a link or a span, or go on with the key.
  const behind = /[([{@]/.test(text.charAt(end)) ? ' ' : '';
  if (style.startsWith('{')) return withBlanks(`${style}\`${keys.join(',')}\``, place) + behind;
  if (style.startsWith('\\')) return withBlanks(`${style}{${keys.join(',')}}`, place);
  if (/(?<![\p{L}\p{N}_@\\])@$/u.test(text.slice(Math.max(0, start - 2), start)))
    return inTextItems(keys, place).slice(1);
  if (isInBrackets(place)) return withBlanks(inTextItems(keys, place), place);
  const beside = besideUnspacedScript(place);
  const inText = style === '@' && !beside.before && !beside.behind;
  return withBlanks(inText ? inTextItems(keys, place) : `[${items}]`, place) + behind;
}

/** Writes keys outside of brackets, where what follows could be read as a part of the last one. */
function inTextItems(keys: readonly string[], { text, end }: CitationPlace): string {
  const following = text.slice(end, end + reach);
  return keys
    .map((key, index) => writeMarkdownKey(key, index === keys.length - 1 ? following : ''))
    .join('; ');
}

/** Citations of Pandoc's Markdown, Quarto and R Markdown (`[@a; @b]`, `@a`), of MyST (roles), and LaTeX's within. */
export const markdownCitations: CitationSyntax = {
  findZones: findMarkdownZones,
  findGroups: findMarkdownGroups,
  findTarget,
  hasOwnParentheses: (style) => !/^(?:@|\{cite:?t|\\)/.test(style),
  leave,
  defaultStyle: () => '[@]',
  write,
  writeItem: (style, key) => (/^[{\\]/.test(style) ? key : writeMarkdownKey(key)),
};
