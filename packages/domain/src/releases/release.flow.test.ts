import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { abel, ana, rosa } from "../access/testing.ts";
import { decideDoubt } from "../datasets/decide-doubt.ts";
import { actorWith } from "../kernel/actor.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { openRecord } from "../records/open-record.ts";
import { worklist } from "../records/worklist.ts";
import { buildRelease } from "./build-release.ts";
import { defineFrontPage } from "./define-front-page.ts";
import { findRelease } from "./find-release.ts";
import { listReleases } from "./list-releases.ts";
import { openRelease } from "./open-release.ts";
import { releaseActions } from "./release-actions.ts";
import { signRelease } from "./sign-release.ts";
import { frontPageOn, gapOf2010, preparedOffice } from "./testing/prepared-office.ts";
import { withdrawRelease } from "./withdraw-release.ts";

// One story, told in order: each test goes on where the one before ended.
const database = await testDatabase();
const office = await preparedOffice(database, { withFrontPage: false });
const { systemId, datasets } = office;
const open = (number?: number) => openRelease(database.reader, systemId, number);
const note = "Looked at the gap, the areas and what is withheld.";
let first: { releaseId: string; number: number; figures: number };

const recordState = async (releaseId: string) =>
  (await office.done(ana, openRecord, { recordId: `release:${releaseId}` })).record.state;

test("without a first page there is no release, and Ana is told what it needs", async () => {
  expect(await office.outcome(ana, buildRelease, {})).toEqual({
    ...{ refused: "conflict", code: "no-first-page" },
    message: "A release needs a first page: the line, the goal and three numbers.",
  });
  expect(await office.ask((db, system) => findRelease(db, system, undefined))).toMatchObject({
    ...{ refused: "not-found", message: "No release has been built yet." },
  });
});

test("Abel defines the first page; the same again adds nothing; its line must be there, and its numbers three", async () => {
  expect(await office.done(abel, defineFrontPage, frontPageOn(gapOf2010))).toEqual({ version: 1 });
  expect(await office.done(abel, defineFrontPage, frontPageOn(gapOf2010))).toEqual({ version: 1 });
  const page = frontPageOn(gapOf2010);
  expect(await office.outcome(abel, defineFrontPage, { ...page, line: { id: "the-line", version: 2 } })).toMatchObject({
    ...{ refused: "not-found", code: "line" },
  });
  const two = await office.outcome(abel, defineFrontPage, { ...page, numbers: page.numbers.slice(1) });
  expect(two).toMatchObject({ refused: "invalid", fields: { numbers: "a first page has three numbers" } });
  expect(await office.outcome(ana, defineFrontPage, page)).toMatchObject({ refused: "forbidden" });
});

test("Ana builds: she is told what is withheld, and the public sees nothing yet", async () => {
  const built = await office.done(ana, buildRelease, {});
  first = built;
  expect(built).toMatchObject({ number: 1, already: false });
  // Dunning 2010 and both ends of 2023 are doubtful. Of stroke seven died in East Garfield Park, so that its rates are
  // kept, and with them those of the one other place of the West Side.
  expect(built.remarks.map(({ code, message, stops }) => [code, message, stops])).toEqual([
    ["doubtful", "3 figures are withheld as doubtful until a person decides.", false],
    ["suppressed", "4 figures are withheld to protect people.", false],
  ]);
  expect(await open()).toBeNull();
  const seen = await inTenant(database.reader, systemId, async (db) => [
    ...(await db.selectFrom("releases").selectAll().execute()),
    ...(await db.selectFrom("release_documents").select("path").execute()),
    ...(await db.selectFrom("figures").select("figure_id").execute()),
    ...(await db.selectFrom("figure_inputs").select("figure_id").execute()),
  ]);
  expect(seen).toEqual([]);
});

test("the draft waits for Rosa, and what was loaded and is in doubt waits for Ana", async () => {
  const { records } = await office.done(rosa, worklist, {});
  expect(records).toMatchObject([
    { recordId: `release:${first.releaseId}`, title: { en: "Release 1", es: "Edición 1" }, nextStep: "sign-release" },
  ]);
  expect((await office.done(ana, worklist, {})).records).toMatchObject([
    { recordId: `doubt:${datasets.published}`, title: { en: "3 doubtful values in published-figures.csv" } },
  ]);
});

test("building again stores nothing: the same inputs give the same release", async () => {
  expect(await office.done(abel, buildRelease, {})).toEqual({ ...first, already: true });
  const { rows } = await database.owner.query("select count(*)::int as n from systems");
  expect(rows).toEqual([{ n: 1 }]);
  expect(await office.ask((db) => db.selectFrom("releases").select("number").execute())).toEqual([{ number: 1 }]);
  expect(await office.ask((db, system) => releaseActions(db, system, first.releaseId))).toHaveLength(1);
});

