import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { atFacility } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { keyField } from "../kernel/fields.ts";
import { staffRoles } from "../kernel/roles.ts";

/** A department of a facility. */
export type Department = Readonly<{ departmentId: string; facilityId: string; name: string }>;

/** Lists the departments of all facilities, or of one. */
export const listDepartments = query("query", {
  name: "list-departments",
  title: "see the departments",
  input: z.object({ facilityId: keyField.optional() }),
  ...wherever(atFacility(...staffRoles)),
  run: ({ db, systemId }, { facilityId }): Promise<readonly Department[]> =>
    db
      .selectFrom("departments")
      .where("system_id", "=", systemId)
      .$if(facilityId !== undefined, (all) => all.where("facility_id", "=", facilityId!))
      .select(["department_id as departmentId", "facility_id as facilityId", "name"])
      .orderBy("facility_id")
      .orderBy("name")
      .orderBy("department_id")
      .execute(),
});
