import type { PublishedCells } from "@evenspan/stats";
import { describe, expect, test } from "vitest";
import { attackRecord } from "./attack-record.ts";

const nothing: PublishedCells = { cells: [], relations: [], figures: [] };
const rule = { largestWithheld: 10 };

/** A table of cells, those without a number being kept, and one sum: the first is what the others add to. */
function sum(counts: Readonly<Record<string, number | null>>): PublishedCells {
  const cells = Object.entries(counts).map(([id, count]) => (count === null ? { id } : { id, count }));
  const [total, ...parts] = Object.keys(counts);
  return { cells, relations: [{ total: total!, parts }], figures: [] };
}

const joined = (...tables: readonly PublishedCells[]): PublishedCells => ({
  cells: tables.flatMap(({ cells }) => cells),
  relations: tables.flatMap(({ relations }) => relations),
  figures: tables.flatMap(({ figures }) => figures),
});

const attacked = (today: PublishedCells, before: PublishedCells, guarded: readonly string[], limits = {}) =>
  attackRecord({ today, before }, { rule, guarded: new Set(guarded), ...limits });

const untried = { linearBounds: 0, elimination: 0, contradicting: 0 };

test("each system is attacked by itself, and one without a guarded cell not at all", async () => {
  const today = joined(sum({ all: 30, a: null, b: 20 }), sum({ one: 40, c: null, d: null }), sum({ two: 9, e: null }));
  const found = await attacked(today, nothing, ["a", "c", "d"]);
  expect(found).toMatchObject({ systems: 2, cells: 3, untried });
  expect(Object.fromEntries(found.known)).toEqual({
    ...{ a: { lower: 10, upper: 10 }, c: { lower: 0, upper: 40 }, d: { lower: 0, upper: 40 } },
  });
});

test("a guarded cell that stands in no sum is known to be there, and no more", async () => {
  const found = await attacked({ ...nothing, cells: [{ id: "a" }] }, nothing, ["a"]);
  expect(found).toMatchObject({ systems: 0, cells: 0, untried });
  expect(found.known.get("a")).toEqual({ lower: 0, upper: Infinity });
});

test("two tables that each tell nothing tell a cell together: today's and the one of a year ago", async () => {
  const today = sum({ all: 35, a: null, b: null, c: 20 });
  const before = sum({ few: 12, b: null });
  expect((await attacked(today, nothing, ["a"])).known.get("a")).toEqual({ lower: 0, upper: 15 });
  expect((await attacked(today, before, ["a"])).known.get("a")).toEqual({ lower: 3, upper: 3 });
});

test("bounds that no sum alone gives come of linear programming", async () => {
  // By hand: b = c = 13 − a, and b + c = 26 − 2a is 20 at the most, so that a is 3 at the least.
  const today = joined(
    ...[
      sum({ ab: 13, a: null, b: null }),
      sum({ ac: 13, a: null, c: null }),
      sum({ bc: 20, b: null, c: null, d: null }),
    ],
  );
  const [exact, without] = [
    await attacked(today, nothing, ["a"]),
    await attacked(today, nothing, ["a"], { mostColumns: 3 }),
  ];
  expect(exact.known.get("a")!.lower).toBe(3);
  expect(without.known.get("a")!.lower).toBeLessThan(3);
  expect([exact.untried.linearBounds, without.untried.linearBounds]).toEqual([0, 1]);
});

describe("what could not be tried is counted", () => {
  test("where the solver was asked often enough", async () => {
    const today = joined(sum({ all: 30, a: null, b: null }), sum({ one: 40, c: null, d: null }));
    const found = await attacked(today, nothing, ["a", "b", "c", "d"], { mostProbes: 2 });
    expect(found.untried).toEqual({ ...untried, linearBounds: 2 });
    expect(found.known.size).toBe(4);
  });

  test("where tables of today contradict each other: nothing follows from them", async () => {
    const today = joined(sum({ all: 30, a: null, b: null }), sum({ half: 40, a: null, b: null }));
    const found = await attacked(today, nothing, ["a", "b"]);
    expect(found.untried).toEqual({ ...untried, contradicting: 2 });
    expect(found.known.size).toBe(0);
  });

  test("where only the solver sees that they do", async () => {
    // Row by row each cell may be 0 to 4 or 5, but the rows add to 10 and the columns to 11.
    const rows = [sum({ ab: 5, a: null, b: null }), sum({ cd: 5, c: null, d: null })];
    const today = joined(...rows, sum({ ac: 4, a: null, c: null }), sum({ bd: 7, b: null, d: null }));
    expect((await attacked(today, nothing, ["d"])).untried.contradicting).toBe(1);
  });

  test("where what was told before contradicts today's, which is then attacked alone", async () => {
    const today = sum({ all: 30, a: null, b: null });
    const found = await attacked(today, sum({ few: 50, a: null, b: null }), ["a", "b"]);
    expect(found.untried).toEqual(untried);
    expect([...found.apart]).toEqual(["a", "b"]);
    expect(found.known.get("a")).toEqual({ lower: 0, upper: 30 });
  });
});
