import { inTenant } from "@evenspan/database/tenant";
import { decideDoubt } from "@evenspan/domain/sources/decide-doubt";
import { doubtfulValues } from "@evenspan/domain/sources/doubtful-values";
import { listDatasets } from "@evenspan/domain/sources/list-datasets";
import { loadDataset } from "@evenspan/domain/sources/load-dataset";
import { sources } from "@evenspan/domain/sources/sources";
import type { Command } from "commander";
import { type GlobalOptions, inSession, performed } from "./session.ts";
import { tell } from "./tell.ts";

/** `evenspan load`, `datasets`, `sources`, `doubts` and `decide`: from files to rows, and what to do with doubtful ones. */
export function loadCommands(program: Command): void {
  program
    .command("load <source> <file>")
    .description("load a file as a dataset; `evenspan sources` lists the sources")
    .option("--origin <origin>", "published, reported, office or synthetic, where it is not what the source says")
    .action(async (sourceKey: string, path: string, { origin }: { origin?: string }) => {
      const loaded = await inSession(program.opts<GlobalOptions>(), (session) =>
        performed(session, loadDataset, "analyst", { sourceKey, path, origin }),
      );
      tell(loaded, ({ datasetId, already, rowsRead, rowsKept, doubtful, fingerprint }) => [
        already ? `That file is loaded already, as ${datasetId}.` : `Loaded ${datasetId}.`,
        `  ${rowsRead} rows read, ${rowsKept} values kept${doubtful > 0 ? `, ${doubtful} doubtful: see evenspan doubts` : ""}`,
        `  SHA-256 ${fingerprint}`,
      ]);
    });
  program
    .command("sources")
    .description("list the kinds of file that can be loaded")
    .action(() => {
      for (const { key, title, publisher, dataSet, grid } of sources)
        console.log(`${key}\n  ${title.en} (${publisher}, ${dataSet})\n  ${grid.says.en}`);
    });
  program
    .command("datasets")
    .description("list what is loaded")
    .action(async () => {
      const listed = await inSession(program.opts<GlobalOptions>(), ({ db, systemId }) =>
        inTenant(db.app, systemId, (trx) => listDatasets(trx, systemId)),
      );
      tell(listed, (datasets) =>
        datasets.map(
          (one) => `${one.datasetId}  ${one.origin}  ${one.rowsKept} values  ${one.fileName}  ${one.fingerprint}`,
        ),
      );
    });
  addDoubts(program);
}

function addDoubts(program: Command): void {
  program
    .command("doubts")
    .description("list values that are kept and not published until a person decides")
    .action(async () => {
      const listed = await inSession(program.opts<GlobalOptions>(), ({ db, systemId }) =>
        inTenant(db.app, systemId, (trx) => doubtfulValues(trx, systemId)),
      );
      tell(listed, (doubts) =>
        doubts.map((one) =>
          [
            `${one.datasetId} ${one.observation} (line ${one.line}): ${one.measure} of ${one.placeId}, ${one.year}:`,
            `${one.value} (${one.lower ?? "?"} to ${one.upper ?? "?"}); ${one.doubt}; ${one.decision ?? "undecided"}`,
          ].join(" "),
        ),
      );
    });
  program
    .command("decide <dataset> <observation> <publish|withhold>")
    .description("decide on a doubtful value")
    .requiredOption("--reason <words>", "why")
    .action(async (datasetId: string, observation: string, decision: string, { reason }: { reason: string }) => {
      const decided = await inSession(program.opts<GlobalOptions>(), (session) =>
        performed(session, decideDoubt, "analyst", { datasetId, observation: Number(observation), decision, reason }),
      );
      tell(decided, () => [`Decided: ${decision}. It counts from the next release on.`]);
    });
}
