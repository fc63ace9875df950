/** A standard population: the lower bounds of its bands, the last of them open, and how many people each holds. */
export type StandardPopulation = Readonly<{
  name: string;
  source: string;
  ages: readonly number[];
  people: readonly number[];
}>;

/** From 0 to 90. */
const everyFive = Array.from({ length: 19 }, (_, i) => 5 * i);

const nchs =
  "Klein RJ, Schoenborn CA. Age adjustment using the 2000 projected U.S. population. Healthy People Statistical Notes 20, NCHS 2001";

/** US year 2000 standard, the 11 groups of NCHS mortality reports, as weights of one million. */
export const us2000In11Bands: StandardPopulation = {
  name: "US 2000 standard population, 11 age groups",
  source: nchs,
  ages: [0, 1, 5, 15, 25, 35, 45, 55, 65, 75, 85],
  people: [13818, 55317, 145565, 138646, 135573, 162613, 134834, 87247, 66037, 44842, 15508],
};

const fiveYearGroups = [
  72533, 73032, 72169, 66478, 64529, 71044, 80762, 81851, 72118, 62716, 48454, 38793, 34264, 31773, 26999, 17842, 15508,
];

const seer =
  "National Cancer Institute, SEER. Standard populations (millions) for age-adjustment: 2000 U.S. standard million";

/** US year 2000 standard million, 19 groups: 0, 1–4, then five years each to 85+. */
export const us2000In19Bands: StandardPopulation = {
  name: "US 2000 standard million, 19 age groups",
  source: seer,
  ages: [0, 1, ...everyFive.slice(1, 18)],
  people: [13818, 55317, ...fiveYearGroups],
};

/** US year 2000 standard million, 18 groups: five years each from 0–4 to 85+. */
export const us2000In18Bands: StandardPopulation = {
  name: "US 2000 standard million, 18 age groups",
  source: seer,
  ages: everyFive.slice(0, 18),
  people: [69135, ...fiveYearGroups],
};

/** European standard population 2013, 19 groups: five years each from 0–4 to 90+. */
export const europe2013: StandardPopulation = {
  name: "European standard population 2013, 19 age groups",
  source: "Eurostat. Revision of the European Standard Population: report of Eurostat's task force, 2013",
  ages: everyFive,
  people: [
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
  ],
};
