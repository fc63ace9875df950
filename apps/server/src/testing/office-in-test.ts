import type { OpenDatabase } from "@evenspan/database/pools";
import { act } from "@evenspan/domain/access/act";
import { foundSystem } from "@evenspan/domain/access/found-system";
import type { Office } from "@evenspan/domain/access/testing";
import { abel, openOffice } from "@evenspan/domain/access/testing";
import { jobKinds } from "@evenspan/domain/jobs/job-kinds";
import { runNextJob } from "@evenspan/domain/jobs/run-next-job";
import type { Actor, Grant } from "@evenspan/domain/kernel/actor";
import type { Command } from "@evenspan/domain/kernel/command";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { deskOf, type Newcomer, person, signedInAs, testNow, testOfficeKey } from "@evenspan/domain/sign-in/testing";
import type { Hono } from "hono";
import { officeApp } from "../office/office-app.ts";
import type { OfficeOptions } from "../office/office-options.ts";
import { type OfficeBrowser, officeBrowser, site } from "./office-browser.ts";

/** An office's site over a test's database, with a clock that the test turns. */
export type OfficeInTest = Readonly<{
  app: Hono;
  office: Office;
  faults: unknown[];
  now: () => Date;
  later: (minutes: number) => void;
  /** A browser in which nobody is signed in. */
  browser: () => OfficeBrowser;
  /** A browser in which someone is signed in, with a second factor unless it is said otherwise. */
  signedIn: (name: string, ...grants: readonly Grant[]) => Promise<OfficeBrowser & { personId: string }>;
  /** Makes a person without a session. */
  person: (newcomer: Newcomer) => ReturnType<typeof person>;
  /** Does the long work that waits, as the program in the background does. */
  work: () => Promise<void>;
  /** Names the facilities of the system. */
  found: (slug: string, facilities: readonly object[]) => Promise<unknown>;
  /** Performs a command as who is named, with the audit. */
  done: <I, O>(actor: Actor, it: Command<I, O>, input: unknown) => Promise<O>;
}>;

/** Opens an office for tests of its pages. */
export async function officeInTest(
  database: OpenDatabase,
  founding: Parameters<typeof openOffice>[1] = {},
  more: Partial<OfficeOptions> = {},
  open: typeof openOffice = openOffice,
): Promise<OfficeInTest> {
  const office = await open(database, founding);
  let now = testNow;
  const faults: unknown[] = [];
  const app = officeApp({
    ...{ db: database.app, systemId: office.systemId, officeKey: testOfficeKey, clock: () => now, site },
    ...{ onFault: (fault) => faults.push(fault), ...more },
  });
  const desk = () => deskOf(database, office, { now });
  return {
    ...{ app, office, faults, now: () => now },
    later: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    browser: () => officeBrowser(app),
    signedIn: async (name, ...grants) => {
      const email = `${name.toLowerCase().replace(/\W+/g, ".")}@example.org`;
      const { token, personId } = await signedInAs(
        database,
        office,
        { name, email, grants, secondFactor: true },
        { now },
      );
      return { ...officeBrowser(app, token), personId };
    },
    person: (newcomer) => person(desk(), newcomer),
    work: async () => {
      while ((await runNextJob(database.app, office.systemId, { kinds: jobKinds, clock: () => now })) !== null);
    },
    found: (slug, facilities) =>
      office.done(abel, foundSystem, { slug, name: "RUSH", demonstration: false, facilities }),
    done: async (actor, it, input) => {
      const { systemId } = office;
      const outcome = await act(database.app, it, { systemId, actor, now, from: { channel: "command line" } }, input);
      if (isRefusal(outcome)) throw new Error(`${outcome.message} ${JSON.stringify(outcome.fields ?? "")}`);
      return outcome as never;
    },
  };
}
