import { groupBy } from "../kernel/group-by.ts";
import { type Cents, centsOf, type Regime, sumCents } from "../kernel/money.ts";
import type { Decision, EntryKind, IndirectBasis, LedgerCell } from "../ledger/ledger-cell.ts";
import type { ChaCategory } from "./cha-categories.ts";
import { atRatio, ofBasisPoints, type Ratio } from "./ratio.rules.ts";
import { timeVerdict } from "./time.rules.ts";

/** Indirect cost as a share of direct cost, in basis points, by its kind. */
export type IndirectRates = Readonly<Partial<Record<IndirectBasis, number>>>;

/** What an activity at a facility cost and took in, the part that counts, as one regime counts it. */
export type CountedActivity<R extends Regime> = Readonly<{
  facilityId: string;
  activityId: string;
  category: ChaCategory;
  time: Cents<R>;
  cash: Cents<R>;
  goods: Cents<R>;
  space: Cents<R>;
  /** Care given without charge, at cost. */
  care: Cents<R>;
  indirect: Cents<R>;
  /** Revenue of the activity itself, and grants restricted to it. */
  fees: Cents<R>;
  grants: Cents<R>;
  /** Null where nobody counted people. */
  people: number | null;
}>;

/** Why an entry's amount is in no line. */
export type LeftOutReason =
  | "no-activity"
  | "not-decided"
  | "does-not-count"
  | "narrative-only"
  | "anchor"
  | "unrestricted-grant"
  | "gift-not-offset"
  | "no-ratio";

/** Amounts of the ledger that are in no line, and why; as the ledger has them. */
export type LeftOut = Readonly<{
  facilityId: string;
  activityId: string | null;
  kind: EntryKind;
  why: LeftOutReason;
  entries: number;
  amountCents: Cents<"ledger">;
}>;

/** Time and other work that is told in words. */
export type ToldTime = Readonly<{
  facilityId: string;
  activityId: string | null;
  giver: LedgerCell["giver"];
  why: ReturnType<typeof timeVerdict>["why"];
  entries: number;
  minutes: number;
}>;

/** What the entries of a year come to, under one regime. */
export type ActivityCosts<R extends Regime> = Readonly<{
  counted: readonly CountedActivity<R>[];
  leftOut: readonly LeftOut[];
  told: readonly ToldTime[];
}>;

/** What the cost of activities is worked out from. `careRatio` turns foregone charges to cost; without it they are left out. */
export type ActivityInput = Readonly<{
  cells: readonly LedgerCell[];
  decisions: readonly Decision[];
  indirectRates: IndirectRates;
  careRatio: Ratio | null;
}>;

/** The anchor mission's own: what is owned, owed, bought or hired is no contribution. */
const anchorKinds: ReadonlySet<EntryKind> = new Set(["loan", "repayment", "purchase", "hire"]);

/**
 * What the entries of a year come to under a regime: each kind of cost of an activity at a facility is a line of its own,
 * summed exactly and rounded once, to the cent. Entries may come in any order and grouping.
 *
 * The share that counts applies to all costs, as the Catholic Health Association has it, and, which is our reading, to what
 * is taken off them. Indirect cost is added to time, goods and cash
 * spent, never to space (which is indirect cost itself), to care at cost, or to money handed on (categories E1 and E2).
 */
export function activityCosts<R extends Regime>(regime: R, input: ActivityInput): ActivityCosts<R> {
  const decisions = new Map(input.decisions.map((decision) => [decision.activityId, decision]));
  const placed = input.cells.map((cell) => {
    const decision = cell.activityId === null ? undefined : decisions.get(cell.activityId);
    return { cell, decision, why: whyNot(cell, decision, input.careRatio) };
  });
  const kept = placed.flatMap(({ cell, decision, why }) => (why === null ? [{ cell, decision: decision! }] : []));
  const groups = inOrder(kept, ({ cell }) => [cell.facilityId, cell.activityId]);
  const counted = groups.map((group) =>
    countedActivity(
      regime,
      group[0]!.decision,
      group.map(({ cell }) => cell),
      input,
    ),
  );
  return {
    counted: counted.filter(holdsAnything),
    leftOut: leftOutOf(placed.flatMap(({ cell, why }) => (why === null || why === "time" ? [] : [{ cell, why }]))),
    told: toldOf(input.cells.filter(isTime).filter((cell) => !isCostly(cell, decisions))),
  };
}

const isTime = ({ kind }: LedgerCell): boolean => kind === "paid-time" || kind === "unpaid-time";

/** Whether time is in a line; what is not is told in words. */
function isCostly(cell: LedgerCell, decisions: ReadonlyMap<string, Decision>): boolean {
  const decision = cell.activityId === null ? undefined : decisions.get(cell.activityId);
  return timeVerdict(cell).isCost && decision?.category != null && decision.shareBasisPoints > 0;
}

