import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { z } from "zod";
import { recordEntry } from "../audit/record-entry.ts";
import { type Access, type Concern, mayAct } from "./access.rules.ts";
import type { Actor } from "./actor.ts";
import { isRefusal, type Outcome, type Refusal, refuse } from "./refusal.ts";

/** Where an act comes from. The address and the id of the request are known on the web. */
export type Origin = Readonly<{
  channel: "web" | "command line" | "job";
  address?: string | undefined;
  requestId?: string | undefined;
}>;

/**
 * All that a command may know of the world: the transaction (already bound to the tenant and to who acts), who acts, from
 * where, and the time. Nothing reads a clock or a session on its own, so that a run can be repeated.
 */
export type Context = Readonly<{ db: Transaction<Database>; systemId: string; actor: Actor; now: Date; from: Origin }>;

/** What is kept of an act in the audit: whose or which thing it was, and facts. Never a password, a token, or a file's content. */
export type Kept = Readonly<{ subject?: string; why?: string; facts?: Readonly<Record<string, unknown>> }>;

/**
 * A command or a query is a value: the command line lists it, a form posts to it, the access table is printed from it.
 *
 * `kind`: a `command` changes something, and is always in the audit; a `read` looks at a person's record and an `export`
 * takes data out, and both are, too; a `query` is not.
 */
export type Command<I, O> = Readonly<{
  kind: "command" | "query" | "read" | "export";
  name: string;
  title: string;
  input: z.ZodType<I>;
  access: Access;
  /** What the input concerns, where access depends on a facility, a partner or a person. */
  concerns?: (context: Context, input: I) => Concern | Promise<Concern>;
  /** What the audit keeps beside the name. */
  keeps?: (input: I, output: O) => Kept;
  /** Keys beyond the actor's own that the work needs in the database, such as `sign-in`. */
  extraKeys?: readonly string[];
  run: (context: Context, input: I) => Promise<Outcome<O>>;
}>;

/** Declares a command; only the types are its work. */
export const command = <I, O>(it: Omit<Command<I, O>, "kind">): Command<I, O> => ({ kind: "command", ...it });

/** Declares a question. `read` where it shows a person's record, `export` where data leave the office. */
export const query = <I, O>(kind: "query" | "read" | "export", it: Omit<Command<I, O>, "kind">): Command<I, O> => ({
  kind,
  ...it,
});

/**
 * The only way in: checks that someone acts, the role, then the input, then how far the role reaches, then runs, then
 * writes the audit in the same transaction. The name is recorded without blanks around it.
 * The caller opens the transaction and rolls it back when this gives a refusal. Of two people who act at once and
 * would write the same row, the second is told so.
 */
export async function perform<I, O>(it: Command<I, O>, context: Context, raw: unknown): Promise<Outcome<O>> {
  const name = context.actor.name.trim();
  if (name === "") return refuse("invalid", "name", "Say who acts: a name is needed for the record.");
  const { actor } = context;
  if (!holdsRole(it.access, actor)) return forbidden(it, actor);
  const parsed = it.input.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
    return { ...refuse("invalid", "input", `To ${it.title}, some of what was given needs another look.`), fields };
  }
  const named = { ...context, actor: { ...actor, name } };
  try {
    const concern = (await it.concerns?.(named, parsed.data)) ?? {};
    if (!mayAct(it.access, actor, concern)) return forbidden(it, actor);
    const outcome = await it.run(named, parsed.data);
    if (it.kind !== "query" && !isRefusal(outcome)) await recordEntry(named, entryOf(it, parsed.data, outcome as O));
    return outcome;
  } catch (reason) {
    if (!lostRace(reason)) throw reason;
    const message = "Someone else changed this a moment ago. Look at how it stands now, and try again.";
    return refuse("conflict", "changed-meanwhile", message);
  }
}

/** A role alone, wherever held: what the input concerns is only asked of those who might be allowed. */
const holdsRole = (access: Access, { grants }: Actor): boolean =>
  access.resident !== undefined || grants.some(({ role }) => access[role] !== undefined);

function forbidden({ title, access }: Pick<Command<never, never>, "title" | "access">, { grants }: Actor): Refusal {
  const held = [...new Set(grants.map(({ role }) => role))];
  const who = Object.keys(access).join(" or ");
  const you = held.length === 0 ? "you have no role here" : `you act as ${held.join(", ")}`;
  const where = held.some((role) => access[role]) ? ", for the part of the system that this concerns" : "";
  return refuse("forbidden", "role", `To ${title} takes the role of ${who}${where}; ${you}.`);
}

function entryOf<I, O>({ kind, name, title, keeps }: Command<I, O>, input: I, output: O) {
  const { subject, why, facts } = keeps?.(input, output) ?? {};
  return { kind: kind as "command" | "read" | "export", name, subject, why: why ?? `to ${title}`, facts };
}

/** Keys end in a sequence or version, so that the database refuses the second of two acts; or it cannot order them. */
const lostRace = (reason: unknown): boolean =>
  reason instanceof Error && "code" in reason && raceCodes.has(reason.code as string);

/** PostgreSQL's unique_violation, serialization_failure and deadlock_detected. */
const raceCodes: ReadonlySet<string> = new Set(["23505", "40001", "40P01"]);
