import { openDatabase } from "@evenspan/database/connect";
import type { OpenDatabase } from "@evenspan/database/pools";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testProgram } from "./testing/test-program.ts";

// Each step is a program of its own that starts and ends.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const { evenspan, data } = testProgram({
  EVENSPAN_NAME: "Abel at the machine",
  EVENSPAN_ADDRESS: "https://equity.example.org",
});
const token = (said: string) => /\/office\/invitation\/([\w-]{43})/.exec(said)?.[1];
const headIn = (said: string) => /^head ([0-9a-f]{64})$/m.exec(said)![1]!;

// The server is started here once, and every program joins it.
let db: OpenDatabase;
beforeAll(async () => {
  db = await openDatabase({ dataFolder: data, join: true });
});
afterAll(() => db.close());

/** Does in the database what no command does. */
async function asOwner(statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = await db.owner.connect();
  const { rows } = await client.query("select system_id from systems");
  await client.query(`begin; set local evenspan.system = '${rows[0].system_id}'`);
  const found = await client.query(statement);
  await client.query("commit");
  client.release();
  return found.rows;
}

test("the first administrator is invited at the machine, and the letter is printed once", async () => {
  const facility = "mount-sinai|Mount Sinai|Chicago";
  expect((await evenspan("found", "sinai", "--title", "Sinai Chicago", "--facility", facility)).code).toBe(0);
  const invited = await evenspan(
    "people",
    "invite",
    "Bea Beginner",
    "--email",
    "Bea@sinai.example",
    "--role",
    "administrator",
  );
  expect(invited).toMatchObject({ code: 0, err: "" });
  expect(invited.out).toContain("You are invited to work with Sinai Chicago");
  expect(invited.out).toContain(`https://equity.example.org/en/office/invitation/${token(invited.out)}`);
  const again = await evenspan("people", "invite-again", "bea@sinai.example");
  expect(token(again.out)).not.toBe(token(invited.out));
  const twice = await evenspan("people", "invite", "Bea", "--email", "bea@sinai.example", "--role", "analyst");
  expect(twice).toEqual({ code: 5, out: "", err: "Bea Beginner has this mail address already.\n" });
});

test("people are listed, given a role at a facility, and lose it with a reason", async () => {
  const role = ["--role", "finance", "--facility", "mount-sinai"];
  const invited = await evenspan(
    "people",
    "invite",
    "Inés",
    "--email",
    "ines@sinai.example",
    "--language",
    "es",
    ...role,
  );
  expect(invited.out).toContain("/es/office/invitation/");
  expect((await evenspan("people", "grant", "ines@sinai.example", "--role", "analyst")).out).toBe(
    "Inés holds the role analyst now.\n",
  );
  expect((await evenspan("people", "list")).out).toMatch(
    /^Bea Beginner {2}bea@sinai\.example {2}invited until \S+ {2}administrator@\* {2}[0-9a-f-]{36}\nInés {2}ines@sinai\.example {2}invited until \S+ {2}analyst@\* finance@mount-sinai {2}[0-9a-f-]{36}\n$/,
  );
  const taken = ["people", "revoke", "ines@sinai.example", "--reason", "another task"];
  expect((await evenspan(...taken, "--role", "finance")).err).toContain(
    "Inés does not hold that role there: analyst@*, finance@mount-sinai.",
  );
  expect((await evenspan(...taken, ...role)).out).toBe("The role finance is taken back.\n");
  expect(
    (await evenspan("people", "revoke", "bea@sinai.example", "--role", "administrator", "--reason", "to try")).err,
  ).toBe("This is the last administrator. Make someone else an administrator first.\n");
});

test("an account is closed, and saying it twice is no fault", async () => {
  const closing = ["people", "deactivate", "ines@sinai.example", "--reason", "left"];
  expect((await evenspan(...closing)).out).toBe("The account is closed.\nEnded: sessions 0, links 1, roles 1.\n");
  expect((await evenspan(...closing)).out).toBe(
    "The account was closed already.\nEnded: sessions 0, links 0, roles 0.\n",
  );
});

test("the audit verifies, knows its earlier head, and says what somebody changed", async () => {
  const verified = await evenspan("audit", "verify");
  expect(verified).toMatchObject({ code: 0, err: "" });
  expect(verified.out).toMatch(/^The audit holds: \d+ entries\.\nhead [0-9a-f]{64}\n$/);
  const head = headIn(verified.out);
  expect((await evenspan("audit", "prune")).out).toMatch(/^Nothing is older than \d{4}-/);
  expect((await evenspan("audit", "prune", "--keep-years", "5")).err).toBe("Entries are kept for at least 6 years.\n");
  expect((await evenspan("audit", "verify", "--head", head)).out).toContain("The audit holds");
  await asOwner("update audit_entries set actor = 'Somebody else' where name = 'grant-role'");
  const changed = await evenspan("audit", "verify", "--head", head);
  expect(changed).toMatchObject({ code: 1, err: "" });
  expect(changed.out).toMatch(
    /^The audit does not hold: faults found, 1\.\n {2}The entry of link \d+ \(grant-role, .*\) is not the one that was joined/,
  );
});

test("nothing that was printed is found in what is kept", async () => {
  const emptied = { body_text: "", is_sent: true };
  expect(await asOwner("select body_text, sent_at is not null as is_sent from letters")).toEqual([
    emptied,
    emptied,
    emptied,
  ]);
});
