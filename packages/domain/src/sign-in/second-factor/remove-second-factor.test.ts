import { randomUUID } from "node:crypto";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { act } from "../../access/act.ts";
import { ana, openOffice } from "../../access/testing.ts";
import type { Actor } from "../../kernel/actor.ts";
import { sessionFor } from "../session-for.ts";
import { signInWithPassword } from "../sign-in-with-password.ts";
import { auditOf, deskOf, lettersOf, person, signedInAs, testNow } from "../testing.ts";
import { removeSecondFactor } from "./remove-second-factor.ts";

const database = await testDatabase();
const office = await openOffice(database);
const desk = deskOf(database, office);
const password = "lentils ripen sideways";
const reason = "Lost her phone; I know her voice.";
const remove = (actor: Actor, personId: string, why: string = reason) =>
  act(database.app, removeSecondFactor, { ...desk, actor }, { personId, reason: why });
const administrator = async (email: string) => {
  const grants = [{ role: "administrator" }] as const;
  const { personId } = await person(desk, { name: "Abel", email, grants, secondFactor: true });
  return { name: "Abel", personId, grants };
};

test("Abel takes Rosa's lost authenticator off; she is signed out, told by mail, and sets up another one", async () => {
  const abel = await administrator("abel@rush.example");
  const email = "rosa@rush.example";
  const rosa = await signedInAs(database, office, {
    ...{ name: "Rosa", email, grants: [{ role: "reviewer" }], secondFactor: true, password },
  });
  expect(await remove(abel, rosa.personId)).toEqual({ personId: rosa.personId, ended: 1 });
  expect(await sessionFor(database.app, office.systemId, rosa.token, testNow)).toBeNull();
  expect(await signInWithPassword(desk, { email, password, device: "a test" })).toMatchObject({ next: "enrol" });
  expect(await lettersOf(database, office)).toMatchObject([
    { to_address: email, subject: "Your authenticator for RUSH was removed" },
  ]);
  expect((await auditOf(database, office)).filter(({ name }) => name === "remove-second-factor")).toMatchObject([
    { kind: "command", actor: "Abel", subject: `person:${rosa.personId}`, why: reason },
  ]);
  expect(await remove(abel, rosa.personId)).toMatchObject({ refused: "not-found", code: "no-authenticator" });
});

test("nobody takes off their own, nobody but an administrator anyone's, and not without a reason", async () => {
  const abel = await administrator("other@rush.example");
  expect(await remove(abel, abel.personId)).toMatchObject({ refused: "forbidden", code: "own-authenticator" });
  expect(await remove(ana, abel.personId)).toMatchObject({ refused: "forbidden", code: "role" });
  expect(await remove(abel, randomUUID())).toMatchObject({ code: "no-authenticator" });
  expect(await remove(abel, randomUUID(), " ")).toMatchObject({ refused: "invalid" });
});
