import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Downloaded, type DownloadOptions, download } from "../download/download.ts";
import { isFailure } from "../download/failure.ts";
import { type Outcome, type Refusal, refuse } from "../kernel/refusal.ts";
import type { Source } from "./source.ts";

/** How to fetch: limits of the download, and the server to ask in place of each publisher's own (a mirror). */
export type FetchOptions = DownloadOptions & Readonly<{ baseUrl?: string }>;

/**
 * Pulls a source's file from its publisher into a new folder under the system's temporary one; the caller loads it and
 * removes the folder. Loading is what decides whether it is a good file.
 *
 * Refuses as unavailable, in a sentence that says what to do by hand, where the publisher offers no address, there is
 * no network, or the download fails.
 */
export async function fetchSource(source: Source, options: FetchOptions = {}): Promise<Outcome<Downloaded>> {
  const { baseUrl, ...limits } = options;
  if (source.download === null) return refuse("unavailable", "no-address", offeredNowhere(source));
  const address = addressOf(source.download, baseUrl);
  const folder = await mkdtemp(path.join(tmpdir(), "evenspan-fetch-"));
  const file = path.join(folder, `${source.key}.${extensions[source.format]}`);
  const downloaded = await download(address, file, limits);
  if (isFailure(downloaded) || "unchanged" in downloaded) await rm(folder, { recursive: true });
  if (!isFailure(downloaded)) return downloaded;
  const message = `${address.host} ${downloaded.because}. ${byHand(source)}`;
  return refuse("unavailable", downloaded.failed, message);
}

const extensions = { table: "csv", geojson: "geojson", wonder: "txt" } as const satisfies Record<
  Source["format"],
  string
>;

/** The publisher's address; on another server where one is given, under the same path. */
function addressOf(address: string, baseUrl: string | undefined): URL {
  const { pathname, search } = new URL(address);
  return baseUrl === undefined ? new URL(address) : new URL(pathname + search, baseUrl);
}

const offeredNowhere = (source: Source): string =>
  source.homepage === ""
    ? `“${source.title.en}” is filled in by an office, and nobody offers it for download.`
    : `The publisher of “${source.title.en}” offers no address for it. ${byHand(source)}`;

const byHand = ({ title, homepage, key }: Source): string =>
  `Download “${title.en}” by hand from ${homepage}, then load it with: evenspan load ${key} <file>`;

/** Whether a refusal is for want of a network, so that asking the next source would be in vain. */
export const isOffline = (refusal: Refusal): boolean => refusal.code === "no-connection";
