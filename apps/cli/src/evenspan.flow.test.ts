import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Started, testProgram } from "./testing/test-program.ts";

// Each step is a program of its own that starts and ends.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const { evenspan, started, stopped, file } = testProgram({ EVENSPAN_NAME: "Ana Analyst" });

let server: Started;
beforeAll(async () => {
  server = await started();
});
afterAll(async () => {
  if (server.child.exitCode === null) await stopped(server.child);
});

const page = async (where: string): Promise<string> => (await fetch(server.address + where)).text();

test("on a bare machine, start makes the demonstration and serves the gap in both languages", async () => {
  expect(await page("/en")).toContain("16.2");
  expect(await page("/es")).toContain("16.2");
});

test("what is loaded, what is in doubt and what can be loaded is listed", async () => {
  const datasets = await evenspan("datasets");
  expect(datasets.out).toMatch(/^published-figures-[0-9a-f]{12} {2}published/m);
  expect(datasets.out).toMatch(/^deaths-[0-9a-f]{12} {2}synthetic/m);
  expect((await evenspan("doubts")).out).toMatch(
    /area:17, 2010: 79\.8 \(70 to 72\.7\); estimate-outside-interval; undecided/,
  );
  expect((await evenspan("sources")).out).toContain("chicago-life-expectancy");
  expect((await evenspan("template", "people")).out).toMatch(/^Place,Year,Age,Sex,People\n/);
});

test("a wrong file is refused by line, with the exit code of invalid input", async () => {
  const wrong = file("wrong.csv", "Place,Year,Age,Sex,People\n26,2010,0-64,all,-4\n26,2010,65+,all,20\n");
  const { code, out, err } = await evenspan("load", "people", wrong);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/line 2, People: found .*-4/);
});

test("a file is loaded, told to be there when loaded again, and recognised without its source", async () => {
  const people = file("people.csv", "Place,Year,Age,Sex,People\n26,2010,0-64,all,100\n26,2010,65+,all,20\n");
  const first = await evenspan("load", "people", people);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toMatch(
    /^Loaded people-[0-9a-f]{12}\.\n {2}2 rows read, 2 values kept\n {2}SHA-256 [0-9a-f]{64}\n$/,
  );
  expect((await evenspan("load", people)).out).toMatch(/^That file is loaded already, as people-/);
});

test("a second release is built by one person, signed by another, served, verified and withdrawn", async () => {
  const built = await evenspan("release");
  expect(built.out).toMatch(/^Release 2 is built: \d+ figures, [0-9a-f]{64}\n/);
  const own = await evenspan("release", "sign", "2", "--note", "I made it myself");
  expect(own).toMatchObject({ code: 3, out: "" });
  expect(own.err).toContain("a second person");
  const signed = await evenspan("--name", "Rosa Reviewer", "release", "sign", "2", "--note", "Looked at the gap.");
  expect(signed).toMatchObject({ code: 0, err: "" });
  await expect.poll(() => page("/en"), { timeout: 10_000 }).toContain("Rosa Reviewer");
  const verified = await evenspan("release", "verify", "2");
  expect(verified).toMatchObject({ code: 0, err: "" });
  expect(verified.out).toMatch(/^Release 2 verifies: \d+ files, \d+ bytes, made again from 5 datasets and equal\.\n/);
  expect((await evenspan("release", "withdraw", "2", "--note", "It was a rehearsal.")).code).toBe(0);
  const list = (await evenspan("release", "list")).out
    .split("\n")
    .map((line) => line.split("  ").slice(0, 2).join(" "));
  expect(list).toEqual(["2 withdrawn", "1 published", ""]);
});

test("a decision on what is not in doubt, and a release that is not there, are refused in a sentence", async () => {
  const id = /^people-[0-9a-f]{12}/m.exec((await evenspan("datasets")).out)![0];
  const decided = await evenspan("decide", id, "1", "publish", "--reason", "We counted them twice.");
  expect(decided).toMatchObject({ code: 5, out: "" });
  expect(decided.err).toBe("That value is not in doubt, so there is nothing to decide.\n");
  expect(await evenspan("release", "verify", "77")).toMatchObject({ code: 4, err: "There is no release 77.\n" });
});

test("without a network, fetching says what to do by hand", async () => {
  // Nothing listens on the port of discard: what a machine without a network sees.
  const { code, err } = await evenspan("fetch", "chicago-life-expectancy", "--from", "http://127.0.0.1:9");
  expect(code).toBe(6);
  expect(err).toContain("evenspan load chicago-life-expectancy");
});

test("a port that is taken is told in a sentence, without a stack", async () => {
  const port = new URL(server.address).port;
  expect(await evenspan("serve", "--port", port)).toEqual({
    ...{ code: 6, out: "" },
    err: `Port ${port} is in use; choose another with PORT or --port.\n`,
  });
});

test("a signal ends the server in good order, and the next start serves what was published", async () => {
  expect(await stopped(server.child)).toBe(0);
  server = await started();
  expect(await page("/en")).toContain("16.2");
});
