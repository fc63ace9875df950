import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { z } from "zod";
import { type Outcome, refuse } from "./refusal.ts";

/** What a person may be in a system, from the one who runs it to the one who signs its releases. */
export type Role = "administrator" | "analyst" | "reviewer";

/** Who acts: a name for the record, and the role under which the act is allowed. */
export type Actor = Readonly<{ name: string; role: Role }>;

/**
 * All that a command may know of the world: the transaction (already bound to the tenant), who acts, and the time.
 * Nothing reads a clock or a session on its own, so that a run can be repeated.
 */
export type Context = Readonly<{ db: Transaction<Database>; systemId: string; actor: Actor; now: Date }>;

/** A command is a value: the command line lists it, a form posts to it, the access table is printed from it. */
export type Command<I, O> = Readonly<{
  name: string;
  title: string;
  input: z.ZodType<I>;
  roles: readonly Role[];
  run: (context: Context, input: I) => Promise<Outcome<O>>;
}>;

/** Declares a command; only the types are its work. */
export const command = <I, O>(it: Command<I, O>): Command<I, O> => it;

/**
 * The only way in: checks that someone acts, the role, then the input, then runs. The name is recorded without blanks
 * around it.
 * The caller opens the transaction and rolls it back when this gives a refusal. Of two people who act at once and
 * would write the same row, the second is told so.
 */
export async function perform<I, O>(it: Command<I, O>, context: Context, raw: unknown): Promise<Outcome<O>> {
  const name = context.actor.name.trim();
  if (name === "") return refuse("invalid", "name", "Say who acts: a name is needed for the record.");
  if (!it.roles.includes(context.actor.role)) {
    const who = it.roles.join(" or ");
    return refuse("forbidden", "role", `To ${it.title} takes the role of ${who}; you act as ${context.actor.role}.`);
  }
  const parsed = it.input.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
    return { ...refuse("invalid", "input", `To ${it.title}, some of what was given needs another look.`), fields };
  }
  try {
    return await it.run({ ...context, actor: { ...context.actor, name } }, parsed.data);
  } catch (reason) {
    if (!lostRace(reason)) throw reason;
    const message = "Someone else changed this a moment ago. Look at how it stands now, and try again.";
    return refuse("conflict", "changed-meanwhile", message);
  }
}

/** Keys end in a sequence or version, so that the database refuses the second of two acts; or it cannot order them. */
const lostRace = (reason: unknown): boolean =>
  reason instanceof Error && "code" in reason && raceCodes.has(reason.code as string);

/** PostgreSQL's unique_violation, serialization_failure and deadlock_detected. */
const raceCodes: ReadonlySet<string> = new Set(["23505", "40001", "40P01"]);
