/**
 * Why a text is not what its standard says: the line of the file (the first is 1), what stands there and what was
 * expected, both as short phrases for people.
 */
export type Malformed = Readonly<{ malformed: true; line: number; found: string; expected: string }>;

/**
 * Says that a text is malformed.
 *
 * @example
 * malformed(3, "a list", "an object") // => { malformed: true, line: 3, found: "a list", expected: "an object" }
 */
export const malformed = (line: number, found: string, expected: string): Malformed => ({
  malformed: true,
  line,
  found,
  expected,
});

/**
 * Whether a reading failed.
 *
 * @example
 * isMalformed(malformed(1, "nothing", "a table")) // => true
 * @example
 * isMalformed({ headings: [], rows: [] }) // => false
 */
export const isMalformed = (reading: object): reading is Malformed => "malformed" in reading;
