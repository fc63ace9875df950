import type { Context } from "../kernel/command.ts";
import { peopleWithKeys } from "./people-with-keys.ts";
import { writeNotices } from "./write-notices.ts";

/** Tells everyone whose turn has begun, by their keys; not the one whose act it is. */
export async function tellWhoseTurn(context: Context, recordId: string, keys: readonly string[]): Promise<void> {
  await writeNotices(context, recordId, "your-turn", await peopleWithKeys(context, keys));
}
