import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { ana, rosa } from "../access/testing.ts";
import { buildRelease } from "./build-release.ts";
import { signRelease } from "./sign-release.ts";
import { preparedOffice } from "./testing/prepared-office.ts";

const office = await preparedOffice(await testDatabase());
const note = "Looked at the gap.";
const personId = "00000000-0000-4000-8000-00000000000a";

test("whoever has signed in is known by more than a name: under another name, Ana's work is still her own", async () => {
  await office.done({ ...ana, personId }, buildRelease, {});
  const renamed = { ...rosa, name: "Somebody Else", personId };
  expect(await office.outcome(renamed, signRelease, { note })).toMatchObject({
    refused: "forbidden",
    code: "own-work",
  });
  const another = { ...rosa, personId: "00000000-0000-4000-8000-00000000000b" };
  expect(await office.done(another, signRelease, { note })).toMatchObject({ number: 1 });
});
