import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** How a program ended, and what it said. */
export type Ended = Readonly<{ code: number | null; out: string; err: string }>;

/** A program that serves, and where. */
export type Started = Readonly<{ child: ChildProcess; address: string }>;

/** The program as a person runs it, on an embedded database of its own in a folder with a blank in its name. */
export type TestProgram = Readonly<{
  folder: string;
  data: string;
  begin: (...words: string[]) => ChildProcess;
  evenspan: (...words: string[]) => Promise<Ended>;
  started: (...words: string[]) => Promise<Started>;
  stopped: (child: ChildProcess) => Promise<number | null>;
  file: (name: string, content: string) => string;
}>;

/** Prepares it; its folder is removed after the file's last test. */
export function testProgram(settings: Readonly<Record<string, string>>): TestProgram {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan office "));
  const data = path.join(folder, "data");
  const main = path.join(import.meta.dirname, "..", "main.ts");
  // The embedded database is what is tried here, whatever server other tests use.
  const { DATABASE_URL: _, ...surroundings } = process.env;
  const env = { ...surroundings, EVENSPAN_DATA: data, ...settings };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const begin = (...words: string[]): ChildProcess =>
    spawn(process.execPath, ["--import", "tsx", main, ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
  return {
    ...{ folder, data, begin },
    evenspan: (...words) => ended(begin(...words)),
    started: (...words) => serving(begin(...(words.length > 0 ? words : ["start"]), "--port", "0")),
    stopped: async (child) => {
      const close = once(child, "close");
      child.kill("SIGTERM");
      return (await close)[0];
    },
    file: (name, content) => {
      const at = path.join(folder, name);
      writeFileSync(at, content);
      return at;
    },
  };
}

async function ended(child: ChildProcess): Promise<Ended> {
  const said = { out: "", err: "" };
  child.stdout!.on("data", (text) => (said.out += text));
  child.stderr!.on("data", (text) => (said.err += text));
  const [code] = await once(child, "close");
  return { code, ...said };
}

async function serving(child: ChildProcess): Promise<Started> {
  let said = "";
  const address = await new Promise<string>((found, failed) => {
    const hear = (text: Buffer) => {
      said += text;
      const at = /http:\/\/\S+/.exec(said);
      if (at) found(at[0]);
    };
    child.stderr!.on("data", hear);
    child.stdout!.on("data", hear);
    child.once("close", () => failed(new Error(`it ended:\n${said}`)));
  });
  return { child, address };
}
