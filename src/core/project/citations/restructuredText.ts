import type { Span } from '../../span.ts';
import { createZoneFinder } from '../zones/zone.ts';
import { besideUnspacedScript, withBlanks } from './blanks.ts';
import { splitItems } from './group.ts';
import type { CitationGroup } from './group.ts';
import type { CitationPlace, CitationSyntax } from './syntax.ts';
import { repeatsAddress, widenIdentifier, withLabel } from './widen.ts';
import type { CitationTarget } from './widen.ts';

/** A role of sphinxcontrib-bibtex, which no empty line interrupts; an item may be `{see}key{p. 3}`. */
const rolePattern = /:((?:foot|full)?cite(?::[a-z]+)?):`((?:[^`\n]|\n(?![ \t]*\r?\n))*)`/g;

function findGroups(text: string): readonly CitationGroup[] {
  return [...text.matchAll(rolePattern)].map((match) => {
    const [whole, role = '', content = ''] = match;
    const end = match.index + whole.length;
    const list = { start: end - 1 - content.length, end: end - 1 };
    const items = splitItems(text, list, ',').map((item) => {
      const [, note = '', key = ''] = /^(\{[^{}]*\})?([^{}]*)/.exec(text.slice(item.start, item.end)) ?? [];
      const start = item.start + note.length;
      return { ...item, key: { key, start, end: start + key.length } };
    });
    return { start: match.index, end, style: `:${role}:`, items, list, separator: ',' as const };
  });
}

function findTarget(text: string, identifier: Span): CitationTarget {
  const target = widenIdentifier(text, identifier);
  const before = text.slice(Math.max(0, target.start - 300), target.start);
  const after = text.slice(target.end, target.end + 300);
  // The identifier is the address of a link, or its label: `label <address>`_
  const close = /^(?:>|\s*<[^<>`\n]*>)?`_{0,2}/.exec(after);
  if (close === null) return target;
  const role = /:(?:doi|arxiv|pmid|isbn|url):`$/i.exec(before);
  // widenIdentifier has taken the angle brackets of `label <address>`_ already.
  const link = /`([^`<>]*?)\s*$/.exec(before);
  const open = role ?? link;
  if (open === null) return target;
  const whole = { start: target.start - open[0].length, end: target.end + close[0].length };
  const keepsLabel = role === null && !repeatsAddress(link?.[1] ?? '', text.slice(target.start, target.end));
  return keepsLabel ? { start: whole.end, end: whole.end } : withLabel(text, whole);
}

function write(style: string, keys: readonly string[], place: CitationPlace): string {
  // A role ends and starts at blanks and punctuation only; an escaped blank is none in the output.
  const beside = besideUnspacedScript(place);
  const role = `${style}\`${keys.join(',')}\``;
  return withBlanks(`${beside.before ? '\\ ' : ''}${role}${beside.behind ? '\\ ' : ''}`, place);
}

/** Citations of reStructuredText with sphinxcontrib-bibtex: the roles of `:cite:`. */
export const restructuredTextCitations: CitationSyntax = {
  findZones: createZoneFinder([
    { kind: 'formula', pattern: ':math:`[^`\\n]*`' },
    { kind: 'linkDefinition', pattern: '^\\.\\. _[^\\n]*:[ \\t]+\\S[^\\n]*' },
  ]),
  findGroups,
  findTarget,
  hasOwnParentheses: (style) => !style.endsWith(':t:'),
  defaultStyle: () => ':cite:p:',
  write,
  writeItem: (_style, key) => key,
};
