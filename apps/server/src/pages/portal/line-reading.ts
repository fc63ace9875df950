import type { Figure } from "@evenspan/domain/figures/figure";
import { gapSubject } from "@evenspan/domain/figures/subject";
import type { GoalReading } from "@evenspan/domain/goals/goal";
import type { PlaceId } from "@evenspan/domain/places/place";
import type { PlaceSet } from "@evenspan/domain/places/place-set";
import { type FigureKind, kindKey } from "../release-index.ts";
import type { Visit } from "../visit.ts";

/** The line of the first page, as the release has it. */
export type LineReading = Readonly<{
  set: PlaceSet;
  kind: FigureKind;
  stops: readonly Readonly<{ placeId: PlaceId; figure: Figure | undefined }>[];
  /** The city's own figure of the same kind. */
  reference: Figure | null;
  goal: GoalReading;
  /** The gap that the first page tells. */
  gap: Figure;
  /** Whether the line's own ends are the pair of the goal, so that the gap can be marked on it. */
  gapIsOfEnds: boolean;
}>;

/** Reads the line: for the newest measured gap of the goal whose kind of figure every stop has. Null where there is none. */
export function lineReading({ release, index }: Pick<Visit, "release" | "index">): LineReading | null {
  const { front, goals } = release.content;
  const set = index.sets.get(front.line);
  const goal = goals.find((one) => one.goal.id === front.goal);
  if (!set || !goal) return null;
  const gaps = [...goal.curve].reverse().flatMap((id) => release.figure(id) ?? []);
  const told = [...gaps.filter(isMeasured), ...gaps].find((gap) => stopsOf(gap) !== null);
  const found = told && stopsOf(told);
  if (!told || !found) return null;
  const reference = index.byKind.get(kindKey(found.kind))?.find((figure) => figure.subject.startsWith("city:"));
  const ends = gapSubject(set.places[0]!, set.places.at(-1)!);
  return { set, ...found, reference: reference ?? null, goal, gap: told, gapIsOfEnds: told.subject === ends };

  /** The figures that the gap's own ends are one of, at every stop; null where a stop has none. */
  function stopsOf(gap: Figure): Pick<LineReading, "kind" | "stops"> | null {
    const input = gap.inputs[0];
    const end = "figure" in input ? release.figure(input.figure) : null;
    if (!end) return null;
    const all = index.byKind.get(kindKey(end)) ?? [];
    const stops = set!.places.map((placeId) => ({ placeId, figure: all.find(({ subject }) => subject === placeId) }));
    return stops.every(({ figure }) => figure) ? { kind: end, stops } : null;
  }
}

/** Measured and with an interval: what may be told first. */
const isMeasured = ({ state, level, origin }: Figure): boolean =>
  state === "shown" && level !== null && origin !== "synthetic";
