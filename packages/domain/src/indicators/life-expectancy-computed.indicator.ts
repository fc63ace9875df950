import { isUndefined, lifeExpectancy } from "@evenspan/stats";
import type { DraftFigure } from "../figures/figure.ts";
import { type Computed, lastOfEach, notComputable } from "./draft.ts";
import type { Indicator } from "./indicator.ts";
import type { MortalityTable } from "./mortality-tables.rules.ts";
import { tableFigure } from "./table-figure.ts";

const key = "life-expectancy-computed";
const version = 1;

/** Life expectancy at birth computed here from counts of deaths and people by age. */
export const lifeExpectancyComputed: Indicator = {
  key,
  version,
  title: { en: "How long people can expect to live, computed here", es: "Cuánto pueden esperar vivir, calculado aquí" },
  term: { en: "Life expectancy at birth from counts", es: "Esperanza de vida al nacer a partir de recuentos" },
  meaning: {
    en: "The same idea as the published life expectancy, worked out here from deaths and people by age, so that every step can be checked.",
    es: "La misma idea que la esperanza de vida publicada, calculada aquí con las muertes y los habitantes por edad, para que se pueda comprobar cada paso.",
  },
  unit: "years",
  decimals: 1,
  better: "higher",
  make: (readings) =>
    lastOfEach(readings.mortality.filter((table) => table.cause === "all" && table.bands).map(expectancyOf)),
};

/** Chiang's abridged table with Silcocks' variance, in the finest age bands that deaths and people share. */
function expectancyOf(table: MortalityTable): DraftFigure {
  const { ages, deaths, personYears } = table.bands!;
  const made = lifeExpectancy({ ages, deaths, personYears }, { variance: "silcocks" });
  const computed: Computed = isUndefined(made) ? notComputable : made;
  return tableFigure(table, { indicator: key, version, unit: "years", method: "chiang-silcocks", computed });
}
