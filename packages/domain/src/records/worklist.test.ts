import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { recordOffice } from "./testing.ts";
import { worklist } from "./worklist.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const other = await recordOffice(database);
const nadia = await office.invited("Nadia", { role: "office-staff", facilityId: "rumc" }, { role: "program-lead" });
const mine = async (who: Parameters<typeof office.done>[0] = nadia) => {
  const { records, isMore } = await office.done(who, worklist, {});
  return { titles: records.map(({ title, isLate }) => [title.en, isLate]), isMore };
};
const ofStaff = { facilityId: "rumc", turn: ["office-staff@*", "office-staff@rumc"], nextStep: "decide" };

test("who waits for nothing sees nothing", async () => {
  expect(await mine()).toEqual({ titles: [], isMore: false });
});

test("what is late comes first, the longest overdue before the rest; then what has waited longest", async () => {
  const since = (day: string) => new Date(`${day}T12:00:00Z`);
  await office.keep("new", { ...ofStaff, title: "New", since: since("2025-12-30") });
  await office.keep("old", { ...ofStaff, title: "Old", since: since("2025-11-01"), dueOn: "2026-01-02" });
  await office.keep("late", { ...ofStaff, title: "Late", since: since("2025-12-31"), dueOn: "2026-01-01" });
  await office.keep("later", { ...ofStaff, title: "Overdue", since: since("2025-12-29"), dueOn: "2025-12-01" });
  await office.keep("own", {
    title: "For Nadia",
    locks: [`person:${nadia.personId}`],
    turn: [`person:${nadia.personId}`],
  });
  expect(await mine()).toEqual({
    titles: [
      ["Overdue", true],
      ["Late", true],
      ["Old", false],
      ["New", false],
      ["For Nadia", false],
    ],
    isMore: false,
  });
});

test("what waits for two of one's roles is one thing, and what waits for others is not there", async () => {
  const both = ["office-staff@rumc", "program-lead@*"];
  await office.keep("both", { title: "Both", locks: both, turn: both });
  await office.keep("theirs", { title: "Theirs", locks: both, turn: ["office-staff@oak-park"] });
  await other.keep("new", { ...ofStaff, title: "Another system's" });
  const { titles } = await mine();
  expect(titles.filter(([title]) => title === "Both")).toHaveLength(1);
  expect(titles.map(([title]) => title)).not.toContain("Theirs");
  expect(titles.map(([title]) => title)).not.toContain("Another system's");
});

test("whose turn it is without a key to the record sees nothing of it", async () => {
  await office.keep("closed", { title: "Closed", seenBy: ["finance"], turn: ["program-lead@*"] });
  expect((await mine()).titles.map(([title]) => title)).not.toContain("Closed");
});

test("a hundred of what waits are shown, and that there is more", async () => {
  for (let n = 0; n < 101; n++) await office.keep(`n${n}`, { seenBy: ["clinic-staff"], turn: ["clinic-staff@*"] });
  const { titles, isMore } = await mine(actorWith("Cora", "clinic-staff"));
  expect([titles.length, isMore]).toEqual([100, true]);
  expect(titles[0]).toEqual(["Event n0", false]);
});
