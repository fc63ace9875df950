import { randomUUID } from "node:crypto";
import { act } from "@evenspan/domain/access/act";
import { foundSystem } from "@evenspan/domain/access/found-system";
import { operator } from "@evenspan/domain/kernel/actor";
import { type Command, InvalidArgumentError } from "commander";
import { type GlobalOptions, nameOf, openMigrated } from "./session.ts";
import { tell } from "./tell.ts";

type Facility = Readonly<{ id: string; name: string; city: string; source: string }>;

type Founding = Readonly<{ title: string; facility: readonly Facility[]; collaborative?: true }>;

/** `evenspan found`: a hospital system or collaborative begins here. Run again, it adds facilities. */
export function foundCommand(program: Command): void {
  program
    .command("found <slug>")
    .description("found a system: a hospital system, or a collaborative of them; again, to add facilities")
    .requiredOption("--title <name>", "its name, as the public reads it")
    .option("--collaborative", "it is a collaborative of several systems")
    .option("--facility <id|name|city>", "a hospital or other licensed place; may be repeated", facility, [])
    .action(async (slug: string, { title, facility: facilities, collaborative }: Founding) => {
      const options = program.opts<GlobalOptions>();
      const db = await openMigrated(options);
      try {
        const there = await db.app
          .selectFrom("systems")
          .select("system_id")
          .where("slug", "=", slug)
          .executeTakeFirst();
        const outcome = await act(
          db.app,
          foundSystem,
          {
            ...{ systemId: there?.system_id ?? randomUUID(), actor: operator(nameOf(options)), now: new Date() },
            from: { channel: "command line" },
          },
          { slug, name: title, kind: collaborative ? "collaborative" : "system", demonstration: false, facilities },
        );
        tell(outcome, () => [
          `${title} stands here as “${slug}”. Facilities named: ${facilities.length}.`,
          "Next: `evenspan people invite` for its first administrator.",
        ]);
      } finally {
        await db.close();
      }
    });
}

function facility(text: string, before: readonly Facility[]): readonly Facility[] {
  const [id = "", name = "", city = ""] = text.split("|").map((part) => part.trim());
  if (!id || !name || !city)
    throw new InvalidArgumentError("A facility is an id, a name and a city, with | between them.");
  return [...before, { id, name, city, source: "named on the command line" }];
}
