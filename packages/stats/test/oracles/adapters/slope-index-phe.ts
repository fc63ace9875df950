import {
  errorFromLimits,
  type FittingScale,
  isUndefined,
  normalMultiplier,
  simulatedSlopeIndex,
  slopeIndex,
  type Undefined,
} from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";

const scales: readonly FittingScale[] = ["none", "log", "logit"];
const drawn = "the peer's limits are drawn; compared within six Monte-Carlo standard errors of both sides";
const replicates = 100_000;

/**
 * OHID's slope index. Limits are exact where values and line share a scale, and simulated where errors are given on
 * another. The intercept is scaled by the multiplier only under a transform, and the ratio inverted by a negative one.
 */
export function slopePheCase({ title, input, options, expected }: OracleCase): Answer {
  const { transform = false, multiplier = 1, value_type: type = 0 } = options;
  const errorScale = scales[type]!;
  const scale = transform ? errorScale : "none";
  const level = title.includes("with 98% cis") ? 0.98 : (options.confidence ?? 95) / 100;
  const standardErrors = errorsOf(input, options, errorScale);
  if (isUndefined(standardErrors)) return standardErrors;
  const groups = { values: input.value, population: input.population, standardErrors };
  const given = { level, transform: scale, minimumGroups: 5 };
  const exact = slopeIndex(groups, given);
  const limits =
    scale === errorScale ? exact : simulatedSlopeIndex(groups, { ...given, seed: 3, replicates, errorScale });
  if (isUndefined(exact)) return exact;
  if (isUndefined(limits)) return limits;
  if (isUndefined(exact.rii) || isUndefined(limits.rii)) throw new Error("A case with a ratio has none here.");
  const [lower, upper] = turned(limits.sii.limits, multiplier, (limit) => limit * multiplier);
  const invert = (ratio: number) => (multiplier < 0 ? 1 / ratio : ratio);
  const [riiLower, riiUpper] = turned(limits.rii.limits, multiplier, invert);
  const asked = expected.sim;
  const ofRatio = expected.rii === null ? {} : { rii_lower: riiLower, rii_upper: riiUpper };
  const sim = Object.entries({ sii_lower: lower, sii_upper: upper, ...ofRatio }).map(([key, limit]) => {
    const width = key.startsWith("sii") ? upper - lower : riiUpper - riiLower;
    const within = 6 * monteCarloError(level, title.includes("10,000") ? 1e4 : 1e5) * width;
    return [key, asked[key] === null || asked[key] === undefined ? null : departing(drawn, limit, within)];
  });
  return {
    sii: exact.sii.value * multiplier,
    rii: expected.rii === null ? null : invert(exact.rii.value),
    intercept: expected.intercept === null ? null : exact.mostDisadvantaged * (transform ? Math.abs(multiplier) : 1),
    sim: { rii_lower: null, rii_upper: null, ...Object.fromEntries(sim), ...words(asked) },
  };
}

/** Of the difference of two simulated limits, as a share of the interval's width. */
function monteCarloError(level: number, repetitions: number): number {
  const z = normalMultiplier(level);
  const tail = (1 - level) / 2;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return Math.sqrt(tail * (1 - tail) * (1 / repetitions + 1 / replicates)) / density / (2 * z);
}

type LimitsOrNone = Readonly<{ lower: number; upper: number }> | Undefined;

function turned(
  limits: LimitsOrNone,
  multiplier: number,
  change: (limit: number) => number,
): readonly [number, number] {
  if (isUndefined(limits)) throw new Error(limits.message);
  const ends = [change(limits.lower), change(limits.upper)] as const;
  return multiplier < 0 ? [ends[1], ends[0]] : ends;
}

function errorsOf(input: OracleCase["input"], options: OracleCase["options"], transform: FittingScale) {
  if (input.se && options.se_from !== "limits") return input.se.map((error: number | null) => error ?? Number.NaN);
  const errors: (number | Undefined)[] = input.lower_cl.map((lower: number, i: number) =>
    errorFromLimits(lower, input.upper_cl[i], { transform }),
  );
  return errors.find(isUndefined) ?? errors;
}

/** What the peer says of its own simulation, not of the index. */
function words(sim: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const own = ["sii_mad", "rii_mad", "repetitions"];
  return Object.fromEntries(own.filter((key) => key in sim).map((key) => [key, sim[key]]));
}
