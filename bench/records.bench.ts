import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@evenspan/database/connect";
import { migrate } from "@evenspan/database/migrate";
import type { OpenDatabase } from "@evenspan/database/pools";
import { scratchDatabase } from "@evenspan/database/testing/scratch-database";
import { act } from "@evenspan/domain/access/act";
import type { Actor, Grant } from "@evenspan/domain/kernel/actor";
import type { Command } from "@evenspan/domain/kernel/command";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { findRecords } from "@evenspan/domain/records/find-records";
import { listRecords } from "@evenspan/domain/records/list-records";
import { copyWithoutPolicies, fillRecords, systems } from "./many-records.ts";

/**
 * A million records of three systems (or as many as the first argument says), of which four people at once list pages,
 * filtered and sorted, and one and then four look for names; on the embedded server, and on the server of DATABASE_URL where
 * it is set.
 *
 * Claim: a page of a list, with its counts, in 15 ms while four ask, and a search in 40 ms, for 19 of 20. Baseline: one plain
 * query along one index, on a copy without row-level security.
 */
const records = Number(process.argv[2] ?? 1_000_000);
const requests = 150;
const { systemId } = systems[0];
const words = (text: string) => ({ text });

const people: readonly Actor[] = [
  who("Ada", { role: "administrator" }),
  who("Nadia", { role: "office-staff" }),
  who("Rita", { role: "office-staff", facilityId: "north" }),
  who("Fern", { role: "finance" }, { role: "program-lead", facilityId: "oak-park" }),
];
const partner = who("Club", { role: "partner", partnerId: "p7" });

const lists = [
  {},
  { kind: "event" },
  { kind: "event", state: "closed" },
  { kind: "event", state: "approved", sort: "title" },
  { kind: "event", facilityId: "north", sort: "title" },
  { kind: "event", state: "asked", facilityId: "copley", sort: "due" },
  { kind: "event", isLate: true, sort: "due" },
  { kind: "hours", state: "submitted", sort: "due", direction: "down" },
  { kind: "hours", facilityId: "oak-park" },
  { kind: "hours", sort: "title", direction: "down" },
  { kind: "entry", state: "posted", sort: "due" },
  { kind: "entry", state: "draft" },
];
const names = [
  ...["garfield park", "health fair", "feria", "educacion comunitaria", "heart screening austin", "career day maywood"],
  ...[
    "iglesia san pio 77",
    "flu shots for rent counsel",
    "vaccin",
    "cooking class 1234",
    "hours for youth mentoring 77",
  ],
  ...[
    "rent counsel at cicero 1",
    "block club 311",
    "north lawn",
    "zebra",
    "garfield austin",
    "walking group at west town 45",
  ],
].map(words);

async function embedded() {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-bench-"));
  const database = await openDatabase({ dataFolder: folder });
  await migrate(database.owner);
  return { database, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function report(
  kind: string,
  { database, remove }: { database: OpenDatabase; remove: () => void },
): Promise<void> {
  try {
    const [filled] = await timed(() => fillRecords(database, records));
    await copyWithoutPolicies(database);
    console.log(
      `${kind}: ${records.toLocaleString("en")} records of three systems, filled in ${Math.round(filled / 1000)} s`,
    );
    const list = await byFour((person, turn) => asked(database, listRecords, person, lists[turn % lists.length]!));
    const plainList = await byFour(() => plain(database, plainPage, [systemId]));
    tell("a page of a list", list, 15, "one query along one index", plainList);
    const find = (person: Actor, turn: number) => asked(database, findRecords, person, names[turn % names.length]!);
    const plainFind = (_: Actor, turn: number) => plain(database, plainWords, [names[turn % names.length]!.text]);
    tell(
      "a search",
      await timesOf([people[1]!], find),
      40,
      "one query of the words alone",
      await timesOf([people[1]!], plainFind),
    );
    console.log(`  a search, by four at once: ${inWords(await byFour(find))}`);
    const few = await byFour((_, turn) => asked(database, listRecords, partner, lists[turn % 3]!));
    console.log(`  a page of a list, for a partner who sees few: ${inWords(few)}`);
  } finally {
    await database.close();
    remove();
  }
}

const plainPage = `select * from plain_records where system_id = $1 and kind = 'event' and state = 'closed'
  order by changed_at desc, record_id desc limit 51`;
const plainWords =
  "select record_id from plain_words where words @@ websearch_to_tsquery('simple', evenspan_folded($1)) limit 50";

async function asked<I, O>(database: OpenDatabase, it: Command<I, O>, actor: Actor, input: object): Promise<void> {
  const occasion = { systemId, actor, now: new Date("2026-06-01T12:00:00Z"), from: { channel: "web" } } as const;
  const outcome = await act(database.app, it, occasion, input);
  if (isRefusal(outcome)) throw new Error(outcome.message);
}

const plain = (database: OpenDatabase, query: string, values: readonly string[]) =>
  database.pools.app.query(query, [...values]);

type Request = (person: Actor, turn: number) => Promise<unknown>;

const byFour = (request: Request): Promise<number[]> => timesOf(people, request);

/** These people at once, each with requests one after another; the first few of each warm the caches up and are not counted. */
async function timesOf(asking: readonly Actor[], request: Request): Promise<number[]> {
  const warm = 20;
  const times = await Promise.all(
    asking.map(async (person, at) => {
      const own: number[] = [];
      for (let turn = 0; turn < warm + requests; turn++)
        own.push((await timed(() => request(person, turn + 3 * at)))[0]);
      return own.slice(warm);
    }),
  );
  return times.flat().sort((a, b) => a - b);
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [ms: number, outcome: T]> {
  const started = process.hrtime.bigint();
  const outcome = await run();
  return [Number(process.hrtime.bigint() - started) / 1e6, outcome];
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
const inWords = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, most ${times.at(-1)!.toFixed(1)} ms`;

function tell(
  name: string,
  times: readonly number[],
  claimMs: number,
  baseline: string,
  plainTimes: readonly number[],
): void {
  const p95 = quantile(times, 0.95);
  console.log(`  ${name}: ${inWords(times)}`);
  console.log(`  ${baseline}, without row-level security: ${inWords(plainTimes)}`);
  console.log(`  p95 against it: ${(p95 / quantile(plainTimes, 0.95)).toFixed(1)}`);
  console.log(`  claim: p95 at most ${claimMs} ms; ${p95 <= claimMs ? "held" : "NOT held"}`);
  if (p95 > claimMs) process.exitCode = 1;
}

function who(name: string, ...grants: readonly Grant[]): Actor {
  return { name, personId: null, grants };
}

await report("embedded", await embedded());
if (process.env.DATABASE_URL) await report("server", { database: await scratchDatabase(true), remove: () => {} });
