import pg from "pg";
import { addressInWords } from "./address.ts";
import { embeddedDoor, embeddedName, serverDoor } from "./doors.ts";
import { runningEmbedded, startEmbedded } from "./embedded.ts";
import { type OpenDatabase, openPools } from "./pools.ts";
import { ensureRoles } from "./roles.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

/** Where the database is: a folder for the embedded server, or the address of a PostgreSQL server. */
export type DatabasePlace = Readonly<{ dataFolder: string; join?: boolean }> | Readonly<{ url: string }>;

const oldestVersion = 150_000;

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
