import type { Command } from "commander";
import { type GlobalOptions, openMigrated } from "./session.ts";

/** `evenspan db`: what is done with the database itself. */
export function databaseCommands(program: Command): void {
  const database = program.command("db").description("the database");
  database
    .command("migrate")
    .description("bring the tables up to date")
    .action(async () => {
      const db = await openMigrated(program.opts<GlobalOptions>());
      console.log(`The tables are up to date (${db.description}).`);
      await db.close();
    });
}
