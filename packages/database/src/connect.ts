import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { addressInWords } from "./address.ts";
import { embeddedDoor, embeddedName, serverDoor } from "./doors.ts";
import { joinEmbedded, startEmbedded } from "./embedded.ts";
import { type OpenDatabase, openPools } from "./pools.ts";
import { ensureRoles } from "./roles.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

/** Where the database is: a folder for the embedded server, or the address of a PostgreSQL server. */
export type DatabasePlace = Readonly<{ dataFolder: string; join?: boolean }> | Readonly<{ url: string }>;

const oldestVersion = 150_000;

/**
 * Opens the database and prepares its roles. It does not migrate.
 *
 * With a data folder, starts the embedded server on it; with `join`, uses the server that another program runs there
 * for as long as one does. With an address, connects as its user, who then becomes one of the three roles for each connection.
 *
 * @throws DatabaseUnavailable with a sentence that says what to do.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if ("url" in place) {
    const door = serverDoor(place.url);
    await prepare(door(), false);
    return openPools(door, "server", addressInWords(place.url));
  }
  const server = await (place.join ? joinEmbedded : startEmbedded)(place.dataFolder);
  try {
    await makeDatabase(server.host);
    await prepare({ ...embeddedDoor(server.host)(), database: embeddedName }, true);
  } catch (reason) {
    await server.stop();
    throw reason;
  }
  const end = async () => {
    if (server.pid() !== undefined) await untilOthersAreDone(server.host);
    await server.stop();
  };
  return openPools(embeddedDoor(server.host), "embedded", `embedded Postgres in ${place.dataFolder}`, end);
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
    const hint = config.connectionString ? " Check DATABASE_URL." : "";
    throw new DatabaseUnavailable(`The database does not answer: ${(reason as Error).message}.${hint}`);
  }
}

/** The superuser is used here, in `prepare` and in `untilOthersAreDone`, and by nothing that works. */
async function makeDatabase(host: string): Promise<void> {
  const client = await connected(embeddedDoor(host, "postgres")());
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [embeddedName]);
    if (rowCount === 0) await client.query(`create database ${embeddedName}`).catch(unlessMadeMeanwhile);
  } finally {
    await client.end();
  }
}

function unlessMadeMeanwhile(reason: { code?: string }): void {
  if (reason.code !== "42P04" && reason.code !== "23505") throw reason;
}

/** Before our server ends, lets programs that joined it end what they are doing, for a minute at most. */
async function untilOthersAreDone(host: string): Promise<void> {
  const client = await connected(embeddedDoor(host, "postgres")()).catch(() => undefined);
  for (let waited = 0; client && waited < 60_000; waited += 100) {
    const busy = await client.query(
      "select from pg_stat_activity where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()",
    );
    if (busy.rowCount === 0) break;
    await sleep(100);
  }
  await client?.end();
}
