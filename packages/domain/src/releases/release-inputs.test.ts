import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { isRefusal } from "../kernel/refusal.ts";
import { makeRelease } from "./make-release.ts";
import { currentInputs } from "./release-inputs.ts";
import { preparedOffice } from "./testing/prepared-office.ts";

const office = await preparedOffice(await testDatabase());

test("what was invented never takes the place of what was counted, however late it is loaded", async () => {
  const invented = "Place,Year,Age,Sex,People\n26,2010,0-64,all,1\n26,2010,65+,all,2\n";
  await office.load("people", invented, "synthetic");
  const made = await office.ask(async (db, systemId) => makeRelease(db, systemId, await currentInputs(db, systemId)));
  if (isRefusal(made)) throw new Error(made.message);
  // 16,200 under 65 and 1,800 above were counted.
  const people = made.content.figures.find(({ id }) => id === "population/area:26/2010/all/all");
  expect(people).toMatchObject({ value: 18_000, origin: "computed" });
});
