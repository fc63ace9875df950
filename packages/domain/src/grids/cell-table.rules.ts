/**
 * Counts by whole-number keys, in twenty bytes a key: millions of cells of a table without an object for each.
 * Open addressing over typed arrays; slots are numbered in the order in which keys first come.
 */
export type CellTable = Readonly<{
  /** Adds one to the key's count, and gives its slot. `line` is kept where the key is new. */
  add: (key: number, line: number) => number;
  /** The slot of a key, or -1. */
  find: (key: number) => number;
  size: () => number;
  key: (slot: number) => number;
  line: (slot: number) => number;
  count: (slot: number) => number;
}>;

/** Makes a table for keys from 0 to 2^53 - 1. */
export function cellTable(): CellTable {
  let capacity = 1024;
  let places = new Int32Array(capacity * 2).fill(-1);
  let keys = new Float64Array(capacity);
  let lines = new Int32Array(capacity);
  let counts = new Float64Array(capacity);
  let size = 0;

  const placeOf = (key: number): number => {
    const mask = places.length - 1;
    let place = scattered(key) & mask;
    for (let slot = places[place]!; slot >= 0 && keys[slot] !== key; slot = places[place]!) place = (place + 1) & mask;
    return place;
  };
  const grow = (): void => {
    capacity *= 2;
    keys = wider(keys, new Float64Array(capacity));
    lines = wider(lines, new Int32Array(capacity));
    counts = wider(counts, new Float64Array(capacity));
    places = new Int32Array(capacity * 2).fill(-1);
    for (let slot = 0; slot < size; slot++) places[placeOf(keys[slot]!)] = slot;
  };
  const add = (key: number, line: number): number => {
    const there = places[placeOf(key)]!;
    if (there >= 0) {
      counts[there]!++;
      return there;
    }
    if (size === capacity) grow();
    const slot = size++;
    places[placeOf(key)] = slot;
    keys[slot] = key;
    lines[slot] = line;
    counts[slot] = 1;
    return slot;
  };
  return {
    add,
    find: (key) => places[placeOf(key)]!,
    size: () => size,
    key: (slot) => keys[slot]!,
    line: (slot) => lines[slot]!,
    count: (slot) => counts[slot]!,
  };
}

function wider<T extends Float64Array | Int32Array>(narrow: T, wide: T): T {
  wide.set(narrow as never);
  return wide;
}

/** Both halves of the key, mixed so that keys in a row do not crowd together (the finalizer of MurmurHash3). */
function scattered(key: number): number {
  const high = Math.floor(key / 0x1_0000_0000);
  let bits = (key ^ Math.imul(high, 0x9e37_79b1)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
