import type { Span } from '../../span.ts';
import { createZoneFinder, endOfParagraph } from '../zones/zone.ts';
import { needsBlankBefore, needsBlankBehind } from './blanks.ts';
import type { CitationGroup } from './group.ts';
import type { CitationPlace, CitationSyntax } from './syntax.ts';
import { repeatsAddress, widenIdentifier } from './widen.ts';
import type { CitationTarget } from './widen.ts';

const label = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_:.-]*[\\p{L}\\p{N}_-])?';
const plainLabel = new RegExp(`^${label}$`, 'u');

/** `@key` with its supplement, `#cite(<key>, …)` and `#cite(label("key"), …)`; a quotation's source, and `#ref(<key>)`. */
const citePattern = [
  `(?<!\\\\)@(?<key>${label})(?:\\[[^\\[\\]\\n]*\\])?`,
  `(?:attribution:\\s*|#ref\\(\\s*)<(?<source>[^<>\\n]*)>`,
  `#cite\\(\\s*(?:<(?<cited>[^<>\\n]*)>|label\\("(?<named>[^"\\n]*)"\\))[^()]*(?:\\([^()]*\\)[^()]*)*\\)`,
].join('|');

/** Labels that the document sets itself; a reference to one is no citation. */
function findOwnLabels(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/(?<!(?:(?:cite|ref|link)\(|attribution:)\s*)<([\p{L}\p{N}_:.-]+)>/gu)].map(
      ([, name = '']) => name,
    ),
  );
}

function findGroups(text: string): readonly CitationGroup[] {
  const own = findOwnLabels(text);
  return [...text.matchAll(new RegExp(citePattern, 'gu'))].flatMap((match): CitationGroup[] => {
    const { key = '', source, cited = source ?? key, named = cited } = match.groups ?? {};
    if (own.has(named)) return [];
    const start = match.index + match[0].search(/[@<"]/) + 1;
    const item = { start, end: start + named.length };
    const span = { start: match.index, end: match.index + match[0].length };
    // An empty `#cite(<>)` waits for its key.
    if (named === '') return [{ ...span, style: '#cite', items: [], list: item, separator: ',' as const }];
    const style = match[0].startsWith('@') ? '@' : '#cite';
    const items = [{ ...item, key: { ...item, key: named } }];
    return [
      { ...span, style, items, separator: ',' as const, ...(source !== undefined && { partial: true }) },
    ];
  });
}

function findTarget(text: string, identifier: Span): CitationTarget {
  const target = widenIdentifier(text, identifier);
  const from = Math.max(0, target.start - 300);
  const open = /#link\(\s*"$/.exec(text.slice(from, target.start));
  const close = /^"\s*\)(?:\[(?<label>[^[\]\n]*)\])?/.exec(text.slice(target.end, target.end + 500));
  if (open === null || close === null) return target;
  const end = target.end + close[0].length;
  const repeats = repeatsAddress(close.groups?.['label'] ?? '', text.slice(target.start, target.end));
  return repeats ? { start: from + open.index, end } : { start: end, end };
}

function write(style: string, keys: readonly string[], place: CitationPlace): string {
  const { text, start, end } = place;
  if (/(?<!\\)@$/.test(text.slice(Math.max(0, start - 2), start))) return keys.join(' @');
  const blank = needsBlankBehind(place) ? ' ' : '';
  // A label goes on with letters, and with dots and colons before letters; brackets would be its supplement.
  const runsOn = blank === '' && /^(?:[.:]*[\p{L}\p{N}_-]|[[(])/u.test(text.slice(end, end + 9));
  const citations = keys.map((key) => {
    if (!plainLabel.test(key)) return `#cite(label(${JSON.stringify(key)}))`;
    return style === '@' && !runsOn ? `@${key}` : `#cite(<${key}>)`;
  });
  return `${needsBlankBefore(place) ? ' ' : ''}${citations.join(' ')}${runsOn ? ';' : blank}`;
}

/** Citations of Typst: `@key` and `#cite(<key>)`; neighbours become one group by themselves. */
export const typstCitations: CitationSyntax = {
  findZones: createZoneFinder([
    { kind: 'prose', pattern: '\\\\[^]' },
    { kind: 'formula', pattern: `\\$(?:\\\\[^]|[^$])*?(?:\\$|${endOfParagraph})` },
  ]),
  findGroups,
  findTarget,
  hasOwnParentheses: () => true,
  defaultStyle: () => '@',
  write,
  writeItem: (_style, key) => key,
};
