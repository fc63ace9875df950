import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { atFacility } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";

/** A hospital or other licensed place of the system. */
export type Facility = Readonly<{ facilityId: string; name: string; city: string }>;

/** Lists the facilities of the system. */
export const listFacilities = query("query", {
  name: "list-facilities",
  title: "see the facilities",
  input: z.object({}),
  ...wherever(atFacility(...staffRoles)),
  run: ({ db, systemId }): Promise<readonly Facility[]> =>
    db
      .selectFrom("facilities")
      .where("system_id", "=", systemId)
      .select(["facility_id as facilityId", "name", "city"])
      .orderBy("name")
      .orderBy("facility_id")
      .execute(),
});
