import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { TextArea } from "../../../parts/form/text-area.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import type { ReviewedRelease } from "./reviewed-release.ts";

type Props = { review: ReviewedRelease; can: { sign: boolean; withdraw: boolean } };

/** What can be done with a release as it stands: a second person signs a draft; what is public can be taken back. */
export function ReleaseForms({ review, can }: Props) {
  const { signedIn, returned, t } = useOffice();
  const last = review.actions.at(-1)?.action;
  const built = review.actions[0];
  const builtBy = built?.doneBy;
  const isOwn = built?.personId === signedIn?.person.personId || builtBy === signedIn?.person.name;
  if (last === "published")
    return can.withdraw ? (
      <Folded summary={t("releases.withdraw")} open={returned?.form === "withdraw"}>
        <p>{t("releases.withdraw-lead")}</p>
        <OfficeForm name="withdraw">
          <TextArea name="note" label={t("field.reason.label")} rows={2} />
          <Button kind="careful">{t("releases.withdraw-do")}</Button>
        </OfficeForm>
      </Folded>
    ) : null;
  if (last !== "built") return null;
  if (!can.sign) return <p className="remark">{t("releases.waits", { who: builtBy ?? "" })}</p>;
  if (isOwn) return <p className="remark">{t("refusal.own-work")}</p>;
  return (
    <section aria-labelledby="signing">
      <h2 id="signing">{t("releases.sign")}</h2>
      <p>{t("releases.sign-lead", { who: builtBy ?? "" })}</p>
      <OfficeForm name="sign">
        <TextArea name="note" label={t("releases.sign-note")} hint={t("releases.sign-note-hint")} rows={3} />
        <Button>{t("releases.sign-do")}</Button>
      </OfficeForm>
    </section>
  );
}
