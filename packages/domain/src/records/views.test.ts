import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { dropView } from "./drop-view.ts";
import { listViews } from "./list-views.ts";
import { saveView } from "./save-view.ts";
import { recordOffice } from "./testing.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const nadia = await office.invited("Nadia", { role: "office-staff", facilityId: "rumc" });
const omar = await office.invited("Omar", { role: "volunteer" });
const late = { page: "/office/records", name: "Late fairs", query: "kind=event&late=1" };
const views = (who = nadia, input = {}) => office.done(who, listViews, input);

test("Nadia saves a list under a name, and saving it again replaces it", async () => {
  const { viewId } = await office.done(nadia, saveView, late);
  expect(await views()).toEqual([{ viewId, ...late }]);
  expect(await office.done(nadia, saveView, { ...late, query: "kind=event" })).toEqual({ viewId });
  expect(await views(nadia, { page: "/office/records" })).toEqual([{ viewId, ...late, query: "kind=event" }]);
  expect(await views(nadia, { page: "/office/people" })).toEqual([]);
});

test("nobody sees or removes another's", async () => {
  const [view] = await views();
  expect(await views(omar)).toEqual([]);
  expect(await office.outcome(omar, dropView, { viewId: view!.viewId })).toMatchObject({ refused: "not-found" });
  expect(await views()).toHaveLength(1);
  expect(await office.done(nadia, dropView, { viewId: view!.viewId })).toEqual({ viewId: view!.viewId });
  expect(await views()).toEqual([]);
});

test.each([
  [{ page: "https://elsewhere.example/" }, "page"],
  [{ page: "//elsewhere.example" }, "page"],
  [{ query: "a=1#x" }, "query"],
  [{ query: "?kind=event" }, "query"],
  [{ query: "a=1\n" }, "query"],
  [{ name: " " }, "name"],
])("%j is not a view", async (change, field) => {
  const outcome = await office.outcome(nadia, saveView, { ...late, ...change });
  expect(outcome).toMatchObject({ refused: "invalid", fields: { [field]: expect.any(String) } });
});

test("a hundred are enough, and the hundredth can still be changed; without an account there are none", async () => {
  for (let n = 1; n <= 100; n++) await office.done(omar, saveView, { ...late, name: `View ${n}` });
  expect(await office.outcome(omar, saveView, late)).toMatchObject({ refused: "conflict", code: "too-many-views" });
  await office.done(omar, saveView, { ...late, name: "View 100", query: "kind=walk" });
  expect(await office.outcome(actorWith("Op", "finance"), saveView, late)).toMatchObject({ code: "no-account" });
});
