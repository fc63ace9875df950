import { sha256 } from "../kernel/canonical.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import { sniffedType, takenTypes } from "./file-type.ts";
import type { ScanFile } from "./scan-file.ts";

declare const checked: unique symbol;

/** A file that was looked at: small enough, of a kind that is taken and that it says it is, and not found unsafe. */
export type CheckedFile = Readonly<{
  [checked]: true;
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
  fingerprint: string;
  scan: "clean" | "not scanned";
}>;

/** The largest file, in bytes: 25 MB. The table says the same. */
export const largestFile = 25 * 2 ** 20;

const made = new WeakSet<object>();

/** Whether this went through `checkedFile`. */
export const isCheckedFile = (it: unknown): it is CheckedFile => typeof it === "object" && it !== null && made.has(it);

/** Looks at a file that someone wants to add. Its name is kept without folders and odd signs. */
export async function checkedFile(name: string, bytes: Uint8Array, scan: ScanFile): Promise<Outcome<CheckedFile>> {
  const fileName = plainName(name);
  if (bytes.length === 0 || fileName === "")
    return refuse("invalid", "no-file", "Choose a file that has something in it.");
  if (bytes.length > largestFile)
    return refuse("invalid", "file-too-large", "The file is larger than 25 MB. Make it smaller, or put it in parts.");
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const mediaType = await sniffedType(bytes, ending);
  if (mediaType === null)
    return refuse(
      ...(["invalid", "file-kind"] as const),
      `Files can be ${Object.keys(takenTypes).join(", ")}, and must be what their name says. This one is something else.`,
    );
  const scanned = await scan(bytes).catch(() => null);
  if (scanned === null)
    return refuse(
      "unavailable",
      "scanner",
      "The virus scanner does not answer. Nothing was kept; try again in a moment.",
    );
  if (scanned === "unsafe")
    return refuse("invalid", "file-unsafe", "The virus scanner found something in this file, and it was not kept.");
  const file = { fileName, mediaType, bytes, fingerprint: sha256(bytes), scan: scanned };
  made.add(file);
  return file as CheckedFile;
}

/**
 * A name without folders, control characters and what a header or a shell reads otherwise; at most 120 characters.
 *
 * @example
 * plainName("C:\\plans\\Health fair (final).pdf") // => "Health fair (final).pdf"
 */
export function plainName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1)!;
  const plain = last
    .replace(/[^\p{L}\p{N} ._()-]/gu, "_")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "");
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? "";
  return plain.slice(0, plain.length - ending.length).slice(0, 120 - ending.length) + ending;
}
