import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bases, flat, summed, tiers } from "../../test/random-tables.ts";
import {
  attack,
  type CountRule,
  crossCellId,
  isUndefined,
  type Protection,
  type Publication,
  type PublicRecord,
  type PublishedCells,
  type PublishedFigure,
  protect,
  publicRecord,
  type Table,
  unprovedCells,
} from "../index.ts";
import { exactSolutions } from "./exact-solutions.ts";
import { components, linearProblem } from "./linear-bounds.ts";
import { narrowIntervals } from "./narrow-intervals.ts";
import { outsidersView } from "./outsiders-view.ts";
import { rowsOfCells } from "./rows-of-cells.ts";

const rule: CountRule = { largestWithheld: 10 };

function kept(answer: ReturnType<typeof protect>): Protection {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

/** Deaths by area in three tiers and by age: 2 regions, 4 areas, 3 ages. */
const base = {
  subject: "deaths",
  dimensions: [tiers("area", 2, 4), flat("age", 3), flat("sex", 2)],
  leaves: [3, 40, 25, 31, 60, 22, 17, 80, 90, 41, 33, 28, 55, 61, 14, 23, 70, 36, 44, 52, 29, 15, 66, 38],
};
const small = crossCellId("deaths", { area: "a0", age: "age0", sex: "sex0" });
const tables: Table[] = [summed(base, ["area", "age", "sex"])];
const protection = kept(protect(tables, [], rule));
const record: PublicRecord = publicRecord(tables, [], protection);
const guarded = new Set([small]);

/** The release with something more published beside it. */
const beside = (cells: PublishedCells["cells"], figures: readonly PublishedFigure[] = []): Publication => ({
  tables: [...record.published.tables, { cells, relations: [], figures }],
});
const truth = (codes: Readonly<Record<string, string>>) => {
  const id = crossCellId("deaths", codes);
  return { id, count: protection.counts[protection.ids.indexOf(id)]! };
};
const withheldIds = protection.ids.filter((_, cell) => protection.withheld[cell] === 1);

describe("a leak that is planted beside a sound release is found", () => {
  test("without one, nothing is", () => {
    const report = attack(record.published, [], { rule, guarded });
    expect(report).toMatchObject({ recovered: [], tooTight: [], isPossible: true, isSolvedExactly: true });
    expect([...report.cells].sort()).toEqual([...withheldIds].sort());
  });

  test("a margin or cell that another table shows", () => {
    const others = withheldIds.filter((id) => id !== small);
    const shown = others.map((id) => ({ id, count: protection.counts[protection.ids.indexOf(id)]! }));
    const report = attack(beside(shown), [], { rule, guarded });
    expect(report.recovered).toEqual([small]);
    expect(report.lower[0]).toBe(3);
  });

  test("last year's release, which withheld other cells of the same table", () => {
    const last = {
      tables: [
        {
          cells: withheldIds.filter((id) => id !== small).map((id) => ({ id, count: truthOf(id) })),
          relations: [],
          figures: [],
        },
      ],
    };
    expect(attack(record.published, [last], { rule, guarded }).tooTight).toEqual([small]);
    expect(attack(last, [record.published], { rule, guarded }).tooTight).toEqual([small]);
  });

  test("last year's total of two years, beside this year's of one and the year between", () => {
    const relations = [{ total: "2022-2023 area", parts: ["2022 area", "2023 area"] }];
    const cells = [
      { id: "2022-2023 area", count: 16 },
      { id: "2022 area" },
      { id: "2023 area", published: false as const },
    ];
    const report = attack(
      { tables: [{ cells: [{ id: "2022 area", count: 12 }], relations: [], figures: [] }] },
      [{ tables: [{ cells, relations, figures: [] }] }],
      { rule },
    );
    expect(report.recovered).toEqual(["2023 area"]);
  });

  test("a rate with a denominator that everybody knows", () => {
    const rate = (decimals: number, personYears: number): PublishedFigure => ({
      kind: "linear",
      id: "rate",
      decimals,
      terms: [{ cell: small, weight: 100_000 / personYears }],
      value: Math.round(((3 * 100_000) / personYears) * 10 ** decimals) / 10 ** decimals,
    });
    const found = attack(beside([], [rate(1, 8_000)]), [], { rule, guarded });
    expect(found.tooTight).toEqual([small]);
    // It was one corner of a cube: with it all the others fall.
    expect([...found.recovered].sort()).toEqual([...withheldIds].sort());
    // Per 100,000 of nine million, without decimals: 3 deaths and 4 are both a rate of 0.
    expect(attack(beside([], [rate(0, 9_000_000)]), [], { rule, guarded }).recovered).toEqual([]);
  });

  test("a percentage of a total that is shown", () => {
    const of = truth({ area: "a0", age: "age0" });
    const figure: PublishedFigure = {
      kind: "ratio",
      id: "share",
      decimals: 1,
      numerator: small,
      denominator: of.id,
      per: 100,
      value: Math.round(3000 / of.count) / 10,
    };
    const found = attack(beside([{ id: of.id, count: of.count }], [figure]), [], { rule, guarded });
    expect(found.tooTight).toEqual([small]);
    expect(found.recovered).toContain(small);
  });

  test("the reasons, where two small counts share a small remainder", () => {
    const cells = [{ id: "all", count: 50 }, { id: "a" }, { id: "b" }, { id: "c", count: 30 }];
    const table = { cells, relations: [{ total: "all", parts: ["a", "b", "c"] }], figures: [] };
    expect(attack({ tables: [table] }, [], { rule }).recovered).toEqual([]);
    expect(attack({ tables: [table], small: new Set(["a", "b"]) }, [], { rule }).recovered).toEqual(["a", "b"]);
  });
});

const truthOf = (id: string): number => protection.counts[protection.ids.indexOf(id)]!;

describe("what is proved of a protection", () => {
  const spoiled = (change: (proofs: Protection["proofs"]) => Protection["proofs"]): Protection => ({
    ...protection,
    proofs: change(protection.proofs),
  });

  test("all of it, where nothing was tampered with", () => {
    expect(unprovedCells(protection, record, rule)).toEqual([]);
  });

  test("nothing of a cell whose proofs are taken away, made too often, or moved elsewhere", () => {
    const none = new Int32Array();
    const ways = [
      spoiled((proofs) => ({ ...proofs, proofOf: none, proofStart: Int32Array.of(0) })),
      spoiled((proofs) => ({ ...proofs, proofTimes: proofs.proofTimes.map((times) => 100 * times) })),
      spoiled((proofs) => ({ ...proofs, moveCell: proofs.moveCell.map((_, i) => i) })),
      spoiled((proofs) => ({
        ...proofs,
        moveChange: proofs.moveChange.map((change, i) => (i === 1 ? 2 * change : change)),
      })),
    ];
    for (const way of ways) expect(unprovedCells(way, record, rule)).toEqual([small]);
  });

  test("nothing of a cell whose proofs fall short of the range that the rule guards", () => {
    const often = [...protection.proofs.proofTimes.keys()].filter(
      (i) => Math.abs(protection.proofs.proofTimes[i]!) > 1,
    );
    expect(often.length).toBeGreaterThan(1); // down to 1 from the 3 that there are, and up to 10
    for (const i of often) {
      const short = spoiled((proofs) => ({
        ...proofs,
        proofTimes: proofs.proofTimes.with(i, Math.sign(proofs.proofTimes[i]!)),
      }));
      expect(unprovedCells(short, record, rule)).toEqual([small]);
    }
  });

  test("nothing where a cell that a proof changes is shown after all", () => {
    const other = withheldIds.find((id) => id !== small)!;
    const published = beside([{ id: other, count: truthOf(other) }]);
    expect(unprovedCells(protection, { published, history: [] }, rule)).toEqual([small]);
  });

  test("counts that are not the true ones are a broken proof, and said so", () => {
    const counts = protection.counts.map((count, cell) => (protection.ids[cell] === small ? count + 1 : count));
    expect(() => unprovedCells({ ...protection, counts }, record, rule)).toThrow(/does not hold for the true counts/);
  });
});

describe("what is shown is taken at its word", () => {
  test("a release that contradicts itself is impossible", () => {
    const cells = [{ id: "all", count: 5 }, { id: "a" }, { id: "b", count: 9 }];
    const table = { cells, relations: [{ total: "all", parts: ["a", "b"] }], figures: [] };
    expect(attack({ tables: [table] }, [], { rule }).isPossible).toBe(false);
  });

  test("where zeros are always shown, a withheld count is at least one", () => {
    const cells = [{ id: "all", count: 2 }, { id: "a" }, { id: "b" }];
    const table = { cells, relations: [{ total: "all", parts: ["a", "b"] }], figures: [] };
    expect(attack({ tables: [table] }, [], { rule }).recovered).toEqual([]);
    expect(attack({ tables: [table] }, [], { rule: { ...rule, zeros: "shown" } }).recovered).toEqual(["a", "b"]);
  });

  test("the guarded set decides what is small; a value that is large and hidden is no disclosure of a small one", () => {
    const cells = [{ id: "all", count: 100 }, { id: "a" }, { id: "b", count: 20 }];
    const table = { cells, relations: [{ total: "all", parts: ["a", "b"] }], figures: [] };
    const report = attack({ tables: [table] }, [], { rule });
    expect(report.recovered).toEqual(["a"]);
    expect(report.tooTight).toEqual([]);
    expect(attack({ tables: [table] }, [], { rule, guarded: new Set(["a"]) }).tooTight).toEqual(["a"]);
  });
});

describe("elimination", () => {
  /** Four unseen cells of a square whose margins are shown, and a fifth that a chain of equations gives. */
  const square = (shown: readonly string[]): PublishedCells => ({
    cells: ["a", "b", "c", "d"]
      .map((id, i) => (shown.includes(id) ? { id, count: [12, 7, 30, 21][i]! } : { id }))
      .concat([19, 51, 42, 28].map((count, i) => ({ id: `margin ${i}`, count }))),
    relations: [
      { total: "margin 0", parts: ["a", "b"] },
      { total: "margin 1", parts: ["c", "d"] },
      { total: "margin 2", parts: ["a", "c"] },
      { total: "margin 3", parts: ["b", "d"] },
    ],
    figures: [],
  });
  const solvedIn = (table: PublishedCells) => {
    const view = outsidersView([{ tables: [table] }], rule);
    const { solved } = exactSolutions(view);
    return Object.fromEntries([...solved].map(([cell, value]) => [view.ids[cell], value]));
  };

  test("finds nothing in a square of unseen cells, and all of it once one is seen", () => {
    expect(solvedIn(square([]))).toEqual({});
    expect(solvedIn(square(["d"]))).toEqual({ a: 12, b: 7, c: 30 });
  });

  test("finds what no row alone tells: the sum of two rows less a column", () => {
    const cells = ["a", "b", "c", "d"].map((id) => ({ id }));
    const counts = { ab: 30, cd: 24, abc: 41 };
    const table: PublishedCells = {
      cells: [...cells, ...Object.entries(counts).map(([id, count]) => ({ id, count }))],
      relations: [
        { total: "ab", parts: ["a", "b"] },
        { total: "cd", parts: ["c", "d"] },
        { total: "abc", parts: ["a", "b", "c"] },
      ],
      figures: [],
    };
    expect(solvedIn(table)).toEqual({ c: 11, d: 13 });
    expect(attack({ tables: [table] }, [], { rule }).recovered).toEqual(["c", "d"]);
  });

  test("and what is solved narrows its neighbours", () => {
    const unseen = ["x", "y", "z", "w", "t"].map((id) => ({ id }));
    const counts = { xy: 12, yz: 5, xz: 11 }; // x = 9, y = 3 and z = 2, though row by row x could be 10
    const table: PublishedCells = {
      cells: [...unseen, ...Object.entries(counts).map(([id, count]) => ({ id, count }))],
      relations: [
        { total: "xy", parts: ["x", "y"] },
        { total: "yz", parts: ["y", "z"] },
        { total: "xz", parts: ["x", "z"] },
        { total: "t", parts: ["x", "w"] },
      ],
      figures: [],
    };
    // t is x and w together and is not small: if x were 10, w could be 1.
    const { recovered, tooTight } = attack({ tables: [table], small: new Set(["x", "y", "z", "w"]) }, [], { rule });
    expect([...recovered].sort()).toEqual(["x", "y", "z"]);
    expect(tooTight).toContain("w");
  });

  test("says when it is given up", () => {
    const view = outsidersView([{ tables: [square([])] }], rule);
    expect(exactSolutions(view, 1)).toEqual({ solved: new Map(), isComplete: false });
  });

  test("agrees with the definition: a cell is solved when no difference of two solutions changes it", () => {
    fc.assert(
      fc.property(bases, fc.array(fc.boolean(), { minLength: 400, maxLength: 400 }), (random, coins) => {
        const table = summed(random, ["area", "age", "cause"]);
        const all = shownInFull(table);
        const counts = all.counts.map((count, at) => (coins[at % coins.length] ? -1 : count));
        const view = outsidersView([{ tables: [{ ...all, counts }] }], rule);
        const { solved } = exactSolutions(view);
        const free = changedByNullSpace(view);
        view.ids.forEach((_, cell) => {
          if (free[cell]! < 0) return;
          expect(solved.has(cell)).toBe(free[cell] === 0);
        });
        for (const [cell, value] of solved) expect(value).toBe(all.counts[all.names.get(view.ids[cell]!)!]);
      }),
      { numRuns: 40 },
    );
  });

  test("sums that overlap in any way are solved as dense elimination solves them", () => {
    const names = Array.from({ length: 18 }, (_, i) => `c${i}`);
    const parts = fc.subarray(names, { minLength: 2, maxLength: 9 });
    const counts = fc.array(fc.nat(30), { minLength: names.length, maxLength: names.length });
    fc.assert(
      fc.property(fc.array(parts, { minLength: 12, maxLength: 20 }), counts, (sums, truths) => {
        const count = (of: readonly string[]) => of.reduce((sum, name) => sum + truths[names.indexOf(name)]!, 0);
        const relations = sums.map((of, i) => ({ total: `t${i}`, parts: of }));
        const totals = relations.map(({ total, parts: of }) => ({ id: total, count: count(of) }));
        const cells = [...names.map((id) => ({ id })), ...totals];
        const view = outsidersView([{ tables: [{ cells, relations, figures: [] }] }], rule);
        const { solved } = exactSolutions(view);
        const free = changedByNullSpace(view);
        view.ids.forEach((id, cell) => {
          expect(solved.get(cell)).toBe(free[cell] === 0 ? count([id]) : undefined);
        });
      }),
      { numRuns: 60 },
    );
  });
});

/** A cross table as published in full, with the place of each of its cells. */
function shownInFull({ subject, dimensions, counts }: ReturnType<typeof summed>) {
  const whole = kept(protect([{ subject, dimensions, counts }], [], { largestWithheld: 1 }));
  const names = new Map(whole.ids.map((id, at) => [id, at]));
  const published = { subject, dimensions, counts: Int32Array.from(counts), renamed: new Map<number, string>() };
  return { ...published, figures: [], names };
}

/** By dense elimination in doubles: 1 where a null vector changes the cell, 0 where none does, −1 where it is in no row. */
function changedByNullSpace(view: ReturnType<typeof outsidersView>): Float64Array {
  const columns = view.ids.length;
  const rows = Array.from({ length: view.rowStart.length - 1 }, (_, row) => {
    const line = new Float64Array(columns);
    for (let i = view.rowStart[row]!; i < view.rowStart[row + 1]!; i++) line[view.rowCell[i]!] = view.rowWeight[i]!;
    return line;
  });
  const inRow = new Float64Array(columns).fill(-1);
  for (const line of rows)
    line.forEach((weight, cell) => {
      if (weight !== 0) inRow[cell] = 0;
    });
  const pivotColumns: number[] = [];
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column++) {
    let best = rank;
    for (let r = rank; r < rows.length; r++) if (Math.abs(rows[r]![column]!) > Math.abs(rows[best]![column]!)) best = r;
    if (Math.abs(rows[best]![column]!) < 1e-9) continue;
    [rows[rank], rows[best]] = [rows[best]!, rows[rank]!];
    const pivot = rows[rank]!.map((weight) => weight / rows[rank]![column]!);
    rows[rank] = pivot;
    rows.forEach((line, r) => {
      const factor = line[column]!;
      if (r !== rank && factor !== 0) rows[r] = line.map((weight, c) => weight - factor * pivot[c]!);
    });
    pivotColumns.push(column);
    rank++;
  }
  return inRow.map((state, cell) => {
    if (state < 0) return -1;
    const at = pivotColumns.indexOf(cell);
    return at < 0 || rows[at]!.some((weight, c) => c !== cell && Math.abs(weight) > 1e-9) ? 1 : 0;
  });
}

