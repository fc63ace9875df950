import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";

/** The first page of the office: what waits for this person, what is late first. */
export const worklistRoute: ClosedRoute = {
  path: "",
  get: async ({ t }) => page(t("worklist.title"), <Worklist />),
};

function Worklist() {
  const { t } = useOffice();
  return <h1>{t("worklist.title")}</h1>;
}
