/** Finds works again by what they have in common. */
import { isArxivDoi } from './work.ts';
import type { Place, Work } from './work.ts';

/** A work and what stands for it. */
export interface Known<T> {
  readonly work: Work;
  readonly value: T;
}

/** Works with something that stands for each, found by what they are told by. */
export class KnownWorks<T> {
  readonly #known = new Map<string, Known<T>[]>();
  /** Works that nobody has looked for by their titles. */
  readonly #undescribed = new Set<Known<T>>();
  readonly #isBefore: (one: T, other: T) => boolean;

  /** `isBefore` orders what stands for works; without it, the one added first comes first. */
  constructor(isBefore: (one: T, other: T) => boolean = () => false) {
    this.#isBefore = isBefore;
  }

  /** Returns what `remove` takes to forget the work again. */
  add(work: Work, value: T): Known<T> {
    const known = { work, value };
    for (const handle of identifierHandles(work)) this.#keep(handle, known);
    this.#undescribed.add(known);
    return known;
  }

  remove(known: Known<T>): void {
    for (const handle of identifierHandles(known.work)) this.#drop(handle, known);
    if (this.#undescribed.delete(known)) return;
    for (const handle of titleHandles(known.work)) this.#drop(handle, known);
  }

  /** Returns what stands for the same work, the first of several that are wanted; undefined where none is the same. */
  find(work: Work, isWanted: (value: T) => boolean = () => true): T | undefined {
    return this.#findBy(identifierHandles(work), work, isWanted) ?? this.#findByTitle(work, isWanted);
  }

  #findByTitle(work: Work, isWanted: (value: T) => boolean): T | undefined {
    for (const known of this.#undescribed) {
      for (const handle of titleHandles(known.work)) this.#keep(handle, known);
    }
    this.#undescribed.clear();
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
    else
      others.splice(others.findLastIndex(({ value }) => !this.#isBefore(known.value, value)) + 1, 0, known);
  }

  #drop(handle: string, known: Known<T>): void {
    const others = (this.#known.get(handle) ?? []).filter((other) => other !== known);
    if (others.length === 0) this.#known.delete(handle);
    else this.#known.set(handle, others);
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
    const isNamed = one.description.names.some((name) => otherNames.includes(name));
    return !hasOtherDoi && !isPart && isNamed && !areApart(one.description.place, other.description.place);
  }
  // The volumes of a work may share the ISBN of the whole.
  if (handle.startsWith('isbn ') && differ(one.volume, other.volume)) return false;
  // A preprint and what was published of it have one arXiv id and two DOIs.
  return !hasOtherDoi || isArxivDoi(one.doi) || isArxivDoi(other.doi);
}

/** Editorials and columns have one title all year. Early numbers of an article are none of volumes and issues. */
function areApart(one: Place, other: Place): boolean {
  return (
    one.journal !== '' &&
    one.journal === other.journal &&
    differ(one.firstPage, other.firstPage) &&
    (differ(one.volume, other.volume) || differ(one.issue, other.issue))
  );
}

function differ<T extends string | number>(one: T | undefined, other: T | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
