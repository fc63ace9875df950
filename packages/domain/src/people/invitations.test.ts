import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { act } from "../access/act.ts";
import { abel } from "../access/testing.ts";
import { tokenHash } from "../sign-in/secret-token.ts";
import { deactivatePerson } from "./deactivate-person.ts";
import { handOverInvitation } from "./hand-over-invitation.ts";
import { inviteAgain } from "./invite-again.ts";
import { invitePerson } from "./invite-person.ts";
import { settleInvitations } from "./settle-invitations.ts";
import { openStaff } from "./testing.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";

const database = await testDatabase();
const office = await openStaff(database);
const audited = (subject: string) =>
  office.ask(["administrator@*"], (db) =>
    db.selectFrom("audit_entries").where("subject", "=", subject).selectAll().orderBy("at").execute(),
  );
const letters = (address: string) =>
  office.ask(["mail"], (db) =>
    db.selectFrom("letters").where("to_address", "=", address).selectAll().orderBy("made_at").execute(),
  );
const links = (personId: string) =>
  office.ask([], (db) =>
    db.selectFrom("one_time_links").where("person_id", "=", personId).selectAll().orderBy("made_at").execute(),
  );
const tokenIn = (letter: Readonly<{ body_text: string }>) => /invitation\/([\w-]{43})/.exec(letter.body_text)![1]!;

test("Abel invites Rosa: she is in the list with her roles, and a letter in her language brings a link that is good for a week", async () => {
  const grants = [{ role: "reviewer" }, { role: "finance", facilityId: "rumc" }];
  const asked = { name: " Rosa Reviewer ", email: " Rosa@RUSH.example", language: "es", grants };
  const { personId } = await office.done(abel, invitePerson, asked);
  const [letter, ...others] = await letters("rosa@rush.example");
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ language: "es", subject: "Le invitamos a trabajar con RUSH", sent_at: null });
  expect(letter!.body_text).toContain("Hola, Rosa Reviewer:");
  const token = tokenIn(letter!);
  expect(await links(personId)).toMatchObject([
    {
      ...{ token_hash: tokenHash(token), purpose: "invitation", made_by: abel.name, used_at: null, withdrawn_at: null },
      expires_at: new Date(office.now().getTime() + 7 * 24 * 3_600_000),
    },
  ]);
  const given = await office.ask([], (db) =>
    db.selectFrom("role_grants").where("person_id", "=", personId).selectAll().orderBy("role").execute(),
  );
  expect(given).toMatchObject([
    { role: "finance", facility_id: "rumc", partner_id: null, granted_by: abel.name },
    { role: "reviewer", facility_id: null, partner_id: null, granted_by: abel.name },
  ]);
  const [entry] = await audited(`person:${personId}`);
  expect(entry).toMatchObject({
    ...{ kind: "command", name: "invite-person", actor: abel.name, why: "to invite someone" },
    facts: { email: "rosa@rush.example", grants: ["reviewer@*", "finance@rumc"] },
  });
  expect(JSON.stringify(entry)).not.toContain(token);
});

test("a mail address belongs to one person, and a closed account is not forgotten", async () => {
  const ines = await office.invited("Ines", { role: "finance" });
  const again = { name: "Inés", email: "INES@rush.example", grants: [{ role: "analyst" }] };
  expect(await office.outcome(abel, invitePerson, again)).toMatchObject({
    ...{ refused: "conflict", code: "email-taken", message: "Ines has this mail address already." },
  });
  await office.done(abel, deactivatePerson, { personId: ines.personId, reason: "moved away" });
  expect(await office.outcome(abel, invitePerson, again)).toMatchObject({
    message: "Ines has this mail address already. The account is closed, and can be opened again.",
  });
});

