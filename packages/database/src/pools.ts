import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { columnTypes } from "./column-types.ts";
import type { Door } from "./doors.ts";
import type { RoleName } from "./roles.ts";
import type { Database } from "./schema.ts";

/** An open database: one pool a role, and the query builder over the two that work. Nothing in it is a superuser. */
export type OpenDatabase = Readonly<{
  kind: "embedded" | "server";
  /** Which database it is, in words, without a password. */
  description: string;
  /** Migrates. */
  owner: pg.Pool;
  /** Works, inside one tenant at a time. */
  app: Kysely<Database>;
  /** Reads releases, and can write nothing. */
  reader: Kysely<Database>;
  pools: Readonly<Record<RoleName, pg.Pool>>;
  /** Closes every connection, and ends the embedded server if this process started it. */
  close: () => Promise<void>;
}>;

/** Opens the pools of a prepared database. */
export function openPools(
  door: Door,
  kind: OpenDatabase["kind"],
  description: string,
  end?: () => Promise<void>,
): OpenDatabase {
  const pools = { owner: pool(door, "owner", 2), app: pool(door, "app", 10), reader: pool(door, "reader", 10) };
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= Promise.all(Object.values(pools).map((each) => each.end())).then(() => end?.()));
  return {
    kind,
    description,
    owner: pools.owner,
    app: queries(pools.app),
    reader: queries(pools.reader),
    pools,
    close,
  };
}

const poolOf = new WeakMap<object, pg.Pool>();

/** The pool under a query builder of ours. */
export function poolUnder(db: object): pg.Pool {
  const found = poolOf.get(db);
  if (!found) throw new TypeError("not a query builder that openDatabase made");
  return found;
}

function queries(under: pg.Pool): Kysely<Database> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: under }) });
  poolOf.set(db, under);
  return db;
}

function pool(door: Door, role: RoleName, max: number): pg.Pool {
  const made = new pg.Pool({ ...door(role), max, types: columnTypes, application_name: `evenspan ${role}` });
  // An idle connection that breaks (the server restarted) is replaced at the next query; unheard, it would end us.
  made.on("error", () => {});
  return made;
}
