import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { ana, openOffice, rosa, sameText } from "../access/testing.ts";
import { findRecords } from "../records/find-records.ts";
import { claims } from "./claims.ts";
import { recordClaim } from "./record-claim.ts";

const office = await openOffice(await testDatabase());

const sixteenYears = {
  ...{ id: "sixteen-years", text: sameText("16 years apart"), saidBy: "A hospital", saidInYear: 2015 },
  ...{ source: "its web page", indicator: "life-expectancy-gap", highPlaceId: "area:32", lowPlaceId: "area:26" },
  ...{ claimedValue: 16, measuredYear: null, note: null },
};

test("Ana records a claim; the same again adds nothing, and a correction is a new version", async () => {
  expect(await office.done(ana, recordClaim, sixteenYears)).toEqual({ id: "sixteen-years", version: 1 });
  expect(await office.done(ana, recordClaim, sixteenYears)).toEqual({ id: "sixteen-years", version: 1 });
  const corrected = { ...sixteenYears, measuredYear: 2010, note: { en: "As of 2010", es: "De 2010" } };
  expect(await office.done(ana, recordClaim, corrected)).toEqual({ id: "sixteen-years", version: 2 });
  expect(await office.ask(claims)).toEqual([
    { ...sixteenYears, version: 1 },
    { ...corrected, version: 2 },
  ]);
});

test("the claim has a record, found by what it says and by who said it", async () => {
  const { records } = await office.done(rosa, findRecords, { text: "hospital years apart" });
  expect(records.map(({ recordId, state }) => [recordId, state])).toEqual([["claim:sixteen-years", "recorded"]]);
});

test("a claim about a nickname names no pair, and is recorded all the same", async () => {
  const vague = { ...sixteenYears, id: "vague", highPlaceId: null, lowPlaceId: null, claimedValue: 13.5 };
  expect(await office.done(ana, recordClaim, vague)).toEqual({ id: "vague", version: 1 });
});

test.each([
  [{ lowPlaceId: null }, "half-a-pair"],
  [{ lowPlaceId: "area:78" }, "unknown-place"],
  [{ highPlaceId: "tract:17031010100" }, "unknown-place"],
  [{ claimedValue: Number.NaN }, "input"],
  [{ saidInYear: 20.5 }, "input"],
  [{ note: { en: "only English" } }, "input"],
])("with %j it is refused as %s", async (change, code) => {
  expect(await office.outcome(ana, recordClaim, { ...sixteenYears, id: "other", ...change })).toMatchObject({
    ...{ refused: "invalid", code },
  });
});

test("Rosa, who reviews releases, records no claims", async () => {
  expect(await office.outcome(rosa, recordClaim, sixteenYears)).toMatchObject({ refused: "forbidden" });
});
