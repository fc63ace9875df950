import type { Department } from "@evenspan/domain/organization/list-departments";
import type { Facility } from "@evenspan/domain/organization/list-facilities";
import type { Member } from "@evenspan/domain/organization/list-members";
import type { Partner } from "@evenspan/domain/organization/list-partners";
import type { ReportGroup } from "@evenspan/domain/organization/list-report-groups";

/** All that is listed of an organization. */
export type Organized = Readonly<{
  facilities: readonly Facility[];
  groups: readonly ReportGroup[];
  departments: readonly Department[];
  partners: readonly Partner[];
  members: readonly Member[];
}>;