describe("intervals and components", () => {
  const smallParts = () => {
    const cells = [{ id: "all" }, { id: "a" }, { id: "b" }];
    const table = { cells, relations: [{ total: "all", parts: ["a", "b"] }], figures: [] };
    const one = outsidersView([{ tables: [table], small: new Set(["a", "b"]) }], rule);
    expect(narrowIntervals(one, rowsOfCells(one))).toBe(true);
    return one.ids.map((id, cell) => [id, one.lower[cell], one.upper[cell]]);
  };

  test("a total that is not small is bounded by its small parts, and bounds them", () => {
    expect(smallParts()).toEqual([
      ["all", 11, 20],
      ["a", 1, 10],
      ["b", 1, 10],
    ]);
  });

  test("a part without a bound is at least what is left of a total that is known to be large", () => {
    const cells = [{ id: "all" }, { id: "a" }, { id: "b" }, { id: "c", count: 30 }, { id: "d" }];
    const relations = [
      { total: "all", parts: ["a", "b"] },
      { total: "all", parts: ["c", "d"] },
    ];
    const one = outsidersView([{ tables: [{ cells, relations, figures: [] }], small: new Set(["b"]) }], rule);
    expect(narrowIntervals(one, rowsOfCells(one))).toBe(true);
    const range = (id: string) => [one.lower[one.ids.indexOf(id)], one.upper[one.ids.indexOf(id)]];
    expect(range("all")).toEqual([41, Infinity]); // 30 and, as it is not small, 11 or more
    expect(range("a")).toEqual([31, Infinity]); // less 10 at the most
  });

  test("where zeros are withheld too, a small cell may be none", () => {
    const one = outsidersView(
      [{ tables: [{ cells: [{ id: "a" }], relations: [], figures: [] }], small: new Set(["a"]) }],
      { ...rule, zeros: "withheld" },
    );
    expect([one.lower[0], one.upper[0]]).toEqual([0, 10]);
  });

  const view = () =>
    outsidersView(
      [
        {
          tables: [
            {
              cells: [
                { id: "all", count: 7 },
                { id: "a" },
                { id: "b" },
                { id: "far", count: 3 },
                { id: "x" },
                { id: "y" },
              ],
              relations: [
                { total: "all", parts: ["a", "b"] },
                { total: "far", parts: ["x", "y"] },
              ],
              figures: [],
            },
          ],
        },
      ],
      rule,
    );

  test("cells that have nothing to do with each other are apart", () => {
    const one = view();
    expect(components(one).map(({ cells }) => cells.map((cell) => one.ids[cell]))).toEqual([
      ["a", "b"],
      ["x", "y"],
    ]);
    const problem = linearProblem(one, components(one)[1]!);
    expect([...problem.rowColumn, ...problem.rowWeight, ...problem.rowLower, ...problem.rowUpper]).toEqual([
      0, 1, 1, 1, 3, 3,
    ]);
  });

  test("a part is no larger than its total", () => {
    const one = view();
    expect(narrowIntervals(one, rowsOfCells(one))).toBe(true);
    expect([...one.lower, ...one.upper]).toEqual([0, 0, 0, 0, 7, 7, 3, 3]);
  });

  test("what a solver finds narrows the interval to whole numbers, and only for the guarded", () => {
    const asked: number[][] = [];
    const report = attack({ tables: [squareOfFour] }, [], {
      rule,
      guarded: new Set(["b", "c"]),
      linearBounds: (_, columns) => {
        asked.push([...columns]);
        return columns.map(() => ({ lower: 2.0001, upper: 4.9999 }));
      },
    });
    expect(asked).toEqual([[1, 2]]);
    expect(report.probed).toBe(2);
    expect(report.unprobed).toBe(0);
    expect([...report.lower]).toEqual([0, 3, 3, 0]);
    expect(report.tooTight).toEqual(["b", "c"]);
  });

  test("a limit on probes spreads them, and what is too large for the solver is counted as not probed", () => {
    let asked = 0;
    const linearBounds = (_: unknown, columns: readonly number[]) => {
      asked += columns.length;
      return columns.map(() => ({ lower: 0, upper: 99 }));
    };
    const half = attack({ tables: [squareOfFour] }, [], { rule, linearBounds, mostProbes: 2 });
    expect([half.probed, half.unprobed, asked]).toEqual([2, 2, 2]);
    const none = attack({ tables: [squareOfFour] }, [], { rule, linearBounds, mostColumns: 3 });
    expect([none.probed, none.unprobed]).toEqual([0, 4]);
  });

  test("takes the whole numbers within the bounds that are found", () => {
    const linearBounds = (_: unknown, columns: readonly number[]) => columns.map(() => ({ lower: 3.2, upper: 5.9 }));
    const { lower, upper, tooTight } = attack({ tables: [squareOfFour] }, [], { rule, linearBounds });
    expect([[...lower], [...upper]]).toEqual([
      [4, 4, 4, 4],
      [5, 5, 5, 5],
    ]);
    expect([...tooTight].sort()).toEqual(["a", "b", "c", "d"]);
  });
});

const squareOfFour: PublishedCells = {
  cells: [
    ...["a", "b", "c", "d"].map((id) => ({ id })),
    { id: "r", count: 40 },
    { id: "s", count: 40 },
    { id: "t", count: 40 },
  ],
  relations: [
    { total: "r", parts: ["a", "b"] },
    { total: "s", parts: ["c", "d"] },
    { total: "t", parts: ["a", "c"] },
  ],
  figures: [],
};

test("attack shares no code with protect: of its folder it imports types alone", () => {
  const folder = new URL(".", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const imports = sources.flatMap((name) =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter((line) => /from "\.\.\//.test(line)),
  );
  expect(imports.length).toBeGreaterThan(3);
  expect(imports.filter((line) => !line.startsWith("import type "))).toEqual([]);
});
