import type { OfferedProvider } from "@evenspan/domain/sign-in/providers/list-providers";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { SelectField } from "../../../parts/form/select-field.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import type { ShownPerson } from "./shown-person.ts";

type Props = { record: ShownPerson; providers: readonly OfferedProvider[] };

/** What can be done with a person's account as it stands: invite again, call it otherwise, close, open again. */
export function PersonAccount({ record, providers }: Props) {
  const { signedIn, t } = useOffice();
  const isOneself = signedIn?.person.personId === record.personId;
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
      {record.state !== "deactivated" && !isOneself && <Rename name={record.name} />}
      {record.hasSecondFactor && !isOneself && <TakeCodes />}
      {record.state === "active" && providers.length > 0 && <Unlink providers={providers} />}
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

function Rename({ name }: { name: string }) {
  const { returned, t } = useOffice();
  return (
    <Folded summary={t("person.rename")} open={returned?.form === "rename"}>
      <OfficeForm name="rename">
        <TextField name="name" label={t("people.name")} value={name} />
        <Button>{t("person.rename-do")}</Button>
      </OfficeForm>
    </Folded>
  );
}

function TakeCodes() {
  const { returned, t } = useOffice();
  return (
    <Folded summary={t("person.take-codes")} open={returned?.form === "take-codes"}>
      <p>{t("person.take-codes-lead")}</p>
      <OfficeForm name="take-codes">
        <TextField name="reason" label={t("field.reason.label")} />
        <Button kind="careful">{t("person.take-codes-do")}</Button>
      </OfficeForm>
    </Folded>
  );
}

/** For someone who was given a new account where people sign in: the next sign-in there is matched by address again. */
function Unlink({ providers }: Pick<Props, "providers">) {
  const { returned, t } = useOffice();
  const choices = providers.map(({ providerId, name }) => ({ value: providerId, label: name }));
  return (
    <Folded summary={t("person.unlink")} open={returned?.form === "unlink"}>
      <p>{t("person.unlink-lead")}</p>
      <OfficeForm name="unlink">
        <SelectField name="provider" label={t("providers.title")} choices={choices} />
        <Button kind="careful">{t("person.unlink-do")}</Button>
      </OfficeForm>
    </Folded>
  );
}
