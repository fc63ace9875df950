import type { Fact } from "./fact.ts";

/** What RUSH publishes about itself. */
export const rushFacts: readonly Fact[] = [
  {
    measure: "usd-committed",
    placeId: "system:rush",
    yearFrom: 2018,
    yearTo: 2018,
    value: 6_000_000,
    lower: null,
    upper: null,
    publisher: "RUSH University System for Health",
    dataSet: "By the Numbers, https://www.rush.edu/rush-community",
    note:
      "Printed as invested since 2018: $6.00 million. It is the pledge of September 2017 to lend over three years " +
      "through community development financial institutions (CDFIs): loans that are repaid, not grants.",
    standing: "published",
  },
];
