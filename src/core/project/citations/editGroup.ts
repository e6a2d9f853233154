import { touches } from '../span.ts';
import type { Span, TextEdit } from '../span.ts';
import type { CitationGroup } from './group.ts';
import type { CitationSyntax } from './syntax.ts';

/** One edit and the cursor behind what it wrote, in the edited text. */
interface GroupEdit {
  readonly edits: readonly TextEdit[];
  readonly cursor: number;
}

/** Adds keys to a group behind the item at which the cursor is; a key that the group has is not added. */
export function addToGroup(
  text: string,
  group: CitationGroup,
  keys: readonly string[],
  cursor: number,
  syntax: CitationSyntax,
): GroupEdit {
  const fresh = keys.filter((key) => group.items.every((item) => item.key?.key !== key));
  if (fresh.length === 0) return { edits: [], cursor };
  const { list, items } = group;
  if (list === undefined) {
    const place = { start: group.end, end: group.end, text };
    return edit(place, syntax.write(group.style, fresh, place));
  }
  const added = fresh.map((key) => syntax.writeItem(group.style, key)).join(separatorOf(text, group));
  const within = list.start <= cursor && cursor <= list.end;
  const before = within ? items.filter(({ start }) => start < cursor).length : items.length;
  const next = items[before];
  const previous = items[before - 1];
  if (previous === undefined)
    return next === undefined
      ? edit(list, added)
      : edit({ start: next.start, end: next.start }, added + separatorOf(text, group));
  // A list that ends in a separator waits for its next item.
  const waits = next === undefined && /^\s*[,;]\s*-?@?\s*$/.test(text.slice(previous.end, list.end));
  return edit(
    { start: previous.end, end: waits ? list.end : previous.end },
    separatorOf(text, group) + added,
  );
}

/** Puts keys where the group holds an identifier instead of a key. */
export function replaceInGroup(
  text: string,
  group: CitationGroup,
  keys: readonly string[],
  identifier: Span,
  syntax: CitationSyntax,
): GroupEdit {
  const at = group.items.findIndex((item) => touches(item, identifier.start));
  const item = group.items[at];
  if (item === undefined) return addToGroup(text, group, keys, identifier.end, syntax);
  const others = group.items.filter((_, index) => index !== at);
  const [first, ...more] = keys.filter((key) => others.every((other) => other.key?.key !== key));
  if (first === undefined) {
    const previous = group.items[at - 1];
    const next = group.items[at + 1];
    return edit(
      { start: previous?.end ?? item.start, end: previous ? item.end : (next?.start ?? item.end) },
      '',
    );
  }
  const start = item.key?.start ?? identifier.start;
  const end = Math.max(item.key?.end ?? 0, identifier.end);
  const rest = more.map((key) => separatorOf(text, group) + syntax.writeItem(group.style, key));
  return edit({ start, end }, first + rest.join(''));
}

/** The separator as the group writes it; keys are joined closely where it does not show, `@key` items are not. */
function separatorOf(text: string, { list, items, separator }: CitationGroup): string {
  const [first, second] = items;
  if (list === undefined || first === undefined || second === undefined)
    return separator === ';' ? '; ' : ',';
  const between = text.slice(first.end, second.start);
  return between.includes('\n') ? `${separator} ` : between.trimStart();
}

function edit(span: Span, newText: string): GroupEdit {
  return { edits: [{ start: span.start, end: span.end, newText }], cursor: span.start + newText.length };
}
