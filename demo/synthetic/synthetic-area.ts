import { censusPeopleByArea } from "../published/census-population.ts";
import { hardshipByArea } from "../published/hardship.ts";
import { lifeExpectancyByArea } from "../published/life-expectancy.ts";
import { reportedFacts } from "../published/reported-facts.ts";

/** What an area's synthetic people and deaths are made from: published figures, and the life expectancy to be met. */
export type SyntheticArea = Readonly<{
  area: number;
  people2010: number;
  /** From 1 to 98. */
  hardship: number;
  /** Years: what a life table of 2015–2019 would show if chance had no part in it. */
  targetYears: number;
}>;

const publishedYears2010 = (area: number): number => lifeExpectancyByArea[area - 1]![7];
const reportedYears2023 = (area: number): number =>
  reportedFacts.find(({ placeId, yearFrom }) => placeId === `area:${area}` && yearFrom === 2023)!.value;

const [loop, westGarfieldPark] = [32, 26];
/** 2017, the middle of 2015–2019, lies seven thirteenths of the way from 2010 to 2023. */
const wayTo2023 = 7 / 13;
const changeAtLoop = reportedYears2023(loop) - publishedYears2010(loop);
const changeAtWestGarfieldPark = reportedYears2023(westGarfieldPark) - publishedYears2010(westGarfieldPark);

/**
 * The 77 areas with their targets.
 *
 * A target is the published value of 2010 and seven thirteenths of a change to 2023. Only two changes are known, +2.3
 * at the Loop and −2.2 at West Garfield Park; those of the other areas are invented, on the straight line through the
 * two by the value of 2010. Dunning's doubtful 79.8 is used as printed.
 */
export const syntheticAreas: readonly SyntheticArea[] = lifeExpectancyByArea.map(([area]) => ({
  area,
  people2010: censusPeopleByArea[area - 1]!,
  hardship: hardshipByArea[area - 1]!,
  targetYears: publishedYears2010(area) + wayTo2023 * inventedChange(publishedYears2010(area)),
}));

function inventedChange(years2010: number): number {
  const low = publishedYears2010(westGarfieldPark);
  const slope = (changeAtLoop - changeAtWestGarfieldPark) / (publishedYears2010(loop) - low);
  return changeAtWestGarfieldPark + slope * (years2010 - low);
}
