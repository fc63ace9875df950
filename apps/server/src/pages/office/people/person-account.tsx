import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import type { ShownPerson } from "./shown-person.ts";

/** What can be done with a person's account as it stands: invite again, close, open again. */
export function PersonAccount({ record }: { record: ShownPerson }) {
  const { t } = useOffice();
  return (
    <section aria-labelledby="account">
      <h2 id="account">{t("person.account")}</h2>
      {record.state === "invited" && (
        <div className="buttons">
          <OfficeForm name="invite-again" bare>
            <Button kind="other">{t("person.invite-again")}</Button>
          </OfficeForm>
          <OfficeForm name="withdraw" bare>
            <Button kind="careful">{t("person.withdraw")}</Button>
          </OfficeForm>
        </div>
      )}
      {record.state === "active" && <CloseAccount />}
      {record.state === "deactivated" && (
        <>
          <p>{t("person.closed")}</p>
          <OfficeForm name="reactivate" bare>
            <Button kind="other">{t("person.open-again")}</Button>
          </OfficeForm>
        </>
      )}
    </section>
  );
}

function CloseAccount() {
  const { returned, t } = useOffice();
  return (
    <Folded summary={t("person.close")} open={returned?.form === "deactivate"}>
      <p>{t("person.close-lead")}</p>
      <OfficeForm name="deactivate">
        <TextField name="reason" label={t("field.reason.label")} />
        <Button kind="careful">{t("person.close-do")}</Button>
      </OfficeForm>
    </Folded>
  );
}
