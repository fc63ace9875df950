import { Command, Option } from "commander";
import { auditCommands } from "./audit-commands.ts";
import { backupCommands } from "./backup-commands.ts";
import { databaseCommands } from "./database-commands.ts";
import { fetchCommand } from "./fetch-command.ts";
import { foundCommand } from "./found-command.ts";
import { loadCommands } from "./load-commands.ts";
import { peopleCommands } from "./people-commands.ts";
import { releaseCommands } from "./release-commands.ts";
import { serveCommands } from "./serve-commands.ts";

/** What every command takes: where the database is, and for which system it works. */
export const program = new Command("evenspan")
  .description("Measure, coordinate, account for and publish the work of closing a health gap.")
  .addOption(
    new Option("--data <folder>", "folder of the embedded database; DATABASE_URL, where set, goes before it")
      .env("EVENSPAN_DATA")
      .default(".data"),
  )
  .addOption(new Option("--system <slug>", "the system to work for, where there are several").env("EVENSPAN_SYSTEM"))
  .addOption(new Option("--name <name>", "who acts, for the record").env("EVENSPAN_NAME"))
  .showHelpAfterError();

for (const add of [
  serveCommands,
  loadCommands,
  fetchCommand,
  releaseCommands,
  foundCommand,
  peopleCommands,
  auditCommands,
  databaseCommands,
  backupCommands,
])
  add(program);
