import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { deactivatePerson } from "@evenspan/domain/people/deactivate-person";
import { grantRole } from "@evenspan/domain/people/grant-role";
import { inviteAgain } from "@evenspan/domain/people/invite-again";
import { invitePerson } from "@evenspan/domain/people/invite-person";
import { revokeRole } from "@evenspan/domain/people/revoke-role";
import type { Command } from "commander";
import { carried, everyone, heldRole, letterLines, personAt } from "./people-steps.ts";
import { type GlobalOptions, inSession, type Session } from "./session.ts";
import { tell } from "./tell.ts";

type Place = Readonly<{ facility?: string; partner?: string }>;
type Invitation = Place & Readonly<{ email: string; language: string; role: readonly string[] }>;
type Role = Place & Readonly<{ role: string }>;

/** `evenspan people`: who may sign in, and with which roles. */
export function peopleCommands(program: Command): void {
  const people = program.command("people").description("who may sign in, and with which roles");
  const run = (work: (session: Session) => Promise<Outcome<readonly string[]>>) =>
    inSession(program.opts<GlobalOptions>(), work).then((outcome) => tell(outcome, (lines) => lines));
  people
    .command("list")
    .description("list who may sign in, with their roles")
    .action(() => run(everyone));
  addInvitations(people, run);
  addRoles(people, run);
  people
    .command("deactivate <person>")
    .description("close an account, by mail address or id: sessions, links and roles end at once")
    .requiredOption("--reason <words>", "why")
    .action((person: string, { reason }: { reason: string }) =>
      run(async (session) => {
        const named = person.includes("@") ? { email: person } : { personId: person };
        const ended = await carried(session, deactivatePerson, { ...named, reason });
        if (isRefusal(ended)) return ended;
        const { already, sessions, links, roles } = ended;
        return [
          `The account ${already ? "was closed already" : "is closed"}.`,
          `Ended: sessions ${sessions}, links ${links}, roles ${roles}.`,
        ];
      }),
    );
}

type Run = (work: (session: Session) => Promise<Outcome<readonly string[]>>) => Promise<void>;

function addInvitations(people: Command, run: Run): void {
  withPlace(people.command("invite <name>"))
    .description("invite someone; without a mail server (EVENSPAN_SMTP) the letter is printed here, once")
    .requiredOption("--email <address>", "the person's mail address")
    .requiredOption("--role <role...>", "what the person is to be")
    .option("--language <en|es>", "the language of letters", "en")
    .action((name: string, { email, language, role: roles, ...place }: Invitation) =>
      run(async (session) => {
        const grants = roles.map((role) => grantAt(role, place));
        const invited = await carried(session, invitePerson, { name, email, language, grants });
        return isRefusal(invited) ? invited : letterLines(session, invited.personId);
      }),
    );
  people
    .command("invite-again <email>")
    .description("send a new invitation to someone who has not signed in yet")
    .action((email: string) =>
      run(async (session) => {
        const person = await personAt(session, email);
        if (isRefusal(person)) return person;
        const invited = await carried(session, inviteAgain, { personId: person.personId });
        return isRefusal(invited) ? invited : letterLines(session, invited.personId);
      }),
    );
}

function addRoles(people: Command, run: Run): void {
  withPlace(people.command("grant <email>"))
    .description("give someone a role")
    .requiredOption("--role <role>", "which")
    .action((email: string, { role, ...place }: Role) =>
      run(async (session) => {
        const person = await personAt(session, email);
        if (isRefusal(person)) return person;
        const given = await carried(session, grantRole, { personId: person.personId, grant: grantAt(role, place) });
        return isRefusal(given) ? given : [`${person.name} holds the role ${role} now.`];
      }),
    );
  withPlace(people.command("revoke <email>"))
    .description("take a role back, at once")
    .requiredOption("--role <role>", "which")
    .requiredOption("--reason <words>", "why")
    .action((email: string, { role, reason, ...place }: Role & { reason: string }) =>
      run(async (session) => {
        const held = await heldRole(session, email, grantAt(role, place));
        if (isRefusal(held)) return held;
        const taken = await carried(session, revokeRole, { grantId: held.grantId, reason });
        return isRefusal(taken) ? taken : [`The role ${role} is taken back.`];
      }),
    );
}

const withPlace = (command: Command): Command =>
  command
    .option("--facility <id>", "at this facility alone; otherwise in the whole system")
    .option("--partner <id>", "for this partner organization, as partners act");

const grantAt = (role: string, { facility, partner }: Place) => ({
  role,
  ...(facility === undefined ? {} : { facilityId: facility }),
  ...(partner === undefined ? {} : { partnerId: partner }),
});
