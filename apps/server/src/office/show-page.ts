import { isRefusal, type Outcome, type Refusal } from "@evenspan/domain/kernel/refusal";
import { refusalCodes } from "@evenspan/domain/kernel/refusal-codes";
import { refusedPage } from "../pages/office/plain/refused-page.tsx";
import type { OfficeAnswer } from "./office-answer.ts";
import type { MatchedOffice } from "./office-match.ts";
import type { OpenVisit } from "./office-visit.ts";
import { officeVisit } from "./open-visit.ts";

/** An answer, and the visit that its page is drawn for. */
export type Answered = Readonly<{ answer: OfficeAnswer; visit: OpenVisit }>;

/** What a route shows for a visit. The gate has been passed. */
export function pageOfRoute({ route, params }: MatchedOffice, visit: OpenVisit): Promise<Outcome<OfficeAnswer>> {
  if (route.open) return route.get!(visit, params);
  return route.get!(officeVisit(visit)!, params);
}

/** The page with a form that was refused, with all that was typed; where that page is not shown either, the refusal's own. */
export async function formAgain(found: MatchedOffice, visit: OpenVisit, refusal: Refusal): Promise<OfficeAnswer> {
  const again = found.route.get ? await pageOfRoute(found, visit) : refusal;
  if (isRefusal(again) || again.kind !== "page") return refusedPage(refusal, visit);
  return { ...again, status: refusalCodes[refusal.refused].httpStatus };
}
