import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { isRefusal } from "../kernel/refusal.ts";
import { foundSystem } from "./found-system.ts";
import { abel, ana, openOffice } from "./testing.ts";

const database = await testDatabase();
const rush = await openOffice(database);
const systemId = "00000000-0000-4000-8000-000000000313";
const county = await openOffice(database, { systemId, slug: "county" });

const hospital = { id: "oak-park", name: "RUSH Oak Park Hospital", city: "Oak Park", source: "rush.edu" };
const founding = { slug: "rush", name: "RUSH", demonstration: false, facilities: [hospital] };
const facilities = () => rush.ask((db) => db.selectFrom("facilities").selectAll().execute());

test("Abel founds a system with its hospitals, and doing it again changes nothing", async () => {
  expect(await rush.done(abel, foundSystem, founding)).toEqual({ systemId: rush.systemId, slug: "rush" });
  const renamed = { ...hospital, name: "Another name" };
  await rush.done(abel, foundSystem, { ...founding, name: "Another", facilities: [renamed] });
  expect(await facilities()).toEqual([
    {
      ...{ system_id: rush.systemId, facility_id: "oak-park", name: "RUSH Oak Park Hospital" },
      ...{ city: "Oak Park", source: "rush.edu" },
    },
  ]);
  const [system] = await rush.ask((db) => db.selectFrom("systems").where("slug", "=", "rush").selectAll().execute());
  expect(system).toMatchObject({ system_id: rush.systemId, name: "RUSH", demonstration: false });
});

test("Ana, an analyst, may not", async () => {
  expect(await rush.outcome(ana, foundSystem, founding)).toMatchObject({ refused: "forbidden", code: "role" });
});

test("a short name belongs to one system, and a system keeps its own", async () => {
  expect(await county.outcome(abel, foundSystem, founding)).toEqual({
    ...{ refused: "conflict", code: "slug-taken" },
    message: "Another system goes by “rush”. Choose another short name.",
  });
  expect(await county.outcome(abel, foundSystem, { ...founding, slug: "cook-county" })).toEqual({
    ...{ refused: "conflict", code: "already-founded" },
    message: "This system was founded as “county”, and keeps that name.",
  });
});

test("a short name that an address could not bear is told by its field", async () => {
  const outcome = await rush.outcome(abel, foundSystem, {
    ...founding,
    slug: "RUSH University",
    facilities: [{ id: "1" }],
  });
  if (!isRefusal(outcome)) throw new Error("it is refused");
  expect(Object.keys(outcome.fields!).sort()).toEqual([
    ...["facilities.0.city", "facilities.0.id", "facilities.0.name", "facilities.0.source", "slug"],
  ]);
});

test("one system's hospitals are not seen from another", async () => {
  expect(await county.ask((db) => db.selectFrom("facilities").selectAll().execute())).toEqual([]);
});

test("a system cannot be founded in another's name", async () => {
  const elsewhere = "00000000-0000-4000-8000-000000000999";
  const sneaking = inTenant(database.app, rush.systemId, (db) =>
    db.insertInto("systems").values({ system_id: elsewhere, slug: "elsewhere", name: "Elsewhere" }).execute(),
  );
  await expect(sneaking).rejects.toThrow(/row-level security/);
});
