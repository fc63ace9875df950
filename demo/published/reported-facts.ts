import type { Fact } from "./fact.ts";

const toldByWorldData = "told by https://theworlddata.com/life-expectancy-in-chicago";
const toldByMetopio =
  "told by https://metopio.com/blog/mapping-recovery-how-chicago-tracks-life-expectancy-and-health-outcomes";
const toldByCbs = "told by https://www.cbsnews.com/news/chicago-loop-west-garfield-park-life-expectancy/";

/**
 * Newer figures of the City that were read in the words of others, without their intervals. The City's own data set
 * ends with 2010, and the Chicago Health Atlas, where newer years are kept, was not read: so they name no data set.
 */
export const reportedFacts: readonly Fact[] = [
  lifeExpectancy("city:chicago", 2019, 78.8, `${toldByWorldData}; ${toldByMetopio}`),
  lifeExpectancy("city:chicago", 2020, 75.2, `${toldByWorldData}; ${toldByMetopio}`),
  lifeExpectancy("city:chicago", 2023, 78.7, `${toldByWorldData}; ${toldByMetopio}`),
  lifeExpectancy("area:32", 2023, 87.3, `${toldByCbs}; ${toldByWorldData}`),
  lifeExpectancy("area:26", 2023, 66.6, `${toldByCbs}; ${toldByWorldData}`),
];

function lifeExpectancy(placeId: Fact["placeId"], year: number, value: number, note: string): Fact {
  return {
    measure: "life-expectancy-years",
    placeId,
    yearFrom: year,
    yearTo: year,
    value,
    lower: null,
    upper: null,
    publisher: "Chicago Department of Public Health",
    dataSet: "",
    note,
    standing: "reported",
  };
}
