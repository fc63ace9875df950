import { directRate, isUndefined, us2000In11Bands } from "@evenspan/stats";
import type { DraftFigure } from "../figures/figure.ts";
import { countsIn, sharedAges } from "./count-profile.rules.ts";
import { type Computed, notComputable, publishedElseComputed } from "./draft.ts";
import type { Indicator } from "./indicator.ts";
import type { MortalityTable } from "./mortality-tables.rules.ts";
import { publishedValues } from "./published-values.ts";
import { tableFigure } from "./table-figure.ts";

const key = "death-rate-adjusted";
const version = 1;

/** Deaths per 100,000 as if every place had the same mix of ages; published ones are passed on, others computed. */
export const deathRateAdjusted: Indicator = {
  key,
  version,
  title: {
    en: "Deaths for every 100,000 people, with age made equal",
    es: "Muertes por cada 100,000 personas, igualando la edad",
  },
  term: { en: "Age-adjusted death rate", es: "Tasa de mortalidad ajustada por edad" },
  meaning: {
    en: "What the yearly death rate would be if every place had the same mix of ages, that of the United States in 2000. It is for comparing places, and is not the number of people who died.",
    es: "Cuál sería la tasa anual de mortalidad si todos los lugares tuvieran la misma mezcla de edades, la de los Estados Unidos en 2000. Sirve para comparar lugares; no es el número de personas que murieron.",
  },
  unit: "per-100k",
  decimals: 1,
  better: "lower",
  make: (readings) =>
    publishedElseComputed(
      publishedValues(readings, "adjusted-death-rate-per-100k", { indicator: key, version, unit: "per-100k" }),
      readings.mortality.filter((table) => table.bands).map(rateOf),
    ),
};

function rateOf(table: MortalityTable): DraftFigure {
  return tableFigure(table, {
    indicator: key,
    version,
    unit: "per-100k",
    method: "direct-fay-feuer",
    computed: adjusted(table),
  });
}

/** In the bands that the table and the US 2000 standard (11 groups) share; none is split. */
function adjusted({ bands }: MortalityTable): Computed {
  const standard = us2000In11Bands.ages.map((ageFrom, i) => ({ ageFrom, count: us2000In11Bands.people[i]! }));
  const inTable = (counts: readonly number[]) => bands!.ages.map((ageFrom, i) => ({ ageFrom, count: counts[i]! }));
  const ages = sharedAges([standard, inTable(bands!.deaths)]);
  if (!ages) return notComputable;
  const made = directRate({
    events: countsIn(inTable(bands!.deaths), ages),
    personYears: countsIn(inTable(bands!.personYears), ages),
    standardPopulation: countsIn(standard, ages),
  });
  return isUndefined(made) ? notComputable : made;
}
