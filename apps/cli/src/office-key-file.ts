import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseUnavailable } from "@evenspan/database/unavailable";
import type { GlobalOptions } from "./session.ts";

/** Where the office's key is: EVENSPAN_KEY_FILE, else beside the data. It opens sealed secrets; without it they are lost. */
const keyFile = ({ data }: GlobalOptions): string => process.env.EVENSPAN_KEY_FILE ?? path.join(data, "office.key");

/** The office's key, or null where none was made yet. @throws DatabaseUnavailable where the file is no key. */
export function readOfficeKey(options: GlobalOptions): Buffer | null {
  const file = keyFile(options);
  if (!existsSync(file)) return null;
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length !== 32) throw new DatabaseUnavailable(`${file} should hold the office's key: 32 bytes in base64.`);
  return key;
}

/** The office's key, made at the first need: readable by the owner of the file alone, and never written over. */
export function officeKey(options: GlobalOptions): Buffer {
  return readOfficeKey(options) ?? keepOfficeKey(options, randomBytes(32));
}

/** Keeps a key, such as one out of a backup. @throws DatabaseUnavailable where there is another one already. */
export function keepOfficeKey(options: GlobalOptions, key: Buffer): Buffer {
  const file = keyFile(options);
  const there = readOfficeKey(options);
  if (there?.equals(key)) return key;
  if (there)
    throw new DatabaseUnavailable(`${file} holds another office key. Move it away first: what it sealed needs it.`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  return key;
}
