import type { Known } from "@evenspan/disclosure-audit/attack-record";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import { publicationRules } from "../publication/publication.rules.ts";
import type { ToldRelease } from "../told/told-release.ts";
import { knownNow, knownThen } from "./known-bounds.ts";
import { leakSentence } from "./leak-sentence.ts";

/** What was tried on a release before it could be signed, for its manifest. */
export type AttackSummary = Readonly<{
  by: readonly string[];
  /** Tables of counts that hang together, the unseen cells in them, and those among them that the release keeps. */
  tables: number;
  cells: number;
  withheld: number;
  /** A release in which these were not none was refused. */
  recovered: 0;
  boundedTooTightly: 0;
  /** Kept counts that earlier releases gave away by themselves: to refuse this one would protect nobody. */
  knownBefore: number;
  /** Kept counts on which not all was tried, by what was left out. */
  untried: Readonly<{ linearBounds: number; elimination: number; contradicting: number; beforeApart: number }>;
}>;

/**
 * Attacks a release as an outsider would who has its files and those of all earlier ones: every sum of counts is solved
 * together, by narrowing, elimination and linear programming.
 *
 * It reads what is published and nothing else, so that it does not share the mistakes of the rules that decided what to
 * keep. A count of 1 to 10 that is kept must stay possible from 1 to 10; where it does not, the release is refused, unless
 * earlier ones told as much.
 *
 * @param before earlier releases, the oldest first
 * @param truth true numbers by id: a kept count that is not small may be known better, and one that was restated may be
 *   thought to be what it was
 */
export async function attackRelease(
  today: ToldRelease,
  before: readonly ToldRelease[],
  truth: ReadonlyMap<string, number>,
): Promise<Outcome<AttackSummary>> {
  const { told, attacked, beforeApart } = await knownNow(today, before, truth);
  const leaks = [...attacked.known].filter(([id, bounds]) => isLeak(bounds, truth.get(id)));
  const then = leaks.length > 0 ? await knownThen(before, new Set(leaks.map(([id]) => id))) : undefined;
  const ours = leaks.filter(([id, bounds]) => isCloser(bounds, then?.get(id)));
  if (ours.length > 0) {
    const names = ours.map(([id]) => told.counts.get(id)!.name);
    return refuse("conflict", "count-can-be-worked-out", leakSentence(names, today.placeSets));
  }
  return {
    by: ["narrowing", "elimination", "linear programming (HiGHS)"],
    tables: attacked.systems,
    cells: attacked.cells,
    withheld: [...told.counts.values()].filter(({ kept }) => kept.has("today")).length,
    ...{ recovered: 0, boundedTooTightly: 0, knownBefore: leaks.length },
    untried: { ...attacked.untried, beforeApart },
  };
}

const most = publicationRules.largestWithheldCount;

/** A small count must stay possible from 1 to the largest that is kept; of others a reader must not learn that they are. */
function isLeak({ lower, upper }: Known, count: number | undefined): boolean {
  const isNarrow = lower > 1 || upper < most;
  const isSmall = count === undefined ? upper >= 1 && upper <= most : count >= 1 && count <= most;
  return isSmall && isNarrow;
}

const isCloser = ({ lower, upper }: Known, then: Known | undefined): boolean =>
  then === undefined || lower > then.lower || upper < then.upper;
