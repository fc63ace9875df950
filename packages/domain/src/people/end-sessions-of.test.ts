import { randomUUID } from "node:crypto";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { abel } from "../access/testing.ts";
import { sessionFor } from "../sign-in/session-for.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import { openStaff } from "./testing.ts";

const database = await testDatabase();
const office = await openStaff(database);
const isOpen = async (token: string) => (await sessionFor(database.app, office.systemId, token, office.now())) !== null;
const reason = "her laptop was taken from the car";

test("all sessions of a person end, nobody else's do, and the person may sign in again at once", async () => {
  const [rosa, noor] = [
    await office.invited("Rosa", { role: "analyst" }),
    await office.invited("Noor", { role: "analyst" }),
  ];
  const [laptop, phone, other] = [
    await office.signedIn(rosa),
    await office.signedIn(rosa),
    await office.signedIn(noor),
  ];
  const asked = { personId: rosa.personId, reason };
  expect(await office.done(abel, endSessionsOf, asked)).toEqual({ personId: rosa.personId, ended: 2 });
  expect([await isOpen(laptop), await isOpen(phone), await isOpen(other)]).toEqual([false, false, true]);
  const again = (await sessionFor(database.app, office.systemId, await office.signedIn(rosa), office.now()))!;
  expect(again.actor.grants).toEqual([{ role: "analyst" }]);
  const rows = await office.ask(["administrator@*"], (db) =>
    db.selectFrom("audit_entries").selectAll().where("name", "=", "end-sessions").execute(),
  );
  expect(rows).toMatchObject([
    {
      kind: "command",
      actor: "Abel Administrator",
      subject: `person:${rosa.personId}`,
      why: reason,
      facts: { ended: 2 },
    },
  ]);
  const why = await office.ask(["administrator@*"], (db) =>
    db.selectFrom("sessions").select("ended_why").where("ended_at", "is not", null).execute(),
  );
  expect(why).toEqual([{ ended_why: "ended-by-administrator" }, { ended_why: "ended-by-administrator" }]);
});

test("nobody but an administrator ends anyone's, not without a reason, and not of somebody unknown", async () => {
  const olga = await office.invited("Olga", { role: "finance" });
  const end = (actor: typeof abel, personId: string, why = reason) =>
    office.outcome(actor, endSessionsOf, { personId, reason: why });
  expect(await end(olga, olga.personId)).toMatchObject({ refused: "forbidden", code: "role" });
  expect(await end(abel, olga.personId, " ")).toMatchObject({ refused: "invalid" });
  expect(await end(abel, randomUUID())).toMatchObject({ refused: "not-found", code: "person" });
});
