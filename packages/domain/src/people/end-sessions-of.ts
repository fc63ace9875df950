import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { holdPerson } from "../sign-in/hold-person.ts";
import { endSessions } from "../sign-in/sessions/end-sessions.ts";
import { knownPerson } from "./known-person.ts";
import { reasonField } from "./person-fields.ts";

/**
 * Ends all sessions of a person and leaves the rest as it is: the account stays open, with its roles, password and
 * authenticator (OWASP ASVS 5.0, V7.4.5). For a laptop that was lost, or a session that looks odd. Where none is open, none ends.
 */
export const endSessionsOf = command({
  name: "end-sessions",
  title: "end someone's sessions",
  input: z.object({ personId: z.uuid(), reason: reasonField }),
  access: inSystem("administrator"),
  run: async (context, { personId }) => {
    const { db, systemId } = context;
    const person = await knownPerson(context, { personId });
    if (isRefusal(person)) return person;
    await holdPerson(db, systemId, { personId });
    return { personId, ended: await endSessions(db, context, { personId, why: "ended-by-administrator" }) };
  },
  keeps: ({ personId, reason }, { ended }) => ({ subject: `person:${personId}`, why: reason, facts: { ended } }),
});
