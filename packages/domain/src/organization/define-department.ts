import { z } from "zod";
import { command } from "../kernel/command.ts";
import { keyField } from "../kernel/fields.ts";
import { refuse } from "../kernel/refusal.ts";

/** Defines a department of a facility, or says anew how it is called. A department stays at its facility. */
export const defineDepartment = command({
  name: "define-department",
  title: "define a department",
  input: z.object({ departmentId: keyField, facilityId: keyField, name: z.string().trim().min(1).max(200) }),
  access: { administrator: "system", finance: "facility" },
  concerns: (_, { facilityId }) => ({ facilityId }),
  run: async ({ db, systemId }, { departmentId, facilityId, name }) => {
    const facilities = db.selectFrom("facilities").where("system_id", "=", systemId);
    if (!(await facilities.where("facility_id", "=", facilityId).select("name").executeTakeFirst()))
      return refuse("not-found", "facility", `This system has no facility “${facilityId}”.`);
    const departments = db.selectFrom("departments").where("system_id", "=", systemId);
    const before = await departments.where("department_id", "=", departmentId).selectAll().executeTakeFirst();
    if (before && before.facility_id !== facilityId)
      return refuse(
        "conflict",
        "elsewhere",
        `Another facility has a department “${departmentId}”. Choose another key.`,
      );
    await db
      .insertInto("departments")
      .values({ system_id: systemId, department_id: departmentId, facility_id: facilityId, name })
      .onConflict((conflict) => conflict.columns(["system_id", "department_id"]).doUpdateSet({ name }))
      .execute();
    return { departmentId };
  },
  keeps: ({ departmentId, ...facts }) => ({ subject: `department:${departmentId}`, facts }),
});
