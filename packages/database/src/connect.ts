import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { addressInWords, parseAddress } from "./address.ts";
import { columnTypes } from "./column-types.ts";
import { runningEmbedded, startEmbedded } from "./embedded.ts";
import { ensureRoles, type RoleName, roles } from "./roles.ts";
import type { Database } from "./schema.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

/** Where the database is: a folder for the embedded server, or the address of a PostgreSQL server. */
export type DatabasePlace = Readonly<{ dataFolder: string; join?: boolean }> | Readonly<{ url: string }>;

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

/** How to connect as a role, or (without one) as the user who prepares the roles. */
export type Door = (role?: RoleName) => pg.PoolConfig;

const oldestVersion = 150_000;
const embeddedName = "evenspan";

/**
 * Opens the database and prepares its roles. It does not migrate.
 *
 * With a data folder, starts the embedded server on it; `join` uses the server that another program runs there, if
 * one does. With an address, connects as its user, who then becomes one of the three roles for each connection.
 *
 * @throws DatabaseUnavailable with a sentence that says what to do.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if ("url" in place) {
    const door = serverDoor(place.url);
    await prepare(door(), false);
    return openPools(door, "server", addressInWords(place.url));
  }
  const running = place.join ? runningEmbedded(place.dataFolder) : undefined;
  const server = running === undefined ? await startEmbedded(place.dataFolder) : undefined;
  const host = running ?? server!.host;
  try {
    await makeDatabase(host);
    await prepare({ ...embeddedDoor(host)(), database: embeddedName }, true);
  } catch (reason) {
    await server?.stop();
    throw reason;
  }
  return openPools(embeddedDoor(host), "embedded", `embedded Postgres in ${place.dataFolder}`, server?.stop);
}

/** Connections through the embedded server's socket: each role signs in as itself. */
export const embeddedDoor =
  (host: string, database = embeddedName): Door =>
  (role) => ({ host, database, user: role ? roles[role] : "postgres", options: sessionOptions(role) });

/** Connections to a server by its address: the address's user signs in and becomes the role. */
export const serverDoor =
  (url: string): Door =>
  (role) => {
    const address = parseAddress(url);
    const become = role ? `-c role=${roles[role]} ` : "";
    const given = address.searchParams.get("options");
    address.searchParams.set("options", `${given ? `${given} ` : ""}${become}${sessionOptions(role)}`);
    return { connectionString: address.href };
  };

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

/** The same clock and spelling on every server, whatever its own configuration says. */
const sessionOptions = (role?: RoleName): string =>
  `-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601${role === "reader" ? " -c default_transaction_read_only=on" : ""}`;

async function prepare(config: pg.PoolConfig, login: boolean): Promise<void> {
  const client = await connected(config);
  try {
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int as number, version() as words",
    );
    if (rows[0].number < oldestVersion)
      throw new DatabaseUnavailable(`Evenspan needs PostgreSQL 15 or newer, and this server is ${rows[0].words}.`);
    await ensureRoles(client, login);
  } finally {
    await client.end();
  }
}

async function connected(config: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client({ connectionTimeoutMillis: 15_000, ...config });
  client.on("error", () => {}); // heard by the query that fails with it
  try {
    await client.connect();
    return client;
  } catch (reason) {
    throw new DatabaseUnavailable(`The database does not answer: ${(reason as Error).message}. Check DATABASE_URL.`);
  }
}

/** The superuser is used here and in `prepare`, at the start, and by nothing else. */
async function makeDatabase(host: string): Promise<void> {
  const client = await connected(embeddedDoor(host, "postgres")());
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [embeddedName]);
    if (rowCount === 0) await client.query(`create database ${embeddedName}`);
  } finally {
    await client.end();
  }
}
