import {
  type CountSlopeIndex,
  isUndefined,
  logisticSlopeIndex,
  poissonSlopeIndex,
  ridits,
  type SlopeIndex,
  slopeIndexByResiduals,
  surveyConcentrationIndex,
  surveySlopeIndex,
  type Undefined,
} from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";
import { measured } from "./heat-groups.ts";

const squared =
  "healthequal gives populations as binomial totals and again as weights; compared for counts times population";

/** SII and RII of WHO HEAT, and the plain regressions beside them. */
export function slopeHeatCase(one: OracleCase): Answer {
  if (one.source === "wls") return plainLine(one);
  if (one.source === "glmnb") return plainCounts(one);
  if ("psu" in one.input) return surveyCase(one);
  if (one.tags.includes("ties"))
    return { skipped: "healthequal refuses equal values; slopeIndex gives 0 and 1, as the properties show" };
  return heatLine(one);
}

function plainLine({ input, options }: OracleCase): Answer {
  const index = slopeIndexByResiduals(
    { values: input.estimate, population: input.population },
    { level: options["conf.level"] },
  );
  if (isUndefined(index)) return index;
  const { sii, rii, siiOverMean } = index;
  if (isUndefined(sii.limits) || isUndefined(rii) || isUndefined(siiOverMean)) throw new Error("An index is missing.");
  return {
    rank: ridits(input.population),
    intercept: index.mostDisadvantaged,
    sii: sii.value,
    se: sii.limits.standardError,
    lower_t: sii.limits.lower,
    upper_t: sii.limits.upper,
    rii_ratio: rii.value,
    rii_mean: siiOverMean.value,
  };
}

const early = "glm stops once the deviance changes by less than 1e-8 and takes the error a step before";

function plainCounts({ id, input, options }: OracleCase): Answer {
  const counts = { events: input.deaths ?? input.cases, population: input.population };
  const poisson = options.model === "poisson_log";
  const index = poisson ? poissonSlopeIndex(counts, { level: options["conf.level"] }) : logisticSlopeIndex(counts);
  if (isUndefined(index)) return index;
  const { rii, sii, intercept: beta0, slope: beta1, slopeError, deviance } = index;
  const line = { rank: ridits(input.population), beta0, beta1, rii: rii.value };
  if (!poisson) return { ...line, se_beta1: slopeError, sii: sii.value };
  if (isUndefined(rii.limits)) return rii.limits;
  const { lower, upper, logStandardError } = rii.limits;
  const se_log = id === "rii-pois-5" ? departing(early, logStandardError, 3e-7) : logStandardError;
  return { ...line, se_log, lower, upper, sii_rate: sii.value, deviance };
}

/** Values are brought to 0 to 1 by the power of ten above them; populations are rounded up and counts rounded. */
function heatLine({ source, input, options }: OracleCase): Answer {
  const level = options["conf.level"];
  const scale = 10 ** Math.ceil(Math.log10(Math.max(...input.estimate)));
  const people: number[] = (input.population ?? input.estimate.map(() => 1)).map(Math.ceil);
  const shares: number[] = input.estimate.map((y: number) => y / scale);
  if (options.linear) {
    const index = slopeIndexByResiduals({ values: shares, population: people }, { robust: true, level });
    return chosen(index, source, scale, (value) => value);
  }
  const index = logisticSlopeIndex(
    {
      events: people.map((n, j) => n * Math.round(n * shares[j]!)),
      population: people.map((n) => n * n),
      ranks: ridits(people) as number[],
    },
    { robust: true, level },
  );
  return chosen(index, source, scale, (value) => departing(squared, value));
}

type Index = SlopeIndex | CountSlopeIndex | Undefined;

function chosen(index: Index, source: string, scale: number, shown: (value: number) => unknown): Answer {
  if (isUndefined(index)) return index;
  if (isUndefined(index.rii) || isUndefined(index.rii.limits)) throw new Error("The ratio is missing.");
  if (source === "he_rii") {
    const { lower, upper, logStandardError } = index.rii.limits;
    return { estimate: shown(index.rii.value), se: shown(logStandardError), lower: shown(lower), upper: shown(upper) };
  }
  const { value, limits } = index.sii;
  if (isUndefined(limits)) throw new Error(limits.message);
  const [lower, upper] = [limits.lower * scale, limits.upper * scale];
  // The peer leaves the standard error on the scale of 0 to 1, where it is computed here.
  return { estimate: shown(value * scale), se: shown(limits.standardError), lower: shown(lower), upper: shown(upper) };
}

function surveyCase({ source, input, options }: OracleCase): Answer {
  const people = {
    outcomes: input.estimate,
    rankedBy: input.subgroup_order,
    weights: input.weight,
    strata: input.strata,
    units: input.psu,
  };
  const level = options["conf.level"];
  if (source === "he_sii" || source === "he_rii")
    return chosen(surveySlopeIndex(people, { level }), source, 1, (v) => v);
  return measured(surveyConcentrationIndex(people, { relative: source === "he_rci", level }));
}
