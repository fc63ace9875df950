import { groupBy } from "../kernel/group-by.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import type { DraftFigure } from "./figure.ts";
import type { Subject } from "./subject.ts";

/** A total whose parts are figures too: the city and its areas, a set and its places, both sexes and each. */
type Sum = Readonly<{ total: string; parts: readonly string[] }>;

/** The figures from which a count can be worked out, and those that fall with it. */
const countTelling = "death-rate-crude";
const restingOnCount = ["death-rate-crude", "death-rate-adjusted", "years-of-life-lost"];

/**
 * Figures to withhold besides, so that none that is withheld can be had by taking its shown siblings from their total.
 *
 * Wherever a total is shown and parts are not, at least two parts must be hidden and together hold more
 * events than a count that is withheld may have; the smallest shown part is hidden until they do, or the total where no part is left. Repeated until nothing
 * changes, since a place is part of several totals. This guards each sum by itself; it does not weigh linked tables.
 *
 * @param isShown whether a figure passed the rules by itself
 * @param largestWithheldCount what hidden parts must exceed together, so that the remainder tells no more than the rule
 * @returns ids of figures to withhold
 */
export function subtractionWithholds(
  drafts: readonly DraftFigure[],
  sets: readonly PlaceSet[],
  isShown: (id: string) => boolean,
  largestWithheldCount: number,
): ReadonlySet<string> {
  const rates = new Map(drafts.filter((one) => one.indicator === countTelling).map((one) => [one.id, one]));
  const sums = sumsAmong(rates, sets);
  const hidden = new Set([...rates.keys()].filter((id) => !isShown(id)));
  const alsoHidden = new Set<string>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of sums) {
      const next = nextToHide(sum, rates, hidden, largestWithheldCount);
      if (!next) continue;
      hidden.add(next);
      alsoHidden.add(next);
      changed = true;
    }
  }
  return new Set([...alsoHidden].flatMap((id) => restingOnCount.map((key) => id.replace(countTelling, key))));
}

function nextToHide(
  { total, parts }: Sum,
  rates: ReadonlyMap<string, DraftFigure>,
  hidden: ReadonlySet<string>,
  largestWithheldCount: number,
): string | null {
  if (hidden.has(total)) return null;
  const unseen = parts.filter((id) => hidden.has(id));
  if (unseen.length === 0) return null;
  const events = (id: string) => rates.get(id)?.basis.events ?? 0;
  const together = unseen.reduce((sum, id) => sum + events(id), 0);
  if (unseen.length > 1 && together > largestWithheldCount) return null;
  const shown = parts.filter((id) => !hidden.has(id)).sort((a, b) => events(a) - events(b) || (a < b ? -1 : 1));
  return shown[0] ?? total;
}

function sumsAmong(rates: ReadonlyMap<string, DraftFigure>, sets: readonly PlaceSet[]): readonly Sum[] {
  const wholes: (readonly [Subject, readonly Subject[]])[] = [
    ["city:chicago", communityAreaIds],
    ...sets.map((set) => [placeSetRef(set), set.places] as const),
  ];
  const sums: Sum[] = [];
  for (const strata of groupBy(
    rates.values(),
    ({ period, sex, cause }) => `${period.from}-${period.to}/${sex}/${cause}`,
  ).values()) {
    const idOf = new Map(strata.map((one) => [one.subject, one.id]));
    for (const [whole, parts] of wholes)
      add(
        sums,
        idOf.get(whole),
        parts.map((part) => idOf.get(part)),
      );
  }
  for (const one of rates.values())
    if (one.sex === "all")
      add(
        sums,
        one.id,
        ["female", "male"].map((sex) => rates.get(withSex(one.id, sex))?.id),
      );
  return sums;
}

const withSex = (id: string, sex: string): string => id.replace(/\/all\/([^/]+)$/, `/${sex}/$1`);

/** Only a sum all of whose parts are there can be subtracted from. */
function add(sums: Sum[], total: string | undefined, parts: readonly (string | undefined)[]): void {
  const present = parts.filter((part) => part !== undefined);
  if (total !== undefined && present.length === parts.length) sums.push({ total, parts: present });
}
