import { type IsolationLevel, Kysely, PostgresDialect, type PostgresPool, type Transaction } from "kysely";
import type { Pool, PoolClient } from "pg";
import { poolUnder } from "./pools.ts";
import type { Database } from "./schema.ts";

/** Who acts: the person (null where nobody has signed in), and the keys (role@scope) to rows that not everyone may see. */
export type Holder = Readonly<{ personId: string | null; keys: readonly string[] }>;

/** How a tenant's transaction is to run. */
export type TenantOptions<T> = Readonly<{
  /** Who acts in it; without one, rows with locks and rows of a person are not seen. */
  as?: Holder;
  /** What the transaction sees; `repeatable read` where several queries must agree with each other. */
  isolation?: IsolationLevel;
  /** Whether this outcome undoes the work; it is returned all the same. A refusal is such an outcome. */
  undoWhen?: (outcome: T) => boolean;
}>;

/**
 * Runs work in one transaction that sees and touches one health system's rows and no other's.
 *
 * Row-level security compares every row's `system_id` with the setting made here, which ends with the transaction.
 *
 * @param db the `app` or `reader` of an open database
 * @param systemId the health system, a UUID
 * @throws TypeError where an id is not a UUID or a key is none; and whatever the work throws, after undoing it.
 */
export async function inTenant<T>(
  db: Kysely<Database>,
  systemId: string,
  work: (trx: Transaction<Database>) => Promise<T>,
  options: TenantOptions<T> = {},
): Promise<T> {
  if (!isUuid.test(systemId)) throw new TypeError("a system id is a UUID");
  const pool = poolUnder(db);
  const enter = `${(await hasCitus(pool)) ? forwardToWorkers : ""}set local evenspan.system = '${systemId}'${holderSettings(options.as)}`;
  const client = await pool.connect();
  let broken = true;
  try {
    const outcome = await inTransaction(client, enter, work, options);
    broken = false;
    return outcome;
  } catch (reason) {
    if (reason instanceof Undone) {
      broken = false;
      return reason.outcome as T;
    }
    broken = !(await isUsable(client));
    throw reason;
  } finally {
    client.release(broken);
  }
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isKey = /^[a-z][a-z-]*([@:](\*|[a-z0-9][a-z0-9:-]*))?$/;

/** Keys stand in the statement itself, as the tenant does, and so are checked letter by letter. */
function holderSettings(holder: Holder | undefined): string {
  if (!holder) return "";
  const { personId, keys } = holder;
  if (personId !== null && !isUuid.test(personId)) throw new TypeError("a person id is a UUID");
  const odd = keys.find((key) => !isKey.test(key));
  if (odd !== undefined) throw new TypeError(`${JSON.stringify(odd)} is no key`);
  return `; set local evenspan.person = '${personId ?? ""}'; set local evenspan.keys = '${keys.join(",")}'`;
}

/** Without it a `set local` stays on the coordinator, and the workers show no rows. */
const forwardToWorkers = "set local citus.propagate_set_commands = 'local'; ";

/** Carries an outcome out of a transaction that it undoes. */
class Undone extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super("undone");
    this.outcome = outcome;
  }
}

async function inTransaction<T>(
  client: PoolClient,
  enter: string,
  work: (trx: Transaction<Database>) => Promise<T>,
  { isolation, undoWhen }: TenantOptions<T>,
): Promise<T> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: onlyThis(client) }) });
  const transaction = isolation ? db.transaction().setIsolationLevel(isolation) : db.transaction();
  return transaction.execute(async (trx) => {
    await client.query(enter);
    clientOf.set(trx, client);
    const outcome = await work(trx);
    if (undoWhen?.(outcome)) throw new Undone(outcome);
    return outcome;
  });
}

const clientOf = new WeakMap<object, PoolClient>();

/** The connection of a transaction that `inTenant` opened, for what the query builder cannot say (COPY). */
export function clientUnder(trx: Transaction<Database>): PoolClient {
  const client = clientOf.get(trx);
  if (!client) throw new TypeError("not a transaction that inTenant opened");
  return client;
}

const onlyThis = (client: PoolClient): PostgresPool => ({
  connect: async () => ({ query: client.query.bind(client) as never, release: () => {} }),
  end: async () => {},
});

const isUsable = (client: PoolClient): Promise<boolean> =>
  client.query("select 1").then(
    () => true,
    () => false,
  );

const citusOf = new WeakMap<Pool, Promise<boolean>>();

function hasCitus(pool: Pool): Promise<boolean> {
  const known = citusOf.get(pool);
  if (known) return known;
  const asked = pool.query("select from pg_extension where extname = 'citus'").then(({ rowCount }) => rowCount === 1);
  citusOf.set(pool, asked);
  asked.catch(() => citusOf.delete(pool));
  return asked;
}
