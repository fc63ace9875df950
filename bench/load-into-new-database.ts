import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@evenspan/database/connect";
import { migrate } from "@evenspan/database/migrate";
import { inTenant } from "@evenspan/database/tenant";
import { loadDataset } from "@evenspan/domain/datasets/load-dataset";
import { actorWith } from "@evenspan/domain/kernel/actor";
import { perform } from "@evenspan/domain/kernel/command";
import { isRefusal } from "@evenspan/domain/kernel/refusal";

const systemId = "00000000-0000-4000-8000-000000000001";

/** Makes a database in a new folder, loads one file into it, removes it, and gives the number of rows that were read. */
export async function loadIntoNewDatabase(sourceKey: string, file: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-bench-data-"));
  const database = await openDatabase({ dataFolder: folder });
  try {
    await migrate(database.owner);
    const actor = actorWith("Bench", "analyst");
    const context = { systemId, actor, now: new Date(), from: { channel: "command line" } } as const;
    const loaded = await inTenant(database.app, systemId, async (db) => {
      await db.insertInto("systems").values({ system_id: systemId, slug: "bench", name: "Bench" }).execute();
      return perform(loadDataset, { ...context, db }, { sourceKey, path: file });
    });
    if (isRefusal(loaded)) throw new Error(loaded.message);
    return loaded.rowsRead;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
