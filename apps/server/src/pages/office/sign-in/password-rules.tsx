import { useOffice } from "../../../office/office-visit.ts";

/** What makes a good password here: long, and not known from a breach. No rules about signs or capitals. */
export function PasswordRules() {
  const { t } = useOffice();
  return <>{t("field.new-password.hint")}</>;
}
