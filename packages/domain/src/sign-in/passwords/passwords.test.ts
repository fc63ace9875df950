import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { openOffice } from "../../access/testing.ts";
import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import { looking } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { lookAtLink } from "../links/look-at-link.ts";
import { giveSecondFactor } from "../second-factor/give-second-factor.ts";
import { sessionFor } from "../session-for.ts";
import { signInWithPassword } from "../sign-in-with-password.ts";
import { auditOf, codeAt, deskOf, lettersOf, linkTokenFor, person, statementsOf, testNow } from "../testing.ts";
import { askPasswordReset } from "./ask-password-reset.ts";
import { changePassword } from "./change-password.ts";
import { resetPassword } from "./reset-password.ts";

const database = await testDatabase();
const office = await openOffice(database);
const old = "lentils ripen sideways";
const fresh = "herons wade at breakfast";
const desk = (minutes = 0, change: Partial<SignInDesk> = {}) =>
  deskOf(database, office, {
    now: new Date(testNow.getTime() + minutes * 60_000),
    from: { channel: "web" },
    ...change,
  });
const given = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};
let people = 0;
async function someone(more: Partial<Parameters<typeof person>[1]> = {}) {
  const email = `ana-${++people}@rush.example`;
  return { email, ...(await person(desk(), { name: "Ana Torres", email, password: old, ...more })) };
}
const signIn = (email: string, password: string, minutes = 0) =>
  signInWithPassword(desk(minutes), { email, password, device: "Firefox" });
const isOpen = async (token: string) => (await sessionFor(database.app, office.systemId, token, testNow)) !== null;
const lettersTo = async (email: string) =>
  (await lettersOf(database, office)).filter((letter) => letter.to_address === email).map(({ subject }) => subject);

test("a new password takes the place of the old one; other sessions end, and this one has a new token", async () => {
  const { email } = await someone();
  const [{ token }, other] = [given(await signIn(email, old)), given(await signIn(email, old))];
  given(await askPasswordReset(desk(), { email }));
  const changed = given(await changePassword(desk(), { token, password: old, newPassword: fresh }));
  expect([await isOpen(token), await isOpen(other.token), await isOpen(changed.token)]).toEqual([false, false, true]);
  expect(await signIn(email, old)).toMatchObject({ code: "no-match" });
  expect(await signIn(email, fresh)).toMatchObject({ next: "done" });
  expect(await lettersTo(email)).toContain("Your password for RUSH was changed");
  const linkToken = await linkTokenFor(database, office, email);
  expect(await resetPassword(desk(), { linkToken, password: "geese ponder over maps" })).toMatchObject({
    code: "link",
  });
  expect((await auditOf(database, office)).filter((entry) => entry.name === "change-password")).toMatchObject([
    { kind: "command", facts: { ended: 1 } },
  ]);
});

test("without the password one has, nothing changes; tries are counted together with those at sign-in", async () => {
  const { email } = await someone();
  const { token } = given(await signIn(email, old));
  const wrong = { token, password: "not it", newPassword: fresh };
  for (let nth = 0; nth < 5; nth++)
    expect(await changePassword(desk(1), wrong)).toMatchObject({
      ...{ refused: "invalid", code: "wrong-password", fields: { password: expect.any(String) } },
    });
  expect(await changePassword(desk(1), { ...wrong, password: old })).toMatchObject({ code: "paused" });
  expect(await signIn(email, old, 1)).toMatchObject({ code: "paused" });
  expect(await isOpen(token)).toBe(true);
});

test.each([
  ["short", "too-short"],
  ["y".repeat(129), "too-long"],
  ["Chicago2024!", "common"],
  ["ana torres 1999", "about-you"],
  ["rush rush rush 1", "about-you"],
])(
  "a new password %j is refused as %s by its field, here and by a link, which stays good",
  async (newPassword, code) => {
    const { email } = await someone();
    const { token } = given(await signIn(email, old));
    const sentence = expect.stringMatching(/\.$/);
    expect(await changePassword(desk(), { token, password: old, newPassword })).toEqual({
      ...{ refused: "invalid", code, message: sentence, fields: { newPassword: sentence } },
    });
    given(await askPasswordReset(desk(), { email }));
    const linkToken = await linkTokenFor(database, office, email);
    expect(await resetPassword(desk(), { linkToken, password: newPassword })).toMatchObject({
      ...{ code, fields: { password: sentence } },
    });
    expect(await resetPassword(desk(), { linkToken, password: fresh })).toEqual({ reset: true });
  },
);

test("a password that an office's list knows from a breach is refused, by the SHA-1 of the form that is kept", async () => {
  const { email } = await someone();
  const { token } = given(await signIn(email, old));
  const asked: string[] = [];
  const breachedPasswords = async (sha1: string) => asked.push(sha1) > 0;
  const change = { token, password: old, newPassword: "Ñandú ﬁnds a hill" };
  expect(await changePassword(desk(0, { breachedPasswords }), change)).toMatchObject({ code: "breached" });
  // What sha1sum says of "Ñandú finds a hill" in UTF-8, composed.
  expect(asked).toEqual(["7333C5329F01DE719B8341C81ECC61E56C8402A7"]);
  const none = async () => false;
  expect(await changePassword(desk(0, { breachedPasswords: none }), change)).toHaveProperty("token");
});

