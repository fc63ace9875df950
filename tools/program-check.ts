import { execFile } from "node:child_process";
import type { Finding } from "./finding.ts";

/** A check: it looks, and says what it found. */
export type Check = () => Finding | Promise<Finding>;

/**
 * A check that is a program of its own, run by Node: what it prints when it fails are its faults, and its last line
 * sums it up.
 */
export const programCheck =
  (name: string, ...words: string[]): Check =>
  () =>
    new Promise((done) => {
      execFile(process.execPath, words, { encoding: "utf8", maxBuffer: 64e6 }, (failure, out, errors) => {
        const said = `${errors}${out}`.trim();
        if (failure) done({ faults: [said || failure.message], summary: `${name}: faults above` });
        else done({ faults: [], summary: said === "" ? `${name}: no fault` : said.split("\n").at(-1)! });
      });
    });

/** A check that is a script of this folder. */
export const scriptCheck = (name: string, ...words: string[]): Check =>
  programCheck(name, "--import", "tsx", `tools/${name}.ts`, ...words);
