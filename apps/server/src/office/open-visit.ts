import { randomBytes } from "node:crypto";
import { act } from "@evenspan/domain/access/act";
import { keptForm } from "@evenspan/domain/kept-forms/kept-form";
import { isRefusal, type Refusal } from "@evenspan/domain/kernel/refusal";
import type { Role } from "@evenspan/domain/kernel/roles";
import { noScan } from "@evenspan/domain/record-files/scan-file";
import { sessionFor } from "@evenspan/domain/sign-in/session-for";
import type { SignedIn } from "@evenspan/domain/sign-in/signed-in";
import { messages, type PlainKey, translator } from "../messages/translate.ts";
import { address } from "../pages/visit.ts";
import type { Arrival } from "./arrival.ts";
import { formField } from "./forms/form.ts";
import { isFromOurPage } from "./forms/same-origin.ts";
import { deviceName } from "./http/device-name.ts";
import { isOpenTo } from "./is-open-to.ts";
import { nameless, type Office } from "./office.ts";
import type { OfficeVisit, OpenVisit, ReturnedForm } from "./office-visit.ts";

/** The visit of a request: who is signed in, which form comes back, what is to be said. */
export async function openVisit(office: Office, arrival: Arrival): Promise<OpenVisit> {
  const { options, tokens } = office;
  const { cookies, now } = arrival;
  const signedIn = cookies.session ? await sessionFor(options.db, options.systemId, cookies.session, now) : null;
  const visitCookie = cookies.visit ?? randomBytes(24).toString("base64url");
  const personId = signedIn?.person.personId ?? null;
  return {
    ...bareVisit(office, arrival),
    system: await office.system(),
    token: signedIn ? cookies.session! : null,
    signedIn,
    visitCookie,
    formToken: tokens.make(boundTo(signedIn, visitCookie), personId),
    providerCookie: cookies.provider ?? null,
    returned: signedIn ? await returnedForm(office, arrival, signedIn) : null,
    said: saidKey(cookies.said),
  };
}

/** A visit that asks nothing of the database: for pages that say that something is not so, or failed. */
export function bareVisit({ options }: Office, arrival: Arrival): OpenVisit {
  const { language, path, query, requestId, now, from } = arrival;
  const { db, systemId, officeKey, site, breachedPasswords, scanFile = noScan } = options;
  return {
    ...{ language, t: translator(language), path: path.replace(/^\/(en|es)(?=\/)/, ""), query, requestId, now, site },
    href: (to, more) => address(`/${language}/office${to}`, more),
    ...{ system: nameless, scanFile },
    desk: { db, systemId, now, from, officeKey, ...(breachedPasswords && { breachedPasswords }) },
    device: deviceName(arrival.request.headers.get("user-agent")),
    fromOurPage: isFromOurPage((name) => arrival.request.headers.get(name), site),
    ...{ formToken: "", token: null, signedIn: null, visitCookie: null, providerCookie: null },
    ...{ returned: null, said: null },
  };
}

/** What a form's token is bound to: the session, or before sign-in the visit. */
export const boundTo = (signedIn: SignedIn | null, visitCookie: string | null): string =>
  signedIn ? `session ${signedIn.sessionId}` : `visit ${visitCookie}`;

/** The visit of someone who is signed in, with what they can do; null where nobody is. */
export function officeVisit(visit: OpenVisit): OfficeVisit | null {
  const { token, signedIn, desk } = visit;
  if (token === null || signedIn === null) return null;
  const { actor } = signedIn;
  const occasion = { systemId: desk.systemId, actor, now: desk.now, from: desk.from };
  return {
    ...visit,
    ...{ token, signedIn, occasion },
    act: async (it, input, how) => {
      const outcome = await act(desk.db, it, how ? { ...occasion, isolation: "repeatable read" } : occasion, input);
      return isForbidden(outcome) ? { ...outcome, whoMay: Object.keys(it.access) as Role[] } : outcome;
    },
    may: ({ access }) => isOpenTo(access, actor),
  };
}

/** A refusal for want of a role, which is told with the roles that would do. */
const isForbidden = (outcome: unknown): outcome is Refusal => isRefusal(outcome) && outcome.code === "role";

/** A form that was kept for this page, for the person who typed it and no other. */
async function returnedForm(
  { options, tokens }: Office,
  arrival: Arrival,
  { person }: SignedIn,
): Promise<ReturnedForm | null> {
  if (!arrival.cookies.kept || arrival.request.method === "POST") return null;
  const kept = await keptForm(options.db, options.systemId, arrival.cookies.kept, arrival.now);
  if (kept === null || kept.page !== pageOf(arrival) || kept.whose !== tokens.markOf(person.personId)) return null;
  return { form: kept.fields[formField]?.[0] ?? "", typed: kept.fields, refusal: null };
}

/** The page of a request, by which a kept form is found again: its address without the language, with its query. */
export const pageOf = ({ path, query }: Pick<Arrival, "path" | "query">): string =>
  `${path.replace(/^\/(en|es)(?=\/)/, "")}${query.size > 0 ? `?${query}` : ""}`.slice(0, 2000);

/** The message that an earlier answer wanted said; a cookie that names no such message says nothing. */
const saidKey = (key: string | undefined): PlainKey | null =>
  key?.startsWith("said.") && Object.hasOwn(messages.en, key) ? (key as PlainKey) : null;
