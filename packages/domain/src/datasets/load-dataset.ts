import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { loadFile } from "./load-file.ts";
import { recogniseSource, sourceNamed } from "./recognise-source.ts";

/**
 * Loads one file as a dataset: read by its source, checked whole, and stored whole or not at all.
 *
 * The same file read by the same version of a source is one dataset, however often it is loaded: `already` then says
 * that it was there. A file with anything wrong in it is refused with up to a hundred complaints, and nothing is kept.
 */
export const loadDataset = command({
  name: "load-dataset",
  title: "load a file of data",
  input: z.object({
    /** The source that reads it; without one, the only source whose columns are in the file. */
    sourceKey: z.string().optional(),
    /** Where the file is on this machine. */
    path: z.string().min(1),
    /** What it is called for people, where that is not the last part of its path. */
    fileName: z.string().min(1).optional(),
    /** The sheet of a workbook, where it is not the first. */
    sheet: z.string().min(1).optional(),
    /** Where its numbers come from, where that is not what its source says: synthetic, for a generator's. */
    origin: z.enum(["published", "reported", "office", "synthetic"]).optional(),
  }),
  access: inSystem("administrator", "analyst"),
  run: async (context, { sourceKey, ...file }) => {
    const source = sourceKey === undefined ? await recogniseSource(file.path, file.fileName) : sourceNamed(sourceKey);
    return isRefusal(source) ? source : loadFile(context, source, file);
  },
});
