import type { Indicator } from "./indicator.ts";
import { publishedValues } from "./published-values.ts";

/** Life expectancy at birth as its publisher printed it. */
export const lifeExpectancyPublished: Indicator = {
  key: "life-expectancy",
  version: 1,
  title: { en: "How long people can expect to live", es: "Cuánto pueden esperar vivir las personas" },
  term: { en: "Life expectancy at birth", es: "Esperanza de vida al nacer" },
  meaning: {
    en: "How long a baby born in this place would live, on average, if the death rates of that year stayed the same all its life. It sums up deaths at all ages. It does not foretell any one person’s life.",
    es: "Cuánto viviría en promedio un bebé nacido en este lugar si las tasas de mortalidad de ese año se mantuvieran toda su vida. Resume las muertes a todas las edades. No predice la vida de ninguna persona.",
  },
  unit: "years",
  decimals: 1,
  better: "higher",
  make: (readings) =>
    publishedValues(readings, "life-expectancy-years", { indicator: "life-expectancy", version: 1, unit: "years" }),
};
