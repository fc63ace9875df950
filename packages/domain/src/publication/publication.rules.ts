import { nchsRatePresentation } from "@evenspan/stats";
import type { DraftFigure, Figure, FigureBody, Withheld } from "../figures/figure.ts";
import type { ValueState } from "../kernel/value-state.ts";
import type { PlaceSet } from "../places/place-set.ts";
import { nothingPublished, type PublishedBefore } from "./published-before.rules.ts";
import { subtractionWithholds } from "./subtraction.rules.ts";

/**
 * What may be published. Every figure passes here, and this is the only place that gives a `Figure` its brand.
 * The numbers of the rules, with whose rule each is:
 */
export const publicationRules = {
  /** Goes up when the same drafts would give other figures, so that a release says by which rules it was made. */
  version: 2,
  /**
   * Counts from 1 to 10, and every rate that would give one away, are withheld; zero may be told, where it stands in no
   * sum with one of them.
   * Centers for Medicare & Medicaid Services, cell size suppression policy (ResDAC, article 1506).
   */
  largestWithheldCount: 10,
  /**
   * Fewer events than this make no rate.
   * Parker JD and others, Data presentation standards for rates and counts, NCHS Vital Health Stat 2(200), 2023; the
   * same standard withholds a rate whose interval is wider than 160% of it.
   */
  fewestEventsOfRate: 10,
  /**
   * A life expectancy whose 95% interval is wider than this many years is withheld.
   * Los Angeles County Department of Public Health drops estimates with intervals over 6 years.
   */
  widestLifeExpectancyYears: 6,
} as const;

/**
 * Applies the rules to all drafts of a release together, and beside what earlier releases told: a figure also falls with
 * what it was made from.
 */
export function publishable(
  drafts: readonly DraftFigure[],
  sets: readonly PlaceSet[],
  past: PublishedBefore = nothingPublished,
): readonly Figure[] {
  const first = new Map(drafts.map((draft) => [draft.id, verdict(draft)]));
  const stateOf = (id: string): ValueState => first.get(id)?.state ?? "shown";
  for (const id of subtractionWithholds(drafts, sets, stateOf, publicationRules.largestWithheldCount, past))
    if (isThere(stateOf(id))) first.set(id, kept);
  return drafts.map((draft) => checked(draft, inherited(draft, first)));
}

const kept = { state: "suppressed", reason: "protects-people" } as const;

/** A figure that was found too unsure has a value, too: that it is unsure would tell that its count is not small. */
const isThere = (state: ValueState): boolean => state === "shown" || state === "unreliable";

/** Why a figure is not shown; null where it is. */
export type Verdict = Readonly<{ state: Exclude<ValueState, "shown">; reason: Withheld }> | null;

/**
 * What the rules say of one draft by itself.
 *
 * The order matters: people are protected before precision is judged, so that the reason never tells more than that.
 */
export function verdict(draft: DraftFigure): Verdict {
  const { basis, state, reason, value } = draft;
  if (state !== "shown") return { state, reason: reason ?? "no-rows" };
  const count = basis.events ?? (draft.unit === "people" ? value! : null);
  if (count !== null && count >= 1 && count <= publicationRules.largestWithheldCount) return kept;
  if (basis.decision === "withhold") return { state: "unreliable", reason: "withheld-by-decision" };
  if (basis.doubt !== null && basis.decision !== "publish") return { state: "unreliable", reason: "doubtful-estimate" };
  return tooUncertain(draft);
}

function tooUncertain({ unit, basis, indicator, value, lower, upper }: DraftFigure): Verdict {
  if (unit === "per-100k" && basis.events !== null && basis.events < publicationRules.fewestEventsOfRate)
    return { state: "unreliable", reason: "fewer-than-10-events" };
  if (lower === null || upper === null) return null;
  const wide =
    unit === "per-100k"
      ? !nchsRatePresentation({ value: value!, lower, upper }).show
      : indicator.startsWith("life-expectancy") &&
        !indicator.includes("gap") &&
        upper - lower > publicationRules.widestLifeExpectancyYears + rounding;
  return wide ? { state: "unreliable", reason: "interval-too-wide" } : null;
}

/** Published limits have one decimal: 70.0 to 76.0 is six years wide, whatever binary fractions make of it. */
const rounding = 1e-9;

/** A figure made from a withheld one is withheld: it would give it away, or be as unsure. */
function inherited(draft: DraftFigure, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const own = verdicts.get(draft.id) ?? null;
  if (own) return own;
  const fallen = draft.inputs.flatMap((input) => ("figure" in input ? [verdicts.get(input.figure) ?? null] : []));
  const worst = fallen.find((one) => one?.state === "suppressed") ?? fallen.find((one) => one !== null) ?? null;
  return worst && { state: worst.state, reason: "input-withheld" };
}

function checked({ basis: _, ...body }: DraftFigure, verdict: Verdict): Figure {
  const figure: FigureBody =
    verdict === null
      ? { ...body, reason: null }
      : { ...body, ...verdict, value: null, lower: null, upper: null, level: null };
  return figure as Figure;
}
