import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { openRecord } from "./open-record.ts";
import { sayComment } from "./say-comment.ts";
import { recordOffice } from "./testing.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const other = await recordOffice(database);
const nadia = await office.invited("Nadia", { role: "office-staff", facilityId: "rumc" });
const omar = await office.invited("Omar", { role: "program-lead" });
const club = await office.invited("Club", { role: "partner", partnerId: "block-club" });
const stranger = await other.invited("Nadia", { role: "office-staff" });
const recordId = await office.keep("fair", {
  ...{ facilityId: "rumc", turn: ["program-lead@*"] },
  locks: ["office-staff@rumc", "program-lead@*", "partner@partner:block-club"],
});
const noticed = () =>
  office.ask(["mail"], async (db) => {
    const rows = await db.selectFrom("notices").select(["person_id", "about"]).orderBy("made_at").execute();
    return rows.map((row) => [[nadia, omar, club].find(({ personId }) => personId === row.person_id)?.name, row.about]);
  });

test("Nadia says something, and whoever's turn it is gets a notice", async () => {
  expect(await office.done(nadia, sayComment, { recordId, said: " Is a van needed? " })).toEqual({ seq: 1 });
  expect(await noticed()).toEqual([
    ["Omar", "your-turn"],
    ["Omar", "comment"],
  ]);
});

test("the partner answers, and who said something before gets a notice, once until it is read", async () => {
  expect(await office.done(club, sayComment, { recordId, said: "Yes." })).toEqual({ seq: 2 });
  expect(await office.done(club, sayComment, { recordId, said: "Two, even." })).toEqual({ seq: 3 });
  expect((await noticed()).filter(([name]) => name !== "Omar")).toEqual([["Nadia", "comment"]]);
});

test("who opens the record reads all of it; the partner is not told who works here", async () => {
  const { record, comments, files } = await office.done(nadia, openRecord, { recordId });
  expect(record).toMatchObject({ recordId, state: "asked", turn: ["program-lead@*"] });
  expect(comments.map(({ name, said }) => [name, said])).toEqual([
    ["Nadia", "Is a van needed?"],
    ["Club", "Yes."],
    ["Club", "Two, even."],
  ]);
  expect(files).toEqual([]);
  const seen = await office.done(club, openRecord, { recordId });
  expect(seen.comments.map(({ name }) => name)).toEqual([null, "Club", "Club"]);
});

test("what one may not see cannot be opened nor spoken about, and is not told from what there is not", async () => {
  const closed = await office.keep("closed", { seenBy: ["finance"] });
  const told = { refused: "not-found", code: "record", message: "There is no such record that you may see." };
  for (const id of [closed, "event:nothing"]) {
    expect(await office.outcome(nadia, openRecord, { recordId: id })).toEqual(told);
    expect(await office.outcome(nadia, sayComment, { recordId: id, said: "Hello?" })).toEqual(told);
  }
  expect(await other.outcome(stranger, openRecord, { recordId })).toEqual(told);
  const theirs = await other.ask(["office-staff@*", "office-staff@rumc"], (db) =>
    db.selectFrom("comments").selectAll().execute(),
  );
  expect(theirs).toEqual([]);
});

test("nothing is said without words, nor without an account", async () => {
  expect(await office.outcome(nadia, sayComment, { recordId, said: "  " })).toMatchObject({
    ...{ refused: "invalid", fields: { said: "say something" } },
  });
  expect(await office.outcome(actorWith("Op", "program-lead"), sayComment, { recordId, said: "x" })).toMatchObject({
    ...{ refused: "unauthenticated", code: "no-account" },
  });
});

test("two who speak at once are both heard", async () => {
  const said = await Promise.all(
    [1, 2, 3, 4].map((n) => office.done(omar, sayComment, { recordId, said: `At once ${n}` })),
  );
  expect(said.map(({ seq }) => seq).sort()).toEqual([4, 5, 6, 7]);
});