test.each([
  ["a resident, whom nobody appoints", [{ role: "resident" }], { fields: { "grants.0.role": expect.any(String) } }],
  [
    "a partner of no organization",
    [{ role: "partner" }],
    { fields: { "grants.0.partnerId": "a partner acts for one partner organization, and nobody else does" } },
  ],
  [
    "an analyst of a partner organization",
    [{ role: "analyst", partnerId: "block-club" }],
    { fields: { "grants.0.partnerId": "a partner acts for one partner organization, and nobody else does" } },
  ],
  [
    "an administrator of one facility",
    [{ role: "administrator", facilityId: "rumc" }],
    { fields: { "grants.0.facilityId": "a partner or an administrator is not one of a facility" } },
  ],
  ["nobody in particular", [], { fields: { grants: "at least one role" } }],
  [
    "a facility that there is not",
    [{ role: "finance", facilityId: "copley" }],
    { refused: "not-found", code: "facility" },
  ],
  [
    "a partner that there is not",
    [{ role: "partner", partnerId: "nobody" }],
    { refused: "not-found", code: "partner" },
  ],
  ["the same role twice", [{ role: "analyst" }, { role: "analyst" }], { refused: "conflict", code: "held" }],
])("nobody is invited as %s, and nothing is left of the try", async (_, grants, refusal) => {
  const asked = { name: "Eve", email: "eve@rush.example", grants };
  expect(await office.outcome(abel, invitePerson, asked)).toMatchObject(refusal);
  expect(await letters("eve@rush.example")).toEqual([]);
});

test("nobody is invited for a partner organization with which the work has ended", async () => {
  await office.ask([], (db) =>
    db
      .insertInto("partner_organizations")
      .values({ system_id: office.systemId, partner_id: "old-school", name: "An old school", ended_on: "2025-12-31" })
      .execute(),
  );
  const grants = [{ role: "partner", partnerId: "old-school" }];
  expect(await office.outcome(abel, invitePerson, { name: "Eve", email: "eve@rush.example", grants })).toMatchObject({
    ...{ refused: "conflict", code: "partner-ended", message: "The work with An old school ended on 2025-12-31." },
  });
});

test.each(["", "eve", "eve@", "eve rush@example.org"])("%j is no mail address", async (email) => {
  const asked = { name: "Eve", email, grants: [{ role: "analyst" }] };
  expect(await office.outcome(abel, invitePerson, asked)).toMatchObject({ fields: { email: "a mail address" } });
});

test("an invitation that is sent again withdraws the link before it", async () => {
  const noor = await office.invited("Noor", { role: "volunteer" });
  await office.done(abel, inviteAgain, { personId: noor.personId });
  const [first, second] = await links(noor.personId);
  expect(first!.withdrawn_at).toEqual(office.now());
  expect(second).toMatchObject({ withdrawn_at: null, used_at: null });
  const [, letter] = await letters(noor.email);
  expect(second!.token_hash).toBe(tokenHash(tokenIn(letter!)));
});

test("who has signed in needs no invitation, and whose account is closed gets none", async () => {
  const joined = await office.invited("Juno", { role: "analyst" });
  await office.signedIn(joined);
  expect(await office.outcome(abel, inviteAgain, { personId: joined.personId })).toMatchObject({
    ...{ refused: "conflict", code: "joined", message: "Juno has signed in already, and needs no invitation." },
  });
  expect(await office.outcome(abel, withdrawInvitation, { personId: joined.personId })).toMatchObject({
    code: "joined",
  });
  const closed = await office.invited("Clio", { role: "analyst" });
  await office.done(abel, withdrawInvitation, { personId: closed.personId });
  expect(await office.outcome(abel, inviteAgain, { personId: closed.personId })).toMatchObject({ code: "deactivated" });
});

test("a withdrawn invitation opens nothing: link, roles and account are ended", async () => {
  const lena = await office.invited("Lena", { role: "analyst" }, { role: "finance" });
  expect(await office.done(abel, withdrawInvitation, { personId: lena.personId })).toEqual({
    ...{ personId: lena.personId, sessions: 0, links: 1, roles: 2 },
  });
  expect((await links(lena.personId))[0]!.withdrawn_at).toEqual(office.now());
  const reasons = await office.ask([], (db) =>
    db
      .selectFrom("role_revocations")
      .innerJoin("role_grants", "role_grants.grant_id", "role_revocations.grant_id")
      .where("person_id", "=", lena.personId)
      .select(["reason", "revoked_by"])
      .execute(),
  );
  expect(reasons).toEqual(
    Array.from({ length: 2 }, () => ({ reason: "The invitation was withdrawn.", revoked_by: abel.name })),
  );
});

