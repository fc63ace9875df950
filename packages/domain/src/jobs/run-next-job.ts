import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { sealAudit } from "../audit/seal-audit.ts";
import { type Actor, keysOf } from "../kernel/actor.ts";
import { isRefusal, type Outcome, type Refusal, refuse } from "../kernel/refusal.ts";
import { currentGrants, grantOf } from "../sign-in/sessions/current-grants.ts";
import { JobCancelled, type JobKind, type TellProgress } from "./job-kind.ts";

/** What jobs are run with. */
export type JobRunning = Readonly<{ kinds: ReadonlyMap<string, JobKind>; clock: () => Date }>;

type JobRow = Selectable<Database["jobs"]>;

/** How often a job whose program was killed is begun again, before it is said to have failed. */
const mostTries = 3;

const worker = { as: { personId: null, keys: ["worker", "sign-in"] } };

/**
 * Runs the job that has waited longest, and gives its id; null where none waits. A running job is held by a lock of its
 * transaction: when the program is killed, the lock goes with it, and the job is begun again from the start. Two programs never
 * run one job.
 */
export async function runNextJob(db: Kysely<Database>, systemId: string, running: JobRunning): Promise<string | null> {
  const job = await inTenant(db, systemId, (trx) => claimed(trx, running.clock()), worker);
  if (!job) return null;
  const end = await endOf(db, systemId, job, running).catch((fault: Error) => {
    if (fault instanceof JobTaken) return null;
    if (fault instanceof JobCancelled) return { state: "cancelled" } as const;
    return { state: "failed", ...faultWords, fault } as const;
  });
  if (!end) return null; // whoever runs it says how it ended
  const { fault, ...values } = { fault: null, ...end };
  await inTenant(
    db,
    systemId,
    (trx) =>
      trx
        .updateTable("jobs")
        .set({ ...values, ended_at: running.clock() })
        .where("job_id", "=", job.job_id)
        .where("state", "=", "running")
        .execute(),
    worker,
  );
  await sealAudit(db, systemId);
  if (fault) throw fault; // a bug or a broken machine: told to whoever runs the program
  return job.job_id;
}

const faultWords = {
  said_en: "Something went wrong on our side. Nothing of it was kept. Ask for it again.",
  said_es: "Algo falló de nuestro lado. No se guardó nada. Vuelva a pedirlo.",
};

/** Another program took the job between our claim and our work: two looked at it in the same moment. */
class JobTaken extends Error {
  override name = "JobTaken";
}

/** The lock that says that a job runs. It belongs to the transaction in which the work is done. */
const lockOf = (jobId: string) => sql<boolean>`pg_try_advisory_xact_lock(8271974, hashtext(${jobId}))`;

async function claimed(trx: Transaction<Database>, now: Date): Promise<JobRow | null> {
  const waiting = await trx
    .selectFrom("jobs")
    .selectAll()
    .where("state", "in", ["waiting", "running"])
    .orderBy("asked_at")
    .orderBy("job_id")
    .forUpdate()
    .skipLocked()
    .execute();
  for (const job of waiting) {
    const { rows } = await sql<{ free: boolean }>`select ${lockOf(job.job_id)} as free`.execute(trx);
    if (!rows[0]!.free) continue; // another program runs it
    const isGivenUp = job.tries >= mostTries;
    const values = isGivenUp
      ? { state: "failed" as const, ...faultWords, ended_at: now }
      : { state: "running" as const, begun_at: now, tries: job.tries + 1, done_share: 0 };
    await trx.updateTable("jobs").set(values).where("job_id", "=", job.job_id).execute();
    if (!isGivenUp) return job;
  }
  return null;
}

type End = Readonly<{
  state: "done" | "failed";
  said_en?: string;
  said_es?: string;
  outcome?: string;
  done_share?: number;
}>;

const refusedAs = ({ message }: Refusal): End => ({ state: "failed", said_en: message, said_es: message });

async function endOf(db: Kysely<Database>, systemId: string, job: JobRow, { kinds, clock }: JobRunning): Promise<End> {
  const kind = kinds.get(job.kind);
  if (!kind) return refusedAs(refuse("not-found", "kind", "This version of Evenspan does not know that kind of work."));
  const actor = await actorOf(db, systemId, job);
  if (isRefusal(actor)) return refusedAs(actor);
  const as = { personId: actor.personId, keys: keysOf(actor) };
  const outcome = await inTenant(
    db,
    systemId,
    async (trx) => {
      const { rows } = await sql<{ free: boolean }>`select ${lockOf(job.job_id)} as free`.execute(trx);
      if (!rows[0]!.free) throw new JobTaken();
      const context = { db: trx, systemId, actor, now: clock(), from: { channel: "job" as const } };
      return kind.run(context, job.input, teller(db, systemId, job.job_id, clock));
    },
    { as, undoWhen: isRefusal, ...(kind.isolation && { isolation: kind.isolation }) },
  );
  if (isRefusal(outcome)) return { ...refusedAs(outcome), outcome: JSON.stringify(outcome) };
  return { state: "done", done_share: 1, outcome: JSON.stringify(outcome ?? null) };
}

/** Who asked, with the roles held now: what was taken back since then is not used. */
async function actorOf(db: Kysely<Database>, systemId: string, job: JobRow): Promise<Outcome<Actor>> {
  if (job.person_id === null)
    return refuse(
      "forbidden",
      "nobody",
      "Nobody who signs in asked for this, so that nobody's rights can be used for it.",
    );
  const person = await inTenant(
    db,
    systemId,
    (trx) =>
      trx
        .selectFrom("people as person")
        .select(["name", currentGrants("person").as("grants")])
        .where("person_id", "=", job.person_id)
        .where("deactivated_at", "is", null)
        .executeTakeFirst(),
    worker,
  );
  if (!person) return refuse("forbidden", "gone", "Whoever asked for this no longer works here.");
  // What was asked under a session without a second factor is not done with the roles that need one.
  const grants = person.grants
    .map(grantOf)
    .filter((grant) => job.keys.includes(keysOf({ name: "", personId: null, grants: [grant] })[0]!));
  return { name: person.name, personId: job.person_id, grants };
}

/** What is told sooner after the last is not told. */
const leastPauseMs = 500;

/** Tells in a transaction of its own, so that others see it while the work goes on; and hears whether it is to end. */
function teller(db: Kysely<Database>, systemId: string, jobId: string, clock: () => Date): TellProgress {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return async (share, said) => {
    const nowMs = clock().getTime();
    if (nowMs - toldAtMs < leastPauseMs) return;
    toldAtMs = nowMs;
    const job = await inTenant(
      db,
      systemId,
      (trx) =>
        trx
          .updateTable("jobs")
          .set({ done_share: Math.min(Math.max(share, 0), 1), said_en: said.en, said_es: said.es })
          .where("job_id", "=", jobId)
          .returning("cancel_asked_at")
          .executeTakeFirstOrThrow(),
      worker,
    );
    if (job.cancel_asked_at) throw new JobCancelled();
  };
}
