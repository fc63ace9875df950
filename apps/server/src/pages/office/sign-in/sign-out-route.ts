import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { signOut } from "@evenspan/domain/sign-in/sessions/sign-out";
import { goTo } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { signedOutCookies } from "./after-sign-in.ts";

/** Ends this session. What the browser may have kept of the office is cleared. */
export const signOutRoute: ClosedRoute = {
  path: "sign-out",
  half: true,
  post: async ({ desk, token, href }) => {
    const outcome = await signOut(desk, { token });
    if (isRefusal(outcome) && outcome.refused !== "unauthenticated") return outcome;
    return goTo(href("/sign-in"), "said.signed-out", { cookies: signedOutCookies, headers: clear });
  },
};

const clear = { "clear-site-data": '"cache", "storage"' };
