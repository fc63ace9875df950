import type { Refusal, RefusalKind } from "@evenspan/domain/kernel/refusal";
import { refusalCodes } from "@evenspan/domain/kernel/refusal-codes";
import type { Role } from "@evenspan/domain/kernel/roles";
import type { PlainKey } from "../../../messages/translate.ts";
import { type OfficePage, page } from "../../../office/office-answer.ts";
import { type OpenVisit, useOffice } from "../../../office/office-visit.ts";
import { Sentence } from "../../../parts/sentence.tsx";
import { refusalSentence } from "../../../words/refusal-words.ts";
import { roleName } from "../../../words/role-words.ts";

const titles: Readonly<Record<RefusalKind, PlainKey>> = {
  invalid: "refused.invalid",
  unauthenticated: "refused.unauthenticated",
  forbidden: "refused.forbidden",
  "not-found": "refused.not-found",
  conflict: "refused.conflict",
  undefined: "refused.undefined",
  unavailable: "refused.unavailable",
};

const steps: Readonly<Record<RefusalKind, PlainKey>> = {
  invalid: "refused.step.invalid",
  unauthenticated: "refused.step.unauthenticated",
  forbidden: "refused.step.forbidden",
  "not-found": "refused.step.not-found",
  conflict: "refused.step.conflict",
  undefined: "refused.step.undefined",
  unavailable: "refused.step.unavailable",
};

/** The page of a refusal, where no page of its own can show it. */
export const refusedPage = (refusal: Refusal, { t }: OpenVisit): OfficePage =>
  page(t(titles[refusal.refused]), <Refused refusal={refusal} />, {
    status: refusalCodes[refusal.refused].httpStatus,
    ...(refusal.refused === "unavailable" && { headers: { "retry-after": "60" } }),
  });

function Refused({ refusal }: { refusal: Refusal }) {
  const { href, t } = useOffice();
  return (
    <>
      <h1>{t(titles[refusal.refused])}</h1>
      <p className="lead">
        <Sentence of={refusalSentence(refusal)} />
      </p>
      <WhoMay refusal={refusal} />
      <p>{t(steps[refusal.refused])}</p>
      <p>
        <a href={href(refusal.refused === "unauthenticated" ? "/sign-in" : "")}>
          {t(refusal.refused === "unauthenticated" ? "sign-in.title" : "office.to-worklist")}
        </a>
      </p>
    </>
  );
}

/** Who may, where a role was wanting, and what this person is. */
function WhoMay({ refusal }: { refusal: Refusal & { whoMay?: readonly Role[] } }) {
  const { signedIn, t } = useOffice();
  if (!refusal.whoMay) return null;
  const held = [...new Set(signedIn?.actor.grants.map(({ role }) => role))];
  const list = (roles: readonly Role[]) => roles.map((role) => roleName(role, t)).join(", ");
  return (
    <p>
      {t("refused.who-may", { roles: list(refusal.whoMay) })}{" "}
      {held.length === 0 ? t("refused.you-have-none") : t("refused.you-are", { roles: list(held) })}
    </p>
  );
}
