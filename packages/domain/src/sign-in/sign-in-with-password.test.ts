import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import * as argon2 from "@node-rs/argon2";
import { beforeEach, expect, test, vi } from "vitest";
import { openOffice } from "../access/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { accountHash } from "./account.ts";
import { looking } from "./at-desk.ts";
import { sessionFor } from "./session-for.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { auditOf, deskOf, lettersOf, person, statementsOf, testNow } from "./testing.ts";

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});
const verify = vi.mocked(argon2.verify);

const database = await testDatabase();
const office = await openOffice(database);
const password = "lentils ripen sideways";
let minutes = 0;
/** Every test has its own hour, and comes from an address of its own. */
const desk = (after = 0, address = `198.51.100.${minutes / 60}`) => {
  const now = new Date(testNow.getTime() + (minutes + after) * 60_000);
  return deskOf(database, office, { now, from: { channel: "web", address } });
};
const signIn = (email: string, given: string, at = desk(), device = "Firefox") =>
  signInWithPassword(at, { email, password: given, device });
beforeEach(() => {
  minutes += 60;
  verify.mockClear();
});

await person(deskOf(database, office), {
  name: "Ana",
  email: "ana@rush.example",
  grants: [{ role: "analyst" }],
  password,
});
await person(deskOf(database, office), {
  name: "Rosa",
  email: "rosa@rush.example",
  grants: [{ role: "reviewer" }],
  password,
});
await person(deskOf(database, office), {
  ...{ name: "Fay", email: "fay@rush.example", grants: [{ role: "volunteer" }], password, secondFactor: true },
});

test("Ana signs in, however she types her address; the session is hers and the sign-in is in the audit", async () => {
  const outcome = await signIn(" Ana@RUSH.example", password);
  expect(outcome).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/), next: "done" });
  if (isRefusal(outcome)) throw new Error();
  expect(await sessionFor(database.app, office.systemId, outcome.token, desk().now)).toMatchObject({
    ...{ strength: "password", next: "done", hasSecondFactor: false, withheld: [] },
    ...{ person: { name: "Ana", email: "ana@rush.example", language: "en" }, actor: { grants: [{ role: "analyst" }] } },
  });
  const last = (await auditOf(database, office)).find(({ name }) => name === "sign-in");
  expect(last).toMatchObject({
    ...{ kind: "command", name: "sign-in", actor: "Ana", subject: `person:${last?.person_id}`, channel: "web" },
    ...{ facts: { strength: "password", next: "done" } },
  });
  expect(JSON.stringify(last)).not.toContain(outcome.token);
});

test("a reviewer is to set up an authenticator, and who has one is to give a code", async () => {
  expect(await signIn("rosa@rush.example", password)).toMatchObject({ next: "enrol" });
  expect(await signIn("fay@rush.example", password)).toMatchObject({ next: "second-factor" });
});

const noMatch = {
  ...{ refused: "unauthenticated", code: "no-match" },
  message: "The address and the password do not go together. Look at both once more, or ask for a new password.",
};

test("no account, a wrong password, no password, an odd address: one answer, after one comparison of hashes", async () => {
  await person(desk(), { name: "Paz", email: "paz@rush.example" });
  const given = [
    "nobody@rush.example",
    "ana@rush.example",
    "paz@rush.example",
    "",
    "ana\0@rush.example",
    "a".repeat(5000),
  ];
  for (const [index, email] of given.entries()) {
    expect(await signIn(email, "not it")).toEqual(noMatch);
    expect(verify).toHaveBeenCalledTimes(index + 1);
  }
  expect(await signIn("ana@rush.example", "x".repeat(1_000_000))).toEqual(noMatch);
});

test("a wrong password and an unknown address run the same statements", async () => {
  const wrong = await statementsOf(database, () => signIn("ana@rush.example", "not it"));
  expect(wrong.filter((statement) => /insert into "audit_entries"/.test(statement))).toHaveLength(1);
  expect(await statementsOf(database, () => signIn("nobody@rush.example", "not it"))).toEqual(wrong);
});

