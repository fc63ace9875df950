import { signOut } from "@evenspan/domain/sign-in/sessions/sign-out";
import type { Next } from "@evenspan/domain/sign-in/signed-in";
import { localPath } from "../../../office/http/local-path.ts";
import { type GoTo, goTo } from "../../../office/office-answer.ts";
import type { OpenVisit } from "../../../office/office-visit.ts";

/**
 * Where someone goes who has just signed in: to give a code, to set up an authenticator, or on to where they were going.
 * The new token goes into the cookie; the visit before sign-in ends, and with it every form that was bound to it. So does
 * the session that this browser had before: nobody would know of it any more.
 */
export async function afterSignIn(
  visit: OpenVisit,
  { token, next }: Readonly<{ token: string; next: Next }>,
  to: string | null = localPath(visit.query.get("to")),
): Promise<GoTo> {
  if (visit.token !== null && visit.token !== token) await signOut(visit.desk, { token: visit.token });
  const onward = to ?? undefined;
  const location = {
    done: to ?? visit.href(""),
    "second-factor": visit.href("/second-factor", { to: onward }),
    enrol: visit.href("/second-factor/set-up", { to: onward }),
  }[next];
  return goTo(location, undefined, {
    cookies: [
      { name: "session", value: token },
      { name: "visit", value: "" },
    ],
  });
}

/** What takes the session's cookie away. */
export const signedOutCookies = [{ name: "session", value: "" } as const];