test("a forgotten password is replaced by the link of a letter, once and within the hour; all sessions end", async () => {
  const { email } = await someone({ language: "es" });
  const { token } = given(await signIn(email, old));
  expect(await askPasswordReset(desk(), { email: ` ${email.toUpperCase()}` })).toEqual({ asked: true });
  expect(await lettersTo(email)).toEqual(["Elija una contraseña nueva para RUSH"]);
  const linkToken = await linkTokenFor(database, office, email);
  const purpose = "password-reset" as const;
  expect(await lookAtLink(desk(), { linkToken, purpose })).toEqual({ name: "Ana Torres", email, language: "es" });
  expect(await lookAtLink(desk(60), { linkToken, purpose })).toMatchObject({ refused: "not-found", code: "link" });
  expect(await resetPassword(desk(60), { linkToken, password: fresh })).toMatchObject({ code: "link" });
  expect(await resetPassword(desk(59.99), { linkToken, password: fresh })).toEqual({ reset: true });
  expect(await isOpen(token)).toBe(false);
  expect(await resetPassword(desk(59.99), { linkToken, password: old })).toMatchObject({ code: "link" });
  expect(await signIn(email, fresh)).toMatchObject({ next: "done" });
  expect(await lettersTo(email)).toContain("Su contraseña para RUSH cambió");
});

test("of two who use a link at once, one sets the password", async () => {
  const { email } = await someone();
  given(await askPasswordReset(desk(), { email }));
  const linkToken = await linkTokenFor(database, office, email);
  const both = [fresh, "geese ponder over maps", "otters fold the laundry"];
  const outcomes = await Promise.all(both.map((password) => resetPassword(desk(), { linkToken, password })));
  const won = outcomes.findIndex((outcome) => !isRefusal(outcome));
  expect(outcomes.filter((outcome) => isRefusal(outcome) && outcome.code === "link")).toHaveLength(2);
  expect(await signIn(email, both[won]!)).toMatchObject({ next: "done" });
});

test("during a pause the owner sets a new password by mail, and signs in with it at once", async () => {
  const { email } = await someone();
  for (let nth = 0; nth < 5; nth++) await signIn(email, "not it");
  expect(await signIn(email, old)).toMatchObject({ code: "paused" });
  given(await askPasswordReset(desk(1), { email }));
  expect(await signIn(email, old, 1)).toMatchObject({ code: "paused" });
  const linkToken = await linkTokenFor(database, office, email);
  given(await resetPassword(desk(2), { linkToken, password: fresh }));
  expect(await signIn(email, fresh, 2)).toMatchObject({ next: "done" });
});

test("a new password does not do away with the second factor", async () => {
  const { email, totpSecret } = await someone({ secondFactor: true });
  given(await askPasswordReset(desk(), { email }));
  given(await resetPassword(desk(), { linkToken: await linkTokenFor(database, office, email), password: fresh }));
  const { token, next } = given(await signIn(email, fresh));
  expect(next).toBe("second-factor");
  expect(await giveSecondFactor(desk(), { token, code: codeAt(totpSecret!), device: "Firefox" })).toHaveProperty(
    "token",
  );
});

test("a newer link takes the place of the one before, and no link survives a deactivation", async () => {
  const { email, personId } = await someone();
  given(await askPasswordReset(desk(), { email }));
  const first = await linkTokenFor(database, office, email);
  given(await askPasswordReset(desk(1), { email }));
  const second = await linkTokenFor(database, office, email);
  expect(await resetPassword(desk(1), { linkToken: first, password: fresh })).toMatchObject({ code: "link" });
  await looking(desk(), (trx) =>
    trx.updateTable("people").set({ deactivated_at: testNow }).where("person_id", "=", personId).execute(),
  );
  expect(await resetPassword(desk(1), { linkToken: second, password: fresh })).toMatchObject({ code: "link" });
});

test("who is unknown, deactivated or without a password gets the same answer, and no letter", async () => {
  const { email, personId } = await someone();
  await looking(desk(), (trx) =>
    trx.updateTable("people").set({ deactivated_at: testNow }).where("person_id", "=", personId).execute(),
  );
  await person(desk(), { name: "Paz", email: "paz@rush.example" });
  const before = (await lettersOf(database, office)).length;
  for (const each of [email, "paz@rush.example", "nobody@rush.example", "", "\0", "a".repeat(9999)])
    expect(await askPasswordReset(desk(), { email: each })).toEqual({ asked: true });
  expect(await lettersOf(database, office)).toHaveLength(before);
  const entries = (await auditOf(database, office)).filter(({ name }) => name === "ask-password-reset").slice(-6);
  expect(JSON.stringify(entries)).not.toContain("nobody@");
});

test.each(["ana@rush.example", "stranger@rush.example"])(
  "after three times for %s, asking waits 15 minutes",
  async (email) => {
    if (email.startsWith("ana")) await person(desk(), { name: "Ana", email, password: old });
    for (let nth = 0; nth < 3; nth++) expect(await askPasswordReset(desk(nth), { email })).toEqual({ asked: true });
    expect(await askPasswordReset(desk(3), { email })).toMatchObject({ refused: "forbidden", code: "paused" });
    expect(await askPasswordReset(desk(17), { email })).toEqual({ asked: true });
  },
);

test("twenty times from one address are enough for a while, whomever they were for", async () => {
  const from = { channel: "web", address: "203.0.113.9" } as const;
  for (let nth = 0; nth < 20; nth++) given(await askPasswordReset(desk(0, { from }), { email: `x-${nth}@x.example` }));
  expect(await askPasswordReset(desk(0, { from }), { email: "y@x.example" })).toMatchObject({ code: "paused" });
  expect(await askPasswordReset(desk(15, { from }), { email: "y@x.example" })).toEqual({ asked: true });
});

test("asking for a known and for an unknown address runs the same statements", async () => {
  const { email } = await someone();
  const ask = (said: string) => statementsOf(database, () => askPasswordReset(desk(), { email: said }));
  const known = await ask(email);
  expect(known.length).toBeGreaterThan(8);
  expect(known.filter((statement) => /insert into "letters"/.test(statement))).toHaveLength(1);
  expect(await ask("nobody-at-all@rush.example")).toEqual(known);
});
