import { userInfo } from "node:os";
import { type DatabasePlace, openDatabase } from "@evenspan/database/connect";
import { migrate } from "@evenspan/database/migrate";
import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import { act } from "@evenspan/domain/access/act";
import { actorWith, keysOf, operator } from "@evenspan/domain/kernel/actor";
import type { Command, Context } from "@evenspan/domain/kernel/command";
import { isRefusal, type Outcome, refuse } from "@evenspan/domain/kernel/refusal";
import type { Role } from "@evenspan/domain/kernel/roles";
import { syncPlaces } from "@evenspan/domain/places/sync-places";

/** The options that every command takes. */
export type GlobalOptions = Readonly<{ data: string; system?: string; name?: string }>;

/** Opens the database that the options name and brings its tables up to date. A server that runs already is joined. */
export async function openMigrated(options: GlobalOptions): Promise<OpenDatabase> {
  const db = await openDatabase(databasePlace(options));
  try {
    await migrate(db.owner);
    await syncPlaces(db.owner);
    return db;
  } catch (reason) {
    await db.close();
    throw reason;
  }
}

/** Where the database is: at DATABASE_URL where that is set, else in the data folder. */
export function databasePlace({ data }: GlobalOptions): DatabasePlace {
  const url = process.env.DATABASE_URL;
  return url ? { url } : { dataFolder: data, join: true };
}

/** A command line at work: its database and the one system that it works for. */
export type Session = Readonly<{ db: OpenDatabase; systemId: string; name: string }>;

/** Runs work with an open database and closes it, whatever comes. What it gives is told by `tell`. */
export async function inSession<T>(
  options: GlobalOptions,
  work: (session: Session) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const db = await openMigrated(options);
  try {
    const systemId = await chosenSystem(db, options);
    if (isRefusal(systemId)) return systemId;
    return await work({ db, systemId, name: nameOf(options) });
  } finally {
    await db.close();
  }
}

/** Who acts, for the record: as named, else the user of the machine. */
export const nameOf = ({ name }: GlobalOptions): string => name ?? userInfo().username;

/** Performs a domain command in a transaction of its own, which a refusal undoes. */
export const performed = <I, O>({ db, systemId, name }: Session, command: Command<I, O>, role: Role, input: unknown) =>
  act(
    db.app,
    command,
    {
      ...{ systemId, actor: actorWith(name, role), now: new Date(), from: { channel: "command line" } },
      isolation: "repeatable read",
    },
    input,
  );

/** Asks a question of the session's system, at one moment of the database. */
export const asked = <T>(
  { db, systemId, name }: Session,
  question: (trx: Context["db"], systemId: string) => Promise<T>,
): Promise<T> =>
  inTenant(db.app, systemId, (trx) => question(trx, systemId), {
    as: { personId: null, keys: keysOf(operator(name)) },
    isolation: "repeatable read",
  });

/** The system that the options name, or the only one that there is. */
export async function chosenSystem(db: OpenDatabase, { system: slug }: GlobalOptions): Promise<Outcome<string>> {
  const systems = await db.app.selectFrom("systems").select(["system_id", "slug"]).orderBy("slug").execute();
  const fitting = slug === undefined ? systems : systems.filter((system) => system.slug === slug);
  if (fitting.length === 1) return fitting[0]!.system_id;
  const known = systems.map((system) => system.slug).join(", ");
  if (systems.length === 0)
    return refuse("not-found", "system", "There is no system here yet. `npm start` makes the demonstration.");
  return refuse("invalid", "system", `Say which system with --system. There are: ${known}.`);
}
