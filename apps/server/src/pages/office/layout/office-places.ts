import { listAudit } from "@evenspan/domain/audit/list-audit";
import { listJobs } from "@evenspan/domain/jobs/list-jobs";
import type { Access } from "@evenspan/domain/kernel/access.rules";
import { listNotices } from "@evenspan/domain/notices/list-notices";
import { listFacilities } from "@evenspan/domain/organization/list-facilities";
import { listPeople } from "@evenspan/domain/people/list-people";
import { findRecords } from "@evenspan/domain/records/find-records";
import { listRecords } from "@evenspan/domain/records/list-records";
import { seeDoubts } from "@evenspan/domain/review/see-doubts";
import { seeReleases } from "@evenspan/domain/review/see-releases";
import { describeProviders } from "@evenspan/domain/sign-in/providers/settings/describe-providers";
import type { PlainKey } from "../../../messages/translate.ts";

/** A page that the menu leads to. Where only some may see it, the access of its question says who. */
export type OfficePlace = Readonly<{ path: string; label: PlainKey; access?: Access }>;

/** The menu: what one works on, then what the office is run with. */
export const officePlaces: readonly Readonly<{ label: PlainKey; places: readonly OfficePlace[] }>[] = [
  {
    label: "office.menu.work",
    places: [
      { path: "", label: "worklist.title" },
      { path: "/records", label: "records.title", access: listRecords.access },
      { path: "/releases", label: "releases.title", access: seeReleases.access },
      { path: "/doubts", label: "doubts.title", access: seeDoubts.access },
      { path: "/notices", label: "notices.title", access: listNotices.access },
      { path: "/jobs", label: "jobs.title", access: listJobs.access },
      { path: "/search", label: "office-search.title", access: findRecords.access },
    ],
  },
  {
    label: "office.menu.house",
    places: [
      { path: "/people", label: "people.title", access: listPeople.access },
      { path: "/organization", label: "organization.title", access: listFacilities.access },
      { path: "/providers", label: "providers.title", access: describeProviders.access },
      { path: "/audit", label: "audit.title", access: listAudit.access },
    ],
  },
];
