/** How many mutants met which end. */
export type Fates = Readonly<{
  killed: number;
  timeout: number;
  survived: number;
  noCoverage: number;
  invalid: number;
}>;

/** A mutant's end, in Stryker's words. */
export type Status =
  | "Killed"
  | "Timeout"
  | "Survived"
  | "NoCoverage"
  | "CompileError"
  | "RuntimeError"
  | "Ignored"
  | "Pending";

/**
 * Counts the ends. One that could not be run is invalid.
 *
 * @example
 * fatesOf(["Killed", "Killed", "Survived"]) // => { killed: 2, timeout: 0, survived: 1, noCoverage: 0, invalid: 0 }
 */
export function fatesOf(statuses: readonly Status[]): Fates {
  const count = (...wanted: Status[]): number => statuses.filter((status) => wanted.includes(status)).length;
  return {
    killed: count("Killed"),
    timeout: count("Timeout"),
    survived: count("Survived"),
    noCoverage: count("NoCoverage"),
    invalid: count("CompileError", "RuntimeError", "Ignored", "Pending"),
  };
}

/**
 * The share of valid mutants that the tests noticed, in percent, as Stryker counts it: one that never ended was
 * noticed, one that no test reached was not, and one that could not be run does not count. Undefined where none counts.
 *
 * @example
 * mutationScore(fatesOf(["Killed", "Timeout", "Survived", "NoCoverage", "CompileError"])) // => 50
 */
export function mutationScore({ killed, timeout, survived, noCoverage }: Fates): number | undefined {
  const valid = killed + timeout + survived + noCoverage;
  return valid === 0 ? undefined : (100 * (killed + timeout)) / valid;
}

/**
 * The score as it is told, with one decimal, or a dash where there is none.
 *
 * @example
 * toldScore(fatesOf(["Killed", "Killed", "Survived"])) // => "66.7 %"
 */
export function toldScore(fates: Fates): string {
  const score = mutationScore(fates);
  return score === undefined ? "–" : `${score.toFixed(1)} %`;
}
