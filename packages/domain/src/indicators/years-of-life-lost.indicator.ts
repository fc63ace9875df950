import { isUndefined, yearsOfLifeLost } from "@evenspan/stats";
import type { DraftFigure } from "../figures/figure.ts";
import { type Computed, notComputable, publishedElseComputed } from "./draft.ts";
import type { Indicator } from "./indicator.ts";
import type { MortalityTable } from "./mortality-tables.rules.ts";
import { publishedValues } from "./published-values.ts";
import { tableFigure } from "./table-figure.ts";

const key = "years-of-life-lost";
const version = 1;

/** Years of potential life lost before 75 per 100,000 people under 75; published ones are passed on, others computed. */
export const yearsOfLifeLostRate: Indicator = {
  key,
  version,
  title: {
    en: "Years of life lost before age 75",
    es: "Años de vida perdidos antes de los 75",
  },
  term: {
    en: "Years of potential life lost before 75, per 100,000",
    es: "Años potenciales de vida perdidos antes de los 75, por 100,000",
  },
  meaning: {
    en: "How many years of life before 75 are lost to deaths each year, for every 100,000 people. A death at 20 counts 55 years, a death at 70 counts 5.",
    es: "Cuántos años de vida antes de los 75 se pierden por muertes cada año, por cada 100,000 personas. Una muerte a los 20 cuenta 55 años; a los 70, cuenta 5.",
  },
  unit: "per-100k",
  decimals: 0,
  better: "lower",
  make: (readings) =>
    publishedElseComputed(
      publishedValues(readings, "ypll-rate-per-100k", { indicator: key, version, unit: "per-100k" }),
      readings.mortality.filter(({ bands }) => bands?.ages.includes(limitAge)).map(rateOf),
    ),
};

const limitAge = 75;

/** It rests on the deaths before 75 alone, and must be judged by them: seven of them among fifty are seven. */
function rateOf(table: MortalityTable): DraftFigure {
  const { ages, deaths, personYears } = table.bands!;
  const made = yearsOfLifeLost({ ages, deaths, personYears }, { before: limitAge });
  const computed: Computed = isUndefined(made) ? notComputable : made.rate;
  return tableFigure(table, {
    indicator: key,
    version,
    unit: "per-100k",
    method: "years-of-life-lost-75",
    computed,
    events: before(ages, deaths),
    people: before(ages, personYears),
  });
}

const before = (ages: readonly number[], counts: readonly number[]): number =>
  counts.reduce((sum, count, i) => (ages[i]! < limitAge ? sum + count : sum), 0);
