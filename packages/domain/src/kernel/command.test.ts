import { expect, test } from "vitest";
import { z } from "zod";
import { inSystem } from "./access.rules.ts";
import { type Actor, actorWith } from "./actor.ts";
import { type Context, command, perform } from "./command.ts";
import { refuse } from "./refusal.ts";

const greet = command({
  name: "greet",
  title: "greet a neighbor",
  input: z.object({ name: z.string().trim().min(1, "a name"), visits: z.array(z.object({ year: z.int("a year") })) }),
  access: inSystem("administrator", "analyst"),
  run: async ({ actor }, { name }) =>
    name === "Nobody" ? refuse("not-found", "neighbor", "…") : `${actor.name}: ${name}`,
});

const written: unknown[] = [];
/** Takes what the audit writes. */
const db = { insertInto: () => ({ values: (row: unknown) => ({ execute: async () => written.push(row) }) }) } as never;
const from = { channel: "command line" } as const;
const as = (actor: Actor): Context => ({ db, systemId: "", actor, now: new Date(0), from });
const ana = as(actorWith("Ana", "analyst"));
const rosa = as(actorWith("Rosa", "reviewer"));

test("Rosa, a reviewer, may not, and is told who may", async () => {
  expect(await perform(greet, rosa, { name: "Eve", visits: [] })).toEqual({
    refused: "forbidden",
    code: "role",
    message: "To greet a neighbor takes the role of administrator or analyst; you act as reviewer.",
  });
});

test.each(["", "  ", "\u00a0\t"])("nobody acts without a name: %j", async (name) => {
  expect(await perform(greet, as(actorWith(name, "analyst")), { name: "Eve", visits: [] })).toEqual({
    refused: "invalid",
    code: "name",
    message: "Say who acts: a name is needed for the record.",
  });
});

test("who acts is recorded without blanks around the name", async () => {
  expect(await perform(greet, as(actorWith(" Ana ", "analyst")), { name: "Eve", visits: [] })).toBe("Ana: Eve");
});

test("the role is asked before the input is looked at", async () => {
  expect(await perform(greet, rosa, "not even an object")).toMatchObject({ refused: "forbidden" });
});

test("Ana is told by field what needs another look", async () => {
  expect(await perform(greet, ana, { name: "  ", visits: [{ year: 2010 }, { year: "last" }] })).toEqual({
    refused: "invalid",
    code: "input",
    message: "To greet a neighbor, some of what was given needs another look.",
    fields: { name: "a name", "visits.1.year": "a year" },
  });
});

test("what is given reaches the command checked and trimmed", async () => {
  expect(await perform(greet, ana, { name: " Eve ", visits: [] })).toBe("Ana: Eve");
});

test("a refusal of the command itself is passed on", async () => {
  expect(await perform(greet, ana, { name: "Nobody", visits: [] })).toMatchObject({ refused: "not-found" });
});

const failing = (failure: Error) => command({ ...greet, run: () => Promise.reject(failure) });
const databaseError = (code: string) => Object.assign(new Error("from the database"), { code });

test.each(["23505", "40001", "40P01"])(
  "Ana, second by a moment (%s), is told that someone else was first",
  async (code) => {
    expect(await perform(failing(databaseError(code)), ana, { name: "Eve", visits: [] })).toEqual({
      refused: "conflict",
      code: "changed-meanwhile",
      message: "Someone else changed this a moment ago. Look at how it stands now, and try again.",
    });
  },
);

test.each([databaseError("23503"), new TypeError("a bug")])("%s is no refusal, and is thrown on", async (failure) => {
  await expect(perform(failing(failure), ana, { name: "Eve", visits: [] })).rejects.toBe(failure);
});