test("Ana cannot sign what she built, under whatever role", async () => {
  expect(await office.outcome(ana, signRelease, { note })).toMatchObject({ refused: "forbidden", code: "role" });
  expect(await office.outcome(actorWith(ana.name, "reviewer"), signRelease, { note })).toEqual({
    ...{ refused: "forbidden", code: "own-work" },
    message: "Whoever built a release cannot sign it: a second person looks at it.",
  });
  for (const name of [` ${ana.name}`, ana.name.toUpperCase(), ana.name.replace(" ", "\u00a0 ")])
    expect(await office.outcome(actorWith(name, "reviewer"), signRelease, { note })).toMatchObject({
      code: "own-work",
    });
  expect(await open()).toBeNull();
});

test("Rosa must say what she looked at", async () => {
  expect(await office.outcome(rosa, signRelease, { note: "" })).toMatchObject({
    ...{ refused: "invalid", fields: { note: "say what you looked at" } },
  });
});

test("Rosa signs, and the public sees the release whole", async () => {
  expect(await office.done(rosa, signRelease, { release: "1", note })).toEqual({
    releaseId: first.releaseId,
    number: 1,
  });
  const release = (await open())!;
  expect(release).toMatchObject({ id: first.releaseId, number: 1, signedBy: "Rosa Reviewer" });
  expect(release.content.system).toEqual({ slug: "rush", name: "RUSH", demonstration: false });
  expect((await office.done(rosa, worklist, {})).records).toEqual([]);
  expect(await recordState(first.releaseId)).toBe("published");
  const gap = release.figure(gapOf2010)!;
  expect([gap.state, gap.value!.toFixed(1), gap.lower!.toFixed(1), gap.upper!.toFixed(1)]).toEqual([
    ...["shown", "16.2", "13.9", "18.5"],
  ]);
  expect(release.figure("no-such-figure")).toBeNull();
  expect(release.content.goals[0]).toMatchObject({ standing: "not-measured", baselineFigure: gapOf2010 });
  expect(release.content.claims[0]).toMatchObject({ standing: "holds", figures: [gapOf2010] });
  expect(release.content.figures).toHaveLength(first.figures);
  expect(release.content.outlines).toBeNull();
});

test("its receipts open published rows, and those of the office's own counts stay closed", async () => {
  const release = (await open())!;
  const ends = release.figure(gapOf2010)!.inputs.map((input) => release.figure("figure" in input ? input.figure : "")!);
  const [row] = ends.map(({ inputs: [input] }) =>
    "dataset" in input ? release.sourceRows(input.dataset, input.observations) : [],
  );
  expect(row).toMatchObject([{ place: "area:32", value: 85, lower: 83.6, upper: 86.4, line: 2 }]);
  expect(release.dataset(datasets.published)).toMatchObject({
    rowsShown: true,
    doubtful: 3,
    fileName: "published-figures.csv",
  });
  expect(release.dataset(datasets.deaths)).toMatchObject({ rowsShown: false });
  expect(release.sourceRows(datasets.deaths, [1, 2])).toEqual([]);
  expect(release.documentPaths).toContain(`rows/${datasets.published}.csv`);
  expect(release.documentPaths).not.toContain(`rows/${datasets.deaths}.csv`);
});

test("nothing that it keeps can be read anywhere in its files", async () => {
  const release = (await open())!;
  const stroke = release.figure("death-rate-crude/area:27/2010/all/stroke")!;
  expect(stroke).toMatchObject({ state: "suppressed", reason: "protects-people", value: null });
  // 7 among 20,500 people are 34.146 in 100,000; Dunning's 79.8 and the newspaper's 87.3 are undecided.
  for (const path of release.documentPaths) {
    const text = release.document(path)!.body.toString("utf8");
    for (const secret of ["34\\.14\\d+", "79\\.8", "87\\.3", "66\\.6"])
      expect([path, secret, new RegExp(`[,:]${secret}[,}\r]`).test(text)]).toEqual([path, secret, false]);
  }
});

test("a published release is not signed twice", async () => {
  expect(await office.outcome(rosa, signRelease, { release: "1", note })).toEqual({
    ...{ refused: "conflict", code: "already-published" },
    message: "Release 1 was published already, signed by Rosa Reviewer.",
  });
});

