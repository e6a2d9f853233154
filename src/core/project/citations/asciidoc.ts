import type { Span } from '../../span.ts';
import { createZoneFinder } from '../zones/zone.ts';
import { withBlanks } from './blanks.ts';
import { splitItems } from './group.ts';
import type { CitationGroup } from './group.ts';
import type { CitationSyntax } from './syntax.ts';
import { repeatsAddress, widenIdentifier, withLabel } from './widen.ts';
import type { CitationTarget } from './widen.ts';

/** A macro with the words that come before the list: `cite:see[a, b(12)]`. */
const citePattern = /(?<![A-Za-z\d])((?:full|no)?cite(?:np)?):[^[\]\n]{0,200}\[([^[\]\n]*)\]/g;

function findGroups(text: string): readonly CitationGroup[] {
  return [...text.matchAll(citePattern)].map((match) => {
    const [whole, command = '', content = ''] = match;
    const end = match.index + whole.length;
    const list = { start: end - 1 - content.length, end: end - 1 };
    const items = splitItems(text, list, ',').map((item) => {
      // `key(12-13)`
      const [key = ''] = /^[^()]*/.exec(text.slice(item.start, item.end)) ?? [];
      return { ...item, key: { key, start: item.start, end: item.start + key.length } };
    });
    const partial = /^(?:full|no)/.test(command) && { partial: true };
    return { start: match.index, end, style: command, items, list, separator: ',' as const, ...partial };
  });
}

function findTarget(text: string, identifier: Span): CitationTarget {
  const target = widenIdentifier(text, identifier);
  const macro = /(?:link|doi):$/.exec(text.slice(Math.max(0, target.start - 5), target.start));
  const label = /^\[([^[\]\n]*)\]/.exec(text.slice(target.end, target.end + 1000));
  if (label === null) return target;
  const start = target.start - (macro?.[0].length ?? 0);
  const end = target.end + label[0].length;
  const shown = (label[1] ?? '').replace(/,?\s*(?:window|role)=[^,]*|\^$/g, '');
  return repeatsAddress(shown, text.slice(target.start, target.end))
    ? withLabel(text, { start, end })
    : { start: end, end };
}

/** Citations of AsciiDoc with asciidoctor-bibtex: `cite:[a, b(12)]`. */
export const asciidocCitations: CitationSyntax = {
  findZones: createZoneFinder([
    { kind: 'metadata', pattern: '^:[A-Za-z][\\w-]*:[^\\n]*' },
    { kind: 'formula', pattern: '(?:stem|latexmath|asciimath):\\[[^\\]\\n]*\\]' },
  ]),
  findGroups,
  findTarget,
  hasOwnParentheses: (style) => style === 'cite',
  defaultStyle: () => 'cite',
  write: (style, keys, place) => withBlanks(`${style}:[${keys.join(', ')}]`, place),
  writeItem: (_style, key) => key,
};
