import { misuse } from "../misuse.ts";

/** Whose mortality a rule for the age at death of infants is asked about. */
export type Sex = "female" | "male" | "both";

/** A rule for the share of the first year lived by those who die in it. */
export type InfantRule = "andreev-kingkade" | "coale-demeny-west" | "keyfitz-flieger";

/** Intercept and slope up to a death rate, in order; a constant above the last. */
type Pieces = Readonly<{ upTo: readonly number[]; lines: readonly (readonly [number, number])[] }>;

const andreevKingkade: Readonly<Record<"female" | "male", Pieces>> = {
  male: {
    upTo: [0.023, 0.08307],
    lines: [
      [0.14929, -1.99545],
      [0.02832, 3.26021],
      [0.29915, 0],
    ],
  },
  female: {
    upTo: [0.01724, 0.06891],
    lines: [
      [0.14903, -2.05527],
      [0.04667, 3.88089],
      [0.31411, 0],
    ],
  },
};

const coaleDemeny: Readonly<Record<"female" | "male", Pieces>> = {
  male: {
    upTo: [0.107],
    lines: [
      [0.045, 2.684],
      [0.33, 0],
    ],
  },
  female: {
    upTo: [0.107],
    lines: [
      [0.053, 2.8],
      [0.35, 0],
    ],
  },
};

/**
 * The share of the first year of life lived by those who die in it, from their death rate.
 *
 * Formula. "andreev-kingkade" male 0.14929 − 1.99545M below 0.023, 0.02832 + 3.26021M below 0.08307, else 0.29915; female
 * 0.14903 − 2.05527M below 0.01724, 0.04667 + 3.88089M below 0.06891, else 0.31411. "coale-demeny-west" male
 * 0.045 + 2.684M below 0.107, else 0.330; female 0.053 + 2.800M, else 0.350. "keyfitz-flieger" 0.07 + 1.7M. For both sexes
 * the mean of the two.
 * Units. M per person-year; the answer is a share of the year.
 * Refuses. Throws RangeError for a rate below zero.
 * References. Andreev EM, Kingkade WW, Demogr Res 2015;33:363-390; Coale AJ, Demeny P, Regional Model Life Tables, 1983;
 * Keyfitz N, Flieger W, Population: Facts and Methods of Demography, 1971.
 * Checked against. life_table_variants and life_expectancy_gap_decomposition (LEdecomp 1.0.14, demogR 0.6.0).
 * @example
 * infantDeathFraction(0.005, { sex: "male", rule: "andreev-kingkade" }) // => 0.13931275
 * @example
 * infantDeathFraction(0.005, { sex: "both", rule: "coale-demeny-west" }) // => 0.06271
 */
export function infantDeathFraction(deathRate: number, by: Readonly<{ sex: Sex; rule: InfantRule }>): number {
  if (!(deathRate >= 0)) misuse(`A death rate is zero or more; it was given as ${deathRate}.`);
  if (by.rule === "keyfitz-flieger") return 0.07 + 1.7 * deathRate;
  const rules = by.rule === "andreev-kingkade" ? andreevKingkade : coaleDemeny;
  if (by.sex !== "both") return piece(rules[by.sex], deathRate);
  return (piece(rules.female, deathRate) + piece(rules.male, deathRate)) / 2;
}

function piece({ upTo, lines }: Pieces, rate: number): number {
  const which = upTo.findIndex((limit) => rate < limit);
  const [intercept, slope] = lines[which < 0 ? lines.length - 1 : which]!;
  return intercept + slope * rate;
}

/**
 * The share of ages 1–4 lived by those who die in them, from the death rate of infants, by Coale and Demeny's West model.
 *
 * Formula. Where M₀ < 0.107: (1.651 − 2.816M₀)/4 male, (1.522 − 1.518M₀)/4 female; else 1.352/4 and 1.361/4; for both sexes
 * the mean of the two.
 * Units. M₀ per person-year; the answer is a share of the four years.
 * Refuses. Throws RangeError for a rate below zero.
 * References. Coale AJ, Demeny P, Regional Model Life Tables and Stable Populations, 1983.
 * Checked against. life_table_variants (MortalityLaws 2.1.2, which takes 0.330 and 0.350 years where infant mortality is
 * high, as if these were infants; demogR 0.6.0 adds 1.518M₀ where the model subtracts it, 0.02 years too much).
 * @example
 * childDeathFraction(0.005, { sex: "male" }) // => 0.40923
 */
export function childDeathFraction(infantDeathRate: number, by: Readonly<{ sex: Sex }>): number {
  if (!(infantDeathRate >= 0)) misuse(`A death rate is zero or more; it was given as ${infantDeathRate}.`);
  const male = infantDeathRate < 0.107 ? 1.651 - 2.816 * infantDeathRate : 1.352;
  const female = infantDeathRate < 0.107 ? 1.522 - 1.518 * infantDeathRate : 1.361;
  return { male, female, both: (male + female) / 2 }[by.sex] / 4;
}
