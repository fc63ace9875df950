import { columnOf, emptyColumn } from "../column.ts";
import { exp, log } from "../maths.ts";
import { misuse } from "../misuse.ts";
import { spreadOf } from "../random/spread.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { type FittingScale, fittingScales } from "./fitting-scale.ts";
import type { Groups } from "./groups.ts";
import type { Inequality, InequalityRatio } from "./inequality.ts";
import { riditsOf } from "./ridits.ts";
import { type DrawOptions, replicateStream } from "./simulated-limits.ts";
import { slopeIndex } from "./slope-index.ts";

/** Options of the simulated slope index. */
export type SimulatedSlopeOptions = DrawOptions &
  Readonly<{
    /** Scale on which the line is straight. */
    transform?: FittingScale;
    /** Scale of the standard errors, on which values are drawn; that of the line unless given. */
    errorScale?: FittingScale;
    minimumGroups?: number;
  }>;

/**
 * The slope and relative indices of inequality with simulated limits, for errors that are symmetric on another scale than
 * the line is straight on.
 *
 * Formula. Each value is drawn anew, normal on the scale of its standard error, and the line of slopeIndex fitted again;
 * limits are percentiles (type 7) of the indices. Draws have xoshiro128** and the seed, so they repeat.
 * Units. As slopeIndex.
 * Refuses. As slopeIndex; no-uncertainty without standard errors; RII no-convergence where a fitted end of a draw is not
 * above zero. Throws RangeError for replicates below 100, or an error scale that differs from a transform.
 * References. Office for Health Improvement and Disparities, Technical guide: slope index of inequality.
 * Checked against. sii_rii_phe and phe_published_tests (PHEindicatormethods 2.1.0, within its Monte-Carlo error; its limits
 * under a transform turn the line about its middle instead, as those of slopeIndex do).
 * @example
 * simulatedSlopeIndex(
 *   { values: [540, 500, 460, 440], population: [10, 10, 10, 10], standardErrors: [0.04, 0.04, 0.04, 0.04] },
 *   { seed: 1, errorScale: "log" },
 * ) // => { sii: { value: -136, limits: { lower: -204.906, upper: -67.135 } }, rii: { value: 0.7540687 } }
 */
export function simulatedSlopeIndex(
  groups: Groups,
  options: SimulatedSlopeOptions,
): Readonly<{ sii: Inequality; rii: InequalityRatio | Undefined }> | Undefined {
  const { transform = "none", errorScale = transform, replicates = 10_000, level = 0.95 } = options;
  if (transform !== "none" && errorScale !== transform)
    misuse(`Errors on the scale ${errorScale} cannot be drawn for a line on the scale ${transform}.`);
  const stream = replicateStream(options);
  const point = slopeIndex(groups, options);
  if (isUndefined(point)) return point;
  if (!groups.standardErrors)
    return undefinedBecause("no-uncertainty", "Without standard errors there is nothing to draw from.");
  const drawn = fittingScales[errorScale];
  if (!columnOf(groups.values).every(drawn.takes))
    return impossible("A value is outside the scale of its standard error.");
  const line = lineOf(groups);
  // The line is straight on the scale of its transform: there, where the two are the same, a value is as it was drawn.
  const to = transform === "none" ? drawn.from : fittingScales.none.from;
  const { from } = fittingScales[transform];
  const centres = columnOf(groups.values, drawn.to);
  const slopes = emptyColumn(replicates);
  const ratios = emptyColumn(replicates);
  let positive = true;
  for (let turn = 0; turn < replicates; turn++) {
    let [mean, half] = [0, 0];
    for (let j = 0; j < centres.length; j++) {
      const y = to(centres[j]! + groups.standardErrors[j]! * stream.normal());
      mean += line.shares[j]! * y;
      half += (line.pulls[j]! * y) / 2;
    }
    const [low, high] = [from(mean - half), from(mean + half)];
    slopes[turn] = high - low;
    ratios[turn] = high / low;
    positive &&= low > 0 && high > 0;
  }
  return {
    sii: { value: point.sii.value, limits: limitsOf(slopes, level) },
    rii: isUndefined(point.rii) || !positive ? noRatioDrawn : ratioLimits(point.rii.value, ratios, level),
  };
}

const noRatioDrawn = undefinedBecause("no-convergence", "A fitted end, or one of a draw, is not above zero.");

function lineOf({ values, population }: Groups) {
  const people = population ?? emptyColumn(values.length).fill(1);
  const total = sumOf(people);
  const shares = columnOf(people, (n) => n / total);
  const away = riditsOf(shares).map((rank) => rank - 0.5);
  const spread = sumOf(shares, (share, j) => share * away[j]! ** 2);
  return { shares, pulls: shares.map((share, j) => (share * away[j]!) / spread) };
}

function limitsOf(figures: Float64Array, level: number) {
  const { lower, upper, standardError } = spreadOf(figures, level);
  return { lower, upper, level, standardError };
}

function ratioLimits(value: number, ratios: Float64Array, level: number): InequalityRatio {
  const { lower, upper, standardError } = limitsOf(ratios.map(log), level);
  const limits = { lower: exp(lower), upper: exp(upper), level, logStandardError: standardError };
  return { value, limits };
}
