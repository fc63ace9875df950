import type { DraftFigure, Figure } from "../figures/figure.ts";
import type { Subject } from "../figures/subject.ts";
import { goalReading } from "../goals/goal.rules.ts";
import type { Goal } from "../goals/goal.ts";
import type { Sex } from "../sources/observation.ts";
import type { ReleaseContent, SourceRow } from "./release-content.ts";

/** A draft of a figure: a life expectancy of West Garfield Park in 2010, but for what is said otherwise. */
export function draftOf(more: Partial<Omit<DraftFigure, "id">> = {}): DraftFigure {
  const figure = {
    ...{ indicator: "life-expectancy", indicatorVersion: 1, subject: "area:26", period: { from: 2010, to: 2010 } },
    ...{ sex: "all", cause: "all", state: "shown", reason: null, value: 68.8, lower: 66.9, upper: 70.6, level: 0.95 },
    ...{ unit: "years", method: "as-published", origin: "published" },
    inputs: [{ dataset: "city-1", rows: 1, observations: [26] }],
    basis: { events: null, people: null, doubt: null, decision: null },
    ...more,
  } as Omit<DraftFigure, "id">;
  const { indicator, subject, period, sex, cause } = figure;
  const years = period.from === period.to ? period.from : `${period.from}-${period.to}`;
  return { id: `${indicator}/${subject}/${years}/${sex}/${cause}`, ...figure };
}

/** A crude death rate of so many deaths among 100,000 people, with an interval that no rule takes offence at. */
export const rateOf = (
  subject: Subject,
  events: number,
  more: Readonly<{ sex?: Sex; cause?: string; indicator?: string }> = {},
): DraftFigure =>
  draftOf({
    ...{ subject, indicator: "death-rate-crude", unit: "per-100k", method: "crude-exact", origin: "computed" },
    ...{ value: events, lower: events * 0.9, upper: events * 1.1 },
    basis: { events, people: 100_000, doubt: null, decision: null },
    ...more,
  });

/** A figure as the publication rules would let it pass, for tests of what reads figures. */
export function figureOf(more: Partial<Omit<DraftFigure, "id">> = {}): Figure {
  const { basis: _, ...body } = draftOf(more);
  return body as Figure;
}

const bothLanguages = (words: string) => ({ en: words, es: words });

/** The content of a small release: a line, its goal, the gap of 2010 and the two life expectancies under it. */
export function contentOf(more: Partial<ReleaseContent> = {}): ReleaseContent {
  const loop = figureOf({ subject: "area:32", value: 85, lower: 83.6, upper: 86.4 });
  const garfield = figureOf();
  const gap = figureOf({
    ...{ indicator: "life-expectancy-gap", subject: "gap:area:32>area:26", value: 16.2, lower: 13.9, upper: 18.5 },
    ...{ method: "difference-of-independent", origin: "computed" },
    inputs: [{ figure: loop.id }, { figure: garfield.id }],
  });
  const goal: Goal = {
    ...{ id: "halve-the-gap", version: 1, title: bothLanguages("Halve the gap"), indicator: "life-expectancy-gap" },
    ...{ highPlaceId: "area:32", lowPlaceId: "area:26", baselineYear: 2010, baselineDatasetId: "city-1" },
    ...{ targetShare: 0.5, targetYear: 2030, source: "West Side United", adoptedOn: "2018-02-01" },
  };
  return {
    system: { slug: "rush", name: "RUSH", demonstration: false },
    front: {
      line: "set:the-line@1",
      goal: "halve-the-gap",
      numbers: [gap, loop, garfield].map(({ id }) => ({ figure: id, label: bothLanguages(id), remark: null })),
    },
    figures: [gap, garfield, loop].sort((a, b) => (a.id < b.id ? -1 : 1)),
    datasets: [],
    placeSets: [],
    goals: [goalReading(goal, [gap])!],
    claims: [],
    outlines: null,
    ...more,
  };
}

/** A row of a source: the life expectancy of West Garfield Park in 2010, but for what is said otherwise. */
export const sourceRowOf = (more: Partial<SourceRow> = {}): SourceRow => ({
  ...{ observation: 26, line: 27, measure: "life-expectancy-years", place: "area:26", yearFrom: 2010, yearTo: 2010 },
  ...{ sex: "all", ageFrom: 0, ageBelow: null, cause: "all", state: "shown", value: 68.8, lower: 66.9, upper: 70.6 },
  ...{ doubt: null, saidBy: null },
  ...more,
});
