import type { Telling } from "@evenspan/disclosure-audit/systems";
import type { PlaceSet } from "../places/place-set.ts";
import { type CountName, countId } from "../told/count-name.ts";
import type { CountsTold } from "../told/counts-told.ts";
import { type HeldSum, heldSums } from "./held-sums.ts";
import { RecordTables } from "./record-tables.ts";
import { sumsAmong } from "./sums-among.ts";

/**
 * All that was told as linked tables. Only sums with a number that is not told are written down: nothing follows from the
 * others; and only of what is guarded, deaths or people.
 *
 * @param guarded ids of the counts that are asked about
 */
export function publicRecord(told: CountsTold, sets: readonly PlaceSet[], guarded: ReadonlySet<string>): Telling {
  const { counts } = told;
  const tables = new RecordTables(counts);
  const kinds = new Set([...guarded].map((id) => id.split("|")[0]));
  const relevant = [...counts.values()].filter(({ name }) => kinds.has(name.of));
  for (const id of guarded) for (const time of counts.get(id)?.kept ?? []) tables.addCell(time, id);
  const sums = heldSums(
    sumsAmong(
      relevant.map(({ name }) => name),
      sets,
    ),
    counts,
  );
  for (const sum of sums) addSum(tables, sum);
  addOldSums(tables, sums, told);
  addBounds(tables, told, kinds);
  addRates(tables, told);
  return tables.telling();
}

const restId = ({ kind, total, parts }: HeldSum): string => `rest of ${total} by ${kind}, ${parts[0]}`;

const partsOf = (sum: HeldSum): readonly string[] => (sum.hasRest ? [...sum.parts, restId(sum)] : sum.parts);

function addSum(tables: RecordTables, sum: HeldSum): void {
  const ids = [sum.total, ...sum.parts];
  if (ids.some(tables.isUnseen) && !isIdle(tables, sum)) tables.addSum(tables.timeOf(ids), sum.total, partsOf(sum));
}

/** That early deaths are among all deaths says nothing while neither number is told; it would tie all tables together. */
const isIdle = ({ isUnseen }: RecordTables, { kind, total, parts }: HeldSum): boolean =>
  kind === "ages" && isUnseen(total) && parts.length === 2 && parts.every(isUnseen);

/** Sums as an older source told them: where it tells all that they rest on, and part of it differently. */
function addOldSums(tables: RecordTables, sums: readonly HeldSum[], { counts, old }: CountsTold): void {
  old.forEach(({ time, ids, counts: differing }, source) => {
    for (const sum of sums) {
      const members = [sum.total, ...sum.parts];
      if (!members.some((id) => differing.has(id)) || !members.every((id) => ids.has(id) || !counts.has(id))) continue;
      const renamed = (id: string) => (differing.has(id) || id === restId(sum) ? `${id} (${source})` : id);
      if (members.every((id) => differing.has(id) || !tables.isUnseen(id))) continue;
      const known = new Map(members.flatMap((id) => (differing.has(id) ? [[renamed(id), differing.get(id)!]] : [])));
      tables.addSum(time, renamed(sum.total), partsOf(sum).map(renamed), known);
    }
  });
}

/** The greatest bound from below that is told of each count. */
function addBounds(tables: RecordTables, { others }: CountsTold, kinds: ReadonlySet<string | undefined>): void {
  const greatest = new Map<string, CountsTold["others"][number]>();
  for (const one of others) {
    const id = countId(one.telling.name);
    if (one.telling.tells !== "at-least" || !kinds.has(one.telling.name.of) || !tables.isUnseen(id)) continue;
    const before = greatest.get(id)?.telling;
    if (before?.tells !== "at-least" || before.count < one.telling.count) greatest.set(id, one);
  }
  for (const [id, { telling, time }] of greatest)
    if (telling.tells === "at-least")
      tables.addSum(
        time,
        id,
        [`least of ${id}`, `more than least of ${id}`],
        new Map([[`least of ${id}`, telling.count]]),
      );
}

/** A rate over the people of each year, added: where its count is not told, or theirs is not. */
function addRates(tables: RecordTables, { others, counts }: CountsTold): void {
  for (const { telling, time } of others) {
    if (telling.tells !== "rate") continue;
    const { name, per100k, decimals } = telling;
    const id = countId(name);
    const people = peopleOf(name).map(countId);
    if (!people.every((one) => counts.has(one)) || ![id, ...people].some(tables.isUnseen)) continue;
    const personYears = `person-years of ${id}`;
    tables.addSum(time, personYears, people);
    tables.addRate(time, { numerator: id, denominator: personYears, per100k, decimals });
  }
}

const peopleOf = (name: CountName): readonly CountName[] =>
  Array.from({ length: name.to - name.from + 1 }, (_, i) => ({
    ...name,
    ...{ of: "people", cause: "all", from: name.from + i, to: name.from + i },
  }));
