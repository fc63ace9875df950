import type { DraftFigure } from "../figures/figure.ts";
import type { SourceRow } from "../releases/release-content.ts";
import { countId } from "./count-name.ts";
import { countUnder } from "./count-under.ts";
import { countOfRow } from "./told-by-rows.ts";

/**
 * The true numbers of counts, by id, for those who make a release: whether a count that is kept is a small one, or was
 * kept beside one, no reader can tell.
 */
export function trueCounts(
  drafts: readonly DraftFigure[],
  rows: Iterable<readonly SourceRow[]>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of rows)
    for (const row of file) {
      const name = countOfRow(row);
      if (name !== null && row.value !== null) counts.set(countId(name), row.value);
    }
  for (const draft of drafts) {
    const name = countUnder(draft);
    const count = name?.of === "people" ? draft.basis.people : draft.basis.events;
    if (name !== null && count !== null) counts.set(countId(name), count);
  }
  return counts;
}
