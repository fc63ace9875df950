import type { DraftFigure } from "../figures/figure.ts";
import type { Subject } from "../figures/subject.ts";
import { groupBy } from "../kernel/group-by.ts";
import type { Period } from "../kernel/period.ts";
import type { PlaceId } from "../places/place.ts";
import { placeSetRef } from "../places/place-set.ts";
import { type CountProfile, countProfile, sumProfiles } from "./count-profile.rules.ts";
import type { DatasetInUse } from "./dataset-in-use.ts";
import { draft, lastOfEach, originOf, rowsOf } from "./draft.ts";
import type { Indicator } from "./indicator.ts";
import type { CountRow } from "./mortality-tables.rules.ts";
import type { Readings } from "./readings.ts";

const key = "population";
const version = 1;

/** People living in a place, and in a set of places ("residents served"). */
export const population: Indicator = {
  key,
  version,
  title: { en: "People living here", es: "Personas que viven aquí" },
  term: { en: "Population", es: "Población" },
  meaning: {
    en: "How many people live here, by the census or an estimate. For a set of places it is the sum of its places.",
    es: "Cuántas personas viven aquí, según el censo o una estimación. Para un grupo de lugares es la suma de sus lugares.",
  },
  unit: "people",
  decimals: 0,
  better: "neither",
  make: (readings) => lastOfEach(readings.datasets.flatMap((dataset) => populationsOf(readings, dataset))),
};

function populationsOf({ people, placeSets }: Readings, dataset: DatasetInUse): readonly DraftFigure[] {
  const periods = groupBy(
    people.filter((row) => row.datasetId === dataset.id),
    (row) => `${row.yearFrom}-${row.yearTo}`,
  );
  return [...periods.values()].flatMap((rows) => {
    const period = { from: rows[0]!.yearFrom, to: rows[0]!.yearTo };
    const byPlace = new Map([...groupBy(rows, (row) => row.placeId)].map(([place, of]) => [place, bothSexes(of)]));
    const sets = placeSets.map((set) => [placeSetRef(set), sumOver(byPlace, set.places)] as const);
    return [...byPlace, ...sets].flatMap(([subject, profile]) =>
      profile ? [figure(dataset, subject, period, profile)] : [],
    );
  });
}

function bothSexes(rows: readonly CountRow[]): CountProfile | null {
  const of = (sex: string) => countProfile(rows.filter((row) => row.sex === sex));
  return of("all") ?? sumProfiles([of("female"), of("male")]);
}

const sumOver = (profiles: ReadonlyMap<PlaceId, CountProfile | null>, places: readonly PlaceId[]) =>
  sumProfiles(places.map((place) => profiles.get(place) ?? null));

function figure(dataset: DatasetInUse, subject: Subject, period: Period, profile: CountProfile): DraftFigure {
  const isSum = subject.startsWith("set:");
  return draft({
    indicator: key,
    version,
    naming: { subject, period, sex: "all", cause: "all" },
    computed: { value: profile.total, lower: null, upper: null },
    unit: "people",
    method: isSum ? "sum-of-places" : "as-published",
    origin: dataset.origin === "published" && !isSum ? "published" : originOf([dataset]),
    inputs: [rowsOf(dataset.id, profile.rows, profile.observations)],
    basis: { events: null, people: profile.total, doubt: null, decision: null },
  });
}
