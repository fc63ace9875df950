import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { act } from "../access/act.ts";
import { openOffice } from "../access/testing.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { deactivatePerson } from "../people/deactivate-person.ts";
import { signedInAs } from "../sign-in/testing.ts";
import { askJob } from "./ask-job.ts";
import { cancelJob } from "./cancel-job.ts";
import type { JobKind, TellProgress } from "./job-kind.ts";
import { type Job, listJobs } from "./list-jobs.ts";
import { runNextJob } from "./run-next-job.ts";
import { startWork } from "./start-work.ts";

const database = await testDatabase();
const office = await openOffice(database);
const { systemId } = office;
let minute = 0;
const clock = () => new Date(Date.UTC(2026, 0, 5, 12, minute++));
const said = { en: "half", es: "la mitad" };

const someone = async (name: string): Promise<Actor & { personId: string }> => {
  const email = `${name.toLowerCase()}@example.org`;
  const { personId } = await signedInAs(database, office, { name, email, grants: [{ role: "analyst" }] });
  return { name, personId, grants: [{ role: "analyst" }] };
};
const [ana, noor] = [await someone("Ana"), await someone("Noor")];
const done = async <I, T>(actor: Actor, it: Command<I, T>, input: unknown): Promise<T> => {
  const outcome = await act(database.app, it, { systemId, actor, now: clock(), from: { channel: "web" } }, input);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome as T;
};
const ask = (actor: Actor) => done(actor, askJob, { kind: "build-release", input: {} });
const look = async (actor: Actor, jobId?: string): Promise<readonly Job[]> => done(actor, listJobs, { jobId });
/** Runs the next job as work of a test's own. */
const run = (work: JobKind["run"], kind: Partial<JobKind> = {}) =>
  runNextJob(database.app, systemId, {
    kinds: new Map([["build-release", { name: "build-release", run: work, ...kind }]]),
    clock,
  });

test("long work is asked for, runs with the keys of who asked, tells how far it is, and is done", async () => {
  const { jobId } = await ask(ana);
  expect(await look(ana, jobId)).toMatchObject([{ state: "waiting", doneShare: 0, askedBy: "Ana" }]);
  const seen: unknown[] = [];
  const ran = await run(async ({ db, actor, from }, _, tell) => {
    const { rows } = await sql<{
      keys: string[];
      person: string;
    }>`select evenspan_keys() as keys, evenspan_person() as person`.execute(db);
    seen.push(rows[0], actor.name, from.channel);
    await tell(0.5, said);
    seen.push((await look(ana, jobId))[0]);
    return { number: 1 };
  });
  expect(ran).toBe(jobId);
  expect(seen).toMatchObject([
    { keys: ["analyst@*", `person:${ana.personId}`], person: ana.personId },
    ...["Ana", "job"],
    { state: "running", doneShare: 0.5, said },
  ]);
  expect(await look(ana, jobId)).toMatchObject([{ state: "done", doneShare: 1 }]);
  expect(await run(async () => ({}))).toBeNull();
});

test("nobody sees another's work but an administrator, and nobody else ends it", async () => {
  const { jobId } = await ask(ana);
  expect(await look(noor, jobId)).toEqual([]);
  await expect(done(noor, cancelJob, { jobId })).rejects.toThrow("There is no such work");
  const abel: Actor = { name: "Abel", personId: null, grants: [{ role: "administrator" }] };
  expect(await look(abel, jobId)).toHaveLength(1);
  await done(abel, cancelJob, { jobId });
  expect(await look(ana, jobId)).toMatchObject([{ state: "cancelled" }]);
  expect(await run(async () => ({}))).toBeNull();
});

const write = (db: Parameters<JobKind["run"]>[0]["db"]) =>
  sql`insert into place_sets values (${systemId}, 'by-a-job', 1, 'n', 'n', 'r', 'r', 's', '2026-01-01')`.execute(db);
const written = () =>
  office.ask((db) => db.selectFrom("place_sets").select("version").where("place_set_id", "=", "by-a-job").execute());

test("work whose end is asked for while it runs is undone when it next tells how far it is", async () => {
  const { jobId } = await ask(ana);
  await run(async ({ db }, _, tell) => {
    await write(db);
    await done(ana, cancelJob, { jobId });
    await tell(0.5, said);
    throw new Error("it went on");
  });
  expect(await look(ana, jobId)).toMatchObject([{ state: "cancelled" }]);
  expect(await written()).toEqual([]);
});

