import type { Subject } from "../figures/subject.ts";
import { groupBy } from "../kernel/group-by.ts";
import type { Period } from "../kernel/period.ts";
import type { PlaceId } from "../places/place.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import type { Sex } from "../sources/observation.ts";
import {
  type CountCell,
  type CountProfile,
  countProfile,
  countsIn,
  sharedAges,
  sumProfiles,
} from "./count-profile.rules.ts";
import type { DatasetInUse } from "./dataset-in-use.ts";

/** A row of counts as read: deaths pooled over a period, or people of one year. */
export type CountRow = CountCell &
  Readonly<{ datasetId: string; placeId: PlaceId; yearFrom: number; yearTo: number; sex: Sex; cause: string }>;

/** Deaths and person-years of one subject, period, sex and cause: what every rate and life table is made from. */
export type MortalityTable = Readonly<{
  subject: Subject;
  period: Period;
  sex: Sex;
  cause: string;
  deaths: CountProfile;
  /** People of each year of the period, added: person-years, taking each year's estimate as its mid-year. */
  people: CountProfile;
  /** By age, in the finest bands that both files share; null where one of them tells no ages. */
  bands: Readonly<{ ages: readonly number[]; deaths: readonly number[]; personYears: readonly number[] }> | null;
  deathsDataset: DatasetInUse;
  peopleDataset: DatasetInUse;
}>;

/**
 * Every table that the counts allow: for each place of a deaths file, and for each set all of whose places are in it.
 *
 * People come from the newest file that covers the period. Invented deaths are divided by invented people only, and
 * counted deaths by counted people only; where that leaves none, there is no table.
 */
export function mortalityTables(
  deaths: readonly CountRow[],
  people: readonly CountRow[],
  datasets: readonly DatasetInUse[],
  sets: readonly PlaceSet[],
): readonly MortalityTable[] {
  const peopleOf = profilesByKey(people);
  const deathsOf = profilesByKey(deaths);
  const tables: MortalityTable[] = [];
  for (const deathsDataset of datasets) {
    const strata = groupBy(
      strataOf(deaths, deathsDataset.id),
      ({ period, sex }) => `${period.from}-${period.to} ${sex}`,
    );
    const ranked = rankedPeople(datasets, deathsDataset, people);
    for (const [subject, places] of subjectsOf(deaths, deathsDataset.id, sets))
      for (const causes of strata.values()) {
        const found = peopleFor(peopleOf, ranked, places, causes[0]!);
        for (const stratum of found ? causes : []) {
          const dead = sumProfiles(places.map((place) => profileOf(deathsOf, deathsDataset.id, place, stratum)));
          if (dead) tables.push(table(subject, stratum, dead, found!.people, deathsDataset, found!.dataset));
        }
      }
  }
  return tables;
}

type Stratum = Readonly<{ period: Period; sex: Sex; cause: string }>;

function table(
  subject: Subject,
  { period, sex, cause }: Stratum,
  deaths: CountProfile,
  people: CountProfile,
  deathsDataset: DatasetInUse,
  peopleDataset: DatasetInUse,
): MortalityTable {
  const ages = sharedAges([deaths.bands, people.bands]);
  const bands = ages && {
    ages,
    deaths: countsIn(deaths.bands!, ages),
    personYears: countsIn(people.bands!, ages),
  };
  return { subject, period, sex, cause, deaths, people, bands, deathsDataset, peopleDataset };
}

type Profiles = ReadonlyMap<string, CountProfile | null>;

const key = (dataset: string, place: string, from: number, to: number, sex: Sex, cause: string): string =>
  `${dataset}|${place}|${from}|${to}|${sex}|${cause}`;

function profilesByKey(rows: readonly CountRow[]): Profiles {
  const cells = groupBy(rows, (r) => key(r.datasetId, r.placeId, r.yearFrom, r.yearTo, r.sex, r.cause));
  return new Map([...cells].map(([name, of]) => [name, countProfile(of)]));
}

/** Both sexes together: as the file gives them, else women and men added. */
function profileOf(
  profiles: Profiles,
  dataset: string,
  place: PlaceId,
  { period, sex, cause }: Stratum,
): CountProfile | null {
  const of = (one: Sex) => profiles.get(key(dataset, place, period.from, period.to, one, cause)) ?? null;
  if (sex !== "all") return of(sex);
  return of("all") ?? sumProfiles([of("female"), of("male")]);
}

/** The periods, sexes and causes that a file tells; "all" sexes also where it tells women and men apart. */
function strataOf(rows: readonly CountRow[], dataset: string): readonly Stratum[] {
  const strata = new Map<string, Stratum>();
  const bothSexes = new Map<string, Set<Sex>>();
  for (const { datasetId, yearFrom, yearTo, sex, cause } of rows) {
    if (datasetId !== dataset) continue;
    const within = `${yearFrom}|${yearTo}|${cause}`;
    strata.set(`${within}|${sex}`, { period: { from: yearFrom, to: yearTo }, sex, cause });
    const sexes = bothSexes.get(within) ?? new Set<Sex>();
    bothSexes.set(within, sexes.add(sex));
    if (sexes.has("female") && sexes.has("male"))
      strata.set(`${within}|all`, { period: { from: yearFrom, to: yearTo }, sex: "all", cause });
  }
  return [...strata.values()];
}

function subjectsOf(
  rows: readonly CountRow[],
  dataset: string,
  sets: readonly PlaceSet[],
): readonly (readonly [Subject, readonly PlaceId[]])[] {
  const places = new Set(rows.filter((row) => row.datasetId === dataset).map((row) => row.placeId));
  const whole = sets.filter((set) => set.places.every((place) => places.has(place)));
  return [
    ...[...places].map((place) => [place, [place]] as const),
    ...whole.map((set) => [placeSetRef(set), set.places] as const),
  ];
}

/** Population files in the order to try them, the newest first. */
function rankedPeople(
  datasets: readonly DatasetInUse[],
  deaths: DatasetInUse,
  people: readonly CountRow[],
): readonly DatasetInUse[] {
  const present = new Set(people.map((row) => row.datasetId));
  const newestFirst = datasets.filter((dataset) => present.has(dataset.id)).reverse();
  const invented = (dataset: DatasetInUse) => dataset.origin === "synthetic";
  return newestFirst.filter((dataset) => invented(dataset) === invented(deaths));
}

function peopleFor(
  profiles: Profiles,
  ranked: readonly DatasetInUse[],
  places: readonly PlaceId[],
  { period, sex }: Stratum,
): Readonly<{ people: CountProfile; dataset: DatasetInUse }> | null {
  for (const dataset of ranked) {
    const parts: (CountProfile | null)[] = [];
    for (let year = period.from; year <= period.to; year++)
      for (const place of places)
        parts.push(profileOf(profiles, dataset.id, place, { period: { from: year, to: year }, sex, cause: "all" }));
    const people = sumProfiles(parts);
    if (people && people.total > 0) return { people, dataset };
  }
  return null;
}
