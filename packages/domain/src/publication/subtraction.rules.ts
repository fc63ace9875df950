import type { DraftFigure } from "../figures/figure.ts";
import { groupBy } from "../kernel/group-by.ts";
import type { ValueState } from "../kernel/value-state.ts";
import type { PlaceSet } from "../places/place-set.ts";
import { type Balance, type Balances, balancesAmong } from "./balances.rules.ts";
import { determinedBy } from "./determined.rules.ts";
import { type BoundsOf, bindsSmall, earlyDeathBounds } from "./early-deaths.rules.ts";
import { provedKept } from "./proved.rules.ts";
import type { PublishedBefore } from "./published-before.rules.ts";

/** The figures from which a count can be worked out by adding and subtracting. */
const additive = ["death-rate-crude", "years-of-life-lost", "population"] as const;

/** Whose numbers do not tell their counts exactly. */
const yearsLost = additive[1];

/** Those that tell of the same deaths as a crude rate, and fall with it. */
const fallWithCrude = [
  ...["death-rate-crude", "death-rate-adjusted", "years-of-life-lost", "life-expectancy-computed"],
] as const;

/**
 * Figures to keep besides, so that none that is kept can be had by adding and subtracting: from the city and its areas,
 * from a set and its places, from sets that overlap (the West Side of nine areas and that of ten tell the tenth apart),
 * from both sexes and each, or from any of these together.
 *
 * In each balance the hidden figures must stand on both sides, or there must be at least two of them that together hold
 * more events than a count that is kept may have; until then the smallest shown one is hidden too. Then all sums are
 * solved at once: while they fix a figure that the rules kept, the smallest shown one beside it is hidden. A count of
 * none hides nothing in these, for it may be known; but where it stands in a sum with one that is kept it is kept too, so
 * that nobody can tell whether a kept count is one or more.
 *
 * So no kept count can be found out exactly. That it cannot be bounded more closely than the rule tells either is proved of
 * counts that rates tell exactly, by all their sums together (proved.rules.ts); of deaths before 75, whose number years lost
 * tell only about, it is asked of each balance by itself (early-deaths.rules.ts). What is left is for the attack on the
 * release to find.
 *
 * All that rests on a kept count is kept with it, though it was too unsure by itself: that would tell that it is not small.
 *
 * Releases are held against those before them: what was kept for a place and period stays kept, so that the same ones hide
 * each other each time, and what was shown with the same number shelters nobody.
 *
 * @param stateOf how a figure stands after the rules looked at it by itself
 * @param largestWithheldCount what hidden figures must exceed together, so that a remainder tells no more than the rule
 * @param past what earlier releases told
 * @returns ids of figures to keep
 */
export function subtractionWithholds(
  drafts: readonly DraftFigure[],
  sets: readonly PlaceSet[],
  stateOf: (id: string) => ValueState,
  largestWithheldCount: number,
  past: PublishedBefore,
): ReadonlySet<string> {
  const figures = drafts.filter(({ indicator }) => additive.some((one) => one === indicator));
  const eventsOf = new Map(figures.map(({ id, basis, unit }) => [id, unit === "people" ? basis.people : basis.events]));
  const notShown = new Set(figures.map(({ id }) => id).filter((id) => stateOf(id) !== "shown"));
  const told = new Set(figures.filter((one) => isToldAlready(one, past)).map(({ id }) => id));
  const keptBefore = figures.map(({ id }) => id).filter((id) => past.suppressed.has(id));
  const hidden = new Set([...notShown, ...keptBefore]);
  const table: Table = {
    eventsOf,
    told,
    hidden,
    boundsOf: earlyDeathBounds(figures, hidden, stateOf, largestWithheldCount),
  };
  const kept = new Set<string>();
  // Crude rates come first, for others fall with them.
  for (const indicator of additive) {
    const alike = figures.filter((one) => one.indicator === indicator);
    // Figures of another cause share no balance; what they share besides is proved of all together.
    const tables = [...groupBy(alike, ({ cause }) => cause).values()].map((together) => ({
      together,
      balances: balancesAmong(together, sets),
    }));
    for (const { together, balances } of tables) hideUntilSafe(together, balances, table, largestWithheldCount);
    if (indicator !== yearsLost && alike.some(({ id }) => isSecret(table, id)))
      for (const id of provedKept({ figures: alike, sets, hidden, told, largestWithheldCount })) hide(id, table);
    for (const { id } of alike) if (hidden.has(id) && (stateOf(id) === "suppressed" || !notShown.has(id))) kept.add(id);
    for (const { balances } of tables) keepNonesBeside(kept, balances.sums, table);
  }
  return new Set([...kept].flatMap(fallingWith));
}

/** Whether an earlier release showed the same number: to hide it now would hide nothing, and shelter nobody. */
const isToldAlready = ({ id, value }: DraftFigure, { shown }: PublishedBefore): boolean =>
  value !== null && (shown.get(id) ?? []).some((before) => Math.abs(before - value) <= rounding * Math.abs(value));

