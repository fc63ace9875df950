import { randomUUID } from "node:crypto";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { openOffice } from "../../access/testing.ts";
import type { Grant } from "../../kernel/actor.ts";
import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import { atDesk, looking } from "../at-desk.ts";
import { giveSecondFactor } from "../second-factor/give-second-factor.ts";
import { sessionFor } from "../session-for.ts";
import { signInWithPassword } from "../sign-in-with-password.ts";
import { auditOf, codeAt, deskOf, lettersOf, linkTokenFor, person, testNow } from "../testing.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { askSignInLink } from "./ask-sign-in-link.ts";
import { lookAtLink } from "./look-at-link.ts";
import { type LinkPurpose, makeLink, withdrawLinks } from "./make-link.ts";
import { useSignInLink as signInByLink } from "./use-sign-in-link.ts";

const database = await testDatabase();
const office = await openOffice(database);
const { systemId } = office;
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const desk = (after = 0) => deskOf(database, office, { now: minutes(after), from: { channel: "web" } });
const given = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};
let people = 0;
async function someone(grants: readonly Grant[] = [], more: Partial<Parameters<typeof person>[1]> = {}) {
  const email = `luz-${++people}@block.example`;
  return { email, ...(await person(desk(), { name: "Luz Rivera", email, grants, ...more })) };
}
const link = async (personId: string, purpose: LinkPurpose, after = 0) =>
  (await looking(desk(after), (trx) => makeLink(trx, desk(after), { personId, purpose, madeBy: "Abel" }))).linkToken;
const password = "lentils ripen sideways";
const accept = (linkToken: string, change: Partial<Parameters<typeof acceptInvitation>[1]> = {}, after = 0) =>
  acceptInvitation(desk(after), { linkToken, name: "Luz Rivera", password, device: "Firefox", ...change });

await office.ask((trx) =>
  trx
    .insertInto("partner_organizations")
    .values({ system_id: systemId, partner_id: "block-club", name: "Block club" })
    .execute(),
);
const partner = [{ role: "partner", partnerId: "block-club" }] as const;

test("who is invited chooses a name and a password, is signed in, and signs in with it from then on", async () => {
  const { email, personId } = await someone([{ role: "reviewer" }]);
  const linkToken = await link(personId, "invitation");
  const { token, next } = given(await accept(linkToken, { name: "  Luz \n Rivera Soto\0 " }));
  expect(next).toBe("enrol");
  expect(await sessionFor(database.app, systemId, token, testNow)).toMatchObject({
    ...{ strength: "password", withheld: ["reviewer"], person: { personId, name: "Luz Rivera Soto", email } },
  });
  expect(await signInWithPassword(desk(), { email, password, device: "Firefox" })).toMatchObject({ next: "enrol" });
  expect((await auditOf(database, office)).filter(({ name }) => name === "accept-invitation")).toMatchObject([
    { kind: "command", actor: "Luz Rivera Soto", subject: `person:${personId}` },
  ]);
});

test("an invitation is good once, for a week, and not after it was withdrawn or sent anew", async () => {
  const { personId } = await someone();
  const week = 7 * 24 * 60;
  const first = await link(personId, "invitation");
  expect(await accept(first, {}, week)).toMatchObject({ refused: "not-found", code: "link" });
  const second = await link(personId, "invitation", 1);
  expect(await accept(first, {}, 2)).toMatchObject({ code: "link" });
  expect(await accept(second, {}, week)).toHaveProperty("token");
  expect(await accept(second, {}, 2)).toMatchObject({ code: "link" });
  const third = await link(personId, "invitation", 3);
  const withdraw = (purposes: readonly LinkPurpose[]) =>
    looking(desk(3), (trx) => withdrawLinks(trx, desk(3), personId, purposes));
  expect(await withdraw(["password-reset"])).toBe(0);
  expect(await withdraw(["invitation", "sign-in"])).toBe(1);
  expect(await accept(third, {}, 4)).toMatchObject({ code: "link" });
});

