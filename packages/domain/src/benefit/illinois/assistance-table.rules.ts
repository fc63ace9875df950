import type { CellTable, Relation } from "@evenspan/stats";
import { groupBy } from "../../kernel/group-by.ts";

/** What became of an application for financial assistance, or of the screening for it. */
export type AssistanceOutcome =
  | "submitted-complete"
  | "submitted-incomplete"
  | "approved"
  | "denied"
  | "screening-declined"
  | "screening-ignored";

/** By what people are counted: all of them, by the reason, or by what they said of themselves. */
export type AssistanceDimension = "all" | "reason" | "race" | "ethnicity" | "sex" | "language";

/** People counted at one hospital in one year, as 210 ILCS 76/22 asks for them. */
export type AssistanceCount = Readonly<{
  facilityId: string;
  outcome: AssistanceOutcome;
  dimension: AssistanceDimension;
  /** The answer or reason; `not-provided` where people did not say. Empty for all. */
  answer: string;
  people: number;
}>;

/** A cell of a public table, before anything is withheld. */
export type AssistanceCell = Omit<AssistanceCount, "outcome"> &
  Readonly<{ id: string; outcome: AssistanceOutcome | "submitted" | "undecided"; isPublished: boolean }>;

/** The cells of one hospital with all that readers may add up. */
export type AssistanceTable = Readonly<{ cells: readonly AssistanceCell[]; table: CellTable }>;

/** So many reasons are told, the most frequent. */
const mostReasons = 5;

const outcomesAsked: readonly AssistanceOutcome[] = [
  "submitted-complete",
  "submitted-incomplete",
  "approved",
  "denied",
  "screening-declined",
  "screening-ignored",
];

/**
 * The table of one hospital: what is counted, what is told of it, and every sum that readers could make: submitted is
 * complete and incomplete, the answers of a question add to all, and what was submitted complete was approved, denied or is
 * not decided yet. People who are in no answer did not say.
 *
 * @param facilityId the hospital; counts of others are passed over
 */
export function assistanceTable(counts: readonly AssistanceCount[], facilityId: string): AssistanceTable {
  const said = new Map<string, AssistanceCell>();
  const put = (cell: Omit<AssistanceCell, "id">): void => {
    const id = cellId(cell);
    const before = said.get(id);
    said.set(id, { ...cell, id, people: cell.people + (before?.people ?? 0) });
  };
  for (const count of counts.filter((one) => one.facilityId === facilityId)) put({ ...count, isPublished: true });
  for (const cell of [...rest([...said.values()])]) put(cell);
  for (const cell of submitted([...said.values()])) put(cell);
  for (const cell of undecided(said)) put(cell);
  const cells = onlyTopReasons([...said.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  return { cells, table: { cells: cells.map(forAudit), relations: relationsOf(cells) } };
}

const forAudit = ({ id, people, isPublished }: AssistanceCell) => ({
  id,
  count: people,
  ...(isPublished ? {} : { published: false }),
});

const cellId = ({ facilityId, outcome, dimension, answer }: Omit<AssistanceCell, "id">): string =>
  [facilityId, outcome, dimension, answer].join("|");

const isAll = ({ dimension }: AssistanceCell): boolean => dimension === "all";

/** Answers of a question that add to less than all: the rest did not say. Reasons may be several and are not topped up. */
function* rest(cells: readonly AssistanceCell[]): Iterable<Omit<AssistanceCell, "id">> {
  for (const all of cells.filter(isAll))
    for (const [dimension, answers] of groupBy(ofOutcome(cells, all), (cell) => cell.dimension)) {
      const missing = all.people - total(answers);
      if (dimension !== "reason" && missing > 0) yield { ...all, dimension, answer: "not-provided", people: missing };
    }
}

const ofOutcome = (cells: readonly AssistanceCell[], { outcome }: AssistanceCell): AssistanceCell[] =>
  cells.filter((cell) => cell.outcome === outcome && !isAll(cell));

const total = (cells: readonly AssistanceCell[]): number => cells.reduce((sum, { people }) => sum + people, 0);

/** Applications submitted, complete or not. */
const submitted = (cells: readonly AssistanceCell[]): Omit<AssistanceCell, "id">[] =>
  cells.filter(({ outcome }) => outcome.startsWith("submitted-")).map((cell) => ({ ...cell, outcome: "submitted" }));

/** Complete applications that are neither approved nor denied: never told, but readers know that there may be some. */
function undecided(said: ReadonlyMap<string, AssistanceCell>): Omit<AssistanceCell, "id">[] {
  const complete = [...said.values()].filter(({ outcome }) => outcome === "submitted-complete");
  const left = complete.map((cell) => {
    const people = (outcome: AssistanceOutcome): number => said.get(cellId({ ...cell, outcome }))?.people ?? 0;
    return { ...cell, outcome: "undecided" as const, people: cell.people - people("approved") - people("denied") };
  });
  const isSum = left.every(({ people }) => people >= 0) && left.some(({ people }) => people > 0);
  return isSum ? left.map((cell) => ({ ...cell, isPublished: false })) : [];
}

/** The most frequent reasons are told, of equals the first by name; the others only lend the table their sums. */
function onlyTopReasons(cells: readonly AssistanceCell[]): AssistanceCell[] {
  const isReason = ({ dimension }: AssistanceCell): boolean => dimension === "reason";
  const top = new Set(
    outcomesAsked.flatMap((outcome) =>
      cells
        .filter((cell) => isReason(cell) && cell.outcome === outcome)
        .sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1))
        .slice(0, mostReasons)
        .map(({ id }) => id),
    ),
  );
  return cells.map((cell) => (isReason(cell) && !top.has(cell.id) ? { ...cell, isPublished: false } : cell));
}

function relationsOf(cells: readonly AssistanceCell[]): Relation[] {
  const ids = new Set(cells.map(({ id }) => id));
  const byQuestion = cells
    .filter(isAll)
    .flatMap((all) =>
      [...groupBy(ofOutcome(cells, all), ({ dimension }) => dimension).values()]
        .filter((answers) => total(answers) === all.people)
        .map((answers) => ({ total: all.id, parts: answers.map(({ id }) => id) })),
    );
  const made = (of: AssistanceCell, ...parts: readonly AssistanceCell["outcome"][]): Relation => ({
    total: of.id,
    parts: parts.map((outcome) => cellId({ ...of, outcome })).filter((id) => ids.has(id)),
  });
  const sums = cells.flatMap((cell) =>
    cell.outcome === "submitted"
      ? [made(cell, "submitted-complete", "submitted-incomplete")]
      : cell.outcome === "submitted-complete"
        ? [made(cell, "approved", "denied", "undecided")]
        : [],
  );
  const count = new Map(cells.map(({ id, people }) => [id, people]));
  const holds = ({ total: whole, parts }: Relation): boolean =>
    parts.reduce((sum, id) => sum + count.get(id)!, 0) === count.get(whole);
  return [...byQuestion, ...sums].filter((relation) => relation.parts.length > 0 && holds(relation));
}
