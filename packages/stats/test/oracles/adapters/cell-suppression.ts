import {
  attack,
  type CellTable,
  type CountRule,
  isUndefined,
  primarySuppression,
  protect,
  publicRecord,
  type Relation,
  unprovedCells,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/**
 * The peer's choice of further cells is one of many, so properties are compared: the same primary cells; a choice of
 * ours from which attack recovers nothing and finds no interval tighter than the rule, with every proof valid; and a choice
 * of the peer's from which attack recovers no small count. Where
 * those hold the peer's own column of suppressed cells is returned as agreed; where one fails, what failed is.
 */
export function cellSuppressionCase({ input, options, expected }: OracleCase): Answer {
  const rule: CountRule = { largestWithheld: options.maxN };
  const cells = expected.cells;
  const table = "table" in input ? twoWay(cells) : threeWay(cells, input);
  const primary = [...primarySuppression(cells.freq, rule)].map((yes) => yes === 1);
  const faults = [...faultsOf(table, rule), ...faultsOfPeer(table, cells, rule)];
  const suppressed = faults.length === 0 ? cells.suppressed : faults;
  const n_suppressed = faults.length === 0 ? expected.n_suppressed : faults;
  return { cells: { ...cells, primary, suppressed }, n_primary: primary.filter((yes) => yes).length, n_suppressed };
}

function faultsOf(table: CellTable, rule: CountRule): string[] {
  const protection = protect([table], [], rule);
  if (isUndefined(protection)) return [protection.message];
  const guarded = new Set(protection.ids.filter((_, at) => protection.primary[at] === 1));
  const record = publicRecord([table], [], protection);
  const { recovered, tooTight, isSolvedExactly } = attack(record.published, [], { rule, guarded });
  return [
    ...recovered.map((id) => `${id} is recovered`),
    ...tooTight.map((id) => `${id} is known too well`),
    ...unprovedCells(protection, record, rule).map((id) => `${id} is not proved safe`),
    ...(isSolvedExactly ? [] : ["the equations were not solved"]),
  ];
}

/** What attack recovers of the small counts when the peer's choice is published: it must be nothing, as the peer says. */
function faultsOfPeer(
  { cells, relations }: CellTable,
  { suppressed, primary }: OracleCase["expected"],
  rule: CountRule,
): string[] {
  const seen = cells.map(({ id, count }, row) => (suppressed[row] ? { id } : { id, count }));
  const guarded = new Set(cells.flatMap(({ id }, row) => (primary[row] ? [id] : [])));
  const report = attack({ tables: [{ cells: seen, relations, figures: [] }] }, [], { rule, guarded });
  return report.recovered.filter((id) => guarded.has(id)).map((id) => `${id} is recovered from the peer's choice`);
}

type Columns = Readonly<Record<string, readonly string[]>>;

const whole = "Total";

function twoWay(cells: OracleCase["expected"]): CellTable {
  return table(["area", "race"], cells, (code) => (code === whole ? undefined : whole));
}

function threeWay(cells: OracleCase["expected"], { tract, county }: OracleCase["input"]): CellTable {
  const countyOf = new Map<string, string>(tract.map((code: string, i: number) => [code, county[i]]));
  return table(["tract", "sex", "age"], cells, (code) => (code === whole ? undefined : (countyOf.get(code) ?? whole)));
}

/** All cells of the oracle and, along each dimension, each total with its parts. */
function table(
  dimensions: readonly string[],
  cells: OracleCase["expected"],
  parentOf: (code: string) => string | undefined,
): CellTable {
  const columns: Columns = cells;
  const id = (row: number, but?: string, code?: string) =>
    dimensions.map((name) => (name === but ? code : columns[name]![row])).join("/");
  const parts = new Map<string, string[]>();
  cells.freq.forEach((_: number, row: number) => {
    for (const name of dimensions) {
      const parent = parentOf(columns[name]![row]!);
      if (parent === undefined) continue;
      const key = `${name} ${id(row, name, parent)}`;
      parts.set(key, [...(parts.get(key) ?? []), id(row)]);
    }
  });
  const relations: Relation[] = [...parts].map(([key, ids]) => ({
    total: key.slice(key.indexOf(" ") + 1),
    parts: ids,
  }));
  return { cells: cells.freq.map((count: number, row: number) => ({ id: id(row), count })), relations };
}
