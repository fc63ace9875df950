import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { atFacility } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { groupBy } from "../kernel/group-by.ts";
import { staffRoles } from "../kernel/roles.ts";

/** Facilities that report together, each from when and until when; null where no end is known. */
export type ReportGroup = Readonly<{
  reportGroupId: string;
  name: string;
  facilities: readonly Readonly<{ facilityId: string; fromOn: string; untilOn: string | null }>[];
}>;

/** Lists which facilities report together. */
export const listReportGroups = query("query", {
  name: "list-report-groups",
  title: "see which facilities report together",
  input: z.object({}),
  ...wherever(atFacility(...staffRoles)),
  run: async ({ db, systemId }): Promise<readonly ReportGroup[]> => {
    const groups = await db
      .selectFrom("report_groups")
      .where("system_id", "=", systemId)
      .select(["report_group_id as reportGroupId", "name"])
      .orderBy("report_group_id")
      .execute();
    const belonging = await db
      .selectFrom("report_group_facilities")
      .where("system_id", "=", systemId)
      .select(["report_group_id as reportGroupId", "facility_id as facilityId"])
      .select(["from_on as fromOn", "until_on as untilOn"])
      .orderBy("from_on")
      .orderBy("facility_id")
      .execute();
    const byGroup = groupBy(belonging, ({ reportGroupId }) => reportGroupId);
    return groups.map((group) => ({
      ...group,
      facilities: (byGroup.get(group.reportGroupId) ?? []).map(({ reportGroupId: _, ...facility }) => facility),
    }));
  },
});
