import { Hono } from "hono";
import { plainAnswer } from "../pages/office/plain/plain-answer.tsx";
import { answerRequest } from "./answer-request.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { isUnavailable } from "./http/is-unavailable.ts";
import { peerOf } from "./http/peer.ts";
import { type Office, openOffice } from "./office.ts";
import type { OfficeOptions } from "./office-options.ts";
import { officeRoutes } from "./office-routes.ts";
import { bareVisit } from "./open-visit.ts";
import { renderOffice } from "./render-office.tsx";
import { respond } from "./respond.ts";
import type { Answered } from "./show-page.ts";

/** The staff site: everything under `/<language>/office`, and the addresses that identity providers send people back to. */
export function officeApp(options: OfficeOptions): Hono {
  const office = openOffice(options, officeRoutes);
  const app = new Hono();
  app.all("*", async (c) => {
    const arrival = arrivalOf(c.req.raw, peerOf(c.env), options);
    const { answer, visit } = await answered(office, arrival);
    return respond(answer, renderOffice(visit, office.assets), arrival, options);
  });
  return app;
}

/** A fault is told to the one who runs the program; the person sees a page with the request's id, and no more. */
async function answered(office: Office, arrival: Arrival): Promise<Answered> {
  try {
    return await answerRequest(office, arrival);
  } catch (fault) {
    (office.options.onFault ?? tell)(fault, arrival.requestId);
    return plainAnswer(isUnavailable(fault) ? "unavailable" : "failed", bareVisit(office, arrival));
  }
}

const tell = (fault: unknown, requestId: string): void => console.error(requestId, fault);
