import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { sayComment } from "../records/say-comment.ts";
import { recordOffice } from "../records/testing.ts";
import { chooseMail, mailChoice } from "./choose-mail.ts";
import { listNotices } from "./list-notices.ts";
import { markRead } from "./mark-read.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const nadia = await office.invited("Nadia", { role: "office-staff", facilityId: "rumc" });
const omar = await office.invited("Omar", { role: "office-staff" });
const ofStaff = { facilityId: "rumc", locks: ["office-staff@*", "office-staff@rumc"] };
const noticed = async (who = nadia, input = {}) => {
  const { notices, unread } = await office.done(who, listNotices, input);
  return { notices: notices.map(({ about, title, isRead }) => [about, title.es, isRead]), unread };
};

test("Nadia is told whose turn it is and what was said, the newest first, in her language", async () => {
  const title = { en: "Fair", es: "Feria" };
  const recordId = await office.keep("fair", { ...ofStaff, title, turn: ["office-staff@rumc"] });
  await office.done(omar, sayComment, { recordId, said: "Take the van." });
  expect(await noticed()).toEqual({
    notices: [
      ["comment", "Feria", false],
      ["your-turn", "Feria", false],
    ],
    unread: 2,
  });
  expect(await noticed(omar)).toEqual({ notices: [], unread: 0 });
});

test("a record that she may no longer see tells her nothing more, not even its title", async () => {
  await office.keep("secret", { ...ofStaff, turn: ["office-staff@rumc"] });
  await office.keep("secret", {
    facilityId: "rumc",
    locks: ["finance@*"],
    turn: ["office-staff@rumc"],
    title: "Secret",
  });
  expect((await noticed()).notices.map(([, title]) => title)).toEqual(["Feria", "Feria"]);
});

test("she reads one, then those of a record; Omar cannot read hers for her", async () => {
  const { notices } = await office.done(nadia, listNotices, {});
  const { noticeId } = notices[0]!;
  expect(await office.done(omar, markRead, { noticeId })).toEqual({ read: 0 });
  expect(await office.done(nadia, markRead, { noticeId })).toEqual({ read: 1 });
  expect(await noticed(nadia, { isUnread: true })).toEqual({ notices: [["your-turn", "Feria", false]], unread: 1 });
  expect(await office.done(nadia, markRead, { recordId: "event:fair" })).toEqual({ read: 1 });
  expect(await noticed()).toMatchObject({
    unread: 0,
    notices: [
      ["comment", "Feria", true],
      ["your-turn", "Feria", true],
    ],
  });
  // The notice of what she may no longer see is still hers to mark.
  expect(await office.done(nadia, markRead, {})).toEqual({ read: 1 });
});

test("once read, the next comment is told again", async () => {
  await office.done(omar, sayComment, { recordId: "event:fair", said: "Or two." });
  expect((await noticed(nadia, { isUnread: true })).notices).toEqual([["comment", "Feria", false]]);
});

test("she is told in the day's digest until she chooses otherwise, each for themselves", async () => {
  expect(await office.done(nadia, mailChoice, {})).toEqual({ mail: "daily" });
  for (const mail of ["at-once", "never"]) await office.done(nadia, chooseMail, { mail });
  expect(await office.done(nadia, mailChoice, {})).toEqual({ mail: "never" });
  expect(await office.done(omar, mailChoice, {})).toEqual({ mail: "daily" });
  expect(await office.outcome(nadia, chooseMail, { mail: "hourly" })).toMatchObject({ refused: "invalid" });
});

test("without an account there is nobody to tell, and without a role nothing", async () => {
  expect(await office.outcome(actorWith("Op", "analyst"), markRead, {})).toMatchObject({ code: "no-account" });
  expect(await office.outcome(actorWith("Op", "analyst"), chooseMail, { mail: "never" })).toMatchObject({
    code: "no-account",
  });
  expect(await office.outcome(actorWith("Vera"), listNotices, {})).toMatchObject({ refused: "forbidden" });
});
