import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { openOffice } from "../../access/testing.ts";
import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import { atDesk } from "../at-desk.ts";
import { sessionFor } from "../session-for.ts";
import { beginSession } from "../sessions/begin-session.ts";
import { listSessions } from "../sessions/list-sessions.ts";
import { auditOf, codeAt, deskOf, lettersOf, person, signedInAs, testNow } from "../testing.ts";
import { beginEnrolment } from "./begin-enrolment.ts";
import { confirmEnrolment } from "./confirm-enrolment.ts";
import { giveSecondFactor } from "./give-second-factor.ts";
import { newRecoveryCodes } from "./new-recovery-codes.ts";

const database = await testDatabase();
const office = await openOffice(database);
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const desk = (seconds = 0) => deskOf(database, office, { now: later(seconds), from: { channel: "web" } });
const open = (token: string, seconds = 0) => sessionFor(database.app, office.systemId, token, later(seconds));
const given = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};

let people = 0;
const grants = [{ role: "finance" }] as const;
/** Someone who has an authenticator, and a session that waits for its code. */
async function waiting(seconds = 0) {
  const email = `fay-${++people}@rush.example`;
  const { personId, totpSecret } = await person(desk(), { name: "Fay", email, grants, secondFactor: true });
  return { email, personId, secret: totpSecret!, token: await halfWay(personId, seconds) };
}
const halfWay = async (personId: string, seconds = 0) => {
  const it = { personId, strength: "password", device: "a phone" } as const;
  return (await atDesk(desk(seconds), (trx) => beginSession(trx, desk(seconds), it))).token;
};
const give = (token: string, code: string, seconds = 0) =>
  giveSecondFactor(desk(seconds), { token, code, device: "a phone" });
/** A code that is none of those that are good about now. */
const wrongCode = (secret: string, seconds = 0) => {
  const good = [-30, 0, 30].map((off) => codeAt(secret, later(seconds + off)));
  return ["000000", "000001", "000002", "000003"].find((code) => !good.includes(code))!;
};

test("with a code all roles count, under a new token; the old one opens nothing", async () => {
  const { token, secret, personId } = await waiting();
  expect(await open(token)).toMatchObject({ next: "second-factor", actor: { personId: null, grants: [] } });
  const code = codeAt(secret);
  const { token: fresh } = given(await give(token, ` ${code.slice(0, 3)} ${code.slice(3)}\n`));
  expect(await open(token)).toBeNull();
  const signedIn = await open(fresh);
  expect(signedIn).toMatchObject({ next: "done", strength: "second-factor", actor: { personId, grants } });
  const entries = (await auditOf(database, office)).filter((entry) => entry.person_id === personId);
  expect(entries).toMatchObject([{ kind: "command", name: "give-second-factor", subject: `person:${personId}` }]);
});

test("a code is taken once: not again in another session, nor one of an earlier half minute", async () => {
  const { token, secret, personId } = await waiting();
  const code = codeAt(secret);
  given(await give(token, code));
  const second = await halfWay(personId);
  expect(await give(second, code)).toMatchObject({ refused: "invalid", code: "wrong-code" });
  expect(await give(second, codeAt(secret, later(-30)))).toMatchObject({ code: "wrong-code" });
  expect(await give(second, codeAt(secret, later(30)))).toHaveProperty("token");
});

test("of many who give the same code at once, in as many sessions, one is let in", async () => {
  const { token, secret, personId } = await waiting();
  const tokens = [token, ...(await Promise.all(Array.from({ length: 7 }, () => halfWay(personId))))];
  const outcomes = await Promise.all(tokens.map((each) => give(each, codeAt(secret))));
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
  expect(outcomes.filter((outcome) => isRefusal(outcome) && outcome.code === "wrong-code")).toHaveLength(7);
});

test("the fifth wrong code ends the session, and the right one is too late", async () => {
  const { token, secret, personId } = await waiting();
  for (let nth = 1; nth < 5; nth++) expect(await give(token, wrongCode(secret))).toMatchObject({ code: "wrong-code" });
  expect(await give(token, "abcd-efgh-jkmn-pqrs")).toMatchObject({
    refused: "unauthenticated",
    code: "too-many-codes",
  });
  expect(await give(token, codeAt(secret))).toMatchObject({ code: "session-ended" });
  const refused = (await auditOf(database, office)).filter((entry) => entry.person_id === personId);
  expect(refused).toHaveLength(5);
  expect(new Set(refused.map(({ kind, facts }) => `${kind} ${JSON.stringify(facts)}`))).toEqual(
    new Set([
      ...[1, 2, 3, 4].map((count) => `refused {"step":"second-factor","wrongCodes":${count}}`),
      'refused {"step":"recovery-code","wrongCodes":5}',
    ]),
  );
});

