import type { Figure } from "@evenspan/domain/figures/figure";
import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import type { DatasetCard } from "@evenspan/domain/releases/release-content";

/** That a figure, or one that it was made from, rests on rows of a dataset. */
export type DatasetUse = Readonly<{
  dataset: DatasetCard;
  /** The figures that read it, each with how many rows and which. */
  by: readonly Readonly<{ figure: Figure; rows: number; observations: readonly number[] }>[];
}>;

/** Every dataset under a figure, however deep, each once, in the order in which they are met. */
export function inputsOf(figure: Figure, release: PublishedRelease): readonly DatasetUse[] {
  const uses = new Map<
    string,
    { dataset: DatasetCard; by: { figure: Figure; rows: number; observations: readonly number[] }[] }
  >();
  const seen = new Set<string>();
  const visit = (one: Figure): void => {
    if (seen.has(one.id)) return;
    seen.add(one.id);
    for (const input of one.inputs) {
      if ("figure" in input) {
        const under = release.figure(input.figure);
        if (under) visit(under);
        continue;
      }
      const dataset = release.dataset(input.dataset);
      if (!dataset) continue;
      const use = uses.get(dataset.id) ?? { dataset, by: [] };
      use.by.push({ figure: one, rows: input.rows, observations: input.observations });
      uses.set(dataset.id, use);
    }
  };
  visit(figure);
  return [...uses.values()];
}
