import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";

/** One connection of the owner. */
type Connection = Pick<OpenDatabase["owner"], "query">;

/** The systems of the bench, with the share of its records that each has. The first is the one that is asked. */
export const systems = [
  { systemId: "00000000-0000-4000-8000-000000000001", slug: "large", share: 0.6 },
  { systemId: "00000000-0000-4000-8000-000000000002", slug: "middle", share: 0.3 },
  { systemId: "00000000-0000-4000-8000-000000000003", slug: "small", share: 0.1 },
] as const;

/** Fills a database with so many records of events, hours and ledger entries: invented, the same every time, of no person. */
export async function fillRecords(database: OpenDatabase, records: number): Promise<void> {
  for (const { systemId, slug } of systems)
    await inTenant(database.app, systemId, async (trx) => {
      await trx.insertInto("systems").values({ system_id: systemId, slug, name: slug }).execute();
      for (const id of ["main", "oak-park", "copley", "north"])
        await trx
          .insertInto("facilities")
          .values({ system_id: systemId, facility_id: id, name: id, city: "Chicago", source: "invented" })
          .execute();
    });
  const client = await database.owner.connect();
  try {
    await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'");
    await withoutIndexes(client, ["records", "record_words"], async () => {
      for (const { systemId, share } of systems) await fillSystem(client, systemId, Math.round(records * share));
    });
    await client.query("vacuum (analyze) records, record_words, record_openings");
  } finally {
    client.release(true);
  }
}

/** Makes a copy without row-level security that the app may read, with the one index that its list needs, and one of words. */
export async function copyWithoutPolicies(database: OpenDatabase): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query("create table plain_records as select * from records limit 0");
    await client.query("create table plain_words as select record_id, words from record_words limit 0");
    for (const { systemId } of systems) {
      await client.query(`begin; set local evenspan.system = '${systemId}'; insert into plain_records select * from records;
        insert into plain_words select record_id, words from record_words; commit`);
    }
    await client.query(`create index on plain_records (system_id, kind, state, changed_at, record_id);
      create index on plain_words using gin (words) with (fastupdate = off);
      grant select on plain_records, plain_words to evenspan_app`);
    await client.query("vacuum (analyze) plain_records, plain_words");
  } finally {
    client.release(true);
  }
}

/** Many rows go in faster before there are indexes than into them. */
async function withoutIndexes(client: Connection, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any($1::regclass[]) and not indisprimary`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await client.query(definition);
}

async function fillSystem(client: Connection, systemId: string, records: number): Promise<void> {
  await client.query(`begin; set local evenspan.system = '${systemId}'; select setseed(0.25)`);
  await client.query(recordsOf(systemId, records));
  await client.query(
    "insert into record_words select system_id, record_id, locks, evenspan_words_of(r) from records r",
  );
  await client.query(`insert into record_openings
    select distinct system_id, lock, kind, state, facility_key from records, unnest(locks) lock where lock <> 'keeper'`);
  await client.query("commit");
}

const oneOf = (words: readonly string[], random = "random()") =>
  `(array[${words.map((word) => `'${word}'`).join(", ")}])[1 + floor(${random} * ${words.length})::int]`;

const facility = oneOf([...Array(5).fill("main"), "oak-park", "oak-park", "copley", "copley", "north"]);
const places = [
  "Garfield Park",
  "Austin",
  "North Lawndale",
  "Humboldt Park",
  "Near West Side",
  "South Lawndale",
  "West Town",
];
const place = oneOf([...places, "Lower West Side", "Oak Park", "Cicero", "Berwyn", "Maywood"], "random() * random()");
const host = oneOf([
  "Block club",
  "School",
  "Church of Hope",
  "Iglesia San Pío",
  "Library",
  "Park district",
  "YMCA",
  "Clinic",
]);
const goods = oneOf([
  "Transit vouchers",
  "Food boxes",
  "Blood pressure checks",
  "Flu shots",
  "Pasajes",
  "Meals",
  "Books",
]);
const what = oneOf([
  ...["Health fair", "Feria de salud", "Educación comunitaria", "Vaccination day", "Cooking class", "Walking group"],
  ...["Career day", "Youth mentoring", "Rent counsel", "Heart screening"],
]);

/** A third of each kind; a few of each wait for someone, a few events are a partner's, and each is a minute or two younger than the one before. */
const recordsOf = (systemId: string, records: number): string => `
  insert into records (system_id, record_id, kind, facility_id, title, words, state, locks, turn, next_step, due_on, since, changed_at)
  select '${systemId}', kind || ':' || n, kind, facility,
    case kind when 'event' then what || ' at ' || place when 'hours' then 'Hours for ' || what else goods || ' for ' || what end || ' ' || n,
    'Asked by ' || host || ' ' || n % 400 || ' with ' || goods || ' near ' || place || '; para familias', state,
    '{keeper,administrator@*}' || seen_by || case when partner < 0.03 then array['partner@partner:p' || floor(partner * 1000)] else '{}' end,
    case when waits then seen_by[1:2] else '{}' end, case when waits then 'decide' end,
    case when due < 0.3 then date '2026-01-01' + (due * 1200)::int end, moment, moment
  from (
    select *, state in ('asked', 'submitted', 'draft') as waits,
      case kind when 'entry' then array['finance@*', 'finance@' || facility, 'analyst@*', 'analyst@' || facility]
        else array['office-staff@*', 'office-staff@' || facility, 'program-lead@*', 'program-lead@' || facility] end as seen_by
    from (
      select *, case kind
          when 'event' then case when at < 0.02 then 'asked' when at < 0.12 then 'planned' when at < 0.17 then 'approved' else 'closed' end
          when 'hours' then case when at < 0.05 then 'submitted' else 'verified' end
          else case when at < 0.03 then 'draft' when at < 0.93 then 'posted' else 'reversed' end end as state
      from (
        select n, (array['event', 'hours', 'entry'])[1 + n % 3] as kind, ${facility} as facility, ${place} as place, ${host} as host,
          ${goods} as goods, ${what} as what, random() as at, random() as partner, random() as due,
          timestamptz '2023-01-01Z' + make_interval(secs => n * 100 + floor(random() * 50)) as moment
        from generate_series(1, ${records}) n) drawn) stated) owned`;
