import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { PlaceSet } from "../places/place-set.ts";
import type { ReleaseInputs } from "../releases/release-inputs.ts";
import type { DatasetInUse } from "./dataset-in-use.ts";
import { openedRows } from "./draft.ts";
import type { CountRow } from "./mortality-tables.rules.ts";
import { mortalityTables } from "./mortality-tables.rules.ts";
import type { ObservedValue, Readings } from "./readings.ts";

/**
 * Reads what indicators need from the datasets named, in the order given.
 *
 * Deaths are pooled in the database, so that a file of millions is never held here: years told one by one are put into
 * spans of five ending with the file's last year (small areas need the years), and spans stay as the file has them.
 * A span with a year that the file does not have is not counted, for its deaths would be divided by the people of more
 * years. A count in doubt is not known until a person decides to publish it.
 */
export async function readReadings(
  db: Kysely<Database>,
  systemId: string,
  chosen: Readonly<{
    datasetIds: readonly string[];
    placeSets: readonly PlaceSet[];
    pairs: Readings["pairs"];
    decisions: ReleaseInputs["decisions"];
  }>,
): Promise<Readings> {
  const datasets = await datasetsInUse(db, systemId, chosen.datasetIds);
  const decisions = await decided(db, systemId, chosen.decisions);
  const deaths = await readDeaths(db, systemId, chosen.datasetIds, decisions);
  const people = await readPeople(db, systemId, chosen.datasetIds, decisions);
  return {
    datasets,
    values: await readValues(db, systemId, chosen.datasetIds, decisions),
    people,
    deaths,
    mortality: mortalityTables(deaths, people, datasets, chosen.placeSets),
    placeSets: chosen.placeSets,
    pairs: chosen.pairs,
  };
}

async function datasetsInUse(
  db: Kysely<Database>,
  systemId: string,
  ids: readonly string[],
): Promise<readonly DatasetInUse[]> {
  const { rows } = await sql<DatasetInUse>`
    select dataset_id as id, source_key as "sourceKey", origin from datasets
    where system_id = ${systemId} and dataset_id = any(${ids})
    order by array_position(${ids}::text[], dataset_id)`.execute(db);
  return rows;
}

/** Whether a row's count may be used: it has one, and is not in doubt or was decided to be published. */
function isKnown(decisions: Decisions) {
  const published = [...decisions].filter(([, decision]) => decision === "publish").map(([row]) => row);
  return sql`(state = 'shown' and (doubt is null or dataset_id || ' ' || observation_no = any(${published}::text[])))`;
}

async function readDeaths(
  db: Kysely<Database>,
  systemId: string,
  ids: readonly string[],
  decisions: Decisions,
): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`
    with told as (
      select o.*, ${isKnown(decisions)} as known,
        max(year_to) over (partition by dataset_id) as last, min(year_from) over (partition by dataset_id) as first
      from observations o
      where system_id = ${systemId} and measure = 'deaths' and dataset_id = any(${ids})
    ), spanned as (
      select *, case when year_from < year_to then null else (last - year_to) / 5 end as span from told
    ), pooled as (
      select *, case when span is null then year_from else greatest(first, last - 5 * span - 4) end as span_from,
        case when span is null then year_to else last - 5 * span end as span_to from spanned
    )
    select dataset_id as "datasetId", place_id as "placeId", sex, cause,
      age_from as "ageFrom", age_below as "ageBelow",
      span_from as "yearFrom", span_to as "yearTo",
      -- A file has each cell once, so that a cell's rows are its years: one for a span as it stands, else all of them.
      case when bool_and(known) and count(*) = case when bool_and(span is null) then 1 else span_to - span_from + 1 end
        then sum(value) end as count,
      count(*)::int as rows,
      (array_agg(observation_no order by observation_no))[1:${sql.lit(openedRows)}] as observations
    from pooled
    group by 1, 2, 3, 4, 5, 6, 7, 8
    order by 1, 2, 7, 8, 3, 4, 5`.execute(db);
  return rows;
}

async function readPeople(
  db: Kysely<Database>,
  systemId: string,
  ids: readonly string[],
  decisions: Decisions,
): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`
    select dataset_id as "datasetId", place_id as "placeId", year_from as "yearFrom", year_to as "yearTo", sex, cause,
      age_from as "ageFrom", age_below as "ageBelow", 
      case when ${isKnown(decisions)} then value end as count, 1 as rows, array[observation_no] as observations
    from observations
    where system_id = ${systemId} and measure = 'population' and dataset_id = any(${ids})
    order by dataset_id, observation_no`.execute(db);
  return rows;
}

type Decisions = ReadonlyMap<string, "publish" | "withhold">;

/** Values of places that are named: figures of tracts and ZIP codes are made from them, not shown one by one. */
async function readValues(
  db: Kysely<Database>,
  systemId: string,
  ids: readonly string[],
  decisions: Decisions,
): Promise<readonly ObservedValue[]> {
  const { rows } = await sql<Omit<ObservedValue, "decision">>`
    select dataset_id as "datasetId", observation_no as "observationNo", measure, place_id as "placeId",
      year_from as "yearFrom", year_to as "yearTo", sex, age_from as "ageFrom", age_below as "ageBelow", cause,
      state, value, lower, upper, doubt, line
    from observations
    where system_id = ${systemId} and measure not in ('deaths', 'population') and dataset_id = any(${ids})
      and place_id !~ '^(tract|zip):'
    order by array_position(${ids}::text[], dataset_id), observation_no`.execute(db);
  return rows.map((row) => ({ ...row, decision: decisions.get(`${row.datasetId} ${row.observationNo}`) ?? null }));
}

async function decided(db: Kysely<Database>, systemId: string, chosen: ReleaseInputs["decisions"]): Promise<Decisions> {
  const rows = await db
    .selectFrom("doubt_decisions")
    .where("system_id", "=", systemId)
    .select(["dataset_id", "observation_no", "seq", "decision"])
    .execute();
  const named = new Set(chosen.map(({ dataset, observation, seq }) => `${dataset} ${observation} ${seq}`));
  const counting = rows.filter((row) => named.has(`${row.dataset_id} ${row.observation_no} ${row.seq}`));
  return new Map(counting.map((row) => [`${row.dataset_id} ${row.observation_no}`, row.decision as "publish"]));
}
