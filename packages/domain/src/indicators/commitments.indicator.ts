import type { Indicator } from "./indicator.ts";
import { publishedValues } from "./published-values.ts";

/** Money that an organization says it has committed. */
export const commitments: Indicator = {
  key: "commitments",
  version: 1,
  title: { en: "Money committed", es: "Dinero comprometido" },
  term: { en: "Published commitment", es: "Compromiso publicado" },
  meaning: {
    en: "An amount that an organization has published as committed. It is what was promised, and may be loans that are paid back. It is not what was spent.",
    es: "Una cantidad que una organización publicó como comprometida. Es lo prometido, y pueden ser préstamos que se devuelven. No es lo gastado.",
  },
  unit: "usd",
  decimals: 0,
  better: "neither",
  make: (readings) => publishedValues(readings, "usd-committed", { indicator: "commitments", version: 1, unit: "usd" }),
};
