import { randomUUID } from "node:crypto";
import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import { actorWith } from "../kernel/actor.ts";
import { recordEntry } from "./record-entry.ts";
import { sealAudit } from "./seal-audit.ts";

/** Who acts in the audits of tests. */
export const wren = actorWith("Wren Writer", "administrator");

/** An audit with its chain, in a system of its own. */
export type TestAudit = Readonly<{
  systemId: string;
  /** Writes an entry and joins it. */
  write: (name: string, at: string) => Promise<void>;
  /** Does what nobody may, as the owner of the tables does it. */
  tamper: (...statements: readonly string[]) => Promise<void>;
}>;

/** An audit of entries that are called one, two, three…, a minute apart. */
export async function auditOf(
  database: OpenDatabase,
  entries: number,
  beginsAt = "2026-01-02T03:00:00Z",
): Promise<TestAudit> {
  const systemId = randomUUID();
  const slug = `s${systemId.slice(0, 8)}`;
  await inTenant(database.app, systemId, (trx) =>
    trx.insertInto("systems").values({ system_id: systemId, slug, name: slug }).execute(),
  );
  const write = async (name: string, at: string) => {
    const occasion = { systemId, actor: wren, now: new Date(at), from: { channel: "command line" } } as const;
    await inTenant(database.app, systemId, (db) =>
      recordEntry(
        { ...occasion, db },
        { kind: "command", name, why: `to ${name}`, facts: { name, list: [1.5, null] } },
      ),
    );
    await sealAudit(database.app, systemId);
  };
  const words = ["one", "two", "three", "four", "five", "six", "seven"].slice(0, entries);
  for (const [index, word] of words.entries())
    await write(word, new Date(Date.parse(beginsAt) + index * 60_000).toISOString());
  const tamper = async (...statements: readonly string[]) => {
    const client = await database.owner.connect();
    try {
      await client.query(["begin", `set local evenspan.system = '${systemId}'`, ...statements, "commit"].join(";\n"));
    } catch (reason) {
      await client.query("rollback");
      throw reason;
    } finally {
      client.release();
    }
  };
  return { systemId, write, tamper };
}
