/** Finds works that a .bib file has already. */
import type { CslItem } from '../record/record.ts';
import type { BibBlock, BibIndex } from './bibIndex.ts';
import { perIndex } from './perIndex.ts';
import { isArxivDoi } from './work.ts';
import type { Work } from './work.ts';
import { workOfEntry } from './workOfEntry.ts';
import { workOfRecord } from './workOfRecord.ts';

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

const worksOf = perIndex((index) => {
  const works = new KnownWorks<number>();
  for (const entry of index.entries()) {
    if (canBeCited(entry)) works.add(workOfEntry(index, entry), entry.number);
  }
  return works;
});

function canBeCited({ closed, type, key, fault }: BibBlock): boolean {
  return closed && type !== 'xdata' && key !== '' && fault?.code !== 'blankInKey';
}

interface Known<T> {
  readonly work: Work;
  readonly value: T;
}

/** Works with something that stands for each, found by what they are told by. */
export class KnownWorks<T> {
  readonly #known = new Map<string, Known<T>[]>();
  /** Works that nobody has looked for by their titles. */
  #undescribed: Known<T>[] = [];

  add(work: Work, value: T): void {
    const known = { work, value };
    for (const handle of identifierHandles(work)) this.#keep(handle, known);
    this.#undescribed.push(known);
  }

  /** Returns what stands for the same work, the first added of several that are wanted; undefined where none is the same. */
  find(work: Work, isWanted: (value: T) => boolean = () => true): T | undefined {
    return this.#findBy(identifierHandles(work), work, isWanted) ?? this.#findByTitle(work, isWanted);
  }

  #findByTitle(work: Work, isWanted: (value: T) => boolean): T | undefined {
    for (const known of this.#undescribed) {
      for (const handle of titleHandles(known.work)) this.#keep(handle, known);
    }
    this.#undescribed = [];
    return this.#findBy(titleHandles(work), work, isWanted);
  }

  #findBy(handles: readonly string[], work: Work, isWanted: (value: T) => boolean): T | undefined {
    for (const handle of handles) {
      const others = this.#known.get(handle) ?? [];
      const same = others.find(({ work: other, value }) => isWanted(value) && agree(work, other, handle));
      if (same !== undefined) return same.value;
    }
    return undefined;
  }

  #keep(handle: string, known: Known<T>): void {
    const others = this.#known.get(handle);
    if (others === undefined) this.#known.set(handle, [known]);
    else others.push(known);
  }
}

function identifierHandles({ doi, ids }: Work): readonly string[] {
  return doi === undefined ? ids : [`doi ${doi}`, ...ids];
}

function titleHandles({ description }: Work): readonly string[] {
  return description.titles.map((title) => `title ${title}`);
}

/** Tells whether two works that have a handle in common can be one. */
function agree(one: Work, other: Work, handle: string): boolean {
  if (handle.startsWith('doi ')) return true;
  const hasOtherDoi = differ(one.doi, other.doi);
  if (handle.startsWith('title ')) {
    const isPart = one.extent !== other.extent && one.extent !== 'other' && other.extent !== 'other';
    const otherNames = other.description.names;
    return !hasOtherDoi && !isPart && one.description.names.some((name) => otherNames.includes(name));
  }
  // The volumes of a work may share the ISBN of the whole.
  if (handle.startsWith('isbn ') && differ(one.volume, other.volume)) return false;
  // A preprint and what was published of it have one arXiv id and two DOIs.
  return !hasOtherDoi || isArxivDoi(one.doi) || isArxivDoi(other.doi);
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
