import { rm } from "node:fs/promises";
import path from "node:path";
import { loadDataset } from "@evenspan/domain/datasets/load-dataset";
import { sourceNamed } from "@evenspan/domain/datasets/recognise-source";
import type { Loaded } from "@evenspan/domain/datasets/stored-dataset";
import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { fetchSource, isOffline } from "@evenspan/domain/sources/fetch-source";
import type { Source } from "@evenspan/domain/sources/source";
import { sources } from "@evenspan/domain/sources/sources";
import type { Command } from "commander";
import { loadedInWords } from "./load-commands.ts";
import { type GlobalOptions, inSession, performed, type Session } from "./session.ts";
import { tell } from "./tell.ts";

/** `evenspan fetch`: pulls official sets from their publishers and loads them. */
export function fetchCommand(program: Command): void {
  program
    .command("fetch [sources...]")
    .description("pull official sets from their publishers and load them; all that have an address, unless named")
    .option("--from <address>", "ask this server in place of each publisher's own, under the same paths")
    .action(async (keys: string[], { from }: { from?: string }) => {
      const chosen = keys.length > 0 ? keys.map(sourceNamed) : sources.filter((source) => source.download !== null);
      const done = await inSession(program.opts<GlobalOptions>(), async (session) => {
        for (const source of chosen) {
          const loaded = isRefusal(source) ? source : await fetched(session, source, from);
          tell(loaded, loadedInWords);
          // Without a network the next one would fail in the same way: one sentence is enough.
          if (isRefusal(loaded) && isOffline(loaded)) break;
        }
        return {};
      });
      tell(done, () => []);
    });
}

async function fetched(session: Session, source: Source, from: string | undefined): Promise<Outcome<Loaded>> {
  const downloaded = await fetchSource(source, from === undefined ? {} : { baseUrl: from });
  if (isRefusal(downloaded)) return downloaded;
  if ("unchanged" in downloaded) throw new Error("a first download is never unchanged");
  try {
    return await performed(session, loadDataset, "analyst", { sourceKey: source.key, path: downloaded.path });
  } finally {
    await rm(path.dirname(downloaded.path), { recursive: true, force: true });
  }
}
