import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { longestAddress } from "../http/request-address.ts";
import { plainAnswer } from "../pages/office/plain/plain-answer.tsx";
import { refusedPage } from "../pages/office/plain/refused-page.tsx";
import type { Arrival } from "./arrival.ts";
import { gate } from "./gate.ts";
import type { NewCookie } from "./http/cookies.ts";
import type { Office } from "./office.ts";
import type { OfficeAnswer } from "./office-answer.ts";
import { type MatchedOffice, matchOffice } from "./office-match.ts";
import type { OpenVisit } from "./office-visit.ts";
import { bareVisit, openVisit } from "./open-visit.ts";
import { sendForm } from "./send-form.ts";
import { type Answered, pageOfRoute } from "./show-page.ts";

/** Answers a request: with a page, by doing what a form asks, or by saying why not. */
export async function answerRequest(office: Office, arrival: Arrival): Promise<Answered> {
  const { request } = arrival;
  if (request.url.length > longestAddress) return plainAnswer("too-long", bareVisit(office, arrival));
  const found = matchOffice(arrival.parts, office.table);
  if (!found) return plainAnswer("unknown", await openVisit(office, arrival));
  const looks = request.method === "GET" || request.method === "HEAD";
  if (looks && found.route.get) return look(found, await openVisit(office, arrival), arrival);
  if (request.method === "POST" && found.route.post) return sendForm(office, arrival, found);
  return plainAnswer("method", bareVisit(office, arrival), { headers: { allow: allowed(found) } });
}

const allowed = ({ route }: MatchedOffice): string =>
  [...(route.get ? ["GET", "HEAD"] : []), ...(route.post ? ["POST"] : [])].join(", ");

/** Shows a page to who may see it; others are shown the way to sign in. */
async function look(found: MatchedOffice, visit: OpenVisit, arrival: Arrival): Promise<Answered> {
  const shut = gate(found.route, visit, arrival);
  if (shut) return { answer: shut, visit };
  const outcome = await pageOfRoute(found, visit);
  const answer = isRefusal(outcome) ? refusedPage(outcome, visit) : outcome;
  return { answer: withVisitCookies(answer, visit, arrival), visit };
}

/** A page has said what was to be said; and one with open forms has its visit, to which they are bound. */
function withVisitCookies(answer: OfficeAnswer, visit: OpenVisit, { cookies }: Arrival): OfficeAnswer {
  if (answer.kind !== "page") return answer;
  const more: NewCookie[] = [
    ...(cookies.said ? [{ name: "said", value: "" } as const] : []),
    ...(visit.signedIn || cookies.visit || !visit.visitCookie
      ? []
      : [{ name: "visit", value: visit.visitCookie, maxAgeSeconds: 12 * 3600 } as const]),
  ];
  return { ...answer, cookies: [...(answer.cookies ?? []), ...more] };
}
