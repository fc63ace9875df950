/** A list of whole numbers that grows without an object for each. */
export class NumberList {
  #entries = new Int32Array(1 << 10);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The memory behind the list, for reading in loops; it changes when the list grows. */
  get entries(): Int32Array {
    return this.#entries;
  }

  push(entry: number): void {
    if (this.#size === this.#entries.length) {
      const larger = new Int32Array(2 * this.#size);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries[this.#size++] = entry;
  }

  /** The list as it is now, in memory of its own size. */
  taken(): Int32Array {
    return this.#entries.slice(0, this.#size);
  }
}
