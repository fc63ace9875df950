import { readCatalog } from "@evenspan/database/catalog/read-catalog";
import type { Database } from "@evenspan/database/schema";
import { type Holder, inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { sql, type Transaction } from "kysely";
import { describe, expect, test } from "vitest";
import { type Actor, keysOf } from "../kernel/actor.ts";
import { perform } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { sessionFor } from "../sign-in/session-for.ts";
import { type AnyCommand, everyCommand } from "./access-table.ts";
import { everyHeld, type Held, holder, inputsFor } from "./testing/cells.ts";
import { type FilledTenant, filledTenants, sessionToken } from "./testing/filled-tenants.ts";
import { inputsByHand } from "./testing/inputs-by-hand.ts";

const database = await testDatabase();
const tenants = await filledTenants(database);
const marks = tenants.map(({ mark }) => mark);
const tables = (await readCatalog(database.owner)).filter(
  ({ kind, columns }) => kind === "table" && columns.some(({ name }) => name === "system_id"),
);
/** Names are public: every page of the portal may tell them. */
const ownTables = tables.filter(({ name }) => name !== "systems");
const seen = ownTables.filter(({ app }) => app.includes("SELECT"));
/** Tables that show some rows only to some people of a tenant. */
const keyed = seen.filter(({ policies }) =>
  policies.some(
    ({ name, command, using }) =>
      command !== "DELETE" && !name.endsWith("_owner") && /evenspan_(?!owner)\w+\(|FROM record/i.test(using ?? ""),
  ),
);
const isKeyed = (table: string) => keyed.some(({ name }) => name === table);
/** Tables of which a part belongs to each facility. */
const byFacility = keyed.filter(({ columns }) => columns.some(({ name }) => name === "facility_id"));

/** The keys under which the office's own programs work. They open rows of a kind in their tenant, and in no other. */
const programKeys = ["sign-in", "mail", "worker", "audit", "keeper"];

const keyedForCertain = [
  ...["records", "comments", "record_files", "stored_files", "saved_views"],
  ...["notices", "notice_choices", "letters", "jobs", "audit_entries", "people"],
];

/** Everyone who may act in a tenant: each holder of a role, the programs, and nobody. */
const actors = (tenant: FilledTenant): readonly (readonly [string, Holder])[] => [
  ...everyHeld.map((held) => {
    const actor = holder(held, tenant);
    return [actor.name, { personId: actor.personId, keys: keysOf(actor) }] as const;
  }),
  ...programKeys.map((key) => [key, { personId: null, keys: [key] }] as const),
  ["nobody", { personId: null, keys: [] }],
];

type Seen = Readonly<{ table: string; own: number; others: number; texts: string }>;

/** What is seen of each table: how many rows of the tenant, how many of others, and all that stands in them. */
async function look(db: Transaction<Database>, names: readonly string[]): Promise<readonly Seen[]> {
  await sql`set local evenspan.asked = 'findable'`.execute(db);
  const tenant = sql`nullif(current_setting('evenspan.system', true), '')::uuid`;
  const each = names.map(
    (name) => sql`select ${name}::text as "table", count(*) filter (where system_id = ${tenant})::int as own,
      count(*) filter (where system_id is distinct from ${tenant})::int as others,
      coalesce(string_agg(one::text, ' '), '') as texts from ${sql.table(name)} one`,
  );
  return (await sql<Seen>`${sql.join(each, sql` union all `)}`.execute(db)).rows;
}

const lookAs = (
  tenant: FilledTenant,
  as: Holder | undefined,
  names: readonly string[] = seen.map(({ name }) => name),
) => inTenant(database.app, tenant.systemId, (db) => look(db, names), as && { as });

const foreignMarks = (text: string, { mark }: FilledTenant) =>
  marks.filter((one) => one !== mark && text.includes(one));

/** What stands in the locked rows of a facility at which a role is not held. */
const marksElsewhere = (held: Held, { mark }: FilledTenant): readonly string[] => {
  if (!held?.at.startsWith("facility")) return [];
  const nth = held.at === "facility 0" ? 1 : 0;
  return ["records", "comments", "record-files", "stored-files"].map((table) => `${mark}-${nth}-${table}`);
};

/** All that stands in an answer, the words within bytes among it. */
const textOf = (told: unknown): string => {
  const bytes = Object.values(told ?? {}).filter((one): one is Buffer => Buffer.isBuffer(one));
  return `${JSON.stringify(told)} ${bytes.join(" ")}`;
};

/** What a question answers; that it was asked is undone. */
const answer = (it: AnyCommand, { systemId }: FilledTenant, actor: Actor, input: unknown) =>
  inTenant(
    database.app,
    systemId,
    (db) =>
      perform(
        it as never,
        { db, systemId, actor, now: new Date("2026-01-05T03:04:05Z"), from: { channel: "web" } },
        input,
      ),
    { as: { personId: actor.personId, keys: [...keysOf(actor), ...(it.extraKeys ?? [])] }, undoWhen: () => true },
  );

test("every tenant has rows in every table of its own", () => {
  expect(ownTables.length).toBeGreaterThan(40);
  for (const tenant of tenants)
    for (const { name } of ownTables) expect(tenant.row(name, 1)).toMatchObject({ system_id: tenant.systemId });
});

describe.each(tenants)("in $mark", (tenant) => {
  test.each(actors(tenant))("%s sees no row of another tenant in any table", async (_, as) => {
    for (const { table, own, others, texts } of await lookAs(tenant, as)) {
      expect([table, others, foreignMarks(texts, tenant)]).toEqual([table, 0, []]);
      if (!isKeyed(table)) expect([table, own]).toEqual([table, 2]);
    }
  });

  test("who holds no key sees no row that has locks or belongs to a person", async () => {
    expect(keyed.map(({ name }) => name)).toEqual(expect.arrayContaining(keyedForCertain));
    for (const as of [undefined, { personId: null, keys: [] }])
      for (const { table, own } of (await lookAs(tenant, as)).filter((one) => isKeyed(one.table)))
        expect([table, own]).toEqual([table, 0]);
  });

  test.each([0, 1] as const)(
    "a role at facility %s opens what belongs there, what hangs on it, and nothing else",
    async (nth) => {
      const hanging = [
        "records",
        "record_words",
        "record_turns",
        "record_openings",
        "comments",
        "record_files",
        "stored_files",
      ];
      const here = { personId: null, keys: [`finance@${tenant.facilityIds[nth]}`] };
      for (const { table, own, texts } of await lookAs(tenant, here, hanging)) {
        expect([table, own]).toEqual([table, 1]);
        expect([table, texts.includes(`${tenant.mark}-${1 - nth}`)]).toEqual([table, false]);
      }
      for (const key of [`analyst@${tenant.facilityIds[nth]}`, `partner@partner:${tenant.partnerIds[nth]}`])
        for (const { table, own } of await lookAs(tenant, { personId: null, keys: [key] }, hanging))
          expect([table, own]).toEqual([table, 0]);
      for (const { table, own } of await lookAs(tenant, { personId: null, keys: ["finance@*"] }, [
        "records",
        "comments",
        "stored_files",
      ]))
        expect([table, own]).toEqual([table, 2]);
    },
  );

  test("no role at a facility shows a row that belongs to another facility, in any table", async () => {
    for (const held of everyHeld.filter((one) => one?.at.startsWith("facility"))) {
      const elsewhere = tenant.facilityIds[held!.at === "facility 0" ? 1 : 0];
      const as = { personId: null, keys: keysOf(holder(held, tenant)).filter((key) => !key.startsWith("person:")) };
      for (const { table, texts } of await lookAs(
        tenant,
        as,
        byFacility.map(({ name }) => name),
      ))
        expect([held, table, texts.includes(elsewhere)]).toEqual([held, table, false]);
    }
  });

  test("what belongs to a person is seen by that person alone", async () => {
    for (const nth of [0, 1] as const) {
      const self = { personId: tenant.personIds[nth], keys: [`person:${tenant.personIds[nth]}`] };
      for (const { table, own, texts } of await lookAs(tenant, self, [
        "saved_views",
        "notice_choices",
        "notices",
        "jobs",
        "people",
      ]))
        expect([table, own, texts.includes(tenant.personIds[nth])]).toEqual([table, 1, true]);
    }
  });

  test("no row is written into another tenant, nor changed or taken away there", async () => {
    const other = tenants[(tenants.indexOf(tenant) + 1) % tenants.length]!;
    const as = { personId: tenant.personIds[0], keys: [...programKeys, "administrator@*", "finance@*"] };
    const inTheTenant = (statement: ReturnType<typeof sql>) =>
      inTenant(database.app, tenant.systemId, (db) => statement.execute(db), { as });
    for (const { name, app, columns } of ownTables) {
      const row = other.row(name, 0);
      const written = columns.filter(({ filled }) => filled !== "by-database");
      const values = written.map((column) => sql`${parameter(row[column.name], column.type)}`);
      const names = sql.join(written.map((column) => sql.ref(column.name)));
      const insert = sql`insert into ${sql.table(name)} (${names}) values (${sql.join(values)})`;
      if (app.includes("INSERT")) await expect(inTheTenant(insert), name).rejects.toThrow("row-level security");
      const update = sql`update ${sql.table(name)} set system_id = system_id where system_id = ${other.systemId}`;
      if (app.includes("UPDATE")) expect([name, (await inTheTenant(update)).numAffectedRows]).toEqual([name, 0n]);
      const remove = sql`delete from ${sql.table(name)} where system_id = ${other.systemId}`;
      if (app.includes("DELETE")) expect([name, (await inTheTenant(remove)).numAffectedRows]).toEqual([name, 0n]);
    }
  });

  test.each(everyCommand.filter(({ kind }) => kind !== "command"))(
    "$name tells nothing of another tenant, nor of another facility's records, whoever asks",
    async (it) => {
      for (const { input } of inputsFor(it, tenant, inputsByHand))
        for (const held of everyHeld) {
          const actor = holder(held, tenant);
          const told = await answer(it, tenant, actor, input);
          if (isRefusal(told)) continue;
          const text = textOf(told);
          const foreign = [
            ...foreignMarks(text, tenant),
            ...marksElsewhere(held, tenant).filter((mark) => text.includes(mark)),
          ];
          expect([it.name, actor.name, foreign]).toEqual([it.name, actor.name, []]);
        }
    },
  );

  test("who may see a record is told of it: the questions are no empty ones", async () => {
    const staff = holder({ role: "finance", at: "facility 0" }, tenant);
    const told = new Map<string, string>();
    for (const it of everyCommand.filter(({ kind }) => kind !== "command"))
      for (const { input } of inputsFor(it, tenant, inputsByHand))
        told.set(it.name, `${told.get(it.name)} ${textOf(await answer(it, tenant, staff, input))}`);
    for (const name of [
      "list-records",
      "find-records",
      "open-record",
      "worklist",
      "open-file",
      "list-notices",
      "list-departments",
      "list-colleagues",
    ])
      expect([name, told.get(name)?.includes(tenant.mark)]).toEqual([name, true]);
  });

  test("a token opens the session of this tenant, were it the same in another, and none of another's own", async () => {
    for (const { seed } of tenants) {
      const session = await sessionFor(
        database.app,
        tenant.systemId,
        sessionToken(seed, 0),
        new Date("2026-01-05T03:04:05Z"),
      );
      expect(session?.person.name ?? null).toBe(seed === tenant.seed ? tenant.row("people", 0).name : null);
    }
  });
});

test("outside of any tenant no row of one is seen, with whatever keys", async () => {
  await database.app.transaction().execute(async (db) => {
    await sql`set local evenspan.keys = 'administrator@*,finance@*,sign-in,mail,worker,audit,keeper'`.execute(db);
    for (const { table, own, others } of await look(
      db,
      seen.map(({ name }) => name),
    ))
      expect([table, own + others]).toEqual([table, 0]);
  });
});

/** A stored value as a parameter: JSON goes as its text. */
const parameter = (stored: unknown, type: string): unknown =>
  type === "jsonb" && stored !== null ? JSON.stringify(stored) : stored;
