import type { ClientBase, DatabaseError } from "pg";
import { DatabaseUnavailable } from "./unavailable.ts";

/** The three roles: owner makes and changes tables, app does the work, reader sees releases and nothing else. */
export const roles = { owner: "evenspan_owner", app: "evenspan_app", reader: "evenspan_reader" } as const;

/** One of the three roles, by its short name. */
export type RoleName = keyof typeof roles;

/** Programs that start at once on one database wait for each other on this lock. */
const lockKey = 8_271_964;

/** What two programs on two databases of one server get when they make the same role: the lock is a database's own. */
const collisions = ["42710", "23505", "XX000"];

/**
 * Makes the three roles where they are absent, lets this user become them, and lets the owner make tables in this
 * database. Safe to call again, and from several programs at once.
 *
 * @param login whether the roles may sign in themselves (the embedded server, whose socket is private) or are only
 *   entered by a user who has signed in
 * @throws DatabaseUnavailable where this user may not do it, with the SQL that an administrator can run instead; and
 *   where the app or the reader could go around row-level security.
 */
export async function ensureRoles(client: ClientBase, login: boolean): Promise<void> {
  if ((await missingSteps(client, login)).length > 0) {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    try {
      await takeSteps(client, login);
    } finally {
      await client.query(`select pg_advisory_unlock(${lockKey})`);
    }
  }
  await refuseStrongRoles(client);
}

async function takeSteps(client: ClientBase, login: boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    const steps = await missingSteps(client, login);
    try {
      for (const step of steps) await client.query(step);
      return;
    } catch (reason) {
      const { code, message } = reason as DatabaseError;
      if (collisions.includes(code ?? "") && tries < 20) continue;
      throw new DatabaseUnavailable(
        `The database user may not prepare Evenspan's roles (${message}). ` +
          `Ask an administrator to run: ${steps.map((step) => `${step};`).join(" ")}`,
      );
    }
  }
}

async function missingSteps(client: ClientBase, login: boolean): Promise<string[]> {
  const steps: string[] = [];
  for (const role of Object.values(roles)) {
    const { rows } = await client.query(
      // From version 16 on, being a member and being allowed to become the role are two things.
      `select pg_has_role(oid, case when current_setting('server_version_num')::int < 160000 then 'MEMBER' else 'SET' end)
         as mine from pg_roles where rolname = $1`,
      [role],
    );
    if (rows.length === 0) steps.push(`create role ${role} ${login ? "login" : "nologin"} nosuperuser nobypassrls`);
    if (!rows[0]?.mine) steps.push(`grant ${role} to current_user`);
  }
  return [...steps, ...(await missingGrants(client))];
}

async function missingGrants(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query(
    `select current_database() as name,
            has_database_privilege(oid, current_database(), 'CREATE') as makes,
            has_schema_privilege(oid, 'public', 'CREATE') as fills
       from (values (to_regrole($1))) as owner(oid)`,
    [roles.owner],
  );
  const { name, makes, fills } = rows[0] as { name: string; makes: boolean | null; fills: boolean | null };
  const steps: string[] = [];
  if (!makes) steps.push(`grant create, temporary on database "${name.replaceAll('"', '""')}" to ${roles.owner}`);
  if (!fills) steps.push(`grant usage, create on schema public to ${roles.owner}`);
  return steps;
}

async function refuseStrongRoles(client: ClientBase): Promise<void> {
  const { rows } = await client.query(
    "select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)",
    [[roles.app, roles.reader]],
  );
  if (rows.length > 0)
    throw new DatabaseUnavailable(
      `The database role ${rows[0].rolname} can go around row-level security. ` +
        `Ask an administrator to run: alter role ${rows[0].rolname} nosuperuser nobypassrls;`,
    );
}
