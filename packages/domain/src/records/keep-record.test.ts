import { testDatabase } from "@evenspan/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { asKeeper } from "./rows/as-keeper.ts";
import { recordOffice } from "./testing.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const other = await recordOffice(database);
const nadia = await office.invited("Nadia", { role: "office-staff", facilityId: "rumc" });
const omar = await office.invited("Omar", { role: "office-staff", facilityId: "oak-park" });

const seenWith = (...keys: string[]) =>
  office.ask(keys, async (db) =>
    (await db.selectFrom("records").select("record_id").execute()).map((row) => row.record_id),
  );
const turns = () =>
  office.ask(["keeper"], (db) => db.selectFrom("record_turns").select(["key", "record_id"]).orderBy("key").execute());
const noticed = () =>
  office.ask(["mail"], async (db) => {
    const rows = await db.selectFrom("notices").select(["person_id", "record_id", "about"]).execute();
    return rows.map((row) => [row.person_id, row.record_id, row.about]);
  });

test("a record is seen by who holds a key to it, wherever its command ran", async () => {
  await office.keep("fair", { facilityId: "rumc" });
  expect(await seenWith("office-staff@*")).toEqual(["event:fair"]);
  expect(await seenWith("office-staff@rumc")).toEqual(["event:fair"]);
  for (const keys of [[], ["office-staff@oak-park"], ["finance@*"], [`person:${nadia.personId}`]])
    expect(await seenWith(...keys)).toEqual([]);
});

test("kept again, it is one record that stands as it stands now; since when is as long as its state is the same", async () => {
  const row = () =>
    office.ask(["office-staff@*"], (db) =>
      db.selectFrom("records").selectAll().where("record_id", "=", "event:fair").executeTakeFirstOrThrow(),
    );
  const first = await row();
  await office.keep("fair", { facilityId: "rumc", title: { en: "Health fair", es: "Feria de salud" } });
  expect(await row()).toMatchObject({ title: "Health fair", title_es: "Feria de salud", since: first.since });
  expect((await row()).changed_at.getTime()).toBeGreaterThan(first.changed_at.getTime());
  await office.keep("fair", { facilityId: "rumc", state: "approved", title: "Health fair" });
  const approved = await row();
  expect(approved).toMatchObject({ state: "approved", title_es: null, since: approved.changed_at });
});

test("a command may keep what its person does not see, and sees no more for it afterwards", async () => {
  const luz = actorWith("Luz", "volunteer");
  await office.keep("fair", { facilityId: "rumc", by: luz, state: "closed" });
  expect(await seenWith("volunteer@*")).toEqual([]);
  const kept = await office.ask(["office-staff@*"], (db) => db.selectFrom("records").select("state").execute());
  expect(kept).toEqual([{ state: "closed" }]);
});

test("inside the command, the person's keys count again after the record is kept", async () => {
  const keys = await office.ask(["volunteer@*"], async (db) => {
    const within = () => sql<{ keys: string[] }>`select evenspan_keys() as keys`.execute(db);
    const inside = await asKeeper(db, sql<string>`''`, within);
    return [inside.rows[0]!.keys, (await within()).rows[0]!.keys];
  });
  expect(keys).toEqual([["keeper"], ["volunteer@*"]]);
});

test("whose turn it is follows the record, and who holds the key is told once", async () => {
  await office.keep("walk", { facilityId: "rumc", turn: ["office-staff@rumc", "office-staff@*"], nextStep: "decide" });
  expect(await turns()).toEqual([
    { key: "office-staff@*", record_id: "event:walk" },
    { key: "office-staff@rumc", record_id: "event:walk" },
  ]);
  expect(await noticed()).toEqual([[nadia.personId, "event:walk", "your-turn"]]);
  await office.keep("walk", { facilityId: "rumc", turn: ["office-staff@rumc"], title: "A walk" });
  expect(await turns()).toEqual([{ key: "office-staff@rumc", record_id: "event:walk" }]);
  expect(await noticed()).toHaveLength(1);
  await office.keep("walk", { facilityId: "rumc", turn: [`person:${omar.personId}`] });
  expect(await noticed()).toEqual([
    [nadia.personId, "event:walk", "your-turn"],
    [omar.personId, "event:walk", "your-turn"],
  ]);
  await office.keep("walk", { facilityId: "rumc", turn: [] });
  expect(await turns()).toEqual([]);
});

test("whoever acts is not told of their own act, nor is anyone whose role was taken back", async () => {
  await office.keep("run", { facilityId: "rumc", turn: ["office-staff@rumc"], by: nadia });
  expect((await noticed()).filter(([, record]) => record === "event:run")).toEqual([]);
});

test("a title that no list could show is cut, and a record id that names another kind is a bug", async () => {
  await office.keep("long", { title: "a".repeat(900) });
  const rows = await office.ask(["office-staff@*"], (db) =>
    db.selectFrom("records").where("record_id", "=", "event:long").select("title").execute(),
  );
  expect(rows).toEqual([{ title: `${"a".repeat(499)}…` }]);
  await expect(office.keep("x y")).rejects.toThrow("records_record_id_check");
});

test("a record of one system is not seen from another, whose keys have the same names", async () => {
  await other.keep("fair", { title: "Another fair" });
  const seen = await other.ask(["office-staff@*"], (db) => db.selectFrom("records").select("title").execute());
  expect(seen).toEqual([{ title: "Another fair" }]);
  expect(await seenWith("office-staff@*")).toHaveLength(4);
});
