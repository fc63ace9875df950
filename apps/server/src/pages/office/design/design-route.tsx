import { refuse } from "@evenspan/domain/kernel/refusal";
import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { OfficeProvider, type OfficeVisit, type ReturnedForm, useOffice } from "../../../office/office-visit.ts";
import { ColorSamples } from "./color-samples.tsx";
import { FormSamples } from "./form-samples.tsx";
import { LineSamples } from "./line-samples.tsx";
import { ListSamples } from "./list-samples.tsx";
import { StateSamples } from "./state-samples.tsx";
import { TypeSamples } from "./type-samples.tsx";

/** Every token, part and state of the design in one place, as it is drawn everywhere else. */
export const designRoute: ClosedRoute = {
  path: "design",
  get: async (visit) => page(visit.t("design.title"), <Design visit={visit} />),
};

/** A form that came back, so that its fields are seen as they are then. */
const sample: ReturnedForm = {
  form: "sample",
  typed: { email: ["ana@"] },
  refusal: { ...refuse("invalid", "input", ""), fields: { name: "a name", email: "an address" } },
};

function Design({ visit }: { visit: OfficeVisit }) {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("design.title")}</h1>
      <p className="lead">{t("design.lead")}</p>
      <ColorSamples />
      <TypeSamples />
      <LineSamples />
      {/* The parts are drawn as they are where a form came back: nothing on this page is sent. */}
      <OfficeProvider value={{ ...visit, returned: sample }}>
        <FormSamples />
      </OfficeProvider>
      <ListSamples />
      <StateSamples />
    </>
  );
}
