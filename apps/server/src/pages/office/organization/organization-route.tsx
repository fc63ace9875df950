import { isRefusal, type Outcome, type Refusal } from "@evenspan/domain/kernel/refusal";
import { defineDepartment } from "@evenspan/domain/organization/define-department";
import { defineMember } from "@evenspan/domain/organization/define-member";
import { definePartner } from "@evenspan/domain/organization/define-partner";
import { defineReportGroup } from "@evenspan/domain/organization/define-report-group";
import { listDepartments } from "@evenspan/domain/organization/list-departments";
import { listFacilities } from "@evenspan/domain/organization/list-facilities";
import { listMembers } from "@evenspan/domain/organization/list-members";
import { listPartners } from "@evenspan/domain/organization/list-partners";
import { listReportGroups } from "@evenspan/domain/organization/list-report-groups";
import { type Form, itemField } from "../../../office/forms/form.ts";
import { formActions } from "../../../office/forms/form-actions.ts";
import { renameFields } from "../../../office/forms/rename-fields.ts";
import { goTo, type OfficeAnswer, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import type { OfficeVisit } from "../../../office/office-visit.ts";
import { keyFromName } from "../../../words/key-from-name.ts";
import { Organization } from "./organization.tsx";

/** What the system is made of: facilities, those that report together, departments, organizations outside, members. */
export const organizationRoute: ClosedRoute = {
  path: "organization",
  get: async ({ act, t }) => {
    const facilities = await act(listFacilities, {});
    if (isRefusal(facilities)) return facilities;
    const [groups, departments, partners, members] = await Promise.all([
      ...([act(listReportGroups, {}), act(listDepartments, {})] as const),
      ...([act(listPartners, {}), act(listMembers, {})] as const),
    ]);
    const listed = {
      ...{ facilities, groups: listOf(groups), departments: listOf(departments) },
      ...{ partners: listOf(partners), members: listOf(members) },
    };
    return page(t("organization.title"), <Organization listed={listed} />);
  },
  post: formActions({
    partner: async (visit, _params, form) =>
      back(
        visit,
        await visit.act(definePartner, {
          ...{ partnerId: keyOf(form), name: form.text("name"), email: form.text("email") || null },
          endedOn: form.text("endedOn") || null,
        }),
      ),
    department: async (visit, _params, form) =>
      back(
        visit,
        await visit.act(defineDepartment, {
          ...{ departmentId: keyOf(form), name: form.text("name"), facilityId: form.text("facilityId") },
        }),
      ),
    group: async (visit, _params, form) => {
      const [facilityId, fromOn] = [form.text("facilityId"), form.text("fromOn")];
      const belonging = { facilityId, fromOn, untilOn: form.text("untilOn") || null };
      return back(
        visit,
        await visit.act(defineReportGroup, {
          ...{ reportGroupId: keyOf(form), name: form.text("name") },
          facilities: facilityId === "" && fromOn === "" ? [] : [belonging],
        }),
      );
    },
    member: async (visit, _params, form) =>
      back(
        visit,
        await visit.act(defineMember, {
          ...{ slug: keyOf(form), name: form.text("name"), joinedOn: form.text("joinedOn") },
          leftOn: form.text("leftOn") || null,
        }),
      ),
  }),
};

const listOf = <T,>(outcome: Outcome<readonly T[]>): readonly T[] => (isRefusal(outcome) ? [] : outcome);

/** What is changed keeps its key; what is new gets one from its name. */
const keyOf = (form: Form): string => form.text(itemField) || keyFromName(form.text("name"));

const fieldNames = {
  ...{ partnerId: "name", departmentId: "name", reportGroupId: "name", slug: "name" },
  ...{ "facilities.0.facilityId": "facilityId", "facilities.0.fromOn": "fromOn", "facilities.0.untilOn": "untilOn" },
};

const back = ({ href }: OfficeVisit, outcome: Outcome<unknown>): OfficeAnswer | Refusal =>
  isRefusal(outcome) ? renameFields(outcome, fieldNames) : goTo(href("/organization"), "said.defined");
