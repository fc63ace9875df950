import type { Indicator } from "./indicator.ts";
import { publishedValues } from "./published-values.ts";

/** The hardship index of the City, 0 to 100. */
export const hardship: Indicator = {
  key: "hardship",
  version: 1,
  title: { en: "Hardship that people were left to face", es: "Dificultades que se dejó a la gente enfrentar" },
  term: { en: "Hardship index", es: "Índice de dificultad económica" },
  meaning: {
    en: "One number from six: crowded housing, poverty, work, schooling, ages that depend on others, and income. 100 is the most hardship among the areas of the city. High hardship and shorter lives do not always go together.",
    es: "Un número a partir de seis: vivienda hacinada, pobreza, trabajo, escolaridad, edades dependientes e ingreso. 100 es la mayor dificultad entre las áreas de la ciudad. Más dificultad y vidas más cortas no siempre van juntas.",
  },
  unit: "index-0-100",
  decimals: 0,
  better: "lower",
  make: (readings) =>
    publishedValues(readings, "hardship-index", { indicator: "hardship", version: 1, unit: "index-0-100" }),
};