test("a decision on Dunning makes another release, in which it is shown", async () => {
  const reason = "The City was asked, and stands by its estimate.";
  const dunning = { datasetId: datasets.published, observation: 3, decision: "publish", reason };
  expect(await office.done(ana, decideDoubt, dunning)).toEqual({ seq: 1 });
  expect(await office.done(ana, decideDoubt, dunning)).toEqual({ seq: 1 });
  expect(await office.outcome(ana, decideDoubt, { ...dunning, observation: 1 })).toMatchObject({
    code: "not-doubtful",
  });
  expect(await office.outcome(ana, decideDoubt, { ...dunning, observation: 99 })).toMatchObject({
    code: "observation",
  });
  const built = await office.done(ana, buildRelease, {});
  expect(built).toMatchObject({ number: 2, already: false });
  expect(built.releaseId).not.toBe(first.releaseId);
});

test("what was loaded since it was built keeps it from being signed", async () => {
  await office.load("people", "Place,Year,Age,Sex,People\n8,2010,all,all,80484\n");
  expect(await office.outcome(rosa, signRelease, { release: "2", note })).toEqual({
    ...{ refused: "conflict", code: "inputs-changed" },
    message: "Something was loaded or decided since release 2 was built. Build again, and sign that.",
  });
  expect((await open())!.number).toBe(1);
});

test("the newest release is signed where none is named, and takes the place of the one before", async () => {
  expect(await office.done(ana, buildRelease, {})).toMatchObject({ number: 3, already: false });
  await office.done(rosa, signRelease, { note });
  const release = (await open())!;
  expect(release.number).toBe(3);
  expect(release.figure("life-expectancy/area:17/2010/all/all")).toMatchObject({ state: "shown", value: 79.8 });
  expect(release.figure("population/area:8/2010/all/all")?.value).toBe(80_484);
  expect((await open(1))!.id).toBe(first.releaseId);
  // The second was never signed.
  expect(await open(2)).toBeNull();
});

test("withdrawn with a reason, it makes room for the one before", async () => {
  const reason = "A population file was from another city.";
  expect(await office.outcome(ana, withdrawRelease, { release: "3", note: reason })).toMatchObject({
    refused: "forbidden",
  });
  expect(await office.outcome(rosa, withdrawRelease, { release: "3", note: "oops" })).toMatchObject({
    refused: "invalid",
  });
  expect(await office.outcome(rosa, withdrawRelease, { release: "2", note: reason })).toEqual({
    ...{ refused: "conflict", code: "not-published" },
    message: "Release 2 is not public, so there is nothing to take back.",
  });
  expect(await office.done(rosa, withdrawRelease, { release: "3", note: reason })).toMatchObject({ number: 3 });
  expect((await open())!.number).toBe(1);
  const [third] = (await office.ask(listReleases)).filter(({ number }) => number === 3);
  expect(await recordState(third!.releaseId)).toBe("withdrawn");
  expect(await open(3)).toBeNull();
  expect(await office.outcome(abel, withdrawRelease, { release: "3", note: reason })).toMatchObject({
    code: "not-published",
  });
});

test("a first page that asks for what there is not can be built, and not signed", async () => {
  const missing = "life-expectancy/area:1/2010/all/all";
  await office.done(abel, defineFrontPage, frontPageOn(missing));
  const { number, remarks } = await office.done(ana, buildRelease, {});
  expect(remarks[0]).toMatchObject({ code: "front-figure-missing", stops: true });
  expect(await office.outcome(rosa, signRelease, { release: String(number), note })).toEqual({
    ...{ refused: "conflict", code: "check-failed" },
    message: `The first page asks for ${missing}, and there is no such figure.`,
  });
});

test("what was done is listed, the newest release first, and each is found by number or by eight digits of its name", async () => {
  const listed = await office.ask(listReleases);
  expect(listed.map(({ number, action, doneBy }) => [number, action, doneBy])).toEqual([
    [4, "built", "Ana Analyst"],
    [3, "withdrawn", "Rosa Reviewer"],
    [2, "built", "Ana Analyst"],
    [1, "published", "Rosa Reviewer"],
  ]);
  const find = (name?: string) => office.ask((db, system) => findRelease(db, system, name));
  const one = { releaseId: first.releaseId, number: 1 };
  expect(await find("1")).toEqual(one);
  expect(await find(first.releaseId)).toEqual(one);
  expect(await find(first.releaseId.slice(0, 8))).toEqual(one);
  expect(await find()).toMatchObject({ number: 4 });
  for (const name of ["9", "", "first", first.releaseId.slice(0, 7), "f".repeat(64)])
    expect(isRefusal(await find(name))).toBe(true);
});

test("another system sees none of it", async () => {
  expect(await openRelease(database.reader, "00000000-0000-4000-8000-000000000999")).toBeNull();
});
