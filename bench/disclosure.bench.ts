import { highsLinearBounds } from "@evenspan/disclosure-audit/highs-linear-bounds";
import {
  type AttackReport,
  attack,
  type CountRule,
  type CrossTable,
  crossCellId,
  type Dimension,
  isUndefined,
  type Protection,
  type Publication,
  protect,
  publicRecord,
  unprovedCells,
} from "@evenspan/stats";
import { peersOf, speedClaims } from "./peer-figures.ts";
import { nation, threeTierTables } from "./three-tier-tables.ts";

/**
 * 651,984 cells in a three-tier geography with two linked margins are protected, all figures of the whole nation shown and
 * the whole interval of every small count proved, and then attacked; then two leaks are planted and looked for.
 *
 * Claim: protected in at most 120 seconds and 4 GB, and nothing recovered. Baseline: the audit by linear programming
 * alone, two problems for each small count, as published tools make it: HiGHS on one of the 51 regions, for so many of its
 * small counts, as if a problem of the whole took no longer than one of a region.
 */
const claim = { seconds: 120, gigabytes: 4 };
const rule: CountRule = { largestWithheld: 10 };
const baselineProbes = 12;

const tables = threeTierTables(nation);
const keep = new Set(tables.flatMap(wholeCells));
const [protection, protecting] = timed(() => protect(tables, [], rule, { keep }));
if (isUndefined(protection)) throw new Error(protection.message);
const peakGigabytes = peak();
const record = publicRecord(tables, [], protection);
const guarded = idsWhere(protection, protection.primary);
const [report, attacking] = timed(() => attack(record.published, [], { rule, guarded }));
const [unproved, checking] = timed(() => unprovedCells(protection, record, rule));

const withheld = idsWhere(protection, protection.withheld);
tell(`${count(protection.ids.length)} cells, of which ${count(guarded.size)} are 1 to 10`);
tell(`protect: ${seconds(protecting)}, peak ${peakGigabytes.toFixed(2)} GB; ${count(withheld.size)} withheld`);
tell(
  `  ${(withheld.size / guarded.size).toFixed(3)} withheld for each small count; ${protection.exposed.length} exposed`,
);
tell(`attack: ${seconds(attacking)}; recovered ${report.recovered.length}, too tight ${report.tooTight.length}`);
tell(`  equations solved ${report.isSolvedExactly ? "to the end" : "IN PART"}; peak by now ${peak().toFixed(2)} GB`);
tell(`proofs: ${seconds(checking)}; small counts not proved: ${unproved.length}`);
tellPlanted("a margin's withheld cells published beside it", beside(record.published, oneLine(withheld)), []);
tellPlanted("last year's release, small counts alone withheld", record.published, [lastYear(tables, guarded)]);

const perCell = await baselineSecondsPerCell();
const baselineHours = (perCell * guarded.size) / 3600;
tell(
  `baseline, linear programming for each small count: ${perCell.toFixed(2)} s each, ${baselineHours.toFixed(0)} h for all`,
);
tell(`  attack and proofs together take ${((baselineHours * 3600) / (attacking + checking)).toFixed(0)} times less`);
tell(peersOf(speedClaims.disclosure));
const isHeld =
  protecting <= claim.seconds &&
  peakGigabytes <= claim.gigabytes &&
  [report.recovered, report.tooTight, unproved, protection.exposed].every((list) => list.length === 0);
tell(`claim: at most ${claim.seconds} s and ${claim.gigabytes} GB, 0 recovered; ${isHeld ? "held" : "NOT held"}`);
process.exitCode = isHeld ? 0 : 1;

function tellPlanted(what: string, published: Publication, history: readonly Publication[]): void {
  const [found, took] = timed<AttackReport>(() => attack(published, history, { rule, guarded }));
  const small = found.recovered.filter((id) => guarded.has(id)).length;
  tell(
    `planted, ${what}: ${small > 0 ? "found" : "NOT found"} in ${seconds(took)}; small counts recovered: ${count(small)}`,
  );
  if (small === 0) throw new Error(`A planted leak was not found: ${what}.`);
}

/** All but one of the withheld cells that one area has of one cause, by age. */
function oneLine(withheld: ReadonlySet<string>): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const id of withheld) {
    const line = id.replace(/\|age=[^|]*/, "");
    if (line === id || id.includes("sex=")) continue;
    lines.set(line, [...(lines.get(line) ?? []), id]);
  }
  const [first] = [...lines.values()].filter(
    (ids) => ids.some((id) => guarded.has(id)) && !withheld.has(lineOf(ids[0]!)),
  );
  return first!.filter((id) => id !== first!.find((one) => guarded.has(one)));
}

/** The cells of the whole nation: the area's whole code stands first, so they are the first of the table. */
function wholeCells({ subject, dimensions }: CrossTable): string[] {
  const [, a, b] = dimensions;
  const codes = ({ name, codes, parents }: Dimension) =>
    codes.map((code, i) => (parents[i] === -1 ? {} : { [name]: code }));
  return codes(a!).flatMap((one) => codes(b!).map((other) => crossCellId(subject, { ...one, ...other })));
}

function lineOf(id: string): string {
  return id.replace(/\|age=[^|]*/, "");
}

function beside(published: Publication, ids: readonly string[]): Publication {
  const counts = new Map(
    (protection as Protection).ids.map((id, cell) => [id, (protection as Protection).counts[cell]!]),
  );
  const cells = ids.map((id) => ({ id, count: counts.get(id)! }));
  return { tables: [...published.tables, { cells, relations: [], figures: [] }] };
}

/** The first table as it would have been published without thought for what subtraction tells. */
function lastYear([first]: readonly CrossTable[], small: ReadonlySet<string>): Publication {
  const all = publicRecord([first!], [], protection as Protection).published.tables[0]!;
  if ("cells" in all) throw new Error("A cross table is published as one.");
  const counts = Int32Array.from(first!.counts, (shown) => (shown >= 1 && shown <= rule.largestWithheld ? -1 : shown));
  return { tables: [{ ...all, counts }], ...(small.size > 0 ? {} : { small }) };
}

async function baselineSecondsPerCell(): Promise<number> {
  const region = threeTierTables({
    ...nation,
    regions: 1,
    areas: 62,
    deaths: Math.round(nation.deaths / nation.regions),
  });
  const own = protect(region, [], rule);
  if (isUndefined(own)) throw new Error(own.message);
  const linearBounds = await highsLinearBounds();
  const options = { rule, linearBounds, isExact: true, mostColumns: Infinity, guarded: idsWhere(own, own.primary) };
  const { published } = publicRecord(region, [], own);
  const [without] = [timed(() => attack(published, [], { rule }))[1]];
  const [probes, took] = timed(() => attack(published, [], { ...options, mostProbes: baselineProbes }));
  return (took - without) / probes.probed;
}

function idsWhere({ ids }: Protection, column: Uint8Array): ReadonlySet<string> {
  return new Set(ids.filter((_, cell) => column[cell] === 1));
}

function timed<T>(run: () => T): readonly [T, number] {
  const started = process.hrtime.bigint();
  const answer = run();
  return [answer, Number(process.hrtime.bigint() - started) / 1e9];
}

function tell(line: string): void {
  console.log(line);
}

function seconds(took: number): string {
  return `${took.toFixed(1)} s`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024 / 1024;
}
