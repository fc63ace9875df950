import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { claimReading } from "../claims/claim.rules.ts";
import { claims } from "../claims/claims.ts";
import type { DraftFigure } from "../figures/figure.ts";
import { goalReading } from "../goals/goal.rules.ts";
import { goals } from "../goals/goals.ts";
import { indicators } from "../indicators/indicators.ts";
import { readReadings } from "../indicators/read-readings.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import { placeSets } from "../places/place-sets.ts";
import { publishable } from "../publication/publication.rules.ts";
import { readPublishedBefore } from "../publication/read-published-before.ts";
import { datasetCards } from "./dataset-cards.ts";
import { frontPage } from "./front-pages.ts";
import { frozenBaselines } from "./frozen-baselines.ts";
import { outlinesOf } from "./outlines.ts";
import { gapPairs } from "./pairs.rules.ts";
import type { ReleaseContent } from "./release-content.ts";
import { type ReleaseInputs, versioned } from "./release-inputs.ts";

/** What a release says, and the drafts of its figures as they were before the rules looked at them. */
export type MadeContent = Readonly<{ content: ReleaseContent; drafts: readonly DraftFigure[] }>;

/**
 * Makes all that a release says from its inputs. Nothing else is looked at, no clock and no order of the database, so
 * that the same inputs give the same content for ever.
 */
export async function makeContent(
  db: Kysely<Database>,
  systemId: string,
  inputs: ReleaseInputs,
): Promise<Outcome<MadeContent>> {
  const system = await db
    .selectFrom("systems")
    .where("system_id", "=", systemId)
    .select(["slug", "name", "demonstration"])
    .executeTakeFirst();
  const front = await frontPage(db, systemId, inputs.frontPage);
  if (!system || !front)
    return refuse("conflict", "no-first-page", "A release needs a first page: the line, the goal and three numbers.");
  const sets = only(await placeSets(db, systemId), inputs.placeSets);
  const chosenGoals = only(await goals(db, systemId), inputs.goals);
  const chosenClaims = only(await claims(db, systemId), inputs.claims);
  const readings = await readReadings(db, systemId, {
    datasetIds: inputs.datasets.map((dataset) => dataset.id),
    placeSets: sets,
    pairs: gapPairs(chosenGoals, chosenClaims, sets, front.front.line),
    decisions: inputs.decisions,
  });
  const past = await readPublishedBefore(db, systemId, inputs.publishedBefore);
  const drafts = unique(indicators.flatMap((one) => one.make(readings)));
  const made = publishable(drafts, sets, past);
  const figures = inOrder([...made, ...(await frozenBaselines(db, systemId, chosenGoals, inputs.decisions, made))]);
  const content = {
    system,
    front: front.front,
    figures,
    datasets: await datasetCards(db, systemId, inputs.datasets),
    placeSets: sets,
    goals: chosenGoals.flatMap((goal) => goalReading(goal, figures) ?? []),
    claims: chosenClaims.map((claim) => claimReading(claim, figures)),
    outlines: await outlinesOf(db, systemId, readings.datasets),
  };
  return { content, drafts };
}

/** Those that are named, in the order in which they are named. */
const only = <T extends Readonly<{ id: string; version: number }>>(all: readonly T[], names: readonly string[]) => {
  const byName = new Map(all.map((one) => [versioned(one), one]));
  return names.flatMap((name) => byName.get(name) ?? []);
};

const inOrder = <T extends Readonly<{ id: string }>>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Two indicators that give the same id would make a figure mean two things: that is a bug, and stops the release. */
function unique(drafts: readonly DraftFigure[]): readonly DraftFigure[] {
  const sorted = inOrder(drafts);
  for (const [i, one] of sorted.entries())
    if (sorted[i + 1]?.id === one.id) throw new Error(`two figures have the id ${one.id}`);
  return sorted;
}
