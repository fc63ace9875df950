import type { Figure } from "./figure.ts";

/** Ids of the datasets that a figure rests on, through the figures it was made from, the nearest first. */
export function restsOn(figure: Figure, byId: ReadonlyMap<string, Figure>): readonly string[] {
  const datasets = figure.inputs.flatMap((input) =>
    "dataset" in input ? [input.dataset] : restsOn(byId.get(input.figure)!, byId),
  );
  return [...new Set(datasets)];
}
