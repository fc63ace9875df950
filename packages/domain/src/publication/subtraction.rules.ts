import type { DraftFigure } from "../figures/figure.ts";
import { groupBy } from "../kernel/group-by.ts";
import type { PlaceSet } from "../places/place-set.ts";
import { type Balance, type Balances, balancesAmong } from "./balances.rules.ts";
import { determinedBy } from "./determined.rules.ts";
import type { PublishedBefore } from "./published-before.rules.ts";

/** The figures from which a count can be worked out by adding and subtracting. */
const additive: readonly string[] = ["death-rate-crude", "years-of-life-lost", "population"];

/** Those that tell of the same deaths as a crude rate, and fall with it. */
const fallWithCrude = ["death-rate-crude", "death-rate-adjusted", "years-of-life-lost"] as const;

/**
 * Figures to withhold besides, so that none that is withheld can be had by adding and subtracting: from the city and
 * its areas, from a set and its places, from sets that overlap (the West Side of nine areas and that of ten tell the
 * tenth apart), from both sexes and each, or from any of these together.
 *
 * In each balance the hidden figures must stand on both sides, or there must be at least two of them that together hold
 * more events than a count that is withheld may have; until then the smallest shown one is hidden too. Then all sums are
 * solved at once: while they fix a figure that the rules withheld, the smallest shown one beside it is hidden. A count
 * of none hides nothing: the reason why it is withheld gives it away, and it may be known.
 *
 * So no withheld count can be found out exactly. How narrowly it can be bounded is asked of each balance by itself.
 *
 * Releases are held against those before them: what was withheld for a place and period stays withheld, so that the same
 * ones hide each other each time, and what was shown with the same number shelters nobody.
 *
 * @param isShown whether a figure passed the rules by itself
 * @param largestWithheldCount what hidden figures must exceed together, so that a remainder tells no more than the rule
 * @param past what earlier releases told
 * @returns ids of figures to withhold
 */
export function subtractionWithholds(
  drafts: readonly DraftFigure[],
  sets: readonly PlaceSet[],
  isShown: (id: string) => boolean,
  largestWithheldCount: number,
  past: PublishedBefore,
): ReadonlySet<string> {
  const figures = drafts.filter((one) => additive.includes(one.indicator));
  const eventsOf = new Map(figures.map(({ id, basis, unit }) => [id, unit === "people" ? basis.people : basis.events]));
  const before = new Set(figures.map(({ id }) => id).filter((id) => !isShown(id)));
  const told = new Set(figures.filter((one) => isToldAlready(one, past)).map(({ id }) => id));
  const keptBefore = figures.map(({ id }) => id).filter((id) => past.suppressed.has(id));
  const table: Table = { eventsOf, told, hidden: new Set([...before, ...keptBefore]) };
  // Figures of another cause share no balance. Crude rates come first, for others fall with them.
  const separate = groupBy(figures, ({ indicator, cause }) => `${indicator}/${cause}`);
  const inOrder = [...separate.values()].sort((a, b) => rank(a) - rank(b));
  for (const together of inOrder) hideUntilSafe(together, balancesAmong(together, sets), table, largestWithheldCount);
  const added = [...table.hidden].filter((id) => !before.has(id));
  return new Set(added.flatMap(fallingWith));
}

/** Whether an earlier release showed the same number: to hide it now would hide nothing, and shelter nobody. */
const isToldAlready = ({ id, value }: DraftFigure, { shown }: PublishedBefore): boolean =>
  value !== null && (shown.get(id) ?? []).some((before) => Math.abs(before - value) <= rounding * Math.abs(value));

const rounding = 1e-12;

const rank = ([first]: readonly DraftFigure[]): number => additive.indexOf(first!.indicator);

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
    again ||= hideBesideFixed(sums, table, protectedIds);
  }
}

/** Events by figure (null: not known), figures whose number was told before, and those hidden so far. */
type Table = Readonly<{
  eventsOf: ReadonlyMap<string, number | null>;
  told: ReadonlySet<string>;
  hidden: Set<string>;
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
  for (const id of fallingWith(smallest)) if (table.eventsOf.has(id)) table.hidden.add(id);
  return true;
}
