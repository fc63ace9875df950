import type { Occasion } from "@evenspan/domain/access/act";
import type { KnownSystem } from "@evenspan/domain/access/known-system";
import type { Command } from "@evenspan/domain/kernel/command";
import type { Outcome, Refusal } from "@evenspan/domain/kernel/refusal";
import type { ScanFile } from "@evenspan/domain/record-files/scan-file";
import type { SignInDesk } from "@evenspan/domain/sign-in/desk";
import type { SignedIn } from "@evenspan/domain/sign-in/signed-in";
import { createContext, useContext } from "react";
import type { PlainKey } from "../messages/translate.ts";
import type { Query } from "../pages/visit.ts";
import type { Words } from "../pages/words-context.ts";
import type { Typed } from "./forms/form.ts";

/** A form that comes back to the person: refused, or kept while nobody was signed in. */
export type ReturnedForm = Readonly<{
  /** Which form of the page. */
  form: string;
  typed: Typed;
  /** Null where it was not refused: it was kept, and must be sent again. */
  refusal: Refusal | null;
}>;

/** One request to the office, as its pages see it, whether or not someone is signed in. */
export type OpenVisit = Words &
  Readonly<{
    /** After the language, such as "/office/people". */
    path: string;
    query: URLSearchParams;
    /** The address of an office page in this language: `href("/people")`. */
    href: (path: string, query?: Query) => string;
    system: KnownSystem;
    site: string;
    now: Date;
    requestId: string;
    scanFile: ScanFile;
    /** The token that every form of this page carries. */
    formToken: string;
    /** What the sign-in functions work with. */
    desk: SignInDesk;
    /** The browser, in a few words. */
    device: string;
    /** The session's own token; null where there is no session. */
    token: string | null;
    signedIn: SignedIn | null;
    /** The visit before sign-in that open forms are bound to. */
    visitCookie: string | null;
    /** Whether a page of ours, or the person's own hand, led here; not another site. */
    fromOurPage: boolean;
    /** The sign-in at a provider that this browser began: a mark of it. */
    providerCookie: string | null;
    returned: ReturnedForm | null;
    /** What was just done, to be said at the top. */
    said: PlainKey | null;
  }>;

/** A request of someone who is signed in. */
export type OfficeVisit = OpenVisit &
  Readonly<{
    token: string;
    signedIn: SignedIn;
    /**
     * Performs a command or answers a query as this person. `atOneMoment`: where it asks several questions whose answers
     * must agree.
     */
    act: <I, O>(it: Command<I, O>, input: unknown, how?: "atOneMoment") => Promise<Outcome<O>>;
    /** Who acts, from where and when: for what acts by itself, such as an export in pieces. */
    occasion: Occasion;
    /** Whether a role of this person may do it somewhere; where it may is asked when it is done. */
    may: (it: Pick<Command<never, never>, "access">) => boolean;
  }>;

const VisitContext = createContext<OpenVisit | null>(null);

/** Gives the visit to all parts below. */
export const OfficeProvider = VisitContext.Provider;

/** The visit that a part of the office is drawn for. */
export function useOffice(): OpenVisit {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error("A part of the office was drawn outside of a visit.");
  return visit;
}
