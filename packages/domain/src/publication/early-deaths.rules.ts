import type { DraftFigure } from "../figures/figure.ts";
import type { ValueState } from "../kernel/value-state.ts";
import { eventsOfNormalLimits } from "../told/events-behind.ts";
import type { Balance } from "./balances.rules.ts";

/** What a reader knows of a count that no figure tells exactly. */
export type Bounds = Readonly<{ least: number; most: number }>;

/** Bounds by figure; null where its number tells its count exactly, or nothing is known of it. */
export type BoundsOf = (id: string) => Bounds | null;

/**
 * What is told of deaths before 75, by figures of the years lost to them: no more than all deaths, where those are told;
 * and where the years are told with their range, at least as many as would give so narrow a one.
 *
 * @param hidden figures not shown so far: it is asked anew each time
 */
export function earlyDeathBounds(
  figures: readonly DraftFigure[],
  hidden: ReadonlySet<string>,
  stateOf: (id: string) => ValueState,
  largestWithheldCount: number,
): BoundsOf {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return (id) => {
    const figure = byId.get(id);
    if (figure?.method !== "years-of-life-lost-75") return null;
    const crude = byId.get(id.replace(figure.indicator, "death-rate-crude"));
    const most = crude && !hidden.has(crude.id) ? (crude.basis.events ?? Infinity) : Infinity;
    const isUnsure = stateOf(id) === "unreliable";
    if (isUnsure && figure.basis.events === 0) return { least: 0, most: 0 };
    if (hidden.has(id)) return { least: isUnsure ? largestWithheldCount + 1 : 0, most };
    const { value, upper } = figure;
    const told = value === null || upper === null ? 0 : Math.ceil(eventsOfNormalLimits(value, upper) - rounding);
    return { least: Math.max(largestWithheldCount + 1, told), most };
  };
}

const rounding = 1e-6;

/**
 * The figures of a balance of which one must be hidden so that a small count in it stays possible from one to the largest
 * that is kept; none where all do.
 *
 * Formula. A member is what the other side adds to, less the rest of its own: it is least where the one is and the other
 * is most.
 */
export function bindsSmall(
  { one, other }: Balance,
  isSmall: (id: string) => boolean,
  boundsOf: BoundsOf,
  largestWithheldCount: number,
): readonly string[] {
  for (const [side, across] of [
    [one, other],
    [other, one],
  ] as const)
    for (const id of side.filter(isSmall)) {
      const rest = side.filter((each) => each !== id);
      const sum = (ids: readonly string[], end: keyof Bounds) =>
        ids.reduce((total, each) => total + (boundsOf(each)?.[end] ?? { least: 0, most: Infinity }[end]), 0);
      if (sum(across, "least") - sum(rest, "most") > 1) return across;
      if (sum(across, "most") - sum(rest, "least") < largestWithheldCount) return rest;
    }
  return [];
}
