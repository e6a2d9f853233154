/** Compares an entry with what its source knows of the work: whether it exists, was retracted, says something else. */
import type { Identifier } from '../../identifiers/identifier.ts';
import type { CitationRecord, Notice } from '../../record/record.ts';
import { findField, type BibBlock, type BibIndex } from '../text/bibIndex.ts';
import type { Span } from '../../span.ts';
import { planCompletion, type FieldChange } from './compareEntry.ts';
import type { FieldOptions } from '../entry/fieldText.ts';

/** One thing to know of an entry, and where to show it. */
export type EntryFinding = Span &
  /** Nobody knows the DOI. */
  (
    | { readonly kind: 'unknown'; readonly identifier: Identifier }
    | { readonly kind: 'notice'; readonly notice: Notice }
    /** The identifier belongs to a work of another title. */
    | { readonly kind: 'otherTitle'; readonly title: string }
    | { readonly kind: 'differs'; readonly change: FieldChange }
  );

/** Where a field's value stands; the key where the entry does not have the field itself. */
function placeOf(entry: BibBlock, name: string): Span {
  return findField(entry, name)?.valueSpan ?? entry.keySpan;
}

/**
 * Returns what is to know of an entry whose `identifier` was looked up, `record` being undefined where nobody knows it.
 * Where not even the title is the same, that is all that is said: the identifier is another work's.
 */
export function checkEntry(
  index: BibIndex,
  entry: BibBlock,
  identifier: Identifier,
  record: CitationRecord | undefined,
  options: FieldOptions,
): readonly EntryFinding[] {
  const idPlace = placeOf(entry, identifier.kind);
  if (record === undefined)
    return identifier.kind === 'doi' ? [{ kind: 'unknown', identifier, ...idPlace }] : [];
  const kinds = new Set(record.notices.map(({ kind }) => kind));
  const notices = [...kinds].flatMap((kind) => record.notices.find((notice) => notice.kind === kind) ?? []);
  const { differing, isSameTitle } = planCompletion(index, entry, record.csl, options);
  return [
    ...notices.map((notice) => ({ kind: 'notice', notice, ...entry.keySpan }) as const),
    ...(isSameTitle
      ? differing.map((change) => ({ kind: 'differs', change, ...placeOf(entry, change.name) }) as const)
      : [{ kind: 'otherTitle', title: record.csl.title, ...idPlace } as const]),
  ];
}
