import { readCatalog } from "@evenspan/database/catalog/read-catalog";
import type { OpenDatabase } from "@evenspan/database/pools";
import { locksFor } from "../../kernel/actor.ts";
import { syncPlaces } from "../../places/sync-places.ts";
import { tokenHash } from "../../sign-in/secret-token.ts";
import { inOrder, type Overrides, type RowOwner, type StoredRow, storeRow } from "./tenant-rows.ts";

/** A tenant with two rows in every table: what is numbered 0 belongs to one facility, what is numbered 1 to another. */
export type FilledTenant = RowOwner &
  Readonly<{
    /** The row of a table by its number. */
    row: (table: string, nth: 0 | 1) => StoredRow;
    facilityIds: readonly [string, string];
    partnerIds: readonly [string, string];
    personIds: readonly [string, string];
  }>;

const owners: readonly RowOwner[] = [
  { systemId: "00000000-0000-4000-8000-00000000000a", mark: "amber", seed: "twin" },
  { systemId: "00000000-0000-4000-8000-00000000000b", mark: "birch", seed: "twin" },
  { systemId: "00000000-0000-4000-8000-00000000000c", mark: "cedar", seed: "lone" },
];

/** The token of the session that is stored with this number; twins have the same. */
export const sessionToken = (seed: string, nth: number): string => `${seed}-session-${nth}`;

const facilityOf = (row: Readonly<Record<string, unknown>>) => `${row.facility_id}`;

const fileBytes = (mark: string, nth: number) => Buffer.from(`${mark}-${nth}-stored-files-bytes`);

/** The rows that say more than that they are there. */
const rowOverrides: Overrides = {
  "systems.slug": ({ mark }) => mark,
  "systems.name": ({ mark }) => `${mark} system`,
  "facilities.facility_id": ({ seed, nth }) => `${seed}-facility-${nth}`,
  "partner_organizations.partner_id": ({ seed, nth }) => `${seed}-partner-${nth}`,
  "role_grants.role": () => "finance",
  "role_grants.partner_id": () => null,
  "sessions.token_hash": ({ seed, nth }) => tokenHash(sessionToken(seed, nth)),
  "sessions.seen_at": () => "2026-01-05T03:00:00Z",
  "sessions.expires_at": () => "2026-01-05T12:00:00Z",
  "records.kind": () => "goal",
  "records.record_id": ({ seed, nth }) => `goal:${seed}-${nth}`,
  "records.locks": ({ row }) => ["keeper", ...locksFor(["finance"], facilityOf(row))],
  "records.words": ({ mark, nth }) => `${mark}-${nth}-records-words findable`,
  "records.turn": ({ row }) => locksFor(["finance"], facilityOf(row)),
  "record_words.locks": ({ of }) => of("records").locks,
  "record_words.words": () => "findable",
  "record_turns.key": ({ of }) => `finance@${of("records").facility_id}`,
  "record_turns.waited_until": ({ of }) => of("records").waited_until,
  "record_turns.since": ({ of }) => of("records").since,
  "record_openings.lock": ({ of }) => `finance@${of("records").facility_id}`,
  "record_openings.kind": ({ of }) => of("records").kind,
  "record_openings.state": ({ of }) => of("records").state,
  "record_openings.facility_key": ({ of }) => of("records").facility_id,
  "record_own_keys.key": ({ of }) => `person:${of("people").person_id}`,
  "jobs.person_id": ({ of }) => of("people").person_id,
  "audit_entries.person_id": ({ of }) => of("people").person_id,
  "figures.state": () => "missing",
  "observations.state": () => "missing",
  "figure_inputs.input_figure_id": () => null,
  "front_pages.numbers": ({ mark }) => {
    const text = { en: `${mark} words`, es: `${mark} palabras` };
    return JSON.stringify(["a", "b", "c"].map((figure) => ({ figure, label: text, remark: null })));
  },
  "goals.target_year": () => 2030,
  "goals.baseline_year": () => 2010,
  "goals.high_place_id": () => "area:32",
  "goals.low_place_id": () => "area:26",
  "place_set_members.place_id": () => "area:26",
  "activity_decisions.share_basis_points": () => 10000,
  "stored_files.bytes": ({ mark, nth }) => fileBytes(mark, nth),
  "stored_files.byte_size": ({ mark, nth }) => fileBytes(mark, nth).length,
};

/** What other rows are about, though no foreign key says so: these come first. */
const first = ["systems", "facilities", "people", "records"];

/** As the commands store what a record is found by. */
const findable = `update record_words found set words = evenspan_words_of(record) from records record
  where record.system_id = found.system_id and record.record_id = found.record_id`;

/** Three tenants, two of them with the same ids in every table, each with two rows of everything. */
export async function filledTenants(database: OpenDatabase): Promise<readonly FilledTenant[]> {
  await syncPlaces(database.owner);
  const catalog = await readCatalog(database.owner);
  const tables = inOrder(
    [...catalog]
      .sort((a, b) => first.indexOf(b.name) - first.indexOf(a.name))
      .filter(({ kind, columns }) => kind === "table" && columns.some(({ name }) => name === "system_id")),
  );
  const filled: FilledTenant[] = [];
  for (const owner of owners) {
    const rows = new Map<string, StoredRow>();
    const client = await database.owner.connect();
    try {
      await client.query(`begin; set local evenspan.system = '${owner.systemId}'`);
      for (const table of tables)
        for (const nth of table.name === "systems" ? [0] : [0, 1]) {
          const of = { ...owner, nth };
          const stored = (name: string, at: number) => rows.get(`${name} ${name === "systems" ? 0 : at}`);
          rows.set(`${table.name} ${nth}`, await storeRow(client, table, of, stored, rowOverrides));
        }
      await client.query(findable);
      await client.query("commit");
    } catch (reason) {
      await client.query("rollback");
      throw reason;
    } finally {
      client.release();
    }
    filled.push(filledTenant(owner, rows));
  }
  return filled;
}

function filledTenant(owner: RowOwner, rows: ReadonlyMap<string, StoredRow>): FilledTenant {
  const row = (table: string, nth: 0 | 1) => rows.get(`${table} ${nth}`)!;
  const both = (table: string, column: string) => [`${row(table, 0)[column]}`, `${row(table, 1)[column]}`] as const;
  return {
    ...{ ...owner, row, facilityIds: both("facilities", "facility_id") },
    partnerIds: both("partner_organizations", "partner_id"),
    personIds: both("people", "person_id"),
  };
}
