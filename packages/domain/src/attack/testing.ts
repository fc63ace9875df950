import { crudeRate, isUndefined } from "@evenspan/stats";
import { releaseDocuments } from "../documents/documents.ts";
import type { Figure } from "../figures/figure.ts";
import type { Subject } from "../figures/subject.ts";
import type { Period } from "../kernel/period.ts";
import type { PlaceSet } from "../places/place-set.ts";
import type { SourceRow } from "../releases/release-content.ts";
import { contentOf, figureOf } from "../releases/testing.ts";
import { type ToldRelease, toldRelease } from "../told/told-release.ts";

/** A release as its readers find it: its figures, the rows of its files, its place sets. */
export const releaseOf = (
  figures: readonly Figure[],
  sets: readonly PlaceSet[] = [],
  rows: Readonly<Record<string, readonly SourceRow[]>> = {},
): ToldRelease => toldRelease(releaseDocuments(contentOf({ figures, placeSets: sets }), new Map(Object.entries(rows))));

/** What a figure of a test is about; deaths of all causes in 2010 among 100,000 people, unless told otherwise. */
type About = Readonly<{ sex?: Figure["sex"]; cause?: string; period?: Period; people?: number; decimals?: number }>;

const shapeOf = (subject: Subject, { sex = "all", cause = "all", period = { from: 2010, to: 2010 } }: About) =>
  ({ indicator: "death-rate-crude", subject, period, sex, cause, unit: "per-100k", method: "crude-exact" }) as const;

/** The crude rate of so many deaths as a release shows it: its limits are those that the program works out. */
export function rateShown(subject: Subject, deaths: number, about: About = {}): Figure {
  const { people = 100_000, decimals } = about;
  const rate = crudeRate({ events: deaths, personYears: people });
  if (isUndefined(rate)) throw new Error(rate.message);
  const printed = (value: number) => (decimals === undefined ? value : Number(value.toFixed(decimals)));
  const { value, lower, upper } = rate;
  const limits = decimals === undefined ? { lower, upper } : { lower: null, upper: null, level: null };
  return figureOf({ ...shapeOf(subject, about), value: printed(value), ...limits });
}

/** A crude rate that is kept back. */
export const rateKept = (subject: Subject, about: About = {}): Figure =>
  figureOf({
    ...{ ...shapeOf(subject, about), state: "suppressed", reason: "protects-people" },
    ...{ value: null, lower: null, upper: null, level: null },
  });

/** A count of people as a release shows it. */
export const peopleShown = (subject: Subject, people: number, year = 2010): Figure =>
  figureOf({
    ...{ indicator: "population", subject, period: { from: year, to: year }, value: people, unit: "people" },
    ...{ lower: null, upper: null, level: null },
  });
