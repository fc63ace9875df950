import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { chainStart, linkHash, linkTo } from "../audit/seal-audit.ts";
import { type Actor, actorWith } from "../kernel/actor.ts";
import { act } from "./act.ts";
import { foundSystem } from "./found-system.ts";
import { abel, ana, openOffice } from "./testing.ts";

const database = await testDatabase();
const { systemId } = await openOffice(database);
const founding = { slug: "rush", name: "RUSH", demonstration: false, facilities: [] };
const found = (actor: Actor, minute: number) =>
  act(
    database.app,
    foundSystem,
    { systemId, actor, now: new Date(Date.UTC(2026, 0, 3, 4, minute)), from: { channel: "command line" } },
    founding,
  );
const audit = (keys: readonly string[]) =>
  inTenant(database.app, systemId, (trx) => trx.selectFrom("audit_entries").selectAll().orderBy("at").execute(), {
    as: { personId: null, keys },
  });

test("what Abel does is written down, and so is what Ana was not allowed to do; the chain holds both", async () => {
  await found(abel, 1);
  expect(await found(ana, 2)).toMatchObject({ refused: "forbidden" });
  const entries = await audit(["administrator@*"]);
  expect(entries.slice(-2)).toMatchObject([
    { kind: "command", name: "found-system", actor: abel.name, keys: ["administrator@*"], why: "to found a system" },
    { kind: "refused", name: "found-system", actor: ana.name, keys: ["analyst@*"] },
  ]);
  const links = await inTenant(database.app, systemId, (trx) =>
    trx.selectFrom("audit_links").selectAll().orderBy("seq").execute(),
  );
  let hash = chainStart;
  for (const entry of entries) hash = linkHash(hash, linkTo(entry));
  expect(links.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  expect(links.at(-1)!.hash).toBe(hash);
});

test("the audit is read with an administrator's key and with no other", async () => {
  expect(await audit([])).toEqual([]);
  expect(await audit(["analyst@*", "administrator@rumc"])).toEqual([]);
});

test("a key that is none never reaches the database", async () => {
  const sneaky = {
    name: "Eve",
    personId: null,
    grants: [{ role: "analyst", facilityId: "x'; drop table systems" }],
  } as const;
  await expect(found(sneaky, 3)).rejects.toThrow("is no key");
  await expect(found({ ...actorWith("Eve"), personId: "1' or '1" }, 4)).rejects.toThrow("a person id is a UUID");
});
