import { createReadStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isIdentity, isRecipient, newBackupKey } from "@evenspan/database/backup/encryption";
import { DamagedBackup } from "@evenspan/database/backup/read-backup";
import { type Restored, restoreBackup } from "@evenspan/database/backup/restore-backup";
import { writeBackup } from "@evenspan/database/backup/write-backup";
import { type DatabasePlace, openDatabase } from "@evenspan/database/connect";
import { type Outcome, refuse } from "@evenspan/domain/kernel/refusal";
import type { Command } from "commander";
import { keepOfficeKey, readOfficeKey } from "./office-key-file.ts";
import { databasePlace, type GlobalOptions, openMigrated } from "./session.ts";
import { tell } from "./tell.ts";
import { writeWhole } from "./write-whole.ts";

/** `evenspan backup`, `restore`, and what belongs to them. */
export function backupCommands(program: Command): void {
  const options = () => program.opts<GlobalOptions>();
  program
    .command("backup-key")
    .description("make the key of an office's backups: one part closes them, the other opens them")
    .action(async () => {
      const { identity, recipient } = await newBackupKey();
      console.log(`Keep this away from the server; whoever has it can read every backup:\n${identity}`);
      console.log(`Give this to the server, as EVENSPAN_BACKUP_RECIPIENT or with --for:\n${recipient}`);
    });
  program
    .command("backup <file>")
    .description("write an encrypted backup of everything, while the office works")
    .option("--for <recipient...>", "the key that closes it (age1…); else EVENSPAN_BACKUP_RECIPIENT")
    .action(async (file: string, { for: given }: { for?: string[] }) =>
      tell(
        await backUp(options(), file, given ?? (process.env.EVENSPAN_BACKUP_RECIPIENT ?? "").split(/[\s,]+/)),
        lines,
      ),
    );
  program
    .command("check-backup <file>")
    .description("put a backup back into a scratch database, compare everything, and throw the scratch away")
    .requiredOption("--key <file>", "the file with the key that opens it (AGE-SECRET-KEY-1…)")
    .action(async (file: string, { key }: { key: string }) => tell(await checkBackup(file, key), restoredLines));
  program
    .command("restore <file>")
    .description("put a backup back into an empty database, whole or not at all")
    .requiredOption("--key <file>", "the file with the key that opens it (AGE-SECRET-KEY-1…)")
    .action(async (file: string, { key }: { key: string }) => tell(await restore(options(), file, key), restoredLines));
}

const lines = (it: readonly string[]) => it;

async function backUp(
  options: GlobalOptions,
  file: string,
  recipients: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const given = recipients.filter(Boolean);
  if (given.length === 0)
    return refuse(
      ...(["invalid", "recipient"] as const),
      "A backup is always encrypted. Say for whom with --for (`evenspan backup-key` makes a key).",
    );
  const odd = given.find((one) => !isRecipient(one));
  if (odd !== undefined)
    return refuse("invalid", "recipient", `“${odd}” does not close a backup. The key that does begins with age1.`);
  const db = await openMigrated(options);
  try {
    const officeKey = readOfficeKey(options);
    const closed = await writeBackup(db.owner, { recipients: given, now: new Date(), officeKey });
    return [
      `${file}: ${await writeWhole(file, closed)} bytes. \`evenspan check-backup\` proves that it can be put back.`,
    ];
  } finally {
    await db.close();
  }
}

/** Puts it into a scratch database in a folder of its own, with an embedded server of its own. */
async function checkBackup(file: string, keyFile: string): Promise<Outcome<Restored>> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-check-"));
  try {
    return await putBack({ dataFolder: folder }, file, keyFile, () => {});
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const restore = (options: GlobalOptions, file: string, keyFile: string): Promise<Outcome<Restored>> =>
  putBack(databasePlace(options), file, keyFile, (key) => keepOfficeKey(options, key));

async function putBack(
  place: DatabasePlace,
  file: string,
  keyFile: string,
  keep: (officeKey: Buffer) => void,
): Promise<Outcome<Restored>> {
  const identity = identityIn(keyFile);
  if (typeof identity !== "string") return identity;
  const db = await openDatabase(place);
  try {
    const restored = await restoreBackup(db.owner, createReadStream(file), identity);
    if (restored.header.officeKey) keep(Buffer.from(restored.header.officeKey, "base64"));
    return restored;
  } catch (reason) {
    if (reason instanceof DamagedBackup) return refuse("invalid", "backup", reason.message);
    throw reason;
  } finally {
    await db.close();
  }
}

/** The key in a file: the one line that is one, among comments. */
function identityIn(keyFile: string): Outcome<string> {
  const found = readFileSync(keyFile, "utf8").split(/\s+/).find(isIdentity);
  return (
    found ?? refuse("invalid", "key", `${keyFile} holds no key that opens backups. One begins with AGE-SECRET-KEY-1.`)
  );
}

const restoredLines = ({ header, sections, rows }: Restored): readonly string[] => [
  `The backup of ${header.madeAt} is whole: ${rows} rows in ${sections} parts, each compared with what was backed up.`,
  `Systems: ${header.systems.map(({ slug }) => slug).join(", ")}.`,
];