test.each([
  [{ name: "" }, "name"],
  [{ name: " \n\0" }, "name"],
  [{ name: "x".repeat(201) }, "name"],
  [{ password: "short" }, "password"],
  [{ password: "luz-rivera-2024", name: "Luz Rivera" }, "password"],
])("an invitation with %j is refused by its field, and stays good", async (change, field) => {
  const linkToken = await link((await someone()).personId, "invitation");
  expect(await accept(linkToken, change)).toMatchObject({
    refused: "invalid",
    fields: { [field]: expect.any(String) },
  });
  expect(await accept(linkToken)).toHaveProperty("token");
});

test("of many who accept one invitation at once, one does", async () => {
  const linkToken = await link((await someone()).personId, "invitation");
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map((nth) => accept(linkToken, { name: `Luz ${nth}` })));
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
  expect(outcomes.filter((outcome) => isRefusal(outcome) && outcome.code === "link")).toHaveLength(4);
});

test("a link is good for what it was made for, and for nothing else; looking at it uses nothing up", async () => {
  const { personId, email } = await someone(partner);
  const purposes = ["invitation", "password-reset", "sign-in"] as const;
  for (const purpose of purposes) {
    const linkToken = await link(personId, purpose);
    for (const other of purposes)
      expect(await lookAtLink(desk(), { linkToken, purpose: other })).toEqual(
        other === purpose ? { name: "Luz Rivera", email, language: "en" } : expect.objectContaining({ code: "link" }),
      );
    if (purpose !== "sign-in")
      expect(await signInByLink(desk(), { linkToken, device: "" })).toMatchObject({ code: "link" });
    if (purpose !== "invitation") expect(await accept(linkToken)).toMatchObject({ code: "link" });
    expect(await lookAtLink(desk(), { linkToken, purpose })).toMatchObject({ email });
  }
  for (const linkToken of ["", "x", "\0", "a".repeat(10_000)])
    expect(await lookAtLink(desk(), { linkToken, purpose: "sign-in" })).toMatchObject({ code: "link" });
});

test("a partner signs in by a link, once and within ten minutes", async () => {
  const { email, personId } = await someone(partner, { language: "es" });
  expect(await askSignInLink(desk(), { email: email.toUpperCase() })).toEqual({ asked: true });
  const linkToken = await linkTokenFor(database, office, email);
  expect(await signInByLink(desk(10), { linkToken, device: "Firefox" })).toMatchObject({ code: "link" });
  const { token, next } = given(await signInByLink(desk(9.99), { linkToken, device: "Firefox" }));
  expect(next).toBe("done");
  expect(await sessionFor(database.app, systemId, token, minutes(10))).toMatchObject({
    ...{ strength: "link", person: { personId }, actor: { grants: partner } },
  });
  expect(await signInByLink(desk(9.99), { linkToken, device: "Firefox" })).toMatchObject({ code: "link" });
  const letter = (await lettersOf(database, office)).find(({ to_address }) => to_address === email);
  expect(letter).toMatchObject({ language: "es", subject: "Su enlace para entrar en RUSH" });
});

test("a link that is followed after it has ended is in the audit once, and one that never was is not", async () => {
  const { personId } = await someone(partner);
  const old = await link(personId, "sign-in");
  await link(personId, "sign-in", 1);
  const refused = async () =>
    (await auditOf(database, office)).filter(({ name, person_id }) => name === "use-link" && person_id === personId);
  expect(await refused()).toEqual([]);
  for (const after of [2, 3]) {
    expect(await signInByLink(desk(after), { linkToken: old, device: "" })).toMatchObject({ code: "link" });
    expect(await lookAtLink(desk(after), { linkToken: old, purpose: "sign-in" })).toMatchObject({ code: "link" });
  }
  expect(await refused()).toMatchObject([{ kind: "refused", facts: { purpose: "sign-in" }, at: minutes(2) }]);
  const before = (await auditOf(database, office)).length;
  expect(await lookAtLink(desk(4), { linkToken: "x", purpose: "sign-in" })).toMatchObject({ code: "link" });
  expect(await auditOf(database, office)).toHaveLength(before);
});

