import { isUndefined } from "../../src/index.ts";
import { isDeparture, type OracleCase } from "./oracle.ts";

/** What one case showed. */
export type Agreement = Readonly<{
  complaints: readonly string[];
  worst: number;
  compared: number;
  /** Fields compared loosely or not at all, by the reason. */
  departures: readonly Readonly<{ field: string; reason: string }>[];
}>;

/**
 * Compares an answer with what is expected. A number must lie within abs + rel·|want|; null, NaN and infinities stand
 * for "not computable" and must meet a refusal (an infinity may also meet itself); text must be equal; every field
 * expected must be answered.
 */
export function agree(answer: unknown, one: OracleCase): Agreement {
  const { expected } = one;
  if (typeof expected.error === "string") return agreeOnError(answer, one);
  const tally = emptyTally();
  compare(answer, expected, one.id, one, tally);
  if (tally.compared === 0) tally.complaints.push(`${one.id}: nothing was compared`);
  return tally;
}

/** Where the peer refused we refuse; where it crashed and a sound answer is recommended we give that. */
function agreeOnError(answer: unknown, one: OracleCase): Agreement {
  if (one.expected.recommended !== undefined) {
    const tally = emptyTally();
    compare(answer, one.expected.recommended, `${one.id}.recommended`, one, tally);
    return tally;
  }
  const refused =
    isUndefined(answer) || (typeof answer === "object" && answer !== null && Object.values(answer).every(isUndefined));
  return {
    complaints: refused ? [] : [`${one.id}: expected a refusal (${one.expected.error})`],
    worst: 0,
    compared: 1,
    departures: [],
  };
}

type Tally = {
  complaints: string[];
  worst: number;
  compared: number;
  departures: { field: string; reason: string }[];
};

function emptyTally(): Tally {
  return { complaints: [], worst: 0, compared: 0, departures: [] };
}

function compare(got: unknown, want: unknown, where: string, one: OracleCase, tally: Tally): void {
  if (isDeparture(got)) {
    tally.departures.push({ field: where, reason: got.departs });
    if (!("value" in got)) return;
    const { within } = got;
    const loosely = within === undefined ? one : { ...one, tolerance: { rel: 0, abs: within } };
    const { worst } = tally;
    compare(got.value, want, where, loosely, tally);
    if (within !== undefined) tally.worst = worst;
    return;
  }
  if (isUndefined(got) && isUndefinedWord(want)) {
    tally.compared++;
    return;
  }
  if (Array.isArray(want)) {
    want.forEach((entry, i) => {
      const at = isUndefined(got) ? got : (got as readonly unknown[] | undefined)?.[i];
      compare(at, entry, `${where}[${i}]`, one, tally);
    });
    return;
  }
  if (typeof want === "object" && want !== null) {
    for (const [key, entry] of Object.entries(want)) {
      if (ignored.has(key) && !isAnswered(got, key)) continue;
      const at = isUndefined(got) ? got : (got as Readonly<Record<string, unknown>> | undefined)?.[key];
      compare(at, entry, `${where}.${key}`, one, tally);
    }
    return;
  }
  tally.compared++;
  const complaint = leafComplaint(got, want, one, tally);
  if (complaint !== undefined) tally.complaints.push(`${where}: ${complaint}`);
}

// Words of the peer, and draws whose limits are random; both are taken up by adapters where they can be.
const ignored = new Set(["warnings", "sim", "statistic"]);

function isAnswered(got: unknown, key: string): boolean {
  return typeof got === "object" && got !== null && key in got;
}

function isUndefinedWord(want: unknown): boolean {
  return want === null || want === "NaN" || want === "Infinity" || want === "-Infinity";
}

function leafComplaint(got: unknown, want: unknown, one: OracleCase, tally: Tally): string | undefined {
  if (want === "Infinity" || want === "-Infinity")
    return got === Number(want) ? undefined : `got ${show(got)}, want ${want}`;
  if (typeof want !== "number") return got === want ? undefined : `got ${show(got)}, want ${show(want)}`;
  if (typeof got !== "number" || Number.isNaN(got)) return `got ${show(got)}, want ${want}`;
  const error = Math.abs(got - want);
  if (Math.abs(want) > one.tolerance.abs) tally.worst = Math.max(tally.worst, error / Math.abs(want));
  if (error <= one.tolerance.abs + one.tolerance.rel * Math.abs(want)) return undefined;
  return `got ${got}, want ${want} (off by ${error.toExponential(2)})`;
}

function show(thing: unknown): string {
  return JSON.stringify(thing) ?? String(thing);
}
