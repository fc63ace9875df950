import type { ReactNode } from "react";
import { useOffice } from "../../../office/office-visit.ts";
import { ProblemSummary } from "../../../parts/form/problem-summary.tsx";
import { Shell, type Surroundings } from "../../../parts/layout/document.tsx";
import { OfficeFooter } from "./office-footer.tsx";
import { OfficeHeader } from "./office-header.tsx";
import { OfficeMenu } from "./office-menu.tsx";
import { Said } from "./said.tsx";

type Props = { title: string; surroundings: Surroundings; children: ReactNode };

/** A whole page of the office: what is said around every body. */
export function OfficeDocument({ title, surroundings, children }: Props) {
  const { language, system, returned, signedIn, t } = useOffice();
  const named = `${title} · ${t("office.name", { name: system.name })}`;
  const isIn = signedIn !== null && signedIn.next !== "second-factor";
  return (
    <Shell
      title={returned?.refusal ? t("office.title-problem", { title: named }) : named}
      language={language}
      surroundings={surroundings}
    >
      <a className="skip" href="#content">
        {t("layout.skip")}
      </a>
      <OfficeHeader inLanguage={surroundings.inLanguage} />
      <div className={isIn ? "office" : "office door"}>
        {isIn && <OfficeMenu />}
        <main id="content">
          <Said />
          <ProblemSummary />
          {children}
        </main>
      </div>
      {isIn && <OfficeFooter />}
    </Shell>
  );
}
