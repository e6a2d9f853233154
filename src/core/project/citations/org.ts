import type { Span } from '../../span.ts';
import { createZoneFinder, endOfParagraph } from '../zones/zone.ts';
import { withBlanks } from './blanks.ts';
import { splitItems } from './group.ts';
import type { CitationGroup, CitationItem } from './group.ts';
import { findLatexGroups } from './latexGroups.ts';
import type { CitationPlace, CitationSyntax } from './syntax.ts';
import { repeatsAddress, widenIdentifier, withLabel } from './widen.ts';
import type { CitationTarget } from './widen.ts';

/** Org's own `[cite/style:see @a p. 3; @b]`. */
const citePattern = /(?<!\[)\[(cite(?:\/[\w/-]*)?):([^[\]]*)\]/g;

/** org-ref's links: `cite:a,b`, `citep:&a;&b`, also within `[[…]]`. */
const linkPattern =
  /(?:(?<=\[\[)|(?<![\p{L}\p{N}[/]))([a-z]{0,20}cite[a-z]{0,20}):((?:&?[\p{L}\p{N}_:./+-]*[\p{L}\p{N}_])(?:[,;]&?[\p{L}\p{N}_:./+-]*[\p{L}\p{N}_])*)/gu;

/** org-ref's links with notes: `[[cite:see &a p. 3;&b]]`. */
const annotatedPattern = /(?<=\[\[)([a-z]{0,20}cite[a-z]{0,20}):(?=[^[\]\n]*\s)([^[\]\n]*&[^[\]\n]*)(?=\])/g;

function findGroups(text: string): readonly CitationGroup[] {
  const own = [...text.matchAll(citePattern)].map((match): CitationGroup => {
    const [whole, command = '', content = ''] = match;
    const end = match.index + whole.length;
    const list = { start: end - 1 - content.length, end: end - 1 };
    const items = splitItems(text, list, ';').flatMap((item): CitationItem[] => {
      const key = /@([^\s;@[\]]*)/.exec(text.slice(item.start, item.end));
      if (key?.[1] === undefined) return [item];
      const start = item.start + key.index + 1;
      return key[1] === '' ? [] : [{ ...item, key: { key: key[1], start, end: start + key[1].length } }];
    });
    return { start: match.index, end, style: `[${command}:`, items, list, separator: ';' };
  });
  const annotated = [...text.matchAll(annotatedPattern)].map(
    ({ 0: whole, 1: command = '', 2: content = '', index }): CitationGroup => {
      const end = index + whole.length;
      const list = { start: end - content.length, end };
      const items = splitItems(text, list, ';').map((item): CitationItem => {
        const key = /&([^\s;&[\]]+)/.exec(text.slice(item.start, item.end));
        const start = item.start + (key?.index ?? 0) + 1;
        return key?.[1] === undefined
          ? item
          : { ...item, key: { key: key[1], start, end: start + key[1].length } };
      });
      return { start: index, end, style: `${command}:&`, items, list, separator: ';' };
    },
  );
  const links = [...text.matchAll(linkPattern)].map((match): CitationGroup => {
    const [whole, command = '', content = ''] = match;
    const end = match.index + whole.length;
    const list = { start: end - content.length, end };
    const separator = content.startsWith('&') ? ';' : ',';
    const items = splitItems(text, list, separator).map((item) => {
      const start = item.start + (text.charAt(item.start) === '&' ? 1 : 0);
      return { ...item, key: { key: text.slice(start, item.end), start, end: item.end } };
    });
    const style = `${command}:${separator === ';' ? '&' : ''}`;
    return { start: match.index, end, style, items, list, separator };
  });
  const plain = links.filter(({ start }) => annotated.every((group) => group.start !== start));
  return [...own, ...annotated, ...plain, ...findLatexGroups(text)].toSorted((a, b) => a.start - b.start);
}

function findTarget(text: string, identifier: Span): CitationTarget {
  const target = widenIdentifier(text, identifier);
  const open = /\[\[(?:doi:)?$/.exec(text.slice(Math.max(0, target.start - 6), target.start));
  const close = /^\](?:\[([^[\]\n]*)\])?\]/.exec(text.slice(target.end, target.end + 1000));
  if (open === null || close === null) return target;
  const end = target.end + close[0].length;
  return repeatsAddress(close[1] ?? '', text.slice(target.start, target.end))
    ? withLabel(text, { start: target.start - open[0].length, end })
    : { start: end, end };
}

function writeItem(style: string, key: string): string {
  if (style.startsWith('[')) return `@${key}`;
  return style.endsWith('&') ? `&${key}` : key;
}

function write(style: string, keys: readonly string[], place: CitationPlace): string {
  if (style.startsWith('\\')) return withBlanks(`${style}{${keys.join(',')}}`, place);
  const items = keys.map((key) => writeItem(style, key));
  // Two brackets would begin a link.
  const apart = place.text.charAt(place.start - 1) === '[' ? ' ' : '';
  if (style.startsWith('[')) return withBlanks(`${apart}${style}${items.join(';')}]`, place);
  return withBlanks(`${style.replace('&', '')}${items.join(style.endsWith('&') ? ';' : ',')}`, place);
}

/** Citations of Org: `[cite:@a;@b]`, org-ref's links and LaTeX's commands. */
export const orgCitations: CitationSyntax = {
  findZones: createZoneFinder([
    { kind: 'metadata', pattern: '^[ \\t]*#\\+[^\\n]*' },
    { kind: 'formula', pattern: `\\\\\\([^]*?(?:\\\\\\)|${endOfParagraph})` },
    { kind: 'formula', pattern: `\\\\\\[[^]*?(?:\\\\\\]|${endOfParagraph})` },
  ]),
  findGroups,
  findTarget,
  hasOwnParentheses: (style) => !/^\[cite\/t|citet/.test(style),
  defaultStyle: () => '[cite:',
  write,
  writeItem,
};
