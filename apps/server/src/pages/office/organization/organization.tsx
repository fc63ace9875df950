import type { Department } from "@evenspan/domain/organization/list-departments";
import type { Facility } from "@evenspan/domain/organization/list-facilities";
import type { Member } from "@evenspan/domain/organization/list-members";
import type { Partner } from "@evenspan/domain/organization/list-partners";
import type { ReportGroup } from "@evenspan/domain/organization/list-report-groups";
import { useOffice } from "../../../office/office-visit.ts";
import { Departments } from "./departments.tsx";
import { Members } from "./members.tsx";
import { Partners } from "./partners.tsx";
import { ReportGroups } from "./report-groups.tsx";

/** All that is listed of an organization. */
export type Organized = Readonly<{
  facilities: readonly Facility[];
  groups: readonly ReportGroup[];
  departments: readonly Department[];
  partners: readonly Partner[];
  members: readonly Member[];
}>;

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
