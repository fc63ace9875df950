import type { z } from "zod";
import { exportAudit } from "../audit/export-audit.ts";
import { listAudit } from "../audit/list-audit.ts";
import { recordClaim } from "../claims/record-claim.ts";
import { decideDoubt } from "../datasets/decide-doubt.ts";
import { loadDataset } from "../datasets/load-dataset.ts";
import { defineGoal } from "../goals/define-goal.ts";
import { askJob } from "../jobs/ask-job.ts";
import { cancelJob } from "../jobs/cancel-job.ts";
import { clearOldRows } from "../jobs/clear-old-rows.ts";
import { listJobs } from "../jobs/list-jobs.ts";
import type { Command, Kept } from "../kernel/command.ts";
import { chooseMail, mailChoice } from "../notices/choose-mail.ts";
import { listNotices } from "../notices/list-notices.ts";
import { markRead } from "../notices/mark-read.ts";
import { defineDepartment } from "../organization/define-department.ts";
import { defineMember } from "../organization/define-member.ts";
import { definePartner } from "../organization/define-partner.ts";
import { defineReportGroup } from "../organization/define-report-group.ts";
import { listDepartments } from "../organization/list-departments.ts";
import { listFacilities } from "../organization/list-facilities.ts";
import { listMembers } from "../organization/list-members.ts";
import { listPartners } from "../organization/list-partners.ts";
import { listReportGroups } from "../organization/list-report-groups.ts";
import { changeOwnSettings } from "../people/change-own-settings.ts";
import { deactivatePerson } from "../people/deactivate-person.ts";
import { endSessionsOf } from "../people/end-sessions-of.ts";
import { grantRole } from "../people/grant-role.ts";
import { handOverInvitation } from "../people/hand-over-invitation.ts";
import { inviteAgain } from "../people/invite-again.ts";
import { invitePerson } from "../people/invite-person.ts";
import { listColleagues } from "../people/list-colleagues.ts";
import { listPeople } from "../people/list-people.ts";
import { personRecord } from "../people/person-record.ts";
import { reactivatePerson } from "../people/reactivate-person.ts";
import { renamePerson } from "../people/rename-person.ts";
import { revokeRole } from "../people/revoke-role.ts";
import { settleInvitations } from "../people/settle-invitations.ts";
import { withdrawInvitation } from "../people/withdraw-invitation.ts";
import { definePlaceSet } from "../places/define-place-set.ts";
import { addFile } from "../record-files/add-file.ts";
import { openFile } from "../record-files/open-file.ts";
import { dropView } from "../records/drop-view.ts";
import { beginExport, endExport } from "../records/export-records.ts";
import { findRecords } from "../records/find-records.ts";
import { listRecords } from "../records/list-records.ts";
import { listViews } from "../records/list-views.ts";
import { openRecord } from "../records/open-record.ts";
import { exportedPage } from "../records/rows/exported-page.ts";
import { saveView } from "../records/save-view.ts";
import { sayComment } from "../records/say-comment.ts";
import { worklist } from "../records/worklist.ts";
import { buildRelease } from "../releases/build-release.ts";
import { defineFrontPage } from "../releases/define-front-page.ts";
import { signRelease } from "../releases/sign-release.ts";
import { withdrawRelease } from "../releases/withdraw-release.ts";
import { releaseFile } from "../review/release-file.ts";
import { reviewRelease } from "../review/review-release.ts";
import { seeDoubts } from "../review/see-doubts.ts";
import { seeReleases } from "../review/see-releases.ts";
import { defineProvider } from "../sign-in/providers/settings/define-provider.ts";
import { describeProviders } from "../sign-in/providers/settings/describe-providers.ts";
import { disableProvider } from "../sign-in/providers/settings/disable-provider.ts";
import { unlinkProvider } from "../sign-in/providers/settings/unlink-provider.ts";
import { removeSecondFactor } from "../sign-in/second-factor/remove-second-factor.ts";
import { foundSystem } from "./found-system.ts";

/** Any command or query, whatever it takes and gives. */
export type AnyCommand = Omit<Command<never, unknown>, "input" | "keeps"> &
  Readonly<{ input: z.ZodType; keeps?: (input: never, output: never) => Kept }>;

/** A part of the office's work, with every command and query that belongs to it. */
export type AccessSection = Readonly<{ about: string; commands: readonly AnyCommand[] }>;

/**
 * Every command and query that there is. What is not here is not offered: the check `access` finds one that was forgotten,
 * and prints docs/access.table.md from this list.
 */
export const accessTable: readonly AccessSection[] = [
  {
    about: "Systems and their parts",
    commands: [
      foundSystem,
      listFacilities,
      ...[defineReportGroup, listReportGroups, defineDepartment, listDepartments],
      ...[definePartner, listPartners, defineMember, listMembers],
    ],
  },
  {
    about: "People and roles",
    commands: [
      ...[invitePerson, inviteAgain, handOverInvitation, withdrawInvitation, settleInvitations],
      ...[grantRole, revokeRole],
      ...[renamePerson, deactivatePerson, reactivatePerson, listPeople, personRecord, listColleagues],
      changeOwnSettings,
    ],
  },
  {
    about: "Signing in",
    commands: [defineProvider, describeProviders, disableProvider, unlinkProvider, removeSecondFactor, endSessionsOf],
  },
  {
    about: "Records",
    commands: [
      ...[worklist, listRecords, findRecords, openRecord, sayComment, saveView, dropView, listViews],
      ...[beginExport, exportedPage, endExport],
      ...[addFile, openFile],
      ...[askJob, listJobs, cancelJob, clearOldRows],
    ],
  },
  { about: "Notices", commands: [listNotices, markRead, mailChoice, chooseMail] },
  { about: "The audit", commands: [listAudit, exportAudit] },
  { about: "Data", commands: [loadDataset, seeDoubts, decideDoubt, definePlaceSet] },
  { about: "Goals and claims", commands: [defineGoal, recordClaim] },
  {
    about: "Releases",
    commands: [defineFrontPage, buildRelease, signRelease, withdrawRelease, seeReleases, reviewRelease, releaseFile],
  },
];

/** All of them in one list. */
export const everyCommand: readonly AnyCommand[] = accessTable.flatMap(({ commands }) => commands);
