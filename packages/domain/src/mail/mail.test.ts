import { randomUUID } from "node:crypto";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { sql } from "kysely";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openOffice } from "../access/testing.ts";
import { signedInAs } from "../sign-in/testing.ts";
import { type MailTransport, smtpTransport } from "./mail-transport.ts";
import { sendLetters } from "./send-letters.ts";
import { writeDigests } from "./write-digests.ts";

const database = await testDatabase();
const office = await openOffice(database);
const { systemId } = office;
const site = "https://equity.example.org";
const now = new Date("2026-01-05T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const received: { to: string[]; content: string }[] = [];
const refusing = { code: 0 };
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo: (_, __, done) =>
    done(refusing.code ? Object.assign(new Error("try another time"), { responseCode: refusing.code }) : undefined),
  onData: (stream, session, done) => {
    let content = "";
    stream.on("data", (chunk) => {
      content += chunk;
    });
    stream.on("end", () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), content });
      done();
    });
  },
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.server.address() as { port: number };
const transport = smtpTransport(`smtp://127.0.0.1:${port}`, "Office <equity@example.org>");
afterAll(async () => {
  transport.close();
  await new Promise<void>((closed) => server.close(closed));
});

const asMail = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
  inTenant(database.app, systemId, work, { as: { personId: null, keys: ["mail"] } });
const write = (to: string, subject: string, text: string) =>
  asMail((trx) =>
    trx
      .insertInto("letters")
      .values({
        ...{ system_id: systemId, letter_id: randomUUID(), to_address: to, language: "es", subject },
        ...{ body_text: text, made_at: now, try_after: now },
      })
      .execute(),
  );
const letters = () => asMail((trx) => trx.selectFrom("letters").selectAll().orderBy("made_at").execute());
const send = (at = now, by: MailTransport = transport) =>
  sendLetters(database.app, systemId, { transport: by, site, now: at });

beforeEach(async () => {
  received.length = 0;
  refusing.code = 0;
  await asMail((trx) => trx.updateTable("letters").set({ sent_at: now }).where("sent_at", "is", null).execute());
});

test("a letter is sent once, with its accents and the site's address, and its text is kept no longer", async () => {
  await write("ana@example.org", "Contraseña nueva", "Elija otra: {{site}}/es/office/new-password/abc ñ");
  expect(await send()).toEqual({ sent: 1, waiting: 0, givenUp: 0 });
  expect(await send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 });
  expect(received).toHaveLength(1);
  expect(received[0]!.to).toEqual(["ana@example.org"]);
  expect(received[0]!.content).toMatch(/Subject: =\?UTF-8\?Q\?Contrase=C3=B1a_nueva\?=/i);
  expect(decoded(received[0]!.content)).toContain(`Elija otra: ${site}/es/office/new-password/abc ñ`);
  expect((await letters()).at(-1)).toMatchObject({ body_text: "", sent_at: now });
});

test("a server that is busy is tried again after growing pauses, and one that is down as well", async () => {
  await write("ana@example.org", "Busy", "x");
  refusing.code = 451;
  expect(await send()).toMatchObject({ waiting: 1 });
  expect(await send(later(0.9))).toMatchObject({ waiting: 0 });
  const down = smtpTransport("smtp://127.0.0.1:9", "equity@example.org");
  expect(await send(later(1), down)).toMatchObject({ waiting: 1 });
  down.close();
  expect(await send(later(5.9))).toMatchObject({ sent: 0, waiting: 0 });
  refusing.code = 0;
  expect(await send(later(6))).toMatchObject({ sent: 1 });
});

test("an address that the server refuses for good is given up, and why is kept", async () => {
  await write("nobody@example.org", "No such", "x");
  refusing.code = 550;
  expect(await send()).toEqual({ sent: 0, waiting: 0, givenUp: 1 });
  expect(await send(later(100_000))).toEqual({ sent: 0, waiting: 0, givenUp: 0 });
  const kept = (await letters()).find(({ subject }) => subject === "No such");
  expect(kept).toMatchObject({ sent_at: null, body_text: "", failure: expect.stringContaining("try another time") });
});

test("of two programs that send at once, each letter is sent by one", async () => {
  for (let n = 0; n < 12; n++) await write(`p${n}@example.org`, `Letter ${n}`, "x");
  const [one, two] = await Promise.all([send(), send()]);
  expect(one.sent + two.sent).toBe(12);
  expect(new Set(received.flatMap(({ to }) => to)).size).toBe(12);
  expect(received).toHaveLength(12);
});

test("what is written into an address or a subject adds no reader and no header", async () => {
  await write("ana@example.org, eve@evil.example", "Hi\r\nBcc: eve@evil.example", "x");
  await send();
  const reached = received.flatMap(({ to }) => to);
  expect(reached).not.toContain("eve@evil.example");
  for (const { content } of received) expect(content.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/im);
});

test("a digest tells each person what they may see, in their language, once, when they want it", async () => {
  const people = [
    ["Ana", "es", "at-once", [{ role: "analyst" }]],
    ["Rosa", "en", "daily", [{ role: "reviewer" }]],
    ["Nora", "en", "never", [{ role: "analyst" }]],
  ] as const;
  const ids: Record<string, string> = {};
  for (const [name, language, mail, grants] of people) {
    const email = `${name.toLowerCase()}.digest@example.org`;
    const { personId } = await signedInAs(database, office, { name, email, language, grants });
    ids[name] = personId;
    await inTenant(
      database.app,
      systemId,
      (trx) => sql`insert into notice_choices values (${systemId}, ${personId}, ${mail})`.execute(trx),
      {
        as: { personId, keys: [] },
      },
    );
  }
  await asMail(async (trx) => {
    await sql`insert into records (system_id, record_id, kind, title, title_es, state, locks, turn, due_on, since, changed_at)
      values (${systemId}, 'release:1', 'release', 'Release 1', 'Edición 1', 'draft', '{keeper,analyst@*}', '{analyst@*}', '2026-01-09', ${now}, ${now})`.execute(
      trx,
    );
    for (const name of ["Ana", "Rosa", "Nora"])
      await sql`insert into notices values (${systemId}, ${randomUUID()}, ${ids[name]}, 'release:1', 'your-turn', ${now})`.execute(
        trx,
      );
  });
  expect(await writeDigests(database.app, systemId, "at-once", now)).toBe(1);
  expect(await writeDigests(database.app, systemId, "daily", now)).toBe(0); // Rosa holds no key to this record
  expect(await writeDigests(database.app, systemId, "at-once", now)).toBe(0);
  await send();
  expect(received.map(({ to }) => to)).toEqual([["ana.digest@example.org"]]);
  const text = decoded(received[0]!.content);
  expect(text).toContain(`Le toca a usted: Edición 1 (para el 9 de enero de 2026)`);
  expect(text).toContain(`${site}/es/office/records/release:1`);
});

/** The text of a message whose body is quoted-printable or as it is. */
const decoded = (content: string): string => {
  const body = content.slice(content.indexOf("\r\n\r\n") + 4).replace(/=\r\n/g, "");
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /quoted-printable/i.test(content) ? Buffer.from(bytes, "latin1").toString("utf8") : content;
};