test("a deactivated person is told the same, even with the right password", async () => {
  const { personId } = await person(desk(), { name: "Dora", email: "dora@rush.example", password });
  await looking(desk(), (trx) =>
    trx.updateTable("people").set({ deactivated_at: desk().now }).where("person_id", "=", personId).execute(),
  );
  expect(await signIn("dora@rush.example", password)).toEqual(noMatch);
  expect(verify).toHaveBeenCalledTimes(1);
});

test("what fails is in the audit: of a person by the person, of nobody by a hash, and never what was typed", async () => {
  await signIn("ana@rush.example", "a wrong guess");
  await signIn("nobody@rush.example", "another guess");
  const entries = (await auditOf(database, office)).filter(({ at }) => at.getTime() === desk().now.getTime());
  expect(entries.find(({ actor }) => actor === "Ana")).toMatchObject({ kind: "refused", name: "sign-in", facts: {} });
  expect(entries.find(({ actor }) => actor === "a visitor")).toMatchObject({
    ...{ kind: "refused", name: "sign-in", person_id: null, subject: null },
    facts: { account: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(JSON.stringify(entries)).not.toMatch(/guess|nobody@/);
});

test.each(["ana@rush.example", "nobody@rush.example"])(
  "after five failures of %s every try waits 15 minutes",
  async (email) => {
    for (let nth = 0; nth < 5; nth++) expect(await signIn(email, "not it", desk(nth))).toEqual(noMatch);
    verify.mockClear();
    for (const given of ["not it", password])
      expect(await signIn(email, given, desk(4 + 14.99))).toEqual({
        ...{
          refused: "forbidden",
          code: "paused",
          message: "There were too many tries. Wait 15 minutes, then try again.",
        },
      });
    expect(verify).not.toHaveBeenCalled();
    const pauses = (await auditOf(database, office)).filter(({ name }) => name === "pause");
    const account = accountHash(desk(), email);
    expect(pauses.filter(({ facts }) => (facts as { account?: string }).account === account)).toMatchObject([
      { kind: "refused", facts: { step: "password", pausedFor: "account", account } },
    ]);
    const after = await signIn(email, password, desk(4 + 15));
    expect(after).toMatchObject(email.startsWith("ana") ? { next: "done" } : noMatch);
  },
);

test("five failures over more than 15 minutes pause nothing", async () => {
  for (let nth = 0; nth < 5; nth++) await signIn("ana@rush.example", "not it", desk(nth * 4));
  expect(await signIn("ana@rush.example", password, desk(16.1))).toMatchObject({ next: "done" });
});

test("a right password forgives the failures before it", async () => {
  for (let round = 0; round < 3; round++) {
    for (let nth = 0; nth < 4; nth++) await signIn("ana@rush.example", "not it", desk(round));
    expect(await signIn("ana@rush.example", password, desk(round + 0.5))).toMatchObject({ next: "done" });
  }
});

test("of many who guess at once no more than five are looked at, from wherever they come", async () => {
  const tries = Array.from({ length: 40 }, (_, nth) =>
    signIn("rosa@rush.example", `guess ${nth}`, desk(0, `203.0.113.${nth}`)),
  );
  const codes = (await Promise.all(tries)).map((outcome) => isRefusal(outcome) && outcome.code);
  expect(codes.filter((code) => code === "no-match")).toHaveLength(5);
  expect(codes.filter((code) => code === "paused")).toHaveLength(35);
  expect(verify).toHaveBeenCalledTimes(5);
});

test("after fifty failures from one address nobody signs in from there for a while, and from elsewhere anyone does", async () => {
  const homes = (nth: number) => `2001:db8:0:7::${nth.toString(16)}`;
  verify.mockResolvedValue(false);
  for (let nth = 0; nth < 50; nth++)
    expect(await signIn(`guess-${nth}@x.example`, "not it", desk(0, homes(nth)))).toEqual(noMatch);
  verify.mockReset().mockImplementation((await vi.importActual<typeof argon2>("@node-rs/argon2")).verify);
  expect(await signIn("ana@rush.example", password, desk(1, homes(99)))).toMatchObject({ code: "paused" });
  expect(await signIn("ana@rush.example", password, desk(1))).toMatchObject({ next: "done" });
  expect(await signIn("ana@rush.example", password, desk(15.1, homes(99)))).toMatchObject({ next: "done" });
});

test("right sign-ins from one address do not count against it, and where no address is known none does", async () => {
  for (let nth = 0; nth < 52; nth++) expect(await signIn("ana@rush.example", password)).toMatchObject({ next: "done" });
  verify.mockResolvedValue(false);
  const nowhere = { ...desk(), from: { channel: "job" } } as const;
  for (let nth = 0; nth < 51; nth++) expect(await signIn(`guess-${nth}@y.example`, "not it", nowhere)).toEqual(noMatch);
  verify.mockReset().mockImplementation((await vi.importActual<typeof argon2>("@node-rs/argon2")).verify);
});

test("a password that is changed while it is compared, or a person deactivated meanwhile, does not sign in", async () => {
  const { verify: real } = await vi.importActual<typeof argon2>("@node-rs/argon2");
  const { personId } = await person(desk(), { name: "Lea", email: "lea@rush.example", password });
  const meanwhile = (change: () => Promise<unknown>) =>
    verify.mockImplementationOnce(async (...given) => {
      await change();
      return real(...given);
    });
  const deactivated = (at: Date | null) =>
    looking(desk(), (trx) =>
      trx.updateTable("people").set({ deactivated_at: at }).where("person_id", "=", personId).execute(),
    );
  meanwhile(() => deactivated(desk().now));
  expect(await signIn("lea@rush.example", password)).toEqual(noMatch);
  await deactivated(null);
  const hash = await argon2.hash(password);
  meanwhile(() =>
    office.ask((trx) => trx.updateTable("passwords").set({ hash }).where("person_id", "=", personId).execute()),
  );
  expect(await signIn("lea@rush.example", password)).toEqual(noMatch);
  expect(await signIn("lea@rush.example", password)).toMatchObject({ next: "done" });
});

test("a hash that was made at another cost is made anew at the next sign-in", async () => {
  const { personId } = await person(desk(), { name: "Olga", email: "olga@rush.example", password });
  const hash = await argon2.hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const kept = () =>
    office.ask((trx) =>
      trx.selectFrom("passwords").select("hash").where("person_id", "=", personId).executeTakeFirst(),
    );
  await office.ask((trx) => trx.updateTable("passwords").set({ hash }).where("person_id", "=", personId).execute());
  expect(await signIn("olga@rush.example", password)).toMatchObject({ next: "done" });
  expect((await kept())?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const renewed = await kept();
  expect(await signIn("olga@rush.example", password)).toMatchObject({ next: "done" });
  expect(await kept()).toEqual(renewed);
});

test("Unicode that looks the same is the same password", async () => {
  await person(desk(), { name: "Íñigo", email: "inigo@rush.example", password: "Ñandú ﬁnds a ℌill" });
  expect(await signIn("inigo@rush.example", "Ñandú finds a Hill".normalize("NFD"))).toMatchObject({ next: "done" });
});

test("a letter goes out when the device is new, but not the first time and not for one seen before", async () => {
  await person(desk(), { name: "Nia", email: "nia@rush.example", password, language: "es" });
  const to = async () =>
    (await lettersOf(database, office)).filter((letter) => letter.to_address === "nia@rush.example");
  await signIn("nia@rush.example", password, desk(), "Firefox on Linux");
  await signIn("nia@rush.example", password, desk(), "Firefox  on\nLinux");
  expect(await to()).toEqual([]);
  await signIn("nia@rush.example", password, desk(), "Safari on iPhone");
  expect(await to()).toMatchObject(
    [
      {
        language: "es",
        subject: "Su cuenta de RUSH se usó en un dispositivo nuevo",
        body_text: /Dispositivo: Safari on iPhone/,
      },
    ].map(({ body_text, ...letter }) => ({ ...letter, body_text: expect.stringMatching(body_text) })),
  );
});

test("the database holds neither the token nor the password nor the address that was tried", async () => {
  const outcome = await signIn("ana@rush.example", password);
  await signIn("stranger@rush.example", password);
  if (isRefusal(outcome)) throw new Error();
  for (const table of ["sessions", "sign_in_attempts", "passwords", "audit_entries"] as const) {
    const rows = await inTenant(database.app, office.systemId, (trx) => trx.selectFrom(table).selectAll().execute(), {
      as: { personId: null, keys: ["audit"] },
    });
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const secret of [outcome.token, password, "stranger"]) expect(text).not.toContain(secret);
  }
});
