import { locksFor } from "../kernel/actor.ts";
import type { Context } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";
import { keepRecord } from "../records/keep-record.ts";

/** Keeps the record of a release, which all of the office's people see. A draft waits for the reviewers, to be signed. */
export const keepReleaseRecord = (
  context: Context,
  { releaseId, number }: Readonly<{ releaseId: string; number: number }>,
  state: "draft" | "published" | "withdrawn",
): Promise<void> =>
  keepRecord(context, {
    ...{ recordId: `release:${releaseId}`, kind: "release", state, words: releaseId.slice(0, 8) },
    ...{ title: { en: `Release ${number}`, es: `Edición ${number}` }, locks: locksFor([...staffRoles]) },
    ...(state === "draft" ? { turn: ["reviewer@*"], nextStep: "sign-release" } : { turn: [] }),
  });
