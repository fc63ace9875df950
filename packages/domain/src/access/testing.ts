import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { OpenDatabase } from "@evenspan/database/pools";
import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Transaction } from "kysely";
import { afterAll } from "vitest";
import { loadDataset } from "../datasets/load-dataset.ts";
import { type Actor, actorWith, keysOf } from "../kernel/actor.ts";
import { type Command, perform } from "../kernel/command.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { syncPlaces } from "../places/sync-places.ts";
import { foundSystem } from "./found-system.ts";

/** Abel runs a test's office. */
export const abel = actorWith("Abel Administrator", "administrator");
/** Ana loads, defines and builds. */
export const ana = actorWith("Ana Analyst", "analyst");
/** Rosa reviews and signs. */
export const rosa = actorWith("Rosa Reviewer", "reviewer");

/** An office in a database of its own, where a test's people do their work as the server's role does it. */
export type Office = Readonly<{
  systemId: string;
  /** What a command answers; a refusal has undone what it did. */
  outcome: <I, O>(actor: Actor, command: Command<I, O>, input: unknown) => Promise<Outcome<O>>;
  /** What a command gives; a refusal fails the test. */
  done: <I, O>(actor: Actor, command: Command<I, O>, input: unknown) => Promise<O>;
  /** Loads a file of this content, and gives its dataset's id. */
  load: (sourceKey: string, content: string, origin?: string) => Promise<string>;
  /** Asks as the app's role. */
  ask: <T>(question: (db: Transaction<Database>, systemId: string) => Promise<T>) => Promise<T>;
}>;

/** Founds an office. Each of its commands runs a second after the one before, from `opensAt` on. */
export async function openOffice(
  database: OpenDatabase,
  { systemId = "00000000-0000-4000-8000-000000000312", opensAt = "2026-01-02T03:04:05Z", slug = "rush" } = {},
): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-office-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let moment = Date.parse(opensAt);
  let files = 0;
  const outcome: Office["outcome"] = (actor, command, input) => {
    moment += 1000;
    const now = new Date(moment);
    const as = { personId: actor.personId, keys: [...keysOf(actor), ...(command.extraKeys ?? [])] };
    const from = { channel: "command line" } as const;
    return inTenant(database.app, systemId, (db) => perform(command, { db, systemId, actor, now, from }, input), {
      ...{ as, undoWhen: isRefusal },
    });
  };
  const done = async <I, O>(actor: Actor, command: Command<I, O>, input: unknown): Promise<O> => {
    const it = await outcome(actor, command, input);
    if (isRefusal(it)) throw new Error(`${it.message} ${JSON.stringify(it.complaints ?? it.fields ?? "")}`);
    return it as O;
  };
  await syncPlaces(database.owner);
  await done(abel, foundSystem, { slug, name: "RUSH", demonstration: false, facilities: [] });
  return {
    systemId,
    outcome,
    done,
    load: async (sourceKey, content, origin) => {
      const file = path.join(folder, `${sourceKey}-${++files}.csv`);
      writeFileSync(file, content);
      return (await done(ana, loadDataset, { sourceKey, path: file, fileName: `${sourceKey}.csv`, origin })).datasetId;
    },
    ask: (question) => inTenant(database.app, systemId, (db) => question(db, systemId)),
  };
}

/** A text that is the same in both languages, as only tests may have it. */
export const sameText = (words: string) => ({ en: words, es: words });
