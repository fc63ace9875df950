import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { type Context, command } from "../kernel/command.ts";
import { dayField, keyField } from "../kernel/fields.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";

const belonging = z
  .object({ facilityId: keyField, fromOn: dayField, untilOn: dayField.nullable().default(null) })
  .refine(({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn, {
    ...{ path: ["untilOn"], message: "not before the first day" },
  });

type Belonging = z.infer<typeof belonging>;

/**
 * Defines facilities that report together, such as two hospitals with one needs assessment; or says anew how the group is
 * called and from when until when each belongs to it. What was said before and is not said again stays.
 */
export const defineReportGroup = command({
  name: "define-report-group",
  title: "define which facilities report together",
  input: z.object({
    reportGroupId: keyField,
    name: z.string().trim().min(1).max(200),
    facilities: z.array(belonging).max(200),
  }),
  access: inSystem("administrator"),
  run: async (context, { reportGroupId, name, facilities }) => {
    const unknown = await unknownFacility(context, facilities);
    if (unknown) return unknown;
    const { db, systemId } = context;
    await db
      .insertInto("report_groups")
      .values({ system_id: systemId, report_group_id: reportGroupId, name })
      .onConflict((conflict) => conflict.columns(["system_id", "report_group_id"]).doUpdateSet({ name }))
      .execute();
    for (const { facilityId, fromOn, untilOn } of facilities)
      await db
        .insertInto("report_group_facilities")
        .values({
          ...{ system_id: systemId, report_group_id: reportGroupId, facility_id: facilityId },
          ...{ from_on: fromOn, until_on: untilOn },
        })
        .onConflict((conflict) =>
          conflict
            .columns(["system_id", "report_group_id", "facility_id", "from_on"])
            .doUpdateSet({ until_on: untilOn }),
        )
        .execute();
    return { reportGroupId };
  },
  keeps: ({ reportGroupId, ...facts }) => ({ subject: `report-group:${reportGroupId}`, facts }),
});

async function unknownFacility({ db, systemId }: Context, asked: readonly Belonging[]): Promise<Refusal | null> {
  const rows = await db.selectFrom("facilities").where("system_id", "=", systemId).select("facility_id").execute();
  const known = new Set(rows.map((row) => row.facility_id));
  const missing = asked.find(({ facilityId }) => !known.has(facilityId));
  return missing ? refuse("not-found", "facility", `This system has no facility “${missing.facilityId}”.`) : null;
}
