import {
  childDeathFraction,
  type InfantRule,
  infantDeathFraction,
  isUndefined,
  lifeTableFromRates,
  type RateLifeTable,
  type Sex,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const sexes: Readonly<Record<string, Sex>> = {
  m: "male",
  f: "female",
  t: "both",
  male: "male",
  female: "female",
  total: "both",
};

/** Tables of other conventions: constant force, Andreev-Kingkade, Keyfitz-Flieger, Coale-Demeny. */
export function lifeTableVariantCase(one: OracleCase): Answer {
  switch (one.source) {
    case "mlaws":
      return constantForce(one);
    case "ledecomp_lt":
      return andreevKingkade(one);
    case "demogr":
      return demogr(one);
    default:
      return {
        skipped:
          "DemoTools extends every table to age 130 by a fitted law before it cuts it; this library closes at 1/M",
      };
  }
}

/** Infants by a rule, ages 1–4 by Coale and Demeny or as given, half elsewhere. */
function fractions(ages: readonly number[], infantRate: number, sex: Sex, rule: InfantRule, child: number): number[] {
  return ages.map((age) => (age === 0 ? infantDeathFraction(infantRate, { sex, rule }) : age === 1 ? child : 0.5));
}

/**
 * MortalityLaws closes its table with the a of the band before the last, and repeats it where nobody died; both are put
 * in place here, and the columns that rest on them summed again. With a sex, infants and children follow Coale-Demeny.
 */
function constantForce({ input, options }: OracleCase): Answer {
  const ages: number[] = input.age;
  const deathRates: number[] = input.mx ?? input.deaths.map((d: number, i: number) => d / input.exposure[i]);
  const free = lifeTableFromRates({ ages, deathRates }, { within: "constant-force" });
  if (isUndefined(free)) return free;
  const years = [...free.deathYears];
  if (options.sex) {
    const sex = sexes[options.sex]!;
    years[0] = infantDeathFraction(deathRates[0]!, { sex, rule: "coale-demeny-west" });
    years[1] = childDeathFraction(deathRates[0]!, { sex }) * (ages[2]! - 1);
  }
  for (const [i, rate] of deathRates.entries()) if (rate === 0 || i === ages.length - 1) years[i] = years[i - 1]!;
  const shares = years.map((a, i) => (i + 1 < ages.length ? a / (ages[i + 1]! - ages[i]!) : 0.5));
  const table = lifeTableFromRates(
    { ages, deathRates, deathFractions: shares.map((a) => Math.min(1, a)) },
    { within: "constant-force" },
  );
  if (isUndefined(table)) return table;
  const last = ages.length - 1;
  const Lx = table.tableYears.with(last, table.survivors[last]! * years[last]!);
  const Tx = Lx.map((_, i) => Lx.slice(i).reduce((sum, L) => sum + L, 0));
  const ex = Tx.map((T, i) => T / table.survivors[i]!);
  return {
    mx: deathRates,
    qx: table.deathProbabilities,
    ax: years,
    lx: table.survivors,
    dx: table.tableDeaths,
    Lx,
    Tx,
    ex,
  };
}

function andreevKingkade({ input, options }: OracleCase): Answer {
  const deathFractions = fractions(input.age, input.mx[0], sexes[options.sex]!, "andreev-kingkade", 0.5);
  const table = lifeTableFromRates({ ages: input.age, deathRates: input.mx, deathFractions }, { radix: 1 });
  return isUndefined(table) ? table : columns(table);
}

function columns(table: RateLifeTable) {
  const {
    deathYears: ax,
    deathProbabilities: qx,
    survivors: lx,
    tableDeaths: dx,
    tableYears: Lx,
    expectancies: ex,
  } = table;
  return { ax, qx, lx, dx, Lx, ex };
}

/**
 * Keyfitz-Flieger takes 1.5 of the four years from 1 to 4. Coale-Demeny's are those of women, as the package's default;
 * it adds 1.518 times the infants' rate where the model subtracts it, and so does this adapter, to compare the rest.
 */
function demogr({ input, options }: OracleCase): Answer {
  const ages: number[] = input.age;
  const deathRates: number[] = input.deaths.map((d: number, i: number) => d / input.population[i]);
  const western = options.type === "cd";
  const rule = western ? "coale-demeny-west" : "keyfitz-flieger";
  const child = western ? (1.522 + 1.518 * deathRates[0]!) / 4 : 1.5 / 4;
  const deathFractions = fractions(ages, deathRates[0]!, "female", rule, child);
  const table = lifeTableFromRates({ ages, deathRates, deathFractions }, { radix: 1 });
  if (isUndefined(table)) return table;
  const { ax, qx, lx, dx, Lx, ex } = columns(table);
  return { x: ages, nax: ax, nMx: deathRates, nqx: qx, lx, ndx: dx, nLx: Lx, Tx: table.tableYearsAbove, ex };
}
