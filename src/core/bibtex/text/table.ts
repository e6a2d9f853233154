/** A table of numbers that grows by rows. */
export class Table {
  #cells: Int32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#cells = new Int32Array(Math.max(capacity, 64));
  }

  /** Count of numbers so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds a row of four numbers. */
  push(first: number, second: number, third: number, fourth: number): void {
    const at = this.#length;
    if (at + 4 > this.#cells.length) this.#grow();
    const cells = this.#cells;
    cells[at] = first;
    cells[at + 1] = second;
    cells[at + 2] = third;
    cells[at + 3] = fourth;
    this.#length = at + 4;
  }

  /** Returns the numbers in an array of exactly their count. */
  toArray(): Int32Array {
    return this.#cells.slice(0, this.#length);
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
