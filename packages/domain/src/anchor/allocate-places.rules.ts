import { type Ratio, ratio } from "../benefit/ratio.rules.ts";
import { groupBy } from "../kernel/group-by.ts";
import { allocate, type Cents, centsOf, lessCents, sumCents } from "../kernel/money.ts";

/** How many people of a ZIP code live in a community area. */
export type PlaceWeight = Readonly<{ from: string; to: string; people: number }>;

/** An amount of a ZIP code, in cents; null where nobody said the ZIP code. */
export type PlacedAmount = Readonly<{ placeId: string | null; cents: Cents<"anchor"> }>;

/** Amounts carried to community areas, and what could not be placed. All of them add to what was given. */
export type AllocatedAmounts = Readonly<{
  areas: ReadonlyMap<string, Cents<"anchor">>;
  unplaced: Cents<"anchor">;
  /** Unplaced by all; null where there is nothing. */
  unplacedShare: Ratio | null;
}>;

/**
 * Amounts of ZIP codes carried to community areas by the people who live in both, since neither nests in the other. No cent
 * is lost: what belongs to people outside the areas, to ZIP codes that the weights do not know, and to none, is unplaced.
 *
 * @param peopleOf all people of a ZIP code; where it is more than the weights place, the rest live outside the areas
 * @example
 * allocateToAreas([{ placeId: "zip:60651", cents: 100 }], [{ from: "zip:60651", to: "area:25", people: 3 }], new Map([["zip:60651", 4]]))
 *   .unplaced // => 25
 */
export function allocateToAreas(
  amounts: readonly PlacedAmount[],
  weights: readonly PlaceWeight[],
  peopleOf: ReadonlyMap<string, number> = new Map(),
): AllocatedAmounts {
  const byZip = groupBy(
    weights.filter(({ people }) => people > 0),
    ({ from }) => from,
  );
  const areas = new Map<string, Cents<"anchor">>();
  const byPlace = groupBy(amounts, ({ placeId }) => placeId);
  for (const [placeId, group] of byPlace) {
    const links = placeId === null ? undefined : byZip.get(placeId);
    if (!links) continue;
    const placed = links.reduce((sum, { people }) => sum + people, 0);
    const outside = Math.max(0, (peopleOf.get(placeId!) ?? placed) - placed);
    const parts = allocate("anchor", sum(group), [...links.map(({ people }) => people), outside]);
    links.forEach(({ to }, at) => {
      areas.set(to, sumCents("anchor", [areas.get(to) ?? centsOf("anchor", 0), parts[at]!]));
    });
  }
  const all = sum(amounts);
  const unplaced = lessCents("anchor", all, sumCents("anchor", areas.values()));
  return { areas, unplaced, unplacedShare: ratio(unplaced, all) };
}

const sum = (amounts: readonly PlacedAmount[]): Cents<"anchor"> =>
  sumCents(
    "anchor",
    amounts.map(({ cents }) => cents),
  );
