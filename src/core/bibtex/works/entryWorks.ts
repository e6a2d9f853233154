/** The works of a .bib text's entries, which follow its edits by reading again only the entries that are touched. */
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { KnownWorks } from './knownWorks.ts';
import type { Known } from './knownWorks.ts';
import type { Unchanged } from '../text/perIndex.ts';
import { parentKeysOf } from '../text/readField.ts';
import type { Work } from './work.ts';
import { workOfEntry } from './workOfEntry.ts';

/** A block of the text. */
interface Place {
  number: number;
  readonly isMacro: boolean;
  /** Lower case. */
  readonly key: string;
  /** What the block says; undefined where it is nothing that can be cited. */
  readonly work: Work | undefined;
  known?: Known<Place>;
}

export class EntryWorks {
  readonly #works = new KnownWorks<Place>((one, other) => one.number < other.number);
  /** Keys that entries inherit from. */
  readonly #parents = new Set<string>();
  #places: Place[];

  constructor(index: BibIndex) {
    this.#places = Array.from(index.blocks(), (block) => this.#read(index, block));
    for (const place of this.#places) this.#add(place);
  }

  /** Returns the number of the first entry of the same work, of those that are wanted; undefined where there is none. */
  find(work: Work, isWanted: (number: number) => boolean = () => true): number | undefined {
    return this.#works.find(work, ({ number }) => isWanted(number))?.number;
  }

  /** Returns the numbers of the entries whose work stands in the text before, each with the number of the first of it. */
  repeated(): ReadonlyMap<number, number> {
    const pairs = this.#places.flatMap(({ number, work }): readonly (readonly [number, number])[] => {
      const first = work && this.find(work, (other) => other < number);
      return first === undefined ? [] : [[number, first]];
    });
    return new Map(pairs);
  }

  /** Becomes the works of `index`; false where that takes reading all of it, for entries depend on what was edited. */
  follow(index: BibIndex, { head, tail }: Unchanged): boolean {
    const oldEnd = this.#places.length - tail;
    const old = this.#places.slice(head, oldEnd);
    const fresh: Place[] = [];
    for (let number = head; number < index.blockCount - tail; number += 1) {
      // A clone holds no part of the text, which the next edit makes another one.
      fresh.push(structuredClone(this.#read(index, index.block(number))));
    }
    if ([...old, ...fresh].some(({ isMacro, key }) => isMacro || this.#parents.has(key))) return false;
    for (const { known } of old) if (known !== undefined) this.#works.remove(known);
    this.#places = [...this.#places.slice(0, head), ...fresh, ...this.#places.slice(oldEnd)];
    for (const [number, place] of this.#places.entries()) place.number = number;
    for (const place of fresh) this.#add(place);
    return true;
  }

  #read(index: BibIndex, block: BibBlock): Place {
    const { number, kind } = block;
    for (const key of parentKeysOf(index, block)) this.#parents.add(key.toLowerCase());
    const work = canBeCited(block) ? workOfEntry(index, block) : undefined;
    return { number, isMacro: kind === 'string', key: block.key.toLowerCase(), work };
  }

  #add(place: Place): void {
    if (place.work !== undefined) place.known = this.#works.add(place.work, place);
  }
}

function canBeCited({ kind, closed, type, key, fault }: BibBlock): boolean {
  return kind === 'entry' && closed && type !== 'xdata' && key !== '' && fault?.code !== 'blankInKey';
}
