import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import type { Figure } from "../figures/figure.ts";
import { restsOn } from "../figures/rests-on.ts";
import { gapSubject } from "../figures/subject.ts";
import type { Goal } from "../goals/goal.ts";
import { figureId } from "../indicators/draft.ts";
import { goalBaseline } from "../indicators/goal-baseline.indicator.ts";
import { indicators } from "../indicators/indicators.ts";
import { readReadings } from "../indicators/read-readings.ts";
import { publishable } from "../publication/publication.rules.ts";
import type { ReleaseInputs } from "./release-inputs.ts";

/**
 * The baselines that a later dataset has moved: for each goal whose figure of the baseline year now rests on other data,
 * the figure that its own dataset gives, under the indicator goal-baseline. A goal then keeps what was promised.
 */
export async function frozenBaselines(
  db: Kysely<Database>,
  systemId: string,
  goals: readonly Goal[],
  decisions: ReleaseInputs["decisions"],
  figures: readonly Figure[],
): Promise<readonly Figure[]> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const moved = goals.filter((goal) => {
    const now = byId.get(baselineId(goal.indicator, goal));
    return now && restsOn(now, byId).some((dataset) => dataset !== goal.baselineDatasetId);
  });
  const frozen: Figure[] = [];
  for (const goal of moved) {
    const { baselineDatasetId, highPlaceId: high, lowPlaceId: low } = goal;
    const chosen = { datasetIds: [baselineDatasetId], placeSets: [], pairs: [{ high, low }], decisions };
    const readings = await readReadings(db, systemId, chosen);
    const then = publishable(
      indicators.flatMap((one) => one.make(readings)),
      [],
    );
    const gap = then.find((figure) => figure.id === baselineId(goal.indicator, goal));
    if (gap) frozen.push(asBaseline(gap, goal, new Map(then.map((figure) => [figure.id, figure]))));
  }
  return frozen;
}

/** The id of a goal's figure of the baseline year under an indicator: its own, or goal-baseline. */
const baselineId = (indicator: string, { highPlaceId, lowPlaceId, baselineYear: year }: Goal): string =>
  figureId(indicator, {
    subject: gapSubject(highPlaceId, lowPlaceId),
    period: { from: year, to: year },
    sex: "all",
    cause: "all",
  });

/** It rests on rows alone: the figures of its two ends are not those of the release. */
function asBaseline(gap: Figure, goal: Goal, byId: ReadonlyMap<string, Figure>): Figure {
  const rows = gap.inputs.flatMap((input) => ("figure" in input ? byId.get(input.figure)!.inputs : [input]));
  const [first, ...others] = rows;
  const { key, version } = goalBaseline;
  return {
    ...gap,
    id: baselineId(key, goal),
    indicator: key,
    indicatorVersion: version,
    inputs: [first!, ...others],
  };
}
