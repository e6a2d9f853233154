import type { Span } from '../../span.ts';

/** One place in a group: usually a key with what belongs to it, such as `see @a, p. 3`. */
export interface CitationItem extends Span {
  /** The key's own place, without `@`; absent in an item that names no key. */
  readonly key?: CitedKey;
}

/** A key where a document cites it. */
export interface CitedKey extends Span {
  readonly key: string;
}

/** What cites one or more works at one place: `\citep[see][p. 3]{a,b}`, `[@a; @b]`, `{cite:p}` and so on. */
export interface CitationGroup extends Span {
  /** How the document writes it: a command such as `\citep`, a role such as `{cite:p}`, or `@` and `[@]`. */
  readonly style: string;
  readonly items: readonly CitationItem[];
  /** Where a further key may be added; absent where the form takes one key only. */
  readonly list?: Span;
  /** What stands between two items, without blanks. */
  readonly separator: ',' | ';';
  /** True for forms that show less than a citation, such as `\nocite` or `\citeauthor`: no habit to follow. */
  readonly partial?: boolean;
}

/** Splits `text` from `start` to `end` at each `separator` into trimmed items; empty ones are left out. */
export function splitItems(text: string, { start, end }: Span, separator: string): readonly Span[] {
  const items: Span[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(separator)) {
    const trimmed = part.trim();
    const at = from + part.length - part.trimStart().length;
    if (trimmed !== '') items.push({ start: at, end: at + trimmed.length });
    from += part.length + separator.length;
  }
  return items;
}

/** Makes the items of a list in which each item is a key and nothing else. */
export function splitKeys(text: string, list: Span, separator: string): readonly CitationItem[] {
  return splitItems(text, list, separator).map((item) => ({
    ...item,
    key: { ...item, key: text.slice(item.start, item.end) },
  }));
}
