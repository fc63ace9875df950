import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadDataset } from "@evenspan/domain/datasets/load-dataset";
import { cityFacts } from "./published/city-facts.ts";
import { factsCsv } from "./published/facts-csv.ts";
import { reportedFacts } from "./published/reported-facts.ts";
import { rushFacts } from "./published/rush-facts.ts";
import { type Seeding, seedBy } from "./seeding.ts";
import { syntheticCells } from "./synthetic/counts.ts";
import { deathsCsv, peopleCsv } from "./synthetic/synthetic-files.ts";

/** A file of the demonstration: what it holds, the source that reads it, and where its numbers come from. */
type DemonstrationFile = Readonly<{
  fileName: string;
  sourceKey: string;
  origin: "published" | "reported" | "synthetic";
  content: string;
}>;

/** The datasets of the demonstration, by what they hold. */
export type DemonstrationDatasets = Readonly<Record<"published" | "reported" | "people" | "deaths", string>>;

/** Writes the four files and loads each as any office would load its own. Those already loaded stay as they are. */
export async function loadFiles(seeding: Seeding): Promise<DemonstrationDatasets> {
  const folder = await mkdtemp(path.join(tmpdir(), "evenspan-demonstration-"));
  const load = async ({ content, fileName, ...as }: DemonstrationFile): Promise<string> => {
    const file = path.join(folder, fileName);
    await writeFile(file, content);
    return (await seedBy(seeding, loadDataset, { ...as, path: file })).datasetId;
  };
  try {
    const cells = syntheticCells();
    return {
      published: await load({ ...publishedFile, content: factsCsv([...cityFacts(), ...rushFacts]) }),
      reported: await load({ ...reportedFile, content: factsCsv(reportedFacts) }),
      people: await load({ ...peopleFile, content: peopleCsv(cells) }),
      deaths: await load({ ...deathsFile, content: deathsCsv(cells) }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const publishedFile = {
  fileName: "published-figures.csv",
  sourceKey: "published-figures",
  origin: "published",
} as const;
const reportedFile = { fileName: "reported-figures.csv", sourceKey: "published-figures", origin: "reported" } as const;
const peopleFile = { fileName: "synthetic-people-2015-2019.csv", sourceKey: "people", origin: "synthetic" } as const;
const deathsFile = { fileName: "synthetic-deaths-2015-2019.csv", sourceKey: "deaths", origin: "synthetic" } as const;
