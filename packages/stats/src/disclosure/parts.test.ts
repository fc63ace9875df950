import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bases, flat, summed, tiers } from "../../test/random-tables.ts";
import { isUndefined, primarySuppression, protect, publicRecord } from "../index.ts";
import { MoveSearch } from "./balancing-move.ts";
import { emptyBoard, fixed, open, roomOf, timesWithinRanges, withheld } from "./board.ts";
import { type CellSystem, cellSystem } from "./cell-system.ts";
import { guardedRange, smallestWithheld } from "./count-rule.ts";
import { crossCellIds, eachCrossRelation } from "./cross-table-cells.ts";
import { MoveLibrary } from "./move-library.ts";
import { NumberList } from "./number-list.ts";
import { derivedValue, toldRanges } from "./told-range.ts";

function built(answer: ReturnType<typeof cellSystem>): CellSystem {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

const square = { subject: "s", dimensions: [flat("a", 2), flat("b", 2)], counts: [26, 10, 16, 12, 4, 8, 14, 6, 8] };

describe("the cells of a cross table", () => {
  test("are named by the codes that are not the whole, dimensions in alphabetical order", () => {
    expect(crossCellIds({ subject: "s", dimensions: [flat("b", 1), flat("a", 2)] })).toEqual([
      "s",
      "s|a=a0",
      "s|a=a1",
      "s|b=b0",
      "s|a=a0|b=b0",
      "s|a=a1|b=b0",
    ]);
  });

  test("have a relation for each total along each dimension and in each tier", () => {
    const found: [number, readonly number[]][] = [];
    eachCrossRelation([tiers("area", 1, 2), flat("sex", 1)], (total, parts) => found.push([total, parts]));
    expect(found).toEqual([
      [0, [2]],
      [1, [3]],
      [2, [4, 6]],
      [3, [5, 7]],
      [0, [1]],
      [2, [3]],
      [4, [5]],
      [6, [7]],
    ]);
  });
});

describe("a system of cells", () => {
  test("has each cell and each relation of linked tables once", () => {
    fc.assert(
      fc.property(bases, (base) => {
        const both = [summed(base, ["area", "age"]), summed(base, ["area", "cause"])];
        const system = built(cellSystem(both, []));
        const areas = base.dimensions[0]!.codes.length;
        expect(system.ids).toHaveLength(both[0]!.counts.length + both[1]!.counts.length - areas);
        expect(new Set(system.ids).size).toBe(system.ids.length);
        const { rowStart, rowCell, rowSign } = system.rows;
        const rows = Array.from({ length: system.rows.size }, (_, r) => [
          ...rowCell.subarray(rowStart[r], rowStart[r + 1]),
        ]);
        expect(new Set(rows.map(String)).size).toBe(rows.length);
        rows.forEach((cells, r) => {
          const sum = cells.reduce((total, cell, i) => total + rowSign[rowStart[r]! + i]! * system.counts[cell]!, 0);
          expect(sum).toBe(0);
        });
      }),
      { numRuns: 50 },
    );
  });

  test("keeps two relations of one total that begin alike", () => {
    const cells = Object.entries({ t: 6, a: 1, b: 2, c: 2, d: 3 }).map(([id, count]) => ({ id, count }));
    const relations = [
      ["a", "b", "d"],
      ["a", "c", "d"],
      ["a", "b", "d"],
    ].map((parts) => ({ total: "t", parts }));
    expect(built(cellSystem([{ cells, relations }], [])).rows.size).toBe(2);
  });
});

describe("a move", () => {
  const system = built(cellSystem([square], []));
  const corner = system.indexOf.get("s|a=a0|b=b0")!;

  test("closes the four corners of a square, of which the largest change is its smallest count", () => {
    const board = emptyBoard(system);
    const margins = system.ids.flatMap((id, cell) => (id.split("|").length < 3 ? [cell] : []));
    for (const cell of margins) board.status[cell] = fixed;
    const move = new MoveSearch(board).first({ target: corner, sign: 1, need: 100, reach: "all" }, 1)!;
    expect([...move.cells].sort((a, b) => a - b)).toEqual([4, 5, 7, 8]);
    expect(move.cells.map((cell, i) => [cell, move.changes[i]])).toContainEqual([corner, 1]);
    expect(move.times).toBe(6);
  });

  test("leaves every total the sum of its parts and no cell below what is known, in random tables", () => {
    fc.assert(
      fc.property(
        bases,
        fc.nat(),
        fc.constantFrom("all", "totals"),
        fc.constantFrom(1, -1),
        (base, pick, reach, sign) => {
          const random = built(cellSystem([summed(base, ["area", "age"]), summed(base, ["area", "cause"])], []));
          const board = emptyBoard(random);
          const target = pick % random.ids.length;
          const move = new MoveSearch(board).first({ target, sign, need: 10, reach }, 6);
          if (!move) {
            // Upwards there is always the way to the totals.
            expect(sign === 1 && reach === "totals").toBe(false);
            return;
          }
          const change = new Map(move.cells.map((cell, i) => [cell, move.changes[i]!]));
          expect(change.get(target)).toBe(sign);
          const { size, rowStart, rowCell, rowSign } = random.rows;
          for (let r = 0; r < size; r++) {
            let sum = 0;
            for (let i = rowStart[r]!; i < rowStart[r + 1]!; i++) sum += rowSign[i]! * (change.get(rowCell[i]!) ?? 0);
            expect(sum).toBe(0);
          }
          for (const [cell, amount] of change)
            expect(random.counts[cell]! + move.times * amount).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("goes through withheld cells alone where it is told to", () => {
    const board = emptyBoard(system);
    const search = new MoveSearch(board);
    expect(search.first({ target: corner, sign: 1, need: 1, reach: "withheld" }, 6)).toBeUndefined();
    for (const cell of [4, 5, 7, 8]) board.status[cell] = withheld;
    expect(search.first({ target: corner, sign: 1, need: 1, reach: "withheld" }, 6)?.price).toBe(0);
    expect(board.status[0]).toBe(open);
  });

  test("is kept, found again by any of its cells, made forwards and backwards", () => {
    const board = emptyBoard(system);
    const library = new MoveLibrary(board);
    expect(library.best(4, 1, 3)).toBeUndefined();
    const move = library.add({ cells: [4, 5, 7, 8], changes: [1, -1, -1, 1], times: 6, price: 0 });
    expect(library.best(4, 1, 3)).toEqual({ move, times: 3 });
    expect(library.best(5, 1, 99)).toEqual({ move, times: -4 });
    library.make({ move, times: -4 });
    expect([...board.current]).toEqual([26, 10, 16, 12, 0, 12, 14, 10, 4]);
    expect(library.best(5, 1, 99)).toBeUndefined();
    expect(roomOf(board, 5, -5)).toBe(2);
  });
});

describe("what a rounded figure tells", () => {
  const counts = new Map([
    ["n", 3],
    ["d", 40],
    ["zero", 0],
  ]);
  const names = [...counts.keys()];
  const told = (of: Parameters<typeof toldRanges>[0]) =>
    toldRanges(
      of,
      (id) => (counts.has(id) ? names.indexOf(id) : undefined),
      (at) => counts.get(names[at]!)!,
    );
  const share = { kind: "ratio", id: "share", decimals: 0, numerator: "n", denominator: "d", per: 100 } as const;

  test("half a unit of its last decimal on either side", () => {
    const rate = { kind: "linear", id: "rate", decimals: 1, terms: [{ cell: "n", weight: 1.26 }] } as const;
    expect(derivedValue(rate, (id) => counts.get(id)!)).toBe(3.8);
    expect(told(rate)).toEqual([{ cells: [0], weights: [1.26], lower: 3.75, upper: 3.8499999999999996 }]);
  });

  test("of a ratio, two sides in numerator and denominator", () => {
    expect(told(share)).toEqual([
      { cells: [0, 1], weights: [100, -7.5], lower: 0, upper: Infinity },
      { cells: [0, 1], weights: [100, -8.5], lower: -Infinity, upper: 0 },
    ]);
  });

  test("nothing, where the denominator is none; a refusal, where it names no cell", () => {
    expect(told({ ...share, denominator: "zero" })).toEqual([]);
    expect(told({ ...share, denominator: "nobody" })).toEqual({
      undefined: "missing-value",
      message: "The derived figure share names nobody, which is no cell of its table.",
    });
  });

  test("a change is made only as often as it stays within", () => {
    const cells = [
      { id: "n", count: 3 },
      { id: "d", count: 40 },
    ];
    const history = [
      { name: "past", tables: [{ cells, relations: [], derived: [share] }], withheld: new Set(["n", "d"]) },
    ];
    const board = emptyBoard(built(cellSystem([], history)));
    // 8 is published: 100·n ≤ 8.5·d, so at d = 40 there is room for no fourth, at d = 60 for two more.
    expect(timesWithinRanges(board, [0], [1], 9)).toBe(0);
    board.current[1] = 60;
    expect(timesWithinRanges(board, [0], [1], 9)).toBe(2);
    expect(timesWithinRanges(board, [0, 1], [1, 12], 9)).toBe(9);
    // Along an edge that outsiders know, n and d may rise together as often as one likes.
    [board.current[0], board.current[1]] = [3, 40];
    expect(timesWithinRanges(board, [0, 1], [3, 40], 9)).toBe(9);
  });

  test("of one cell, bounds that hold from the start", () => {
    const cells = [{ id: "n", count: 3 }];
    const minus = { kind: "linear", id: "minus", decimals: 0, terms: [{ cell: "n", weight: -0.3 }] } as const;
    const history = [{ name: "past", tables: [{ cells, relations: [], derived: [minus] }], withheld: new Set(["n"]) }];
    const board = emptyBoard(built(cellSystem([], history)));
    // −0.9 is published as −1: n lies between 0.5/0.3 and 1.5/0.3, and 5 would meet the edge exactly.
    expect([board.lower[0], board.upper[0]]).toEqual([2, 4]);
  });
});

describe("small parts", () => {
  test.each([
    ["codes in a ring", [-1, 2, 1], "do not form a tree"],
    ["a parent that is no code", [-1, 0, 3], "do not form a tree"],
    ["two wholes", [-1, -1, 0], "one code that is the whole; it has 2"],
    ["a parent too few", [-1, 0], "3 codes and 2 parents"],
  ])("a dimension of %s is a mistake", (_, parents, said) => {
    const dimension = { name: "area", codes: ["all", "a", "b"], parents };
    expect(() => cellSystem([{ subject: "s", dimensions: [dimension], counts: [2, 1, 1] }], [])).toThrow(said);
  });

  test("a table that is not published offers nothing, and told nothing when it was not", () => {
    const release = { name: "2023", withheld: new Set<string>() };
    const unpublished = { ...square, published: false } as const;
    const states = (answer: ReturnType<typeof cellSystem>) => [
      new Set(built(answer).offered),
      new Set(built(answer).past),
    ];
    expect(states(cellSystem([square], []))).toEqual([new Set([1]), new Set([0])]);
    expect(states(cellSystem([unpublished], []))).toEqual([new Set([0]), new Set([0])]);
    expect(states(cellSystem([], [{ ...release, tables: [unpublished] }]))).toEqual([new Set([0]), new Set([0])]);
    expect(states(cellSystem([], [{ ...release, tables: [square] }]))[1]).not.toContain(0);
  });

  test("the rule's range has two values at least", () => {
    expect(guardedRange({ largestWithheld: 10 })).toEqual({ lower: 1, upper: 10 });
    expect(guardedRange({ largestWithheld: 1 })).toEqual({ lower: 1, upper: 2 });
    expect(guardedRange({ largestWithheld: 1, zeros: "withheld" })).toEqual({ lower: 0, upper: 1 });
    expect([
      smallestWithheld({ largestWithheld: 3, zeros: "shown" }),
      smallestWithheld({ largestWithheld: 3 }),
    ]).toEqual([1, 1]);
    expect([...primarySuppression([0, 3, 4], { largestWithheld: 3, zeros: "withheld" })]).toEqual([1, 1, 0]);
  });

  test("a list of numbers grows and keeps what it has", () => {
    const list = new NumberList();
    for (let i = 0; i < 5000; i++) list.push(i * i);
    expect(list.size).toBe(5000);
    expect(list.taken()).toEqual(Int32Array.from({ length: 5000 }, (_, i) => i * i));
  });

  test("a record shows a restated cell under its release's name, its figures too", () => {
    const table = (a: number, decimals: number) => ({
      cells: [
        { id: "all", count: a + 40 },
        { id: "a", count: a },
        { id: "b", count: 40 },
      ],
      relations: [{ total: "all", parts: ["a", "b"] }],
      derived: [{ kind: "linear", id: "rate", decimals, terms: [{ cell: "a", weight: 2 }] } as const],
    });
    const history = [{ name: "2023", tables: [table(30, 0)], withheld: new Set<string>() }];
    const today = [table(31, 0)];
    const protection = protect(today, history, { largestWithheld: 10 });
    if (isUndefined(protection)) throw new Error(protection.message);
    expect(publicRecord(today, history, protection).history[0]!.tables).toEqual([
      {
        cells: [
          { id: "all @2023", count: 70 },
          { id: "a @2023", count: 30 },
          { id: "b", count: 40 },
        ],
        relations: [{ total: "all @2023", parts: ["a @2023", "b"] }],
        figures: [{ kind: "linear", id: "rate", decimals: 0, terms: [{ cell: "a @2023", weight: 2 }], value: 60 }],
      },
    ]);
  });

  test("a record of a cross table holds −1 wherever nothing is shown, and no true count behind it", () => {
    const protection = protect([square], [], { largestWithheld: 5 });
    if (isUndefined(protection)) throw new Error(protection.message);
    const [table] = publicRecord([square], [], protection).published.tables;
    if (!table || "cells" in table) throw new Error("A cross table stays one.");
    expect([...table.counts]).toEqual(square.counts.map((count, cell) => (protection.withheld[cell] ? -1 : count)));
    expect(table.counts[4]).toBe(-1);
    const [hidden] = publicRecord([{ ...square, published: false }], [], protection).published.tables;
    expect(hidden).toMatchObject({ published: false, counts: Int32Array.from(square.counts, () => -1) });
  });
});