test("a right code forgives the wrong ones before it in this session", async () => {
  const { token, secret } = await waiting();
  for (let nth = 0; nth < 4; nth++) await give(token, wrongCode(secret));
  const { token: fresh } = given(await give(token, codeAt(secret)));
  expect(await give(fresh, wrongCode(secret))).toMatchObject({ code: "wrong-code" });
  expect(await open(fresh)).not.toBeNull();
});

test("ten wrong codes in as many sessions as one likes pause the account, also for the right one, for 15 minutes", async () => {
  const { token, secret, personId } = await waiting();
  const guessed = [token, ...(await Promise.all([1, 2, 3, 4, 5].map(() => halfWay(personId))))];
  for (let nth = 0; nth < 10; nth++) await give(guessed[nth >> 1]!, wrongCode(secret));
  expect(await give(guessed[5]!, codeAt(secret))).toMatchObject({ refused: "forbidden", code: "paused" });
  expect(await give(guessed[5]!, codeAt(secret, later(899)), 899)).toMatchObject({ code: "paused" });
  expect(await give(guessed[5]!, codeAt(secret, later(900)), 900)).toHaveProperty("token");
});

test("of many wrong codes at once in many sessions, no more than ten are looked at", async () => {
  const { secret, personId } = await waiting();
  const tokens = await Promise.all(Array.from({ length: 20 }, () => halfWay(personId)));
  const outcomes = await Promise.all(tokens.map((each) => give(each, wrongCode(secret))));
  const codes = outcomes.map((outcome) => isRefusal(outcome) && outcome.code);
  expect(codes.filter((code) => code === "wrong-code")).toHaveLength(10);
  expect(codes.filter((code) => code === "paused")).toHaveLength(10);
});

const subjectsTo = async (email: string) =>
  (await lettersOf(database, office)).filter((letter) => letter.to_address === email).map(({ subject }) => subject);

async function enrolled(email: string) {
  const { token, personId } = await signedInAs(database, office, { name: "Abel", email, grants });
  const { secret, address } = given(await beginEnrolment(desk(), { token }));
  const confirmed = given(await confirmEnrolment(desk(), { token, code: codeAt(secret) }));
  return { personId, old: token, secret, address, ...confirmed };
}

test("an authenticator is set up by a first code; the session rises, all others end, and a letter goes out", async () => {
  const { token, personId } = await signedInAs(database, office, { name: "Abel", email: "abel@rush.example", grants });
  const phone = await halfWay(personId);
  expect(await open(token)).toMatchObject({ next: "enrol", withheld: ["finance"] });
  expect(await confirmEnrolment(desk(), { token, code: "123456" })).toMatchObject({ code: "no-enrolment" });
  const { secret, address } = given(await beginEnrolment(desk(), { token }));
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(address).toContain(`otpauth://totp/RUSH:abel%40rush.example?`);
  expect(await confirmEnrolment(desk(), { token, code: wrongCode(secret) })).toMatchObject({ code: "wrong-code" });
  expect(await open(token)).toMatchObject({ hasSecondFactor: false });
  expect(await confirmEnrolment(desk(), { token: phone, code: codeAt(secret) })).toMatchObject({
    code: "no-enrolment",
  });
  const confirmed = given(await confirmEnrolment(desk(), { token, code: codeAt(secret) }));
  expect(new Set(confirmed.recoveryCodes).size).toBe(10);
  expect([await open(token), await open(phone)]).toEqual([null, null]);
  expect(await open(confirmed.token)).toMatchObject({ next: "done", hasSecondFactor: true, actor: { grants } });
  expect(await subjectsTo("abel@rush.example")).toContain("A new authenticator for RUSH was set up");
  const again = await halfWay(personId);
  expect(await give(again, codeAt(secret))).toMatchObject({ code: "wrong-code" });
  expect(await give(again, codeAt(secret, later(30)), 30)).toHaveProperty("token");
});

test("the secret is sealed in the database, and opens for this person and with this key only", async () => {
  const { personId, secret } = await waiting();
  const other = await waiting();
  const row = await office.ask((trx) =>
    trx
      .selectFrom("second_factors")
      .select("sealed_secret")
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow(),
  );
  expect(row.sealed_secret.toString("latin1")).not.toContain(secret);
  await office.ask((trx) =>
    trx.updateTable("second_factors").set(row).where("person_id", "=", other.personId).execute(),
  );
  await expect(give(other.token, codeAt(secret))).rejects.toThrow("does not open");
});

