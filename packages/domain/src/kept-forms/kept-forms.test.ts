import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { openOffice } from "../access/testing.ts";
import { keepForm, keptFormMinutes } from "./keep-form.ts";
import { dropKeptForm, keptForm } from "./kept-form.ts";

const database = await testDatabase();
const rush = await openOffice(database);
const { systemId } = rush;
const county = await openOffice(database, { systemId: "00000000-0000-4000-8000-000000000313", slug: "county" });
const now = new Date("2026-03-04T15:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const form = { page: "/en/office/people", whose: "mark", fields: { name: ["Ana"], role: ["analyst", "reviewer"] } };

test("what was typed comes back under its token, for half an hour, until it is let go", async () => {
  const token = (await keepForm(database.app, systemId, form, now))!;
  expect(await keptForm(database.app, systemId, token, later(keptFormMinutes - 1))).toEqual(form);
  expect(await keptForm(database.app, systemId, token, later(keptFormMinutes))).toBeNull();
  await dropKeptForm(database.app, systemId, token);
  expect(await keptForm(database.app, systemId, token, now)).toBeNull();
});

test("another system does not find it, nor does another token", async () => {
  const token = (await keepForm(database.app, systemId, form, now))!;
  expect(await keptForm(database.app, county.systemId, token, now)).toBeNull();
  expect(await keptForm(database.app, systemId, token.toLowerCase(), now)).toBeNull();
});

test("keeping one lets go of those that were kept too long", async () => {
  await keepForm(database.app, systemId, form, later(100));
  const kept = await rush.ask((db) => db.selectFrom("kept_forms").select("kept_at").execute());
  expect(kept).toEqual([{ kept_at: later(100) }]);
});
