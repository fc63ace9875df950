import { expect, test } from "vitest";
import { guarded } from "./double-counting.rules.ts";
import { cell, decided, program, year } from "./testing.ts";

const partOne = decided(program("social"));
const partTwo = { ...partOne, outcome: "community-building" as const, category: "F1" as const };

test("what was decided for Part I and for Part II stays in Part I, in whichever order it was decided", () => {
  const cells = [cell({ kind: "cash", amountCents: 9000 }), cell({ kind: "offset", amountCents: 100 })];
  for (const decisions of [
    [partOne, partTwo],
    [partTwo, partOne],
  ]) {
    const { irs } = year({ cells, decisions });
    expect([irs.partOne["7e"].expense, irs.partTwo["II-1"].expense]).toEqual([9000, null]);
    expect(irs.doubleCounts).toMatchObject([
      { kind: "part-one-and-two", about: "activity", leftOutOf: "part-two", amountCents: 9000 },
    ]);
    expect(irs.doubleCounts[0]!.words.en).toBe(
      "activity was decided for Part I and for Part II. Its cost stays in Part I.",
    );
  }
});

test("of two decisions within one part the later stands, and nothing is found", () => {
  const later = { ...partOne, shareBasisPoints: 5000 };
  const { decisions, findings } = guarded({ cells: [], decisions: [partOne, later], jointVentures: [] });
  expect([decisions, findings]).toEqual([[later], []]);
});

test("a decision that something does not count after all takes it out of both parts", () => {
  const not = { ...partOne, outcome: "does-not-count" as const, shareBasisPoints: 0, category: null };
  expect(guarded({ cells: [], decisions: [partOne, not], jointVentures: [] }).decisions).toEqual([not]);
});

test("loans, purchases and hires of an activity that does not count are not found twice", () => {
  const cells = [cell({ kind: "purchase", amountCents: 100 })];
  const not = { ...partOne, shareBasisPoints: 0, category: null };
  expect(guarded({ cells, decisions: [not], jointVentures: [] }).findings).toEqual([]);
  expect(guarded({ cells, decisions: [partOne], jointVentures: [] }).findings).toMatchObject([
    { kind: "anchor", amountCents: 100 },
  ]);
});
