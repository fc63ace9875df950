import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";
import { rowsFingerprint } from "../datasets/rows-fingerprint.ts";
import type { Manifest } from "../documents/manifest.ts";
import type { Figure } from "../figures/figure.ts";
import { canonicalJson, sha256 } from "../kernel/canonical.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { findRelease } from "./find-release.ts";
import { makeRelease } from "./make-release.ts";

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
  const bytes = [...stored.values()].reduce((sum, body) => sum + body.length, 0);
  const held = { ...found, documents: stored.size, bytes };
  const manifestFile = stored.get("manifest.json");
  if (manifestFile === undefined || sha256(manifestFile) !== found.releaseId)
    return { ...held, datasets: 0, differences: [manifestFile ? falseManifest : "The manifest is not there."] };
  const manifest: Manifest = JSON.parse(manifestFile.toString("utf8"));
  const again = await makeRelease(db, systemId, manifest.inputs);
  if (isRefusal(again)) return again;
  const made = new Map(again.built.documents.map((one) => [one.path, one.body]));
  return {
    ...held,
    datasets: manifest.inputs.datasets.length,
    differences: [
      ...otherProgram(manifest, again.built.manifest),
      ...(await changedRows(db, systemId, manifest)),
      ...compared(stored, made),
      ...(await changedFigures(db, systemId, found.releaseId, made.get("figures.ndjson")!)),
    ],
  };
}

/** A newer program may rightly make other bytes: it then says so first, and the differences below it are its own. */
function otherProgram(then: Manifest, now: Manifest): readonly string[] {
  const versions = (one: Manifest) => one.indicators.map(({ key, version }) => `${key} ${version}`);
  const before = [...versions(then), `publication rules ${canonicalJson(then.publicationRules)}`];
  const today = new Set([...versions(now), `publication rules ${canonicalJson(now.publicationRules)}`]);
  const gone = before.filter((one) => !today.has(one));
  return gone.length === 0 ? [] : [`It was made by what this program no longer has: ${gone.join(", ")}.`];
}

/** Nothing can be made again from it: its inputs may be the very thing that was changed. */
const falseManifest = "The manifest does not have the hash that names the release.";

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

async function changedRows(
  db: Transaction<Database>,
  systemId: string,
  { inputs }: Manifest,
): Promise<readonly string[]> {
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

/** The tables of figures and of their inputs must say what the file of figures says. */
async function changedFigures(
  db: Transaction<Database>,
  systemId: string,
  releaseId: string,
  file: Buffer,
): Promise<readonly string[]> {
  const { rows } = await sql<StoredFigure>`
    select figure_id as id, indicator, subject, state, value, (
      select string_agg(coalesce(dataset_id, input_figure_id), ' ' order by seq) from figure_inputs i
      where i.system_id = f.system_id and i.release_id = f.release_id and i.figure_id = f.figure_id) as "restsOn"
    from figures f where system_id = ${systemId} and release_id = ${releaseId}`.execute(db);
  const told = new Map(rows.map((row) => [row.id, inWords(row)]));
  const figures: Figure[] = file
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const wrong = figures.filter((one) => told.get(one.id) !== inWords({ ...one, restsOn: inputsOf(one) })).length;
  if (wrong === 0 && rows.length === figures.length) return [];
  return [
    `The table of figures does not agree with figures.ndjson (${wrong} of ${figures.length}, ${rows.length} rows).`,
  ];
}

type StoredFigure = Pick<Figure, "id" | "indicator" | "subject" | "state" | "value"> & Readonly<{ restsOn: string }>;

const inWords = ({ indicator, subject, state, value, restsOn }: Omit<StoredFigure, "id">): string =>
  [indicator, subject, state, value, restsOn].join(" ");

const inputsOf = ({ inputs }: Figure): string =>
  inputs.map((input) => ("dataset" in input ? input.dataset : input.figure)).join(" ");
