/** Finds works that a .bib file has already. */
import type { CslItem } from '../../record/record.ts';
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { EntryWorks } from './entryWorks.ts';
import { perIndex } from '../text/perIndex.ts';
import { workOfEntry } from './workOfEntry.ts';
import { workOfRecord } from './workOfRecord.ts';

const worksOf = perIndex(
  (index) => new EntryWorks(index),
  (works, index, unchanged) => (works.follow(index, unchanged) ? works : new EntryWorks(index)),
);

/**
 * Returns the entry of the same work: the same DOI, else another identifier in common, else the same title, year and
 * first name; undefined where the file has none that can be cited.
 */
export function findSameWork(index: BibIndex, csl: CslItem): BibBlock | undefined {
  const number = worksOf(index).find(workOfRecord(csl));
  return number === undefined ? undefined : index.block(number);
}

/** Returns another entry of the file that is the same work, the first of several; undefined where there is none. */
export function findTwin(index: BibIndex, entry: BibBlock): BibBlock | undefined {
  const number = worksOf(index).find(workOfEntry(index, entry), (other) => other !== entry.number);
  return number === undefined ? undefined : index.block(number);
}

/** Returns the numbers of the entries whose work the file has in an entry before, each with that entry's number. */
export function findRepeated(index: BibIndex): ReadonlyMap<number, number> {
  return worksOf(index).repeated();
}
