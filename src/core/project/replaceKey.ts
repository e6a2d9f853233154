import type { CitationItem } from './citations/group.ts';
import { citationSyntaxOf } from './citations/syntaxes.ts';
import type { TextEdit } from '../span.ts';
import { shownText } from './zones/shownText.ts';

/**
 * Returns the edits that make citations of one key citations of another; letter case tells no keys apart. Where a
 * citation has both, the one goes that says nothing but its key.
 */
export function replaceKey(
  text: string,
  languageId: string,
  oldKey: string,
  newKey: string,
): readonly TextEdit[] {
  const [old, wanted] = [oldKey.toLowerCase(), newKey.toLowerCase()];
  const keyOf = ({ key }: CitationItem): string | undefined => key?.key.toLowerCase();
  const isBare = ({ start, end, key }: CitationItem): boolean =>
    key !== undefined &&
    /^[-@{]*$/.test(text.slice(start, key.start)) &&
    /^\}?$/.test(text.slice(key.end, end));
  const groups = citationSyntaxOf(languageId)?.findGroups(shownText(text, languageId)) ?? [];
  return groups.flatMap(({ items }) => {
    let isCited = old !== wanted && items.some((item) => keyOf(item) === wanted);
    return items.flatMap((item, place): TextEdit[] => {
      if (item.key === undefined || keyOf(item) !== old) return [];
      const before = items[place - 1];
      const after = items[place + 1];
      if (isCited && isBare(item) && before !== undefined)
        return [{ start: before.end, end: item.end, newText: '' }];
      if (isCited && isBare(item) && after !== undefined)
        return [{ start: item.start, end: after.start, newText: '' }];
      isCited = true;
      return [{ start: item.key.start, end: item.key.end, newText: newKey }];
    });
  });
}