function whyNot(
  cell: LedgerCell,
  decision: Decision | undefined,
  careRatio: Ratio | null,
): LeftOutReason | "time" | null {
  if (anchorKinds.has(cell.kind)) return "anchor";
  if (isTime(cell) && !timeVerdict(cell).isCost) return "time";
  if (cell.activityId === null) return "no-activity";
  if (!decision) return "not-decided";
  if (decision.outcome === "narrative-only") return "narrative-only";
  if (decision.category === null || decision.shareBasisPoints === 0) return "does-not-count";
  if (cell.kind === "cash" && cell.isRestricted === false && decision.category.startsWith("E"))
    return "unrestricted-grant";
  if (cell.kind === "offset" && cell.isRestricted === false) return "gift-not-offset";
  if (cell.kind === "foregone-charges" && careRatio === null) return "no-ratio";
  return null;
}

function countedActivity<R extends Regime>(
  regime: R,
  { category, shareBasisPoints, indirectBasis }: Decision,
  cells: readonly LedgerCell[],
  { indirectRates, careRatio }: ActivityInput,
): CountedActivity<R> {
  const share = ofBasisPoints(shareBasisPoints);
  const exact = (kind: EntryKind, which: (cell: LedgerCell) => boolean = () => true): Cents<"ledger"> =>
    ledgerSum(cells.filter((cell) => cell.kind === kind && which(cell)));
  const [time, cash, goods] = [exact("paid-time"), exact("cash"), exact("goods")];
  const carriesIndirect = time + goods + (category === "E1" || category === "E2" ? 0 : cash);
  const rate = ofBasisPoints((indirectBasis && indirectRates[indirectBasis]) ?? 0);
  const counters = cells.filter(({ kind }) => kind === "people");
  const { facilityId, activityId } = cells[0]!;
  return {
    facilityId,
    activityId: activityId!,
    category: category!,
    time: atRatio(regime, time, share),
    cash: atRatio(regime, cash, share),
    goods: atRatio(regime, goods, share),
    space: atRatio(regime, exact("space"), share),
    care: careRatio ? atRatio(regime, exact("foregone-charges"), share, careRatio) : centsOf(regime, 0),
    indirect: atRatio(regime, carriesIndirect, share, rate),
    fees: atRatio(
      regime,
      exact("offset", ({ isRestricted }) => isRestricted !== true),
      share,
    ),
    grants: atRatio(
      regime,
      exact("offset", ({ isRestricted }) => isRestricted === true),
      share,
    ),
    people: total(counters, "entries") === 0 ? null : total(counters, "people"),
  };
}

const ledgerSum = (cells: readonly LedgerCell[]): Cents<"ledger"> =>
  sumCents(
    "ledger",
    cells.map(({ amountCents }) => centsOf("ledger", amountCents)),
  );

/** An activity whose entries were all taken back is as if it had never been. */
const holdsAnything = (it: CountedActivity<Regime>): boolean =>
  [it.time, it.cash, it.goods, it.space, it.care, it.fees, it.grants].some((cents) => cents !== 0) || !!it.people;

function leftOutOf(cells: readonly Readonly<{ cell: LedgerCell; why: LeftOutReason }>[]): LeftOut[] {
  return inOrder(cells, ({ cell, why }) => [cell.facilityId, cell.activityId, cell.kind, why])
    .map((group) => {
      const { facilityId, activityId, kind } = group[0]!.cell;
      const all = group.map(({ cell }) => cell);
      return {
        facilityId,
        activityId,
        kind,
        why: group[0]!.why,
        entries: total(all, "entries"),
        amountCents: ledgerSum(all),
      };
    })
    .filter(({ entries, amountCents }) => entries !== 0 || amountCents !== 0);
}

function toldOf(cells: readonly LedgerCell[]): ToldTime[] {
  return inOrder(cells, (cell) => [cell.facilityId, cell.activityId, cell.giver, timeVerdict(cell).why])
    .map((group) => {
      const { facilityId, activityId, giver } = group[0]!;
      const { why } = timeVerdict(group[0]!);
      return { facilityId, activityId, giver, why, entries: total(group, "entries"), minutes: total(group, "minutes") };
    })
    .filter(({ entries, minutes }) => entries !== 0 || minutes !== 0);
}

const total = (cells: readonly LedgerCell[], of: "entries" | "minutes" | "people"): number =>
  cells.reduce((sum, cell) => sum + cell[of], 0);

/** Groups by key, in the order of the keys: the order of the entries must not show. */
function inOrder<T>(items: readonly T[], keyOf: (item: T) => readonly (string | null)[]): readonly (readonly T[])[] {
  return [...groupBy(items, (item) => keyOf(item).join("\t"))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group);
}
