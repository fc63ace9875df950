import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { deactivatePerson } from "@evenspan/domain/people/deactivate-person";
import { endSessionsOf } from "@evenspan/domain/people/end-sessions-of";
import { grantRole } from "@evenspan/domain/people/grant-role";
import { inviteAgain } from "@evenspan/domain/people/invite-again";
import { personRecord } from "@evenspan/domain/people/person-record";
import { reactivatePerson } from "@evenspan/domain/people/reactivate-person";
import { renamePerson } from "@evenspan/domain/people/rename-person";
import { revokeRole } from "@evenspan/domain/people/revoke-role";
import { withdrawInvitation } from "@evenspan/domain/people/withdraw-invitation";
import { describeProviders } from "@evenspan/domain/sign-in/providers/settings/describe-providers";
import { unlinkProvider } from "@evenspan/domain/sign-in/providers/settings/unlink-provider";
import { removeSecondFactor } from "@evenspan/domain/sign-in/second-factor/remove-second-factor";
import type { PlainKey } from "../../../messages/translate.ts";
import { itemField } from "../../../office/forms/form.ts";
import { formActions } from "../../../office/forms/form-actions.ts";
import { renameFields } from "../../../office/forms/rename-fields.ts";
import { goTo, type OfficeAnswer, type Params, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import type { OfficeVisit } from "../../../office/office-visit.ts";
import { Person } from "./person.tsx";
import { grantOfFields, grantPlaces } from "./places.ts";

/** One person: who it is, roles now and before, where signed in; and what an administrator can do about it. */
export const personRoute: ClosedRoute = {
  path: "people/:personId",
  get: async (visit, { personId }) => {
    const record = await visit.act(personRecord, { personId });
    if (isRefusal(record)) return record;
    const described = visit.may(describeProviders) ? await visit.act(describeProviders, {}) : [];
    const [places, providers] = [await grantPlaces(visit), isRefusal(described) ? [] : described];
    return page(record.name, <Person record={record} places={places} providers={providers} />);
  },
  post: formActions({
    grant: async (visit, params, form) => {
      const grant = grantOfFields(form.text("role"), form.text("place"));
      const outcome = await visit.act(grantRole, { personId: params.personId, grant });
      return back(visit, params, isRefusal(outcome) ? renameFields(outcome, fieldNames) : outcome, "said.granted");
    },
    revoke: async (visit, params, form) => {
      const given = { grantId: form.text(itemField), reason: form.text("reason") };
      return back(visit, params, await visit.act(revokeRole, given), "said.revoked");
    },
    "invite-again": async (visit, params) =>
      back(visit, params, await visit.act(inviteAgain, { personId: params.personId }), "said.invited-again"),
    withdraw: async (visit, params) =>
      back(visit, params, await visit.act(withdrawInvitation, { personId: params.personId }), "said.withdrawn"),
    unlink: async (visit, params, form) => {
      const given = { personId: params.personId, providerId: form.text("provider") };
      return back(visit, params, await visit.act(unlinkProvider, given), "said.unlinked");
    },
    rename: async (visit, params, form) => {
      const given = { personId: params.personId, name: form.text("name") };
      return back(visit, params, await visit.act(renamePerson, given), "said.renamed");
    },
    "take-codes": async (visit, params, form) => {
      const given = { personId: params.personId, reason: form.text("reason") };
      return back(visit, params, await visit.act(removeSecondFactor, given), "said.codes-taken");
    },
    "end-sessions": async (visit, params, form) => {
      const given = { personId: params.personId, reason: form.text("reason") };
      return back(visit, params, await visit.act(endSessionsOf, given), "said.sessions-ended");
    },
    deactivate: async (visit, params, form) => {
      const given = { personId: params.personId, reason: form.text("reason") };
      return back(visit, params, await visit.act(deactivatePerson, given), "said.deactivated");
    },
    reactivate: async (visit, params) =>
      back(visit, params, await visit.act(reactivatePerson, { personId: params.personId }), "said.reactivated"),
  }),
};

const fieldNames = { "grant.role": "role", "grant.facilityId": "place", "grant.partnerId": "place" };

const back = (
  { href }: OfficeVisit,
  { personId }: Params,
  outcome: Outcome<unknown>,
  said: PlainKey,
): Outcome<OfficeAnswer> => (isRefusal(outcome) ? outcome : goTo(href(`/people/${personId}`), said));
