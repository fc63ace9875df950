import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  attack,
  isUndefined,
  type Publication,
  type PublishedCells,
  protect,
  publicRecord,
  type Table,
  unprovedCells,
} from "@evenspan/stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bases, summed } from "../../stats/test/random-tables.ts";
import { highsLinearBounds } from "./highs-linear-bounds.ts";

const rule = { largestWithheld: 10 };

/** Protects tables and attacks what is then published; cells that are kept shown protect nobody. */
async function attackedAfterProtection(tables: readonly Table[], keep: readonly string[] = []) {
  const protection = protect(tables, [], rule, { keep: new Set(keep) });
  if (isUndefined(protection)) throw new Error(protection.message);
  const { published } = publicRecord(tables, [], protection);
  const guarded = new Set(protection.ids.filter((_, cell) => protection.primary[cell] === 1));
  const report = attack(published, [], { rule, guarded, linearBounds: await highsLinearBounds() });
  return { report, unproved: unprovedCells(protection, { published, history: [] }, rule) };
}

const published = (cells: PublishedCells["cells"], relations: PublishedCells["relations"]): Publication => ({
  tables: [{ cells, relations, figures: [] }],
});

describe("HiGHS finds what no row alone tells", () => {
  // a + b = 12, b + c = 9, a + c = 11: a = 7, and with d beside them a is only known to lie between.
  const cells = [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }];
  const margins = [
    { id: "ab", count: 12 },
    { id: "bc", count: 9 },
    { id: "acd", count: 11 },
  ];
  const relations = [
    { total: "ab", parts: ["a", "b"] },
    { total: "bc", parts: ["b", "c"] },
    { total: "acd", parts: ["a", "c", "d"] },
  ];

  test("least and greatest values, to the ends", async () => {
    const linearBounds = await highsLinearBounds();
    const without = attack(published([...cells, ...margins], relations), [], { rule: { largestWithheld: 10 } });
    const report = attack(published([...cells, ...margins], relations), [], {
      rule: { largestWithheld: 10 },
      linearBounds,
      isExact: true,
    });
    expect([...without.lower, ...without.upper]).toEqual([3, 1, 0, 0, 11, 9, 8, 8]);
    // By hand: a = 12 − b, c = 9 − b, so d = 11 − 21 + 2b ≥ 0 asks for b ≥ 5, and b ≤ 9.
    expect([...report.lower, ...report.upper]).toEqual([3, 5, 0, 0, 7, 9, 4, 8]);
    expect(report.probed).toBe(4);
  });

  test("no end where there is none", async () => {
    const linearBounds = await highsLinearBounds();
    const open = published([{ id: "all" }, { id: "a" }, { id: "b", count: 4 }], [{ total: "all", parts: ["a", "b"] }]);
    const report = attack(open, [], { rule: { largestWithheld: 10 }, linearBounds, isExact: true });
    expect([...report.lower, ...report.upper]).toEqual([4, 0, Infinity, Infinity]);
  });

  test("a problem without a solution is a broken record, and HiGHS says so", async () => {
    const linearBounds = await highsLinearBounds();
    const problem = {
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(1, 1),
      rowStart: Int32Array.of(0, 2),
      rowColumn: Int32Array.of(0, 1),
      rowWeight: Float64Array.of(1, 1),
      rowLower: Float64Array.of(5),
      rowUpper: Float64Array.of(5),
    };
    expect(() => linearBounds(problem, [0])).toThrow(/HiGHS ends with status/);
  });
});

test("what protect lets out, linear programming cannot narrow either: random linked tables, every guarded cell", async () => {
  await fc.assert(
    fc.asyncProperty(bases, async (base) => {
      for (const tables of [
        [summed(base, ["area", "age", "cause"])],
        [summed(base, ["area", "age"]), summed(base, ["area", "cause"]), summed(base, ["age", "cause"])],
      ]) {
        const { report, unproved } = await attackedAfterProtection(tables);
        expect(unproved).toEqual([]);
        expect(report).toMatchObject({ recovered: [], tooTight: [], unprobed: 0, isSolvedExactly: true });
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("what is not protected is found", async () => {
  const table: Table = {
    cells: Object.entries({ all: 23, a: 3, b: 20 }).map(([id, count]) => ({ id, count })),
    relations: [{ total: "all", parts: ["a", "b"] }],
  };
  const { report } = await attackedAfterProtection([table], ["all", "b"]);
  expect(report.tooTight).toEqual(["a"]);
});

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const oracle = path.join(
  process.env.EVENSPAN_SHARED ?? path.join(repository, "..", "shared"),
  "oracles",
  "cell_suppression.json",
);
if (!existsSync(oracle)) console.warn(`The published choice of cells is not compared: there is no ${oracle}.`);

describe.skipIf(!existsSync(oracle))("beside GaussSuppression's choice of cells", () => {
  type Case = Readonly<{
    id: string;
    options: Readonly<{ maxN: number }>;
    expected: Readonly<{
      cells: Readonly<Record<string, readonly (string | number | boolean)[]>>;
      n_suppressed: number;
    }>;
  }>;
  const cases: readonly Case[] = existsSync(oracle) ? JSON.parse(readFileSync(oracle, "utf8")).cases : [];
  const flatCases = cases.filter(({ expected }) => "area" in expected.cells);

  test("of its two-way tables none of 47 small counts is recovered, but 10 are told better than the rule", async () => {
    const linearBounds = await highsLinearBounds();
    let [primary, recovered, narrow] = [0, 0, 0];
    for (const { options, expected } of flatCases) {
      const { area, race, freq, suppressed, primary: isPrimary } = expected.cells;
      const id = (row: number) => `${area![row]} ${race![row]}`;
      const rows = area!.map((_, row) => row);
      const parts = (fixed: typeof area, at: number, along: typeof area) =>
        rows.filter((row) => fixed![row] === fixed![at] && along![row] !== "Total").map(id);
      const table = published(
        rows.map((row) => (suppressed![row] ? { id: id(row) } : { id: id(row), count: Number(freq![row]) })),
        rows.flatMap((row) => [
          ...(race![row] === "Total" ? [{ total: id(row), parts: parts(area, row, race) }] : []),
          ...(area![row] === "Total" ? [{ total: id(row), parts: parts(race, row, area) }] : []),
        ]),
      );
      const guarded = new Set(rows.filter((row) => isPrimary![row]).map(id));
      const rule = { largestWithheld: options.maxN };
      const report = attack(table, [], { rule, guarded, linearBounds, isExact: true });
      primary += guarded.size;
      recovered += report.recovered.length;
      report.cells.forEach((cell, at) => {
        if (guarded.has(cell) && report.upper[at]! - report.lower[at]! < 9) narrow++;
      });
    }
    // The same by scipy 1.17 (linprog).
    expect([primary, recovered, narrow]).toEqual([47, 0, 10]);
  });
});
