import { censusPeopleByArea, censusPeopleOfChicago } from "./census-population.ts";
import type { Fact } from "./fact.ts";
import { hardshipByArea } from "./hardship.ts";
import { lifeExpectancyByArea, lifeExpectancyYears } from "./life-expectancy.ts";

const bareFact = { lower: null, upper: null, note: "", standing: "published" } as const;

/** What the City published about each community area and about itself: life expectancy, people, hardship. */
export const cityFacts = (): readonly Fact[] => [
  ...lifeExpectancyByArea.flatMap(([area, ...numbers]) =>
    lifeExpectancyYears.map((year, i) => lifeExpectancy(area, year, numbers.slice(3 * i, 3 * i + 3))),
  ),
  lifeExpectancyOfChicago,
  ...censusPeopleByArea.map((people, i) => population(`area:${i + 1}`, people)),
  population("city:chicago", censusPeopleOfChicago),
  ...hardshipByArea.map((index, i) => hardship(i + 1, index)),
];

function lifeExpectancy(area: number, year: number, [value, lower, upper]: readonly number[]): Fact {
  return {
    ...bareFact,
    measure: "life-expectancy-years",
    placeId: `area:${area}`,
    yearFrom: year,
    yearTo: year,
    value: value!,
    lower: lower!,
    upper: upper!,
    publisher: "Chicago Department of Public Health",
    dataSet: "qjr3-bm53",
  };
}

const lifeExpectancyOfChicago: Fact = {
  ...bareFact,
  measure: "life-expectancy-years",
  placeId: "city:chicago",
  yearFrom: 2010,
  yearTo: 2010,
  value: 77.8,
  publisher: "Chicago Department of Public Health",
  dataSet: "Life Expectancy in Chicago, Healthy Chicago Reports, June 2014",
};

function population(placeId: Fact["placeId"], people: number): Fact {
  return {
    ...bareFact,
    measure: "population",
    placeId,
    yearFrom: 2010,
    yearTo: 2010,
    value: people,
    publisher: "US Census Bureau",
    dataSet: "2010 Census, by community area in the City's population table 1999-2012",
  };
}

function hardship(area: number, index: number): Fact {
  return {
    ...bareFact,
    measure: "hardship-index",
    placeId: `area:${area}`,
    yearFrom: 2008,
    yearTo: 2012,
    value: index,
    publisher: "City of Chicago",
    dataSet: "kn9c-c2s2",
  };
}
