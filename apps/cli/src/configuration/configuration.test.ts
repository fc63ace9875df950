import { expect, test } from "vitest";
import { configurationRefusal } from "./check-configuration.ts";
import { settings } from "./settings.ts";

const told = (env: Readonly<Record<string, string>>) => configurationRefusal(env)?.fields ?? {};

test("no settings at all is a configuration, and so are the examples of all of them", () => {
  expect(configurationRefusal({})).toBeNull();
  const examples = Object.fromEntries(Object.entries(settings).map(([name, { example }]) => [name, example]));
  expect(configurationRefusal({ ...examples, EVENSPAN_BACKUP_RECIPIENT: `age1${"q".repeat(58)}` })).toBeNull();
});

test.each([
  ["EVENSPAN_ADDRESS", "http://equity.example.org", "should begin with https, for people sign in there."],
  [
    "EVENSPAN_ADDRESS",
    "https://equity.example.org/en",
    "should be an address such as https://equity.example.org, with nothing after the name.",
  ],
  ["PORT", "eighty", "should be a number from 0 to 65535."],
  ["PORT", "65536", "should be a number from 0 to 65535."],
  ["EVENSPAN_SMTP", "mail.example.org", "should be an address such as smtps://user:password@mail.example.org:465."],
  ["EVENSPAN_LOG", "loud", "should be silent, error, warn or info."],
  ["DATABASE_URL", "mysql://localhost/x", "should be an address such as postgres://user@host/database."],
  [
    "EVENSPAN_BACKUP_RECIPIENT",
    "AGE-SECRET-KEY-1X",
    "should be keys that begin with age1, as `evenspan backup-key` makes them.",
  ],
  [
    "DATABASE_URL",
    "postgres://db.example.org/x",
    "should end with ?sslmode=verify-full, for the server is not on this machine.",
  ],
  [
    "EVENSPAN_TRACES",
    "http://traces.example.org/v1",
    "should be on this machine, for what goes there is not encrypted.",
  ],
  ["EVENSPAN_CLAMD", "tcp://10.0.0.9:3310", "should be on this machine, for what goes there is not encrypted."],
  ["EVENSPAN_SYSTEM", "RUSH!", "should be small letters, digits and dashes."],
  ["EVENSPAN_NAME", " ", "should not be empty; leave it out instead."],
])("%s=%s is told in a sentence", (name, text, sentence) => {
  expect(told({ [name]: text })[name]).toBe(sentence);
});

test("each mistake is told, and a password is not repeated", () => {
  const fields = told({ PORT: "x", EVENSPAN_SMTP: "http://user:secret@host", EVENSPAN_LOG: "loud" });
  expect(Object.keys(fields).sort()).toEqual(["EVENSPAN_LOG", "EVENSPAN_MAIL_FROM", "EVENSPAN_SMTP", "PORT"]);
  expect(JSON.stringify(fields)).not.toContain("secret");
});

test("a misspelled name is told with the nearest one, and other programs' variables are not ours", () => {
  expect(told({ EVENSPAN_SMPT: "smtp://localhost", HOME: "/root" })).toEqual({
    EVENSPAN_SMPT: "is no setting of Evenspan. The nearest is EVENSPAN_SMTP.",
  });
});

test("an office key is asked for where the database is on a server", () => {
  expect(told({ DATABASE_URL: "postgres://localhost/evenspan" })).toHaveProperty("EVENSPAN_KEY_FILE");
});
