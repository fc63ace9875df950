import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sharedFolder } from "../oracles/oracle.ts";

/** The text of a shared data file, or nothing, with a printed reason, where the data are not beside the repository. */
export function sharedFile(name: string): string | undefined {
  const file = path.join(sharedFolder, "data", name);
  if (existsSync(file)) return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  console.warn(`Skipped a check against published figures: there is no ${file}.`);
  return undefined;
}

/** Rows of a delimited file as records by its header; quotes may hold the delimiter. */
export function records(text: string, delimiter: "," | "\t"): Record<string, string>[] {
  const [header = "", ...lines] = text.split(/\r?\n/).filter((line) => line.length > 0);
  const names = cells(header, delimiter);
  return lines.map((line) =>
    Object.fromEntries(cells(line, delimiter).map((cell, i) => [names[i] ?? `column ${i}`, cell])),
  );
}

function cells(line: string, delimiter: string): string[] {
  const found = [""];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) found.push("");
    else found[found.length - 1] += character;
  }
  return found;
}
