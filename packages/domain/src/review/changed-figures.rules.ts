import type { Figure } from "../figures/figure.ts";

/** A figure whose number or state is another than before. */
export type ChangedFigure = Readonly<{
  id: string;
  before: Pick<Figure, "state" | "value">;
  now: Pick<Figure, "state" | "value">;
}>;

/** How the figures of a release differ from those of another, by id. At most `mostShown` of the changed are named. */
export type FigureChanges = Readonly<{
  added: number;
  removed: number;
  changed: number;
  shown: readonly ChangedFigure[];
}>;

const mostShown = 50;

/**
 * What differs between two sets of figures. A figure counts as changed where its value or its state is another.
 *
 * @param before figures of the earlier release
 * @param now figures of the later one
 */
export function changedFigures(before: readonly Figure[], now: readonly Figure[]): FigureChanges {
  const earlier = new Map(before.map((figure) => [figure.id, figure]));
  const ids = new Set(now.map(({ id }) => id));
  const changed = now.flatMap((figure) => {
    const was = earlier.get(figure.id);
    return was && (was.value !== figure.value || was.state !== figure.state)
      ? [{ id: figure.id, before: briefly(was), now: briefly(figure) }]
      : [];
  });
  return {
    added: now.filter(({ id }) => !earlier.has(id)).length,
    removed: before.filter(({ id }) => !ids.has(id)).length,
    changed: changed.length,
    shown: changed.slice(0, mostShown),
  };
}

const briefly = ({ state, value }: Figure): Pick<Figure, "state" | "value"> => ({ state, value });
