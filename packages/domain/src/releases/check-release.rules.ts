import type { AttackSummary } from "../attack/attack-release.ts";
import type { ReleaseContent } from "./release-content.ts";

/** Something that a person should know before signing; `stops` where it may not be signed at all. */
export type ReleaseRemark = Readonly<{ code: string; message: string; stops: boolean }>;

/** What there is to say about a release before it is signed: what would be wrong on its first page, and what is withheld. */
export function releaseRemarks(content: ReleaseContent): readonly ReleaseRemark[] {
  return [...firstPage(content), ...frontGoal(content), ...movedBaselines(content), ...withheld(content)];
}

function firstPage({ front, figures }: ReleaseContent): readonly ReleaseRemark[] {
  const ids = new Map(figures.map((figure) => [figure.id, figure]));
  return front.numbers.flatMap(({ figure }) => {
    const found = ids.get(figure);
    if (!found)
      return [remark("front-figure-missing", `The first page asks for ${figure}, and there is no such figure.`, true)];
    return found.state === "shown"
      ? []
      : [remark("front-figure-withheld", `${figure} on the first page is ${found.state}.`, false)];
  });
}

function frontGoal({ front, goals }: ReleaseContent): readonly ReleaseRemark[] {
  if (goals.some(({ goal }) => goal.id === front.goal)) return [];
  return [remark("goal-without-baseline", `The goal ${front.goal} has no figure in its baseline year.`, true)];
}

/** Goals whose baseline rests on other data than those it was frozen to. */
function movedBaselines({ goals, figures }: ReleaseContent): readonly ReleaseRemark[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const datasetsOf = (id: string): readonly string[] =>
    byId.get(id)!.inputs.flatMap((input) => ("figure" in input ? datasetsOf(input.figure) : [input.dataset]));
  return goals
    .filter(({ goal, baselineFigure }) => datasetsOf(baselineFigure).some((id) => id !== goal.baselineDatasetId))
    .map(({ goal: { id, baselineDatasetId, baselineYear } }) => {
      const moved = `is frozen to ${baselineDatasetId}, which gives no figure of ${baselineYear} any more`;
      return remark("baseline-moved", `The baseline of the goal ${id} ${moved}.`, true);
    });
}

function withheld({ figures }: ReleaseContent): readonly ReleaseRemark[] {
  const doubtful = figures.filter((figure) => figure.reason === "doubtful-estimate").length;
  const hidden = figures.filter((figure) => figure.state === "suppressed").length;
  return [
    ...(doubtful > 0
      ? [remark("doubtful", `${count(doubtful)} withheld as doubtful until a person decides.`, false)]
      : []),
    ...(hidden > 0 ? [remark("suppressed", `${count(hidden)} withheld to protect people.`, false)] : []),
  ];
}

/** What the attack on a release leaves to be said: what it could not try, and what was known already. */
export function attackRemarks({ untried, knownBefore }: AttackSummary): readonly ReleaseRemark[] {
  const { linearBounds, elimination, contradicting, beforeApart } = untried;
  const counts = (n: number) => (n === 1 ? "1 kept count" : `${n} kept counts`);
  return [
    [linearBounds, "attack-not-bounded", `Too many sums hold ${counts(linearBounds)} for its bounds to be sought.`],
    [
      elimination,
      "attack-not-solved",
      `The sums that hold ${counts(elimination)} were too many to be solved to the end.`,
    ],
    [contradicting, "attack-contradicted", `The sums that hold ${counts(contradicting)} contradict each other.`],
    [
      beforeApart,
      "attack-apart",
      `Earlier releases tell other sums of ${counts(beforeApart)}, and were left out there.`,
    ],
    [knownBefore, "known-before", `Earlier releases gave ${counts(knownBefore)} away already.`],
  ].flatMap(([n, code, message]) => (n === 0 ? [] : [remark(String(code), String(message), false)]));
}

const count = (n: number): string => (n === 1 ? "1 figure is" : `${n} figures are`);

const remark = (code: string, message: string, stops: boolean): ReleaseRemark => ({ code, message, stops });
