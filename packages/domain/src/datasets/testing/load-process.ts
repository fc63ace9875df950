import { openDatabase } from "@evenspan/database/connect";
import { migrate } from "@evenspan/database/migrate";
import { inTenant } from "@evenspan/database/tenant";
import { actorWith } from "../../kernel/actor.ts";
import { perform } from "../../kernel/command.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import { loadDataset } from "../load-dataset.ts";

/**
 * For tests, a process of its own that can be killed: opens the embedded database in a folder, says "loading", loads a
 * file, and says what came of it as JSON, with its peak of memory.
 *
 * Arguments: the folder, the source's key, the file.
 */
const [, , dataFolder, sourceKey, path] = process.argv;
const systemId = "00000000-0000-4000-8000-000000000001";
const database = await openDatabase({ dataFolder: dataFolder! });
await migrate(database.owner);
const actor = actorWith("Ana Analyst", "analyst");
const outcome = await inTenant(
  database.app,
  systemId,
  async (db) => {
    await db
      .insertInto("systems")
      .values({ system_id: systemId, slug: "rush", name: "RUSH" })
      .onConflict((conflict) => conflict.column("system_id").doNothing())
      .execute();
    console.log("loading");
    return perform(
      loadDataset,
      { db, systemId, actor, now: new Date(), from: { channel: "command line" } },
      { sourceKey, path },
    );
  },
  { undoWhen: isRefusal },
);
console.log(JSON.stringify({ outcome, peakMb: process.resourceUsage().maxRSS / 1024 }));
await database.close();