test("an authenticator is replaced only soon after a code of it, and stays good until then", async () => {
  const { token, secret, personId } = await enrolled("rosa@rush.example");
  const first = given(await beginEnrolment(desk(15 * 60), { token }));
  const next = await halfWay(personId, 15 * 60);
  const stays = given(await give(next, codeAt(secret, later(15 * 60)), 15 * 60));
  expect(await open(stays.token, 15 * 60)).not.toBeNull();
  const late = 15 * 60 + 1;
  expect(await beginEnrolment(desk(late), { token })).toMatchObject({ refused: "conflict", code: "code-again" });
  const second = given(await beginEnrolment(desk(late), { token: stays.token }));
  expect(second.secret).not.toBe(first.secret);
  const { token: fresh } = given(
    await confirmEnrolment(desk(late), { token: stays.token, code: codeAt(second.secret, later(late)) }),
  );
  expect(await open(token, late)).toBeNull();
  expect(await give(fresh, codeAt(secret, later(late + 60)), late + 60)).toMatchObject({ code: "wrong-code" });
  expect(await give(fresh, codeAt(second.secret, later(late + 60)), late + 60)).toHaveProperty("token");
});

test("a first authenticator is set up within 15 minutes of signing in, and not in a session left open", async () => {
  const { token } = await signedInAs(database, office, { name: "Teo", email: "teo@rush.example", grants });
  given(await beginEnrolment(desk(15 * 60), { token }));
  const late = 15 * 60 + 1;
  expect(await open(token, late)).toMatchObject({ next: "enrol" });
  expect(await beginEnrolment(desk(late), { token })).toMatchObject({ refused: "conflict", code: "sign-in-again" });
});

test("a recovery code stands in for a code once, in capitals too, and a letter says how many are left", async () => {
  const { personId, recoveryCodes } = await enrolled("olga@rush.example");
  const [first, second] = recoveryCodes;
  const session = await halfWay(personId, 60);
  given(await give(session, first!.toUpperCase().replaceAll("-", " "), 60));
  expect(await subjectsTo("olga@rush.example")).toContain("A recovery code for RUSH was used");
  expect(JSON.stringify(await lettersOf(database, office))).toContain("You have 9 codes left.");
  const next = await halfWay(personId, 60);
  expect(await give(next, first!, 60)).toMatchObject({ code: "wrong-code" });
  expect(await give(next, second!, 60)).toHaveProperty("token");
  const rest = await Promise.all([1, 2, 3].map(() => halfWay(personId, 60)));
  const outcomes = await Promise.all(rest.map((each) => give(each, recoveryCodes[2]!, 60)));
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
});

test("new recovery codes replace all of the old, for a code of the authenticator and not for a recovery code", async () => {
  const { token, personId, secret, recoveryCodes: old } = await enrolled("nia@rush.example");
  expect(await newRecoveryCodes(desk(60), { token, code: old[0]! })).toMatchObject({ code: "wrong-code" });
  const { recoveryCodes } = given(await newRecoveryCodes(desk(60), { token, code: codeAt(secret, later(60)) }));
  expect(recoveryCodes).toHaveLength(10);
  expect(recoveryCodes.filter((code) => old.includes(code))).toEqual([]);
  const session = await halfWay(personId, 60);
  expect(await give(session, old[0]!, 60)).toMatchObject({ code: "wrong-code" });
  expect(await give(session, recoveryCodes[9]!, 60)).toHaveProperty("token");
});

test("who has no authenticator is told to set one up, and a session that is over takes no code", async () => {
  const { token } = await signedInAs(database, office, { name: "Ana", email: "ana@rush.example" });
  expect(await give(token, "123456")).toMatchObject({ refused: "conflict", code: "no-authenticator" });
  expect(await newRecoveryCodes(desk(), { token, code: "123456" })).toMatchObject({ code: "no-authenticator" });
  expect(await give("unknown", "123456")).toMatchObject({ code: "session-ended" });
});

test("the session keeps its name in lists when its token changes, and says on which device it went on", async () => {
  const { token, secret } = await waiting();
  const before = (await open(token))!.sessionId;
  const { token: fresh } = given(
    await giveSecondFactor(desk(), { token, code: codeAt(secret), device: "another phone" }),
  );
  expect(await listSessions(desk(), { token: fresh })).toMatchObject([
    { sessionId: before, device: "another phone", isThis: true },
  ]);
});

test("two authenticators that are confirmed at once leave one, whose codes work", async () => {
  const { token, personId } = await signedInAs(database, office, { name: "Lea", email: "lea@rush.example" });
  const both = [token, await halfWay(personId)];
  const secrets = await Promise.all(
    both.map(async (each) => given(await beginEnrolment(desk(), { token: each })).secret),
  );
  const outcomes = await Promise.all(
    both.map((each, nth) => confirmEnrolment(desk(), { token: each, code: codeAt(secrets[nth]!) })),
  );
  const won = outcomes.findIndex((outcome) => !isRefusal(outcome));
  expect(outcomes[1 - won]).toMatchObject({ code: "session-ended" });
  const session = await halfWay(personId);
  expect(await give(session, codeAt(secrets[won]!, later(30)))).toHaveProperty("token");
});
