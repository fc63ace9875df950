import { sql } from "kysely";
import { z } from "zod";
import type { Access } from "../kernel/access.rules.ts";
import { type Context, query } from "../kernel/command.ts";
import { refuse } from "../kernel/refusal.ts";
import { roles } from "../kernel/roles.ts";
import { invitedUntil, lastSignIn, personState } from "./person-state.ts";

/** Administrators see everyone's; everyone with an account sees their own. */
const access: Access = {
  ...Object.fromEntries(roles.filter((role) => role !== "resident").map((role) => [role, "own" as const])),
  administrator: "system",
};

/**
 * All that is kept of a person who may sign in: roles with their history, where the person is and was signed in, whether
 * there is a second factor. Tokens and secrets are not among it. Looking at it is written into the audit.
 */
export const personRecord = query("read", {
  name: "person-record",
  title: "see what is kept of a person",
  input: z.object({ personId: z.uuid() }),
  access,
  concerns: (_, { personId }) => ({ personId }),
  run: async (context, { personId }) => {
    const { db, systemId, now } = context;
    const person = await db
      .selectFrom("people as person")
      .where("person.system_id", "=", systemId)
      .where("person.person_id", "=", personId)
      .select(["person.person_id as personId", "person.name", "person.email", "person.language"])
      .select(["person.made_at as madeAt", "person.deactivated_at as deactivatedAt"])
      .select([personState.as("state"), lastSignIn.as("lastSignInAt"), invitedUntil(now).as("invitedUntil")])
      .select([hasPassword.as("hasPassword"), hasSecondFactor.as("hasSecondFactor")])
      .executeTakeFirst();
    if (!person) return refuse("not-found", "person", "There is no such person here.");
    const [grants, sessions] = [await grantsOf(context, personId), await sessionsOf(context, personId)];
    return { ...person, grants, sessions };
  },
  keeps: ({ personId }) => ({ subject: `person:${personId}` }),
});

const hasPassword = sql<boolean>`exists (
  select from passwords p where p.system_id = person.system_id and p.person_id = person.person_id)`;

const hasSecondFactor = sql<boolean>`exists (
  select from second_factors f where f.system_id = person.system_id and f.person_id = person.person_id)`;

/** Every role that was ever given, the newest first, with who took it back, when and why. */
const grantsOf = ({ db, systemId }: Context, personId: string) =>
  db
    .selectFrom("role_grants as held")
    .leftJoin("role_revocations as back", (join) =>
      join.onRef("back.system_id", "=", "held.system_id").onRef("back.grant_id", "=", "held.grant_id"),
    )
    .where("held.system_id", "=", systemId)
    .where("held.person_id", "=", personId)
    .select(["held.grant_id as grantId", "role", "facility_id as facilityId", "partner_id as partnerId"])
    .select(["granted_by as grantedBy", "granted_at as grantedAt"])
    .select(["revoked_by as revokedBy", "revoked_at as revokedAt", "reason"])
    .orderBy("granted_at", "desc")
    .orderBy("role")
    .orderBy("held.grant_id")
    .execute();

/** The last hundred sessions, the newest first. */
const sessionsOf = ({ db, systemId }: Context, personId: string) =>
  db
    .selectFrom("sessions")
    .where("system_id", "=", systemId)
    .where("person_id", "=", personId)
    .select([
      "session_id as sessionId",
      "strength",
      "begun_at as begunAt",
      "seen_at as seenAt",
      "expires_at as expiresAt",
    ])
    .select(["from_address as fromAddress", "device", "ended_at as endedAt", "ended_why as endedWhy"])
    .orderBy("begun_at", "desc")
    .orderBy("session_id")
    .limit(100)
    .execute();
