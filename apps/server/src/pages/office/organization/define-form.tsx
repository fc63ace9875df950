import type { Command } from "@evenspan/domain/kernel/command";
import type { ReactNode } from "react";
import { isOpenTo } from "../../../office/is-open-to.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { formId, idOf, OfficeForm } from "../../../parts/form/office-form.tsx";
import { Folded } from "../../../parts/table/folded.tsx";

type Props = {
  /** The form, and the key of what it changes; without one it makes something new. */
  form: string;
  item?: string;
  summary: string;
  /** What the form does: shown to those who may. */
  does: Pick<Command<never, never>, "access">;
  children: ReactNode;
};

/** A form that defines something, folded until it is wanted or has come back. */
export function DefineForm({ form, item, summary, does, children }: Props) {
  const { signedIn, returned, t } = useOffice();
  if (!signedIn || !isOpenTo(does.access, signedIn.actor)) return null;
  const open = returned !== null && idOf(returned) === formId(form, item);
  return (
    <Folded summary={summary} open={open}>
      <OfficeForm name={form} item={item}>
        {children}
        <Button>{t("organization.save")}</Button>
      </OfficeForm>
    </Folded>
  );
}
