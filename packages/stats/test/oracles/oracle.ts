import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** One case of an oracle file: numbers that a respected implementation gives for an input. */
export type OracleCase = Readonly<{
  id: string;
  source: string;
  title: string;
  tags: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: each oracle file has inputs, options and answers of its own shape.
  input: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  options: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  expected: any;
  tolerance: Readonly<{ rel: number; abs: number }>;
  notes?: string;
}>;

/** What an adapter gives back for a case: the fields it can compute, a refusal, or why the case is not for this library. */
export type Answer = Readonly<Record<string, unknown>> | Skipped;

/** A case that is not run, and why. */
export type Skipped = Readonly<{ skipped: string }>;

/** A field that is compared more loosely than the case asks, or not at all, and why. */
export type Departure = Readonly<{ departs: string; value?: unknown; within?: number }>;

/** A field that the peer has wrong or by chance: not compared; or, with a value, compared within an absolute distance. */
export function departing(reason: string, value?: unknown, within?: number): Departure {
  return { departs: reason, ...(value !== undefined && { value }), ...(within !== undefined && { within }) };
}

/** Whether a field departs from its case. */
export function isDeparture(answer: unknown): answer is Departure {
  return typeof answer === "object" && answer !== null && "departs" in answer;
}

/** Turns a case into calls of this library and their answers into the oracle's words. */
export type Adapter = (one: OracleCase) => Answer;

const repository = fileURLToPath(new URL("../../../../", import.meta.url));

/** Where the shared oracles are: EVENSPAN_SHARED, or `shared` beside the repository; absent in a stranger's clone. */
export const sharedFolder = process.env.EVENSPAN_SHARED ?? path.join(repository, "..", "shared");
const folder = path.join(sharedFolder, "oracles");

/** Names of all oracle files that are there. */
export function oracleNames(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** Cases whose peer is coarser than the tolerance written beside it; how coarse, and why that is known. */
export const coarsePeers: Record<string, Readonly<{ abs: number; reason: string }>> = {
  "prop-midp-12-40": { abs: 5e-4, reason: "PropCIs steps along a grid of 0.0005, as the case's own note says" },
  "prop-midp-50-100": { abs: 5e-4, reason: "PropCIs steps along a grid of 0.0005, as the case's own note says" },
};

for (const sex of ["", "-male", "-female", "-total"]) {
  const reason = "MortalityLaws forms a as n + 1/m − n/q, which loses eight digits where hardly anybody dies";
  coarsePeers[`ml-mx-3${sex}`] = { abs: 2e-8, reason };
}

/** Methods whose answers are random on both sides, and how they are compared. */
export const randomMethods: Readonly<Record<string, string>> = {
  life_expectancy_monte_carlo:
    "its point is compared to the last digit, its simulated figures within five Monte-Carlo standard errors of both sides",
};

/** The cases of one oracle file. */
export function oracleCases(method: string): readonly OracleCase[] {
  const file: { schema: string; cases: OracleCase[] } = JSON.parse(
    readFileSync(path.join(folder, `${method}.json`), "utf8"),
  );
  if (file.schema !== "oracle-fixture/1") throw new Error(`${method}.json is not an oracle file: ${file.schema}`);
  return file.cases.map((one) => {
    const coarse = coarsePeers[one.id];
    return coarse === undefined ? one : { ...one, tolerance: { ...one.tolerance, abs: coarse.abs } };
  });
}
