import { passwordRoute } from "../pages/office/me/password-route.tsx";
import { mySecondFactorRoute } from "../pages/office/me/second-factor-page.tsx";
import { sessionsRoute } from "../pages/office/me/sessions-route.tsx";
import { settingsRoute } from "../pages/office/me/settings-route.tsx";
import { invitationRoute } from "../pages/office/sign-in/invitation-route.tsx";
import { askLinkRoute, enterRoute } from "../pages/office/sign-in/link-routes.tsx";
import { askPasswordRoute, newPasswordRoute } from "../pages/office/sign-in/new-password-routes.tsx";
import { secondFactorRoute } from "../pages/office/sign-in/second-factor-route.tsx";
import { setUpRoute } from "../pages/office/sign-in/set-up-route.tsx";
import { signInRoute } from "../pages/office/sign-in/sign-in-route.tsx";
import { signOutRoute } from "../pages/office/sign-in/sign-out-route.ts";
import { worklistRoute } from "../pages/office/work/worklist-route.tsx";
import type { RouteTable } from "./office-match.ts";

/** Every page of the office. The first that fits an address answers. */
export const officeRoutes: RouteTable = {
  office: [
    worklistRoute,
    ...[signInRoute, askLinkRoute, enterRoute, askPasswordRoute, newPasswordRoute, invitationRoute],
    ...[secondFactorRoute, setUpRoute, signOutRoute],
    ...[settingsRoute, passwordRoute, mySecondFactorRoute, sessionsRoute],
  ],
  callbacks: [],
};