const rounding = 1e-12;

function hideUntilSafe(
  figures: readonly DraftFigure[],
  { sums, overlaps }: Balances,
  table: Table,
  largestWithheldCount: number,
): void {
  const protectedIds = figures.map(({ id }) => id).filter((id) => isSecret(table, id));
  if (protectedIds.length === 0) return;
  // A short balance leaves no choice; what it hides often shelters in a longer one, too.
  const terms = ({ one, other }: Balance) => one.length + other.length;
  const shortestFirst = [...sums, ...overlaps].sort((a, b) => terms(a) - terms(b));
  for (let again = true; again; ) {
    again = shortestFirst.map((one) => hideInBalance(one, table, largestWithheldCount)).includes(true);
    again ||= shortestFirst.map((one) => hideBinding(one, table, largestWithheldCount)).includes(true);
    again ||= hideBesideFixed(sums, table, protectedIds);
  }
}

/**
 * Events by figure (null: not known), figures whose number was told before, those hidden so far, and what is known of the
 * events of one that its number does not tell exactly.
 */
type Table = Readonly<{
  eventsOf: ReadonlyMap<string, number | null>;
  told: ReadonlySet<string>;
  hidden: Set<string>;
  boundsOf: BoundsOf;
}>;

const isSecret = ({ eventsOf, told, hidden }: Table, id: string): boolean =>
  hidden.has(id) && eventsOf.get(id) !== 0 && !told.has(id);

const fallingWith = (id: string): readonly string[] =>
  id.startsWith(`${fallWithCrude[0]}/`) ? fallWithCrude.map((key) => id.replace(fallWithCrude[0], key)) : [id];

/** Hides one figure more where a balance would tell what is hidden; false where it does not. */
function hideInBalance({ one, other }: Balance, table: Table, largestWithheldCount: number): boolean {
  const unseen = [one, other].map((ids) => ids.filter((id) => isSecret(table, id)));
  const secret = unseen.flat();
  // Hidden on both sides, only their difference can be had; hidden on neither, there is nothing to have.
  if (secret.length === 0 || unseen.every((ids) => ids.length > 0)) return false;
  const together = secret.reduce((sum, id) => sum + (table.eventsOf.get(id) ?? 0), 0);
  if (secret.length > 1 && together > largestWithheldCount) return false;
  return hideSmallest([...one, ...other], table);
}

/** Hides one figure more where what is known of deaths before 75 bounds a small count; false where it does not. */
function hideBinding(balance: Balance, table: Table, largestWithheldCount: number): boolean {
  const { boundsOf, eventsOf } = table;
  if (![...balance.one, ...balance.other].some(boundsOf)) return false;
  const isSmall = (id: string) => isSecret(table, id) && (eventsOf.get(id) ?? 0) <= largestWithheldCount;
  return hideSmallest(bindsSmall(balance, isSmall, boundsOf, largestWithheldCount), table);
}

/** Keeps each count of none that stands in a sum with a kept one, and those beside it in turn. */
function keepNonesBeside(kept: Set<string>, sums: readonly Balance[], { eventsOf }: Table): void {
  const together = sums.map(({ one, other }) => [...one, ...other]);
  for (let before = -1; kept.size > before; ) {
    before = kept.size;
    for (const ids of together)
      if (ids.some((id) => kept.has(id))) for (const id of ids) if (eventsOf.get(id) === 0) kept.add(id);
  }
}

/** Hides one figure more where all sums together fix one that is to be protected; false where they fix none. */
function hideBesideFixed(sums: readonly Balance[], table: Table, protectedIds: readonly string[]): boolean {
  const equations = sums.map(({ one, other }) => {
    const unknown = (ids: readonly string[], factor: number) =>
      ids.filter((id) => isSecret(table, id)).map((id) => [id, factor] as const);
    return new Map([...unknown(one, 1), ...unknown(other, -1)]);
  });
  const fixed = determinedBy(equations.filter((equation) => equation.size > 0));
  if (!protectedIds.some((id) => fixed.has(id))) return false;
  const touching = (those: ReadonlySet<string>) =>
    sums.map(({ one, other }) => [...one, ...other]).filter((ids) => ids.some((id) => those.has(id)));
  // What fixes it may stand further off, behind others that are hidden.
  return hideSmallest(touching(fixed).flat(), table) || hideSmallest(touching(table.hidden).flat(), table);
}

function hideSmallest(ids: readonly string[], table: Table): boolean {
  const size = (id: string) => table.eventsOf.get(id) ?? 0;
  const shown = ids.filter((id) => !table.hidden.has(id) && !table.told.has(id) && table.eventsOf.get(id) !== 0);
  const [smallest] = shown.sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
  if (smallest === undefined) return false;
  hide(smallest, table);
  return true;
}

function hide(figure: string, { eventsOf, hidden }: Table): void {
  for (const id of fallingWith(figure)) if (eventsOf.has(id)) hidden.add(id);
}
