import { randomUUID } from "node:crypto";
import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import { act } from "../access/act.ts";
import { foundSystem } from "../access/found-system.ts";
import { abel } from "../access/testing.ts";
import type { Actor, Grant } from "../kernel/actor.ts";
import type { Command, Context } from "../kernel/command.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { beginSession } from "../sign-in/sessions/begin-session.ts";
import { invitePerson } from "./invite-person.ts";

/** An office with two hospitals and a partner organization, whose people are invited one by one. */
export type Staff = Readonly<{
  systemId: string;
  /** What a command answers, acted as the server acts it: with the audit. */
  outcome: <I, O>(actor: Actor, command: Command<I, O>, input: unknown) => Promise<Outcome<O>>;
  /** What a command gives; a refusal fails the test. */
  done: <I, O>(actor: Actor, command: Command<I, O>, input: unknown) => Promise<O>;
  /** Invites someone, who then can act. */
  invited: (
    name: string,
    ...grants: readonly Grant[]
  ) => Promise<Actor & Readonly<{ personId: string; email: string }>>;
  /** Signs someone in, and gives the token. */
  signedIn: (person: Readonly<{ personId: string | null }>) => Promise<string>;
  /** Asks as the app's role with these keys. */
  ask: <T>(keys: readonly string[], question: (db: Context["db"]) => Promise<T>) => Promise<T>;
  /** The time of the last command. */
  now: () => Date;
}>;

/** Opens an office for tests of people. Each of its commands runs a second after the one before. */
export async function openStaff(database: OpenDatabase, systemId: string = randomUUID()): Promise<Staff> {
  let moment = Date.parse("2026-01-02T15:00:00Z");
  const from = { channel: "web", address: "10.0.0.7", requestId: "r1" } as const;
  const outcome: Staff["outcome"] = (actor, command, input) => {
    moment += 1000;
    return act(database.app, command, { systemId, actor, now: new Date(moment), from }, input);
  };
  const done: Staff["done"] = async (actor, command, input) => {
    const it = await outcome(actor, command, input);
    if (isRefusal(it)) throw new Error(`${it.message} ${JSON.stringify(it.fields ?? "")}`);
    return it as never;
  };
  const ask: Staff["ask"] = (keys, question) =>
    inTenant(database.app, systemId, question, { as: { personId: null, keys } });
  const hospital = (id: string) => ({ id, name: `Hospital ${id}`, city: "Chicago", source: "a test" });
  await done(abel, foundSystem, {
    ...{ slug: `s${systemId.slice(0, 8)}${systemId.slice(-4)}`, name: "RUSH", demonstration: false },
    facilities: [hospital("rumc"), hospital("oak-park")],
  });
  await ask([], (db) =>
    db
      .insertInto("partner_organizations")
      .values({ system_id: systemId, partner_id: "block-club", name: "A block club" })
      .execute(),
  );
  return {
    ...{ systemId, outcome, done, ask },
    now: () => new Date(moment),
    invited: async (name, ...grants) => {
      const email = `${name
        .normalize("NFD")
        .toLowerCase()
        .replace(/[^a-z ]/g, "")
        .replaceAll(" ", ".")}@rush.example`;
      const { personId } = await done(abel, invitePerson, { name, email, grants });
      return { name, personId, email, grants };
    },
    signedIn: async ({ personId }) =>
      (
        await ask(["sign-in"], (db) =>
          beginSession(
            db,
            { systemId, now: new Date(moment), from },
            { personId: personId!, strength: "password", device: "a test" },
          ),
        )
      ).token,
  };
}
