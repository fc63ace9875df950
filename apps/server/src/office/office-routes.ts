import { auditRoute } from "../pages/office/audit/audit-route.tsx";
import { designRoute } from "../pages/office/design/design-route.tsx";
import { keysRoute } from "../pages/office/help/keys-route.tsx";
import { jobRoute } from "../pages/office/jobs/job-route.tsx";
import { jobsRoute } from "../pages/office/jobs/jobs-route.tsx";
import { passwordRoute } from "../pages/office/me/password-route.tsx";
import { mySecondFactorRoute } from "../pages/office/me/second-factor-route.tsx";
import { sessionsRoute } from "../pages/office/me/sessions-route.tsx";
import { settingsRoute } from "../pages/office/me/settings-route.tsx";
import { noticesRoute } from "../pages/office/notices/notices-route.tsx";
import { organizationRoute } from "../pages/office/organization/organization-route.tsx";
import { inviteRoute } from "../pages/office/people/invite-route.tsx";
import { peopleRoute } from "../pages/office/people/people-route.tsx";
import { personRoute } from "../pages/office/people/person-route.tsx";
import { newProviderRoute, providerRoute } from "../pages/office/providers/provider-route.tsx";
import { providersRoute } from "../pages/office/providers/providers-route.tsx";
import { recordRoute } from "../pages/office/records/record-route.tsx";
import { recordsRoute } from "../pages/office/records/records-route.tsx";
import { searchRoute } from "../pages/office/records/search-route.tsx";
import { datasetDoubtsRoute, doubtsRoute } from "../pages/office/releases/doubts-route.tsx";
import { releaseRoute } from "../pages/office/releases/release-route.tsx";
import { releasesRoute } from "../pages/office/releases/releases-route.tsx";
import { invitationRoute } from "../pages/office/sign-in/invitation-route.tsx";
import { askLinkRoute, enterRoute } from "../pages/office/sign-in/link-routes.tsx";
import { askPasswordRoute, newPasswordRoute } from "../pages/office/sign-in/new-password-routes.tsx";
import { beginAtProviderRoute, oidcRoute, samlRoute } from "../pages/office/sign-in/provider-routes.ts";
import { secondFactorRoute } from "../pages/office/sign-in/second-factor-route.tsx";
import { setUpRoute } from "../pages/office/sign-in/set-up-route.tsx";
import { signInRoute } from "../pages/office/sign-in/sign-in-route.tsx";
import { signOutRoute } from "../pages/office/sign-in/sign-out-route.ts";
import { worklistRoute } from "../pages/office/work/worklist-route.tsx";
import type { RouteTable } from "./office-match.ts";

/** Every page of the office. The first that fits an address answers. */
export const officeRoutes: RouteTable = {
  office: [
    ...[worklistRoute, recordsRoute, recordRoute, searchRoute],
    ...[signInRoute, askLinkRoute, enterRoute, askPasswordRoute, newPasswordRoute, invitationRoute],
    ...[secondFactorRoute, setUpRoute, signOutRoute, beginAtProviderRoute],
    ...[releasesRoute, releaseRoute, doubtsRoute, datasetDoubtsRoute],
    ...[noticesRoute, jobsRoute, jobRoute],
    ...[peopleRoute, inviteRoute, personRoute, organizationRoute, auditRoute],
    ...[providersRoute, newProviderRoute, providerRoute],
    ...[keysRoute, designRoute],
    ...[settingsRoute, passwordRoute, mySecondFactorRoute, sessionsRoute],
  ],
  callbacks: [oidcRoute, samlRoute],
};
