import { groupBy } from "../kernel/group-by.ts";
import { type Cents, centsOf, sumCents } from "../kernel/money.ts";
import type { Text } from "../kernel/text.ts";
import type { Decision, LedgerCell } from "../ledger/ledger-cell.ts";
import { lineOfCategory } from "./cha-categories.ts";
import type { JointVenture, VentureBenefit } from "./joint-venture.ts";
import { type RuleSource, ruleSources } from "./rule-source.ts";

/** Which guard caught it. */
export type DoubleCountKind = "part-one-and-two" | "own-venture" | "related-grant" | "anchor";

/** Something that would have counted twice: in words, and what was left out where. */
export type DoubleCount = Readonly<{
  kind: DoubleCountKind;
  /** The activity, or the joint venture's name. */
  about: string;
  words: Text;
  /** Where it is left out. It stays where the words say. */
  leftOutOf: "part-one" | "part-two" | "joint-ventures" | "benefit";
  amountCents: Cents<"ledger">;
  source: RuleSource;
}>;

/** What may count once every guard has passed. */
export type Guarded = Readonly<{
  decisions: readonly Decision[];
  jointVentures: readonly JointVenture[];
  findings: readonly DoubleCount[];
}>;

/** What the guards look at. */
export type GuardInput = Readonly<{
  cells: readonly LedgerCell[];
  decisions: readonly Decision[];
  jointVentures: readonly JointVenture[];
}>;

/**
 * Lets nothing count twice: an activity in Part I and in Part II stays in Part I; what the organization granted to its own
 * joint venture counts as the grant, not in the venture's share; a contribution paid from a restricted grant of a related
 * organization is that organization's; and loans, purchases and hires within an activity are the anchor mission's.
 */
export function guarded(input: GuardInput): Guarded {
  const cells: ByActivity = groupBy(input.cells, ({ activityId }) => activityId);
  const settled = partOneFirst(input.decisions, cells);
  const related = withoutRelatedGrants(settled.decisions, cells);
  const counting = new Set(related.decisions.filter(countsAtAll).map(({ activityId }) => activityId));
  const ventures = withoutOwnGrants(input.jointVentures, counting);
  return {
    decisions: related.decisions,
    jointVentures: ventures.jointVentures,
    findings: [...settled.findings, ...ventures.findings, ...related.findings, ...anchored(cells, counting)],
  };
}

const countsAtAll = ({ category, shareBasisPoints }: Decision): boolean => category !== null && shareBasisPoints > 0;

/** The cells of each activity: the guards look at few activities of many. */
type ByActivity = ReadonlyMap<string | null, readonly LedgerCell[]>;

/** What happened in an activity, as the ledger has it; of all kinds but what was taken in, or of those named. */
const amountOf = (cells: ByActivity, activityId: string, kinds?: ReadonlySet<string>): Cents<"ledger"> =>
  sumCents(
    "ledger",
    (cells.get(activityId) ?? [])
      .filter(({ kind }) => (kinds ? kinds.has(kind) : kind !== "offset"))
      .map(({ amountCents }) => centsOf("ledger", amountCents)),
  );

/** Of several decisions on one activity the last stands, but Part I comes before Part II. */
function partOneFirst(decisions: readonly Decision[], cells: ByActivity) {
  const settled = new Map<string, Decision>();
  const findings: DoubleCount[] = [];
  for (const decision of decisions) {
    const { activityId } = decision;
    const before = settled.get(activityId);
    const parts = new Set([before, decision].flatMap((one) => (one && countsAtAll(one) ? [partOf(one)] : [])));
    if (parts.size < 2) settled.set(activityId, decision);
    else {
      if (partOf(decision) === "part-one") settled.set(activityId, decision);
      findings.push({
        kind: "part-one-and-two",
        about: activityId,
        words: {
          en: `${activityId} was decided for Part I and for Part II. Its cost stays in Part I.`,
          es: `${activityId} se decidió para la Parte I y para la Parte II. Su costo queda en la Parte I.`,
        },
        leftOutOf: "part-two",
        amountCents: amountOf(cells, activityId),
        source: ruleSources["irs-part-2"],
      });
    }
  }
  return { decisions: [...settled.values()], findings };
}

const partOf = ({ category }: Decision): "part-one" | "part-two" =>
  lineOfCategory(category!).startsWith("II") ? "part-two" : "part-one";

function withoutRelatedGrants(decisions: readonly Decision[], cells: ByActivity) {
  const isRelated = (decision: Decision): boolean =>
    decision.answers?.["related-grant"] === "yes" && countsAtAll(decision);
  const findings = decisions.filter(isRelated).map(
    ({ activityId }): DoubleCount => ({
      kind: "related-grant",
      about: activityId,
      words: {
        en: `${activityId} is paid from a restricted grant of a related organization, which reports it.`,
        es: `${activityId} se paga con una subvención restringida de una organización vinculada, que la informa.`,
      },
      leftOutOf: "part-one",
      amountCents: amountOf(cells, activityId),
      source: ruleSources["irs-worksheet-8"],
    }),
  );
  const kept = decisions.map((one) => (isRelated(one) ? { ...one, shareBasisPoints: 0, category: null } : one));
  return { decisions: kept, findings };
}

function withoutOwnGrants(ventures: readonly JointVenture[], counting: ReadonlySet<string>) {
  const isGranted = ({ grantActivityId }: VentureBenefit): boolean =>
    grantActivityId !== null && counting.has(grantActivityId);
  const findings = ventures.flatMap(({ name, benefits }) =>
    benefits.filter(isGranted).map(
      (benefit): DoubleCount => ({
        kind: "own-venture",
        about: name,
        words: {
          en: `The grant ${benefit.grantActivityId} to ${name} counts; the share of what ${name} spent of it does not.`,
          es: `La subvención ${benefit.grantActivityId} a ${name} cuenta; la parte de lo que ${name} gastó de ella, no.`,
        },
        leftOutOf: "joint-ventures",
        amountCents: centsOf("ledger", benefit.expenseCents),
        source: ruleSources["irs-worksheet-8"],
      }),
    ),
  );
  const jointVentures = ventures.map((one) => ({ ...one, benefits: one.benefits.filter((it) => !isGranted(it)) }));
  return { jointVentures, findings };
}

const anchorKinds: ReadonlySet<string> = new Set(["loan", "purchase", "hire"]);

function anchored(cells: ByActivity, counting: ReadonlySet<string>): DoubleCount[] {
  const found = [...counting].filter((activityId) => cells.get(activityId)?.some(({ kind }) => anchorKinds.has(kind)));
  const findings = found.sort().map(
    (activityId): DoubleCount => ({
      kind: "anchor",
      about: activityId,
      words: {
        en: `${activityId} counts as community benefit, and has loans, purchases or hires: these are the anchor mission's only.`,
        es: `${activityId} cuenta como beneficio comunitario y tiene préstamos, compras o contrataciones: son solo de la misión ancla.`,
      },
      leftOutOf: "benefit",
      amountCents: amountOf(cells, activityId, anchorKinds),
      source: ruleSources["irs-worksheet-8"],
    }),
  );
  return findings.filter(({ amountCents }) => amountCents !== 0);
}
