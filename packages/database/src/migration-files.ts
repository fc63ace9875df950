import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** One migration: its number, its file's name, its SQL and the SHA-256 of the file. */
export type MigrationFile = Readonly<{ number: number; name: string; sql: string; sha256: string }>;

/** The folder of our own migrations. */
export const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));

const sha256 = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex");

/**
 * The migrations of a folder in their order.
 *
 * @throws Error where a file is misnamed or a number is missing or used twice: a mistake of the programmer's.
 */
export function migrationFiles(folder: string = migrationsFolder): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  return names.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1)
      throw new Error(
        `${name} should be number ${index + 1}: migrations are named 0001_what_it_does.sql, without gaps`,
      );
    const bytes = readFileSync(path.join(folder, name));
    return { number, name, sql: bytes.toString("utf8"), sha256: sha256(bytes) };
  });
}

/** One fingerprint for a whole folder of migrations. */
export const migrationsFingerprint = (files: readonly MigrationFile[]): string =>
  sha256(files.map(({ name, sha256: file }) => `${name} ${file}`).join("\n"));
