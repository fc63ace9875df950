import { useOffice } from "../../../office/office-visit.ts";
import { Departments } from "./departments.tsx";
import { Members } from "./members.tsx";
import type { Organized } from "./organized.ts";
import { Partners } from "./partners.tsx";
import { ReportGroups } from "./report-groups.tsx";

/** The page of the organization. */
export function Organization({ listed }: { listed: Organized }) {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("organization.title")}</h1>
      <section aria-labelledby="facilities">
        <h2 id="facilities">{t("people.facilities")}</h2>
        {listed.facilities.length === 0 && <p>{t("organization.no-facilities")}</p>}
        <ul className="rows">
          {listed.facilities.map(({ facilityId, name, city }) => (
            <li key={facilityId}>
              <div>
                <strong>{name}</strong> <span className="note">{city}</span>
              </div>
              <code>{facilityId}</code>
            </li>
          ))}
        </ul>
      </section>
      <ReportGroups {...listed} />
      <Departments {...listed} />
      <Partners partners={listed.partners} />
      <Members members={listed.members} />
    </>
  );
}