test("a volunteer with an authenticator gives a code after the link, too", async () => {
  const { email, totpSecret } = await someone([{ role: "volunteer" }], { secondFactor: true });
  given(await askSignInLink(desk(), { email }));
  const linkToken = await linkTokenFor(database, office, email);
  const { token, next } = given(await signInByLink(desk(), { linkToken, device: "Firefox" }));
  expect(next).toBe("second-factor");
  expect(await giveSecondFactor(desk(), { token, code: codeAt(totpSecret!), device: "Firefox" })).toHaveProperty(
    "token",
  );
});

test("the office's own people get no such link, with the same answer; neither does anybody unknown or deactivated", async () => {
  const staff = [];
  for (const role of [
    "administrator",
    "office-staff",
    "program-lead",
    "finance",
    "analyst",
    "clinic-staff",
    "reviewer",
  ] as const)
    staff.push((await someone([{ role: "volunteer" }, { role }])).email);
  const gone = await someone(partner);
  await looking(desk(), (trx) =>
    trx.updateTable("people").set({ deactivated_at: testNow }).where("person_id", "=", gone.personId).execute(),
  );
  const before = (await lettersOf(database, office)).length;
  for (const email of [...staff, gone.email, "nobody@block.example", "\0"])
    expect(await askSignInLink(desk(), { email })).toEqual({ asked: true });
  expect(await lettersOf(database, office)).toHaveLength(before);
});

test("who became one of the office's own people after the link was sent signs in with a password", async () => {
  const { email, personId } = await someone([{ role: "volunteer" }]);
  given(await askSignInLink(desk(), { email }));
  const grant = { granted_by: "Abel", granted_at: testNow, role: "finance" } as const;
  await office.ask((trx) =>
    trx
      .insertInto("role_grants")
      .values({ system_id: systemId, grant_id: randomUUID(), person_id: personId, ...grant })
      .execute(),
  );
  const linkToken = await linkTokenFor(database, office, email);
  expect(await signInByLink(desk(), { linkToken, device: "" })).toMatchObject({
    refused: "forbidden",
    code: "password-needed",
  });
  expect(
    (await auditOf(database, office)).filter(({ kind, person_id }) => kind === "refused" && person_id === personId),
  ).toHaveLength(1);
});

test("after three times for an account, asking for a link waits 15 minutes; its use forgives nothing", async () => {
  const { email } = await someone(partner);
  for (let nth = 0; nth < 3; nth++) given(await askSignInLink(desk(nth), { email }));
  given(await signInByLink(desk(3), { linkToken: await linkTokenFor(database, office, email), device: "" }));
  expect(await askSignInLink(desk(4), { email })).toMatchObject({ refused: "forbidden", code: "paused" });
  expect(await askSignInLink(desk(17), { email })).toEqual({ asked: true });
});

test("asking at once, again and again, leaves one link that works, and no more than three letters", async () => {
  const { email } = await someone(partner);
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => askSignInLink(desk(), { email })));
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(3);
  const letters = (await lettersOf(database, office)).filter(({ to_address }) => to_address === email);
  expect(letters).toHaveLength(3);
  const tokens = letters.map(({ body_text }) => /enter\/(\S{43})/.exec(body_text)![1]!);
  const used = await Promise.all(tokens.map((linkToken) => signInByLink(desk(), { linkToken, device: "" })));
  expect(used.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
});

test("a link for nobody is written nowhere", async () => {
  const linkToken = await atDesk(desk(), async (trx) => {
    const made = await makeLink(trx, desk(), { personId: randomUUID(), purpose: "sign-in", madeBy: "Abel" });
    return made.linkToken;
  });
  expect(await lookAtLink(desk(), { linkToken, purpose: "sign-in" })).toMatchObject({ code: "link" });
});
