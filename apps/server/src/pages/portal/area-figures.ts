import type { Figure } from "@evenspan/domain/figures/figure";
import type { PlaceId } from "@evenspan/domain/places/place";
import { placeLabel } from "../../words/place-words.ts";
import { type FigureKind, kindKey } from "../release-index.ts";
import type { Visit } from "../visit.ts";

/** The figures of a kind about community areas, by the areas' names. */
export function areaFigures(
  kind: FigureKind,
  { index, language }: Pick<Visit, "index" | "language">,
): readonly Figure[] {
  const name = (figure: Figure) => placeLabel(figure.subject as PlaceId, language);
  return (index.byKind.get(kindKey(kind)) ?? [])
    .filter(({ subject }) => subject.startsWith("area:"))
    .sort((a, b) => name(a).localeCompare(name(b), language));
}
