/** Makes one entry of two that are the same work. */
import { findField, type BibBlock, type BibField, type BibIndex } from '../text/bibIndex.ts';
import type { FieldChange } from '../check/compareEntry.ts';
import { plainValue } from '../check/compareEntry.ts';
import { removeEntry, setField } from './edit.ts';
import { nameInEntry } from '../text/fieldNames.ts';
import { readField, readInherited, readValue } from '../text/readField.ts';
import { refersTo, replaceReferences } from './renameKey.ts';
import { isSameValue } from '../check/sameValue.ts';
import { say, type Sentence } from '../../sentence.ts';
import type { TextEdit } from '../../span.ts';

/** What becomes of two entries; the edits do not overlap. */
export interface EntryMerge {
  /** Fields that the kept entry lacks, as the other one has them. */
  readonly missing: readonly TextEdit[];
  /** Fields in which the two differ, each as the other one has it. */
  readonly differing: readonly (FieldChange & { readonly edit: TextEdit })[];
  /** What entries say of the dropped key, said of the kept one. */
  readonly references: readonly TextEdit[];
  readonly removal: TextEdit;
  /** Whether nothing has the dropped key any more, so that citations of it have to change. */
  readonly isKeyGone: boolean;
}

/** Says why two entries cannot become one; undefined if they can. */
export function describeMergeProblem(
  index: BibIndex,
  kept: BibBlock,
  dropped: BibBlock,
): Sentence | undefined {
  if (kept.fault !== undefined || dropped.fault !== undefined)
    return say`One of these entries is broken; mend it first.`;
  if (refersTo(index, kept, dropped.key) || refersTo(index, dropped, kept.key))
    return say`"${kept.key}" and "${dropped.key}" refer to each other, so that they are not one.`;
  return undefined;
}

/** Plans the merging: the kept entry stays where it is and what it is, but for what the other one adds. */
export function planMerge(index: BibIndex, kept: BibBlock, dropped: BibBlock): EntryMerge {
  const valueOf = ({ valueSpan }: BibField): string => index.text.slice(valueSpan.start, valueSpan.end);
  const isKeyGone = [...index.entries()].every(
    ({ number, key }) => number === dropped.number || key.toLowerCase() !== dropped.key.toLowerCase(),
  );
  const removal = removeEntry(index, dropped);
  return {
    missing: dropped.fields
      .filter((field) => findField(dropped, field.name) === field)
      .filter(({ name }) => nameInEntry(index, kept, name) === undefined && !isMonthOfDate(kept, name))
      .map((field) => setField(index, kept, field.name, valueOf(field))),
    differing: dropped.fields.flatMap((field) => {
      const { name } = field;
      const own = findField(kept, name);
      if (own === undefined || isSameValue(name, readInherited(index, kept, name) ?? '', readValue(index, field.valueSpan))) return []; // prettier-ignore
      const value = valueOf(field);
      const after = plainValue(name, `{${readValue(index, field.valueSpan)}}`);
      return [{ name, value, after, before: readField(index, kept, name), edit: setField(index, kept, name, value) }]; // prettier-ignore
    }),
    references: isKeyGone
      ? replaceReferences(index, dropped.key, kept.key).filter(
          ({ start }) => start < removal.start || start >= removal.end,
        )
      : [],
    removal,
    isKeyGone,
  };
}

/** A whole date says the month too. */
function isMonthOfDate(entry: BibBlock, name: string): boolean {
  return name === 'month' && findField(entry, 'date') !== undefined;
}