test("an invitation is handed over once, at the machine, and its letter is emptied", async () => {
  const mira = await office.invited("Mira", { role: "analyst" });
  const asked = { personId: mira.personId };
  expect(await office.outcome(abel, handOverInvitation, asked)).toMatchObject({
    ...{ refused: "forbidden", code: "at-the-machine" },
  });
  const atTheMachine = {
    systemId: office.systemId,
    actor: abel,
    now: office.now(),
    from: { channel: "command line" },
  } as const;
  const [before] = await letters(mira.email);
  expect(await act(database.app, handOverInvitation, atTheMachine, asked)).toEqual({
    ...{ personId: mira.personId, subject: before!.subject, text: before!.body_text },
  });
  expect(await letters(mira.email)).toMatchObject([{ body_text: "", sent_at: office.now() }]);
  expect(await act(database.app, handOverInvitation, atTheMachine, asked)).toMatchObject({
    ...{ refused: "not-found", code: "letter" },
  });
  const entry = (await audited(`person:${mira.personId}`)).find(({ name }) => name === "hand-over-invitation");
  expect(JSON.stringify(entry)).not.toContain(tokenIn(before!));
});

const record = async (personId: string) => {
  const found = await office.ask(["administrator@*"], (db) =>
    db.selectFrom("records").where("record_id", "=", `person-invitation:${personId}`).selectAll().executeTakeFirst(),
  );
  return (
    found && { state: found.state, turn: found.turn, next: found.next_step, due: found.due_on, title: found.title }
  );
};
const daysLater = (days: number) =>
  ({
    systemId: office.systemId,
    actor: abel,
    now: new Date(office.now().getTime() + days * 86_400_000),
    from: { channel: "job" },
  }) as const;

test("an invitation is a record: nobody is waited for until its week is over, then the administrators are", async () => {
  const [vera, wim] = [
    await office.invited("Vera", { role: "analyst" }),
    await office.invited("Wim", { role: "analyst" }),
  ];
  const sent = { state: "open", turn: [], next: null, due: "2026-01-09", title: "Vera" };
  expect(await record(vera.personId)).toEqual(sent);
  await act(database.app, settleInvitations, daysLater(6), {});
  expect(await record(vera.personId)).toEqual(sent);
  await office.signedIn(wim);
  expect(await act(database.app, settleInvitations, daysLater(8), {})).toMatchObject({ accepted: 1 });
  expect(await record(vera.personId)).toEqual({
    ...sent,
    state: "lapsed",
    turn: ["administrator@*"],
    next: "invite-again",
  });
  expect(await record(wim.personId)).toEqual({ ...sent, state: "accepted", title: "Wim" });
  await office.done(abel, inviteAgain, { personId: vera.personId });
  expect(await record(vera.personId)).toEqual(sent);
  await office.done(abel, withdrawInvitation, { personId: vera.personId });
  expect(await record(vera.personId)).toEqual({ ...sent, state: "withdrawn", due: null });
});

test("who is not an administrator does not find an invitation", async () => {
  const nils = await office.invited("Nils", { role: "analyst" });
  const seen = await office.ask(["office-staff@*", "reviewer@*", `person:${nils.personId}`], (db) =>
    db.selectFrom("records").where("kind", "=", "person-invitation").select("record_id").execute(),
  );
  expect(seen).toEqual([]);
});

test.each([inviteAgain, withdrawInvitation])("%# of nobody is refused", async (command) => {
  const nobody = { personId: "00000000-0000-4000-8000-000000000001" };
  expect(await office.outcome(abel, command as typeof inviteAgain, nobody)).toMatchObject({
    refused: "not-found",
    code: "person",
  });
});
