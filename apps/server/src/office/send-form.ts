import { keepForm, keptFormMinutes } from "@evenspan/domain/kept-forms/keep-form";
import { dropKeptForm } from "@evenspan/domain/kept-forms/kept-form";
import { isRefusal, type Refusal } from "@evenspan/domain/kernel/refusal";
import { plainAnswer } from "../pages/office/plain/plain-answer.tsx";
import type { Arrival } from "./arrival.ts";
import { type Form, formField, tokenField } from "./forms/form.ts";
import { formKind, mostAssertionBytes, mostFormBytes, mostUploadBytes, readForm } from "./forms/read-form.ts";
import { isSameOrigin } from "./forms/same-origin.ts";
import { gate } from "./gate.ts";
import type { Office } from "./office.ts";
import { goTo, type OfficeAnswer } from "./office-answer.ts";
import type { MatchedOffice } from "./office-match.ts";
import type { OpenVisit } from "./office-visit.ts";
import { bareVisit, boundTo, officeVisit, openVisit, pageOf } from "./open-visit.ts";
import { type Answered, formAgain } from "./show-page.ts";

/**
 * Does what a form asks. In this order: it must come from a page of ours and be a form; who sends it must be signed in,
 * else it is kept for them; it must not be too large; and it must carry the token of a page that was made for this session.
 */
export async function sendForm(office: Office, arrival: Arrival, found: MatchedOffice): Promise<Answered> {
  const { route } = found;
  const header = (name: string) => arrival.request.headers.get(name);
  const exempt = route.open && route.crossSite === true;
  if (!exempt && !isSameOrigin(header, office.options.site))
    return plainAnswer("elsewhere", bareVisit(office, arrival));
  const kind = formKind(header("content-type"));
  if (kind === null || (kind === "files" && !route.files)) return plainAnswer("no-form", bareVisit(office, arrival));
  const visit = await openVisit(office, arrival);
  const shut = gate(route, visit, arrival);
  if (shut && kind === "files") return { visit, answer: { ...shut, said: "said.choose-file-again" } };
  const most = exempt ? mostAssertionBytes : kind === "files" ? mostUploadBytes : mostFormBytes;
  const form = await readForm(arrival.request, kind, most);
  if (isRefusal(form)) return plainAnswer(form.code === "too-large" ? "too-large" : "unreadable", visit);
  if (shut) return { visit, answer: await keptUntilSignedIn(office, arrival, form, shut) };
  if (!exempt && !office.tokens.isGood(form.text(tokenField), boundTo(visit.signedIn, visit.visitCookie)))
    return staleForm(office, arrival, form, visit);
  return done(office, arrival, found, visit, form);
}

async function done(
  office: Office,
  arrival: Arrival,
  found: MatchedOffice,
  visit: OpenVisit,
  form: Form,
): Promise<Answered> {
  const { route, params } = found;
  const outcome = route.open
    ? await route.post!(visit, params, form)
    : await route.post!(officeVisit(visit)!, params, form);
  if (isRefusal(outcome) && hasEnded(outcome))
    return {
      visit,
      answer: goTo(
        visit.href("/sign-in"),
        outcome.code === "too-many-codes" ? "said.too-many-codes" : "said.session-ended",
        {
          cookies: [{ name: "session", value: "" }],
        },
      ),
    };
  if (isRefusal(outcome)) {
    const again = { ...visit, returned: { form: form.text(formField), typed: form.typed, refusal: outcome } };
    return { visit: again, answer: await formAgain(found, again, outcome) };
  }
  const { kept } = arrival.cookies;
  if (!kept || !visit.signedIn) return { visit, answer: outcome };
  await dropKeptForm(office.options.db, office.options.systemId, kept);
  return { visit, answer: { ...outcome, cookies: [...(outcome.cookies ?? []), { name: "kept", value: "" }] } };
}

/** Whether a refusal tells that the session is over: there is no page to come back to. */
const hasEnded = ({ refused, code }: Refusal): boolean =>
  refused === "unauthenticated" && (code === "session-ended" || code === "too-many-codes");

/** Nobody is signed in any more: what was typed waits for its person, and comes back after sign-in. */
async function keptUntilSignedIn(
  office: Office,
  arrival: Arrival,
  form: Form,
  shut: OfficeAnswer,
): Promise<OfficeAnswer> {
  const whose = office.tokens.markIn(form.text(tokenField));
  if (whose === "") return shut;
  const kept = { page: pageOf(arrival), whose, fields: form.typed };
  const token = await keepForm(office.options.db, office.options.systemId, kept, arrival.now);
  if (token === null) return shut;
  const cookie = { name: "kept", value: token, maxAgeSeconds: keptFormMinutes * 60 } as const;
  return { ...shut, said: "said.form-kept", cookies: [...(shut.cookies ?? []), cookie] } as OfficeAnswer;
}

/**
 * The form is of an earlier session. One that its own person sends comes back to them, filled in, to be looked over and
 * sent again; any other is refused.
 */
async function staleForm(office: Office, arrival: Arrival, form: Form, visit: OpenVisit): Promise<Answered> {
  const whose = office.tokens.markIn(form.text(tokenField));
  const own = visit.signedIn !== null && whose === office.tokens.markOf(visit.signedIn.person.personId);
  if (!own) return plainAnswer("stale-form", visit);
  const here = `${arrival.path}${arrival.query.size > 0 ? `?${arrival.query}` : ""}`;
  return { visit, answer: await keptUntilSignedIn(office, arrival, form, goTo(here)) };
}
