import type { Context } from "../kernel/command.ts";
import type { Outcome } from "../kernel/refusal.ts";
import type { Text } from "../kernel/text.ts";

/** Tells how far a job is (0 to 1) and what it does; throws where its end was asked for, which undoes it. */
export type TellProgress = (share: number, said: Text) => Promise<void>;

/** A kind of long work. It runs in one transaction, with the keys of who asked. */
export type JobKind = Readonly<{
  name: string;
  isolation?: "repeatable read";
  run: (context: Context, input: unknown, tell: TellProgress) => Promise<Outcome<unknown>>;
}>;

/** Thrown through a job's work when its end was asked for. */
export class JobCancelled extends Error {
  override name = "JobCancelled";
}
