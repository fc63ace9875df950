import { randomUUID } from "node:crypto";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { openOffice } from "../../access/testing.ts";
import { atDesk } from "../at-desk.ts";
import { changePassword } from "../passwords/change-password.ts";
import { beginEnrolment } from "../second-factor/begin-enrolment.ts";
import { confirmEnrolment } from "../second-factor/confirm-enrolment.ts";
import { newRecoveryCodes } from "../second-factor/new-recovery-codes.ts";
import { sessionFor } from "../session-for.ts";
import { auditOf, deskOf, person, signedInAs, testNow } from "../testing.ts";
import { beginSession } from "./begin-session.ts";
import { listSessions } from "./list-sessions.ts";
import { revokeSession } from "./revoke-session.ts";
import { signOut } from "./sign-out.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";

const database = await testDatabase();
const office = await openOffice(database);
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const desk = (minutes = 0) => deskOf(database, office, { now: later(minutes) });
const isOpen = async (token: string, minutes = 0) =>
  (await sessionFor(database.app, office.systemId, token, later(minutes))) !== null;

let people = 0;
const someone = () =>
  signedInAs(database, office, { name: "Ana", email: `ana-${++people}@rush.example`, grants: [{ role: "analyst" }] });
const again = async (personId: string, device: string, minutes = 0) =>
  (await atDesk(desk(minutes), (trx) => beginSession(trx, desk(minutes), { personId, strength: "password", device })))
    .token;

test("signing out ends this session and no other; once more ends nothing, and is not refused", async () => {
  const { token, personId } = await someone();
  const other = await again(personId, "a phone");
  expect(await signOut(desk(), { token })).toEqual({ ended: 1 });
  expect([await isOpen(token), await isOpen(other)]).toEqual([false, true]);
  const entries = (await auditOf(database, office)).filter((entry) => entry.person_id === personId);
  expect(entries).toMatchObject([{ kind: "command", name: "sign-out", subject: `person:${personId}` }]);
  expect(await signOut(desk(), { token })).toEqual({ ended: 0 });
  expect(await signOut(desk(), { token: "unknown" })).toEqual({ ended: 0 });
});

test("signing out everywhere ends one's own sessions, and nobody else's", async () => {
  const [ana, rosa] = [await someone(), await someone()];
  const phone = await again(ana.personId, "a phone");
  expect(await signOutEverywhere(desk(), { token: phone })).toEqual({ ended: 2 });
  expect([await isOpen(ana.token), await isOpen(phone), await isOpen(rosa.token)]).toEqual([false, false, true]);
  const entries = (await auditOf(database, office)).filter((entry) => entry.person_id === ana.personId);
  expect(entries).toMatchObject([{ kind: "command", name: "sign-out-everywhere", facts: { ended: 2 } }]);
});

test("open sessions are listed, the last used first, with where and on what they are", async () => {
  const { token, personId } = await someone();
  const phone = await again(personId, "a phone", 10);
  await signOut(desk(10), { token: await again(personId, "a tablet", 10) });
  expect(await listSessions(desk(10), { token })).toEqual([
    {
      sessionId: expect.any(String),
      begunAt: later(10),
      seenAt: later(10),
      fromAddress: "192.0.2.1",
      device: "a phone",
      isThis: false,
    },
    {
      sessionId: expect.any(String),
      begunAt: testNow,
      seenAt: testNow,
      fromAddress: "192.0.2.1",
      device: "a test",
      isThis: true,
    },
  ]);
  expect(await listSessions(desk(35), { token: phone })).toMatchObject([{ device: "a phone", isThis: true }]);
});

test("one of one's own sessions is ended by its name; another's, an ended one and none at all are not found", async () => {
  const [ana, rosa] = [await someone(), await someone()];
  const phone = await again(ana.personId, "a phone");
  const id = async (token: string) => (await sessionFor(database.app, office.systemId, token, testNow))!.sessionId;
  const [phoneId, rosaId] = [await id(phone), await id(rosa.token)];
  expect(await revokeSession(desk(), { token: ana.token, sessionId: phoneId })).toEqual({ ended: 1 });
  expect(await isOpen(phone)).toBe(false);
  for (const sessionId of [rosaId, phoneId, randomUUID(), "", "1' or '1", "\0"])
    expect(await revokeSession(desk(), { token: ana.token, sessionId })).toMatchObject({ code: "no-such-session" });
  expect(await isOpen(rosa.token)).toBe(true);
});

const ways: Readonly<Record<string, (token: string) => Promise<unknown>>> = {
  signOutEverywhere: (token) => signOutEverywhere(desk(), { token }),
  listSessions: (token) => listSessions(desk(), { token }),
  revokeSession: (token) => revokeSession(desk(), { token, sessionId: randomUUID() }),
  beginEnrolment: (token) => beginEnrolment(desk(), { token }),
  confirmEnrolment: (token) => confirmEnrolment(desk(), { token, code: "123456" }),
  newRecoveryCodes: (token) => newRecoveryCodes(desk(), { token, code: "123456" }),
  changePassword: (token) => changePassword(desk(), { token, password: "x", newPassword: "lentils ripen sideways" }),
};

test.each(Object.keys(ways))("%s is refused without a session, and to one that waits for a code", async (name) => {
  expect(await ways[name]!("unknown")).toMatchObject({ refused: "unauthenticated", code: "session-ended" });
  const email = `fay-${++people}@rush.example`;
  const { personId } = await person(desk(), { name: "Fay", email, secondFactor: true });
  const half = await again(personId, "a phone");
  expect(await ways[name]!(half)).toMatchObject({ refused: "unauthenticated", code: "code-first" });
});

test("two who sign out everywhere at once do not wait for each other for ever", async () => {
  const { token, personId } = await someone();
  const tokens = [token, ...(await Promise.all([1, 2, 3, 4].map((nth) => again(personId, `device ${nth}`))))];
  const outcomes = await Promise.all(tokens.map((each) => signOutEverywhere(desk(), { token: each })));
  expect(outcomes.filter((outcome) => "ended" in outcome)).toEqual([{ ended: 5 }]);
  expect(outcomes.filter((outcome) => "refused" in outcome && outcome.code === "session-ended")).toHaveLength(4);
});

test("nobody's session is never begun", async () => {
  await expect(again(randomUUID(), "a phone")).rejects.toThrow();
});
