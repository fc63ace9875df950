import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { act } from "../access/act.ts";
import { actorWith } from "../kernel/actor.ts";
import { settleInvitations } from "../people/settle-invitations.ts";
import { clearOldRows } from "./clear-old-rows.ts";

/** Does what an office needs once a day and nobody asks for: looks at invitations, and removes what has had its time. */
export async function dailyWork(db: Kysely<Database>, systemId: string, now: Date): Promise<void> {
  const occasion = { systemId, now, actor: actorWith("Evenspan", "administrator"), from: { channel: "job" } } as const;
  await act(db, settleInvitations, occasion, {});
  await act(db, clearOldRows, occasion, {});
}
