import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { endAccess } from "./end-access.ts";
import { knownPerson, type PersonName } from "./known-person.ts";
import { emailField, reasonField } from "./person-fields.ts";

/**
 * Closes a person's account at once, as a directory's deprovisioning does (SCIM 2.0, RFC 7644 §3.6: what is done twice is
 * done): sessions end, links are withdrawn, roles are taken back. The person is named by id or by mail address.
 */
export const deactivatePerson = command({
  name: "deactivate-person",
  title: "close a person's account",
  input: z
    .object({ personId: z.uuid().optional(), email: emailField.optional(), reason: reasonField })
    .refine(({ personId, email }) => (personId === undefined) !== (email === undefined), {
      ...{ path: ["personId"], message: "the person's id or mail address, one of the two" },
    }),
  access: inSystem("administrator"),
  run: async (context, { personId, email, reason }) => {
    const named: PersonName = personId === undefined ? { email: email! } : { personId };
    const person = await knownPerson(context, named);
    if (isRefusal(person)) return person;
    const ended = await endAccess(context, person, reason);
    return isRefusal(ended) ? ended : { personId: person.personId, already: person.isDeactivated, ...ended };
  },
  keeps: ({ reason }, { personId, ...facts }) => ({ subject: `person:${personId}`, why: reason, facts }),
});
