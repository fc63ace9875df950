import { address } from "../pages/visit.ts";
import type { Arrival } from "./arrival.ts";
import { type GoTo, goTo } from "./office-answer.ts";
import type { OfficeRoute } from "./office-route.ts";
import type { OpenVisit } from "./office-visit.ts";

/** Where someone is sent who may not come in yet: to sign in, or to give the code; null where the way is free. */
export function gate(route: OfficeRoute, visit: OpenVisit, { path, query, cookies }: Arrival): GoTo | null {
  if (route.open) return null;
  const here = address(path, Object.fromEntries(query));
  if (visit.signedIn === null) {
    const ended = cookies.session !== undefined;
    return goTo(
      visit.href("/sign-in", { to: isHome(visit) ? undefined : here }),
      ended ? "said.session-ended" : undefined,
      {
        cookies: ended ? [{ name: "session", value: "" }] : [],
      },
    );
  }
  if (visit.signedIn.next === "second-factor" && !route.half)
    return goTo(visit.href("/second-factor", { to: isHome(visit) ? undefined : here }));
  return null;
}

const isHome = ({ path }: OpenVisit): boolean => path === "/office";