test("a refusal and a fault are told in a sentence, leave nothing, and the fault is told to the program too", async () => {
  const first = await ask(ana);
  await run(async ({ db }) => {
    await write(db);
    return refuse("conflict", "no", "Not today.");
  });
  expect(await look(ana, first.jobId)).toMatchObject([{ state: "failed", said: { en: "Not today." } }]);
  const second = await ask(ana);
  const broken = run(async ({ db }) => {
    await write(db);
    throw new TypeError("a bug");
  });
  await expect(broken).rejects.toThrow("a bug");
  expect((await look(ana, second.jobId))[0]).toMatchObject({
    state: "failed",
    said: { es: expect.stringMatching(/No se guardó nada/) },
  });
  expect(await written()).toEqual([]);
});

test("of two programs one runs a job; one that was killed leaves it to the next, three times at most", async () => {
  const { jobId } = await ask(ana);
  let runs = 0;
  const slow: JobKind["run"] = async (_, __, tell) => {
    runs++;
    await tell(0.1, said);
    return {};
  };
  await Promise.all([run(slow), run(slow)]);
  expect(runs).toBe(1);

  const killed = await ask(ana);
  // What a killed program leaves behind: a job said to be running, whose lock is free.
  const left = (tries: number) =>
    inTenant(
      database.app,
      systemId,
      (trx) => trx.updateTable("jobs").set({ state: "running", tries }).where("job_id", "=", killed.jobId).execute(),
      { as: { personId: null, keys: ["worker"] } },
    );
  await left(1);
  expect(await run(slow)).toBe(killed.jobId);
  await left(3);
  expect(await run(slow)).toBeNull();
  expect(await look(ana, killed.jobId)).toMatchObject([{ state: "failed" }]);
  expect(await look(ana, jobId)).toMatchObject([{ state: "done" }]);
});

test("how far it is, is told twice a second at most", async () => {
  const { jobId } = await ask(ana);
  let ms = Date.UTC(2026, 0, 6);
  const shares: number[] = [];
  const kinds = new Map([
    [
      "build-release",
      {
        name: "build-release",
        run: async (_: unknown, __: unknown, tell: TellProgress) => {
          for (const [share, pauseMs] of [
            [0.1, 0],
            [0.2, 499],
            [0.3, 1],
            [0.4, 499],
          ] as const) {
            ms += pauseMs;
            await tell(share, said);
            shares.push((await look(ana, jobId))[0]!.doneShare);
          }
          return {};
        },
      },
    ],
  ]);
  await runNextJob(database.app, systemId, { kinds, clock: () => new Date(ms) });
  expect(shares).toEqual([0.1, 0.1, 0.3, 0.3]);
});

test("a job that another program runs at this moment is left to it", async () => {
  const { jobId } = await ask(ana);
  let found: string | null | undefined;
  await run(async () => {
    found = await run(async () => ({}));
    return {};
  });
  expect(found).toBeNull();
  expect(await look(ana, jobId)).toMatchObject([{ state: "done" }]);
});

test("whoever asked and has left since has nothing done in their name", async () => {
  const { jobId } = await ask(noor);
  const abel: Actor = { name: "Abel", personId: null, grants: [{ role: "administrator" }] };
  await done(abel, deactivatePerson, { personId: noor.personId, reason: "left" });
  let ran = false;
  await run(async () => {
    ran = true;
    return {};
  });
  expect(ran).toBe(false);
  expect((await look(abel, jobId))[0]).toMatchObject({
    state: "failed",
    said: { en: "Whoever asked for this no longer works here." },
  });
});

test("work goes on in the background until it is stopped, and tells what went wrong", async () => {
  const faults: unknown[] = [];
  const { jobId } = await ask(ana);
  const options = { db: database.app, systemId, site: "https://x.example", clock, transport: null, restMs: 20 };
  const work = startWork({ ...options, onFault: (fault) => faults.push(fault) });
  await expect.poll(async () => (await look(ana, jobId))[0]!.state, { timeout: 10_000 }).toMatch(/done|failed/);
  await work.stop();
  // Nothing is loaded in this office, so that no release can be built; that is a refusal and no fault.
  expect(await look(ana, jobId)).toMatchObject([
    { state: "failed", said: { en: expect.stringContaining("first page") } },
  ]);
  expect(faults).toEqual([]);
});
