/**
 * Tables that outsiders cannot rule out, as differences from the true one. A move changes some cells so that every total
 * stays the sum of its parts: move m changes `moveCell[i]` by `moveChange[i]` for i from `moveStart[m]` to
 * `moveStart[m + 1]`. Proof p makes the moves `proofMove[i]` `proofTimes[i]` times, i from `proofStart[p]` to
 * `proofStart[p + 1]`, and shows how much lower or higher the cell `proofOf[p]` could be. Cells are positions in `ids`.
 */
export type Proofs = Readonly<{
  moveStart: Int32Array;
  moveCell: Int32Array;
  moveChange: Int32Array;
  proofOf: Int32Array;
  proofStart: Int32Array;
  proofMove: Int32Array;
  proofTimes: Int32Array;
}>;
