import type { ReactNode } from "react";
import { useOffice } from "../../office/office-visit.ts";
import { FormProvider } from "./office-form.tsx";

/** Fields as a form shows them, without the form: for the page that shows the design. */
export function FormSample({ name, children }: { name: string; children: ReactNode }) {
  const { returned } = useOffice();
  return (
    <div className="office-form">
      <FormProvider value={{ id: name, returned }}>{children}</FormProvider>
    </div>
  );
}
