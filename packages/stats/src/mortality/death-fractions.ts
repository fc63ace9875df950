import { requireNotNegative } from "../misuse.ts";

/** Whose mortality a rule for the age at death of infants is asked about. */
export type Sex = "female" | "male" | "both";

/** A rule for the share of the first year lived by those who die in it. */
export type InfantRule = "andreev-kingkade" | "coale-demeny-west" | "keyfitz-flieger";

/** Up to a death rate: intercept and slope of a line, the rates in order. */
type Pieces = readonly (readonly [upTo: number, intercept: number, slope: number])[];

/** Pieces for each sex; for both together the mean of the two. */
type Rule = Readonly<Record<"female" | "male", Pieces>>;

const keyfitzFlieger: Pieces = [[Infinity, 0.07, 1.7]];

const infants: Readonly<Record<InfantRule, Rule>> = {
  "andreev-kingkade": {
    male: [
      [0.023, 0.14929, -1.99545],
      [0.08307, 0.02832, 3.26021],
      [Infinity, 0.29915, 0],
    ],
    female: [
      [0.01724, 0.14903, -2.05527],
      [0.06891, 0.04667, 3.88089],
      [Infinity, 0.31411, 0],
    ],
  },
  "coale-demeny-west": {
    male: [
      [0.107, 0.045, 2.684],
      [Infinity, 0.33, 0],
    ],
    female: [
      [0.107, 0.053, 2.8],
      [Infinity, 0.35, 0],
    ],
  },
  "keyfitz-flieger": { male: keyfitzFlieger, female: keyfitzFlieger },
};

/** By Coale and Demeny, in years of the four. */
const children: Rule = {
  male: [
    [0.107, 1.651, -2.816],
    [Infinity, 1.352, 0],
  ],
  female: [
    [0.107, 1.522, -1.518],
    [Infinity, 1.361, 0],
  ],
};

function fromRule(rule: Rule, sex: Sex, rate: number): number {
  requireNotNegative("deathRate", rate);
  if (sex === "both") return (fromRule(rule, "female", rate) + fromRule(rule, "male", rate)) / 2;
  const [, intercept, slope] = rule[sex].find(([upTo]) => rate < upTo)!;
  return intercept + slope * rate;
}

/**
 * The share of the first year of life lived by those who die in it, from their death rate.
 *
 * Formula. "andreev-kingkade" male 0.14929 − 1.99545M below 0.023, 0.02832 + 3.26021M below 0.08307, else 0.29915; female
 * 0.14903 − 2.05527M below 0.01724, 0.04667 + 3.88089M below 0.06891, else 0.31411. "coale-demeny-west" male
 * 0.045 + 2.684M below 0.107, else 0.330; female 0.053 + 2.800M, else 0.350. "keyfitz-flieger" 0.07 + 1.7M. For both sexes
 * the mean of the two.
 * Units. M per person-year; the answer is a share of the year.
 * Refuses. Throws RangeError for a rate below zero or without end.
 * References. Andreev EM, Kingkade WW, Demogr Res 2015;33:363-390; Coale AJ, Demeny P, Regional Model Life Tables, 1983;
 * Keyfitz N, Flieger W, Population: Facts and Methods of Demography, 1971.
 * Checked against. life_table_variants and life_expectancy_gap_decomposition (LEdecomp 1.0.14, demogR 0.6.0).
 * @example
 * infantDeathFraction(0.005, { sex: "male", rule: "andreev-kingkade" }) // => 0.13931275
 * @example
 * infantDeathFraction(0.005, { sex: "both", rule: "coale-demeny-west" }) // => 0.06271
 */
export function infantDeathFraction(deathRate: number, by: Readonly<{ sex: Sex; rule: InfantRule }>): number {
  return fromRule(infants[by.rule], by.sex, deathRate);
}

/**
 * The share of ages 1–4 lived by those who die in them, from the death rate of infants, by Coale and Demeny's West model.
 *
 * Formula. Where M₀ < 0.107: (1.651 − 2.816M₀)/4 male, (1.522 − 1.518M₀)/4 female; else 1.352/4 and 1.361/4; for both sexes
 * the mean of the two.
 * Units. M₀ per person-year; the answer is a share of the four years.
 * Refuses. Throws RangeError for a rate below zero or without end.
 * References. Coale AJ, Demeny P, Regional Model Life Tables and Stable Populations, 1983.
 * Checked against. life_table_variants (MortalityLaws 2.1.2, which takes 0.330 and 0.350 years where infant mortality is
 * high, as if these were infants; demogR 0.6.0 adds 1.518M₀ where the model subtracts it, 0.02 years too much).
 * @example
 * childDeathFraction(0.005, { sex: "male" }) // => 0.40923
 */
export function childDeathFraction(infantDeathRate: number, by: Readonly<{ sex: Sex }>): number {
  return fromRule(children, by.sex, infantDeathRate) / 4;
}
