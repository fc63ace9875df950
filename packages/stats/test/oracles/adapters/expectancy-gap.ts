import {
  expectancyGap,
  expectancyGapByCause,
  infantDeathFraction,
  isUndefined,
  lineIntegralDecomposition,
  type MortalitySchedule,
  replacementDecomposition,
  type Sex,
} from "../../../src/index.ts";
import { scheduleTable } from "../../../src/mortality/schedule.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const sexes: Readonly<Record<string, Sex>> = { m: "male", f: "female", t: "both" };

/** LEdecomp's convention: Andreev and Kingkade's infants, half of every other band. */
function fractions(ages: readonly number[], infantRate: number, sex: string): number[] {
  return ages.map((age) =>
    age === 0 ? infantDeathFraction(infantRate, { sex: sexes[sex]!, rule: "andreev-kingkade" }) : 0.5,
  );
}

/** By age, by age and cause, and the generic decompositions. */
export function expectancyGapCase(one: OracleCase): Answer {
  if (one.source === "horiuchi") return genericCase(one);
  return Array.isArray(one.input.mx1[0]) ? byCause(one) : byAge(one);
}

function byAge({ input, options }: OracleCase): Answer {
  const ages: number[] = input.age;
  const schedule = (deathRates: number[]) => ({
    ages,
    deathRates,
    deathFractions: fractions(ages, deathRates[0]!, options.sex),
  });
  const [first, second] = [schedule(input.mx1), schedule(input.mx2)];
  const directional = expectancyGap(first, second, { symmetric: false });
  const symmetric = expectancyGap(first, second);
  if (isUndefined(directional)) return directional;
  if (isUndefined(symmetric)) return symmetric;
  const years = (of: typeof first) =>
    of.deathFractions.map((a, i) => (i + 1 < ages.length ? a * (ages[i + 1]! - ages[i]!) : 1 / of.deathRates[i]!));
  return {
    e0_1: directional.first,
    e0_2: directional.second,
    ax1: years(first),
    ax2: years(second),
    arriaga: directional.byAge,
    arriaga_sym: symmetric.byAge,
    andreev: directional.byAge,
    lopez_ruzicka: directional.byAge,
    chandrasekaran_II: symmetric.byAge,
    chandrasekaran_III: symmetric.byAge,
  };
}

function byCause({ input, options }: OracleCase): Answer {
  const ages: number[] = input.age;
  const schedule = (ratesByCause: number[][]) => {
    const infants = ratesByCause[0]!.reduce((sum, rate) => sum + rate, 0);
    return { ages, ratesByCause, deathFractions: fractions(ages, infants, options.sex) };
  };
  const parts = [false, true].map((symmetric) =>
    expectancyGapByCause(schedule(input.mx1), schedule(input.mx2), { symmetric }),
  );
  const [directional, symmetric] = parts;
  if (isUndefined(directional)) return directional;
  if (isUndefined(symmetric)) return symmetric;
  return {
    e0_1: directional!.first,
    e0_2: directional!.second,
    by_age_cause: directional!.byAgeAndCause,
    by_age_cause_sym: symmetric!.byAgeAndCause,
  };
}

/** DemoDecomp's own life table: infants 0.07 + 1.7M, 0.4 of ages 1–4, half elsewhere; causes stand one after another. */
function genericCase({ input, options }: OracleCase): Answer {
  const ages: number[] = input.age;
  const causes: number = Array.isArray(input.mx1[0]) ? input.mx1[0].length : 1;
  const flat = (rates: number[] | number[][]) =>
    Array.from({ length: causes }, (_, c) => rates.map((row) => (Array.isArray(row) ? row[c]! : row))).flat();
  const measure = (parameters: readonly number[]) => {
    const deathRates = ages.map((_, x) =>
      Array.from({ length: causes }, (_, c) => parameters[c * ages.length + x]!).reduce((sum, rate) => sum + rate, 0),
    );
    const deathFractions = ages.map((age) => (age === 0 ? 0.07 + 1.7 * deathRates[0]! : age === 1 ? 0.4 : 0.5));
    return expectancyAtBirth({ ages, deathRates, deathFractions });
  };
  const [first, second] = [flat(input.mx1), flat(input.mx2)];
  const shaped = (parts: number[]) =>
    causes === 1 ? parts : ages.map((_, x) => Array.from({ length: causes }, (_, c) => parts[c * ages.length + x]!));
  return {
    e0_1: measure(first),
    e0_2: measure(second),
    horiuchi: shaped(lineIntegralDecomposition(measure, first, second, { steps: options.N })),
    stepwise_up: shaped(replacementDecomposition(measure, first, second, { symmetric: false })),
    stepwise_up_sym: shaped(replacementDecomposition(measure, first, second)),
  };
}

function expectancyAtBirth(schedule: MortalitySchedule): number {
  const table = scheduleTable(schedule);
  if (isUndefined(table)) throw new Error(table.message);
  return table.expectancy[0]!;
}
