import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";
import { sha256 } from "../kernel/canonical.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { rowsFingerprint } from "../sources/rows-fingerprint.ts";
import { findRelease } from "./find-release.ts";
import { makeRelease } from "./make-release.ts";
import type { Manifest } from "./manifest.ts";

/** What verifying a release came to: each difference is a sentence; none means that it is proved. */
export type Verification = Readonly<{
  releaseId: string;
  number: number;
  documents: number;
  bytes: number;
  datasets: number;
  differences: readonly string[];
}>;

/**
 * Makes a stored release again from its stored inputs and compares byte for byte.
 *
 * Three things are held against each other: the rows of each dataset against the fingerprint taken when they were
 * loaded, the stored files against their hashes and the release's name, and the files made again against the stored.
 */
export async function verifyRelease(
  db: Transaction<Database>,
  systemId: string,
  name: string | undefined,
): Promise<Outcome<Verification>> {
  const found = await findRelease(db, systemId, name);
  if (isRefusal(found)) return found;
  const stored = await storedDocuments(db, systemId, found.releaseId);
  const manifestFile = stored.get("manifest.json");
  if (!manifestFile) return { ...found, ...nothing, differences: ["The manifest is not there."] };
  const manifest: Manifest = JSON.parse(manifestFile.toString("utf8"));
  const again = await makeRelease(db, systemId, manifest.inputs);
  if (isRefusal(again)) return again;
  const made = new Map(again.built.documents.map((one) => [one.path, one.body]));
  return {
    ...found,
    documents: stored.size,
    bytes: [...stored.values()].reduce((sum, body) => sum + body.length, 0),
    datasets: manifest.inputs.datasets.length,
    differences: [
      ...(sha256(manifestFile) === found.releaseId
        ? []
        : ["The manifest does not have the hash that names the release."]),
      ...(await changedRows(db, systemId, manifest)),
      ...compared(stored, made),
      ...(await changedFigures(db, systemId, found.releaseId, made.get("figures.ndjson")!)),
    ],
  };
}

const nothing = { documents: 0, bytes: 0, datasets: 0 };

async function storedDocuments(
  db: Transaction<Database>,
  systemId: string,
  releaseId: string,
): Promise<Map<string, Buffer>> {
  const rows = await db
    .selectFrom("release_documents")
    .where("system_id", "=", systemId)
    .where("release_id", "=", releaseId)
    .select(["path", "body"])
    .execute();
  return new Map(rows.map((row) => [row.path, row.body]));
}

async function changedRows(db: Transaction<Database>, systemId: string, { inputs }: Manifest): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { id, rowsFingerprint: recorded } of inputs.datasets)
    if ((await rowsFingerprint(db, systemId, id)) !== recorded)
      changed.push(`The stored rows of ${id} are not those that were loaded.`);
  return changed;
}

function compared(stored: ReadonlyMap<string, Buffer>, made: ReadonlyMap<string, Buffer>): readonly string[] {
  const paths = [...new Set([...stored.keys(), ...made.keys()])].sort();
  return paths.flatMap((path) => {
    const before = stored.get(path);
    const now = made.get(path);
    if (!before) return [`${path} is made now and was not stored.`];
    if (!now) return [`${path} was stored and is not made now.`];
    return before.equals(now) ? [] : [`${path} differs from byte ${firstDifference(before, now)} on.`];
  });
}

function firstDifference(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return length;
}

/** The table of figures must say what the file of figures says. */
async function changedFigures(
  db: Transaction<Database>,
  systemId: string,
  releaseId: string,
  file: Buffer,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; state: string; value: number | null }>`
    select figure_id as id, state, value from figures
    where system_id = ${systemId} and release_id = ${releaseId}`.execute(db);
  const told = new Map(rows.map((row) => [row.id, `${row.state} ${row.value}`]));
  const lines = file.toString("utf8").split("\n").filter(Boolean);
  const wrong = lines.map((line) => JSON.parse(line)).filter((one) => told.get(one.id) !== `${one.state} ${one.value}`);
  if (wrong.length === 0 && rows.length === lines.length) return [];
  return [
    `The table of figures does not agree with figures.ndjson (${wrong.length} of ${lines.length}, ${rows.length} rows).`,
  ];
}
