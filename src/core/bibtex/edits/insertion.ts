/** Adds works to a .bib text: recognised ones keep their keys, new ones get an entry in the style of the file. */
import { makeKey, toSafeKey } from '../../record/citationKey.ts';
import type { CitationRecord } from '../../record/record.ts';
import type { BibIndex } from '../text/bibIndex.ts';
import type { FieldOptions } from '../entry/fieldText.ts';
import type { EntryPosition } from './findPlaces.ts';
import { formatEntry } from '../entry/formatEntry.ts';
import { keysOf } from '../text/keysOf.ts';
import { KnownWorks } from '../works/knownWorks.ts';
import { planInsertion } from './planInsertion.ts';
import type { NewEntry } from './planInsertion.ts';
import { findSameWork } from '../works/recognise.ts';
import type { TextEdit } from '../../span.ts';
import { workOfRecord } from '../works/workOfRecord.ts';

export interface AddOptions extends FieldOptions {
  /** Pattern of the keys of new entries. */
  readonly keyFormat: string;
  readonly position: EntryPosition;
  /** Keys wanted for the records, in their order; one that is taken or undefined is made by the pattern instead. */
  readonly preferredKeys?: readonly (string | undefined)[];
  /** Keys of the project's other .bib files, in lower case. */
  readonly takenElsewhere?: ReadonlySet<string>;
}

export interface Addition {
  /** Only insert; offsets are those of the index's text, first place first. */
  readonly edits: readonly TextEdit[];
  /** One key a record, in order: the one a work has already, or its new one. */
  readonly keys: readonly string[];
  readonly added: number;
  /** Count of records whose works were there, or that came twice. */
  readonly alreadyThere: number;
}

/** Plans how records come into a .bib file; a work that is there, or comes twice, is not added again. */
export function addToBibliography(
  index: BibIndex,
  records: readonly CitationRecord[],
  options: AddOptions,
): Addition {
  const taken = new Set(keysOf(index));
  const isTaken = (key: string): boolean =>
    taken.has(key.toLowerCase()) || options.takenElsewhere?.has(key.toLowerCase()) === true;
  const newWorks = new KnownWorks<string>();
  const newEntries: NewEntry[] = [];

  const keys = records.map(({ csl }, number) => {
    const work = workOfRecord(csl);
    const known = findSameWork(index, csl)?.key ?? newWorks.find(work);
    if (known !== undefined) return known;
    const preferred = options.preferredKeys?.[number];
    const wanted = preferred === undefined ? undefined : toSafeKey(preferred);
    const key = wanted === undefined || isTaken(wanted) ? makeKey(csl, options.keyFormat, isTaken) : wanted;
    taken.add(key.toLowerCase());
    newWorks.add(work, key);
    newEntries.push({ key, format: (layout) => formatEntry(csl, key, { ...options, layout }) });
    return key;
  });
  return {
    edits: planInsertion(index, newEntries, options.position),
    keys,
    added: newEntries.length,
    alreadyThere: records.length - newEntries.length,
  };
}
