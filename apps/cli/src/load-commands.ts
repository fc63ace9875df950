import { decideDoubt } from "@evenspan/domain/datasets/decide-doubt";
import { type DoubtfulValue, doubtfulValues } from "@evenspan/domain/datasets/doubtful-values";
import { listDatasets } from "@evenspan/domain/datasets/list-datasets";
import { loadDataset } from "@evenspan/domain/datasets/load-dataset";
import type { Loaded } from "@evenspan/domain/datasets/stored-dataset";
import { periodText } from "@evenspan/domain/kernel/period";
import { sources } from "@evenspan/domain/sources/sources";
import { templateOf } from "@evenspan/domain/sources/template";
import type { Command } from "commander";
import { asked, type GlobalOptions, inSession, performed } from "./session.ts";
import { tell } from "./tell.ts";

/** `evenspan load`, `datasets`, `sources`, `doubts` and `decide`: from files to rows, and what to do with doubtful ones. */
export function loadCommands(program: Command): void {
  program
    .command("load <source-or-file> [file]")
    .description("load a file as a dataset; without a source, it is recognised by its headings")
    .option("--origin <origin>", "published, reported, office or synthetic, where it is not what the source says")
    .option("--sheet <name>", "the sheet of a workbook, where it is not the first")
    .action(async (first: string, second: string | undefined, options: { origin?: string; sheet?: string }) => {
      const named = second === undefined ? { path: first } : { sourceKey: first, path: second };
      const loaded = await inSession(program.opts<GlobalOptions>(), (session) =>
        performed(session, loadDataset, "analyst", { ...named, ...options }),
      );
      tell(loaded, loadedInWords);
    });
  program
    .command("template <source>")
    .description(
      "print a file to fill in: headings and example rows; what stands in each column goes to standard error",
    )
    .action((key: string) => {
      tell(templateOf(key), ({ csv, columns, grid }) => {
        for (const { heading, required, says } of columns)
          console.error(`${heading}${required ? "" : " (may be left out)"}: ${says?.en ?? ""}`);
        console.error(grid.en);
        return [csv.trimEnd()];
      });
    });
  program
    .command("sources")
    .description("list the kinds of file that can be loaded")
    .action(() => {
      for (const { key, title, publisher, dataSet, grid } of sources)
        console.log(
          `${key}\n  ${title.en} (${publisher ?? "filled in by an office"}${dataSet && `, ${dataSet}`})\n  ${grid.says.en}`,
        );
    });
  program
    .command("datasets")
    .description("list what is loaded")
    .action(async () => {
      const listed = await inSession(program.opts<GlobalOptions>(), (session) => asked(session, listDatasets));
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
      const listed = await inSession(program.opts<GlobalOptions>(), (session) => asked(session, doubtfulValues));
      tell(listed, (doubts) => doubts.map(doubtInWords));
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

/** A doubtful value in a line: where it stands, what it says of which years, and what was decided. */
export function doubtInWords({ datasetId, observation, line, ...one }: DoubtfulValue): string {
  const years = periodText({ from: one.yearFrom, to: one.yearTo });
  const range = `${one.lower ?? "?"} to ${one.upper ?? "?"}`;
  const decided = one.decision ?? "undecided";
  return `${datasetId} ${observation} (line ${line}): ${one.measure} of ${one.placeId}, ${years}: ${one.value} (${range}); ${one.doubt}; ${decided}`;
}

/** What loading came to, in lines. */
export const loadedInWords = ({ datasetId, already, rowsRead, rowsKept, doubtful, fingerprint }: Loaded): string[] => [
  already ? `That file is loaded already, as ${datasetId}.` : `Loaded ${datasetId}.`,
  `  ${rowsRead} rows read, ${rowsKept} values kept${doubtful > 0 ? `, ${doubtful} doubtful: see evenspan doubts` : ""}`,
  `  SHA-256 ${fingerprint}`,
];
