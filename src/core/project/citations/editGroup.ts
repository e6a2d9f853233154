import { insertion, touches } from '../../span.ts';
import type { Span, TextEdit } from '../../span.ts';
import type { CitationGroup } from './group.ts';
import type { CitationSyntax } from './syntax.ts';

/** Changes a group so that it cites `keys`; `undefined` if it does so already. */
export type GroupChange = (
  text: string,
  group: CitationGroup,
  keys: readonly string[],
  range: Span,
  syntax: CitationSyntax,
) => TextEdit | undefined;

/** Adds keys to a group behind the item at which the range ends. */
export const addToGroup: GroupChange = (text, group, keys, { end: cursor }, syntax) => {
  const { list, items } = group;
  const fresh = keys.filter((key) => items.every((item) => item.key?.key !== key));
  if (fresh.length === 0) return undefined;
  if (list === undefined) {
    const place = { start: group.end, end: group.end };
    return { ...place, newText: syntax.write(group.style, fresh, { ...place, text }) };
  }
  const separator = separatorOf(text, group);
  const added = fresh.map((key) => syntax.writeItem(group.style, key)).join(separator);
  const isWithin = touches(list, cursor);
  const before = isWithin ? items.filter(({ start }) => start < cursor).length : items.length;
  const next = items[before];
  const previous = items[before - 1];
  if (previous !== undefined) {
    // A list that ends in a separator waits for its next item.
    const waits = next === undefined && /^\s*[,;]\s*-?@?\s*$/.test(text.slice(previous.end, list.end));
    return { start: previous.end, end: waits ? list.end : previous.end, newText: separator + added };
  }
  if (next !== undefined) return insertion(next.start, added + separator);
  const isEmpty = /^\s*-?@?\s*$/.test(text.slice(list.start, list.end));
  return { start: isEmpty ? list.start : list.end, end: list.end, newText: added };
};

/** Puts keys where the group holds the identifier at the range instead of a key. */
export const replaceInGroup: GroupChange = (text, group, keys, range, syntax) => {
  const at = group.items.findLastIndex((candidate) => touches(candidate, range.start));
  const item = group.items[at];
  if (item === undefined) return addToGroup(text, group, keys, range, syntax);
  const others = group.items.filter((other) => other !== item);
  const [first, ...more] = keys.filter((key) => others.every((other) => other.key?.key !== key));
  if (first === undefined) {
    // The item goes, with the separator before or behind it.
    const previous = group.items[at - 1];
    if (previous !== undefined) return { start: previous.end, end: item.end, newText: '' };
    return { start: item.start, end: group.items[at + 1]?.start ?? item.end, newText: '' };
  }
  const rest = more.map((key) => separatorOf(text, group) + syntax.writeItem(group.style, key)).join('');
  if (item.key === undefined)
    return { ...syntax.findTarget(text, range), newText: syntax.writeItem(group.style, first) + rest };
  return { start: item.key.start, end: Math.max(item.key.end, range.end), newText: first + rest };
};

/** The separator as the group writes it; where it does not show, keys are joined closely and `@key` items are not. */
function separatorOf(text: string, { list, separator }: CitationGroup): string {
  const written = /[,;]\s*/.exec(text.slice(list?.start, list?.end))?.[0];
  if (written?.startsWith(separator) !== true) return separator === ';' ? '; ' : ',';
  return written.includes('\n') ? `${separator} ` : written;
}
