import type { Figure } from "@evenspan/domain/figures/figure";
import { indicators } from "@evenspan/domain/indicators/indicators";
import type { FigureKind, ReleaseIndex } from "./release-index.ts";

/** The order of indicators on a page; one that is not known any more comes last. */
const indicatorOrder = (key: string): number => {
  const place = indicators.findIndex((one) => one.key === key);
  return place < 0 ? indicators.length : place;
};

/** Kinds of figure that at least so many areas have, for both sexes together, in the order of pages, newest first. */
export function areaKinds({ byKind }: ReleaseIndex, atLeast = 10): readonly FigureKind[] {
  return [...byKind.values()]
    .filter((of) => of[0]!.sex === "all" && of.filter(({ subject }) => subject.startsWith("area:")).length >= atLeast)
    .map((of) => of[0]!)
    .sort(byOrderThenNewest);
}

/** Figures in the order of pages: by indicator, newest first, then all causes before one. */
const byOrderThenNewest = (a: FigureKind, b: FigureKind): number =>
  indicatorOrder(a.indicator) - indicatorOrder(b.indicator) ||
  b.period.to - a.period.to ||
  Number(a.cause !== "all") - Number(b.cause !== "all") ||
  a.cause.localeCompare(b.cause);

/** What is heard first: what was measured, then what was only told, then what a program made up. */
const weight: Readonly<Record<Figure["origin"], number>> = { published: 0, computed: 0, reported: 1, synthetic: 2 };

/**
 * Of figures of one place, the newest of each indicator and cause, for both sexes together. One that was only told by
 * others, or made up, stands back behind an older one that was measured.
 */
export function newestOfEach(figures: readonly Figure[]): readonly Figure[] {
  const newest = new Map<string, Figure>();
  const ordered = figures
    .filter(({ sex }) => sex === "all")
    .toSorted((a, b) => weight[a.origin] - weight[b.origin] || byOrderThenNewest(a, b));
  for (const figure of ordered) {
    const key = `${figure.indicator} ${figure.cause}`;
    if (!newest.has(key)) newest.set(key, figure);
  }
  return [...newest.values()].sort(byOrderThenNewest);
}

/** Of figures of one place and indicator, those of the years that stand first: the causes of one table are of one time. */
export function ofOnePeriod(figures: readonly Figure[]): readonly Figure[] {
  const { period } = newestOfEach(figures).toSorted((a, b) => weight[a.origin] - weight[b.origin])[0]!;
  return figures
    .filter(({ sex, period: { from, to } }) => sex === "all" && from === period.from && to === period.to)
    .toSorted(byOrderThenNewest);
}
