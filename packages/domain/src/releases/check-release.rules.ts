import type { ReleaseContent } from "./release-content.ts";

/** Something that a person should know before signing; `stops` where it may not be signed at all. */
export type ReleaseRemark = Readonly<{ code: string; message: string; stops: boolean }>;

/** What there is to say about a release before it is signed: what would be wrong on its first page, and what is withheld. */
export function releaseRemarks(content: ReleaseContent): readonly ReleaseRemark[] {
  return [...firstPage(content), ...goalRemarks(content), ...withheld(content)];
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

function goalRemarks({ front, goals, figures }: ReleaseContent): readonly ReleaseRemark[] {
  const reading = goals.find(({ goal }) => goal.id === front.goal);
  if (!reading)
    return [remark("goal-without-baseline", `The goal ${front.goal} has no figure in its baseline year.`, true)];
  const baseline = figures.find((figure) => figure.id === reading.baselineFigure)!;
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const ends = baseline.inputs.flatMap((input) =>
    "figure" in input ? (byId.get(input.figure)?.inputs ?? []) : [input],
  );
  const frozen = ends.every((input) => "dataset" in input && input.dataset === reading.goal.baselineDatasetId);
  return frozen
    ? []
    : [
        remark(
          "baseline-moved",
          `The goal's baseline is frozen to ${reading.goal.baselineDatasetId}, and the figure of ${reading.goal.baselineYear} now comes from another dataset.`,
          false,
        ),
      ];
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

const count = (n: number): string => (n === 1 ? "1 figure is" : `${n} figures are`);

const remark = (code: string, message: string, stops: boolean): ReleaseRemark => ({ code, message, stops });
