import type { Sex } from "../sources/observation.ts";
import type { DraftFigure, Figure } from "./figure.ts";
import type { Subject } from "./subject.ts";

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
