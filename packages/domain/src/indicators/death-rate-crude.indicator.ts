import { type CrudeRateMethod, crudeRate, isUndefined } from "@evenspan/stats";
import type { DraftFigure } from "../figures/figure.ts";
import { lastOfEach, notComputable } from "./draft.ts";
import type { Indicator } from "./indicator.ts";
import type { MortalityTable } from "./mortality-tables.rules.ts";
import { tableFigure } from "./table-figure.ts";

const key = "death-rate-crude";
const version = 1;

/**
 * The interval rule by source. The City's own tables are given the City's rule (exact below 100 deaths, normal from
 * there, both from the rounded rate), so that what we print agrees with what it printed; all else is exact.
 */
const intervalRuleOf = (sourceKey: string): CrudeRateMethod =>
  sourceKey === "chicago-causes-of-death" ? "chicago-2006-2010" : "exact";

/** Deaths per 100,000 people a year, as they happened. */
export const deathRateCrude: Indicator = {
  key,
  version,
  title: { en: "Deaths for every 100,000 people", es: "Muertes por cada 100,000 personas" },
  term: { en: "Crude death rate", es: "Tasa bruta de mortalidad" },
  meaning: {
    en: "How many people died in a year for every 100,000 living here. Places with more older people have more deaths, so this is not for comparing places.",
    es: "Cuántas personas murieron al año por cada 100,000 que viven aquí. Donde hay más personas mayores hay más muertes, así que no sirve para comparar lugares.",
  },
  unit: "per-100k",
  decimals: 1,
  better: "lower",
  make: (readings) => lastOfEach(readings.mortality.map(rateOf)),
};

function rateOf(table: MortalityTable): DraftFigure {
  const method = intervalRuleOf(table.deathsDataset.sourceKey);
  const made = crudeRate({ events: table.deaths.total, personYears: table.people.total }, { method });
  return tableFigure(table, {
    indicator: key,
    version,
    unit: "per-100k",
    method: method === "exact" ? "crude-exact" : "crude-chicago-2006-2010",
    computed: isUndefined(made) ? notComputable : made,
  });
}
