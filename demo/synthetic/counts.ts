import { type BySexAndBand, bandStarts, sexes, syntheticYears } from "./bands.ts";
import { causeShares } from "./cause-shares.ts";
import { ageShares, peopleInYear, wholePeople } from "./people.ts";
import { type Random, seededRandom } from "./random.ts";
import { type Schedule, scheduleFor } from "./schedule.ts";
import { type SyntheticArea, syntheticAreas } from "./synthetic-area.ts";

/** The seed of the demonstration: the year of the goal. */
export const demonstrationSeed = 2030;

/** People and deaths of one area, year, sex and band; `deathsByCause` is in the order of `syntheticCauses`. */
export type SyntheticCell = Readonly<{
  area: number;
  year: number;
  sex: (typeof sexes)[number];
  band: number;
  people: number;
  deaths: number;
  deathsByCause: readonly number[];
}>;

/** All cells of all areas, by area, year, sex and band. The same seed gives the same cells. */
export const syntheticCells = (seed: number = demonstrationSeed): readonly SyntheticCell[] =>
  syntheticAreas.flatMap((area) => cellsOf(area, seededRandom(seed, area.area)));

function cellsOf(area: SyntheticArea, random: Random): SyntheticCell[] {
  const shares = ageShares(area, random);
  const years = syntheticYears.map((year) => ({ year, people: wholePeople(peopleInYear(area, year), shares) }));
  const schedule = scheduleFor(personYears(years.map(({ people }) => people)), area.targetYears);
  return years.flatMap(({ year, people }) =>
    sexes.flatMap((sex) =>
      bandStarts.map((_, band) => ({
        area: area.area,
        year,
        sex,
        band,
        people: people[sex][band]!,
        ...drawnDeaths(schedule, sex, band, people[sex][band]!, random),
      })),
    ),
  );
}

function personYears(people: readonly BySexAndBand[]): BySexAndBand {
  const summed = (sex: (typeof sexes)[number]) =>
    bandStarts.map((_, band) => people.reduce((sum, ofYear) => sum + ofYear[sex][band]!, 0));
  return { female: summed("female"), male: summed("male") };
}

/** Each cause is a Poisson count of its own, and so is what is left over; their sum is one too. */
function drawnDeaths(
  { burden, rates }: Schedule,
  sex: (typeof sexes)[number],
  band: number,
  people: number,
  random: Random,
): Pick<SyntheticCell, "deaths" | "deathsByCause"> {
  const expected = people * rates[sex][band]!;
  const shares = causeShares(burden, sex, band);
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
  const deathsByCause = shares.map((share) => random.poisson(expected * share));
  return { deaths: deathsByCause.reduce((sum, count) => sum + count, random.poisson(expected * rest)), deathsByCause };
}
