import { sql } from "kysely";
import { expect, test } from "vitest";
import { copyIn, copyOut } from "./copy.ts";
import { inTenant } from "./tenant.ts";
import { testDatabase } from "./testing.ts";

const { app, owner } = await testDatabase();
const rush = "00000000-0000-4000-8000-000000000001";

await owner.query("create table counts (area integer, deaths bigint); grant select, insert on counts to evenspan_app");

async function* lines(most: number): AsyncIterable<string> {
  for (let area = 1; area <= most; area++) yield `${area},${area * 10}\n`;
}
const stored = async (): Promise<unknown> =>
  (await sql`select count(*) as rows, sum(deaths)::int8 as deaths from counts`.execute(app)).rows[0];
const into = "copy counts from stdin (format csv)";

test("rows are streamed in and out", async () => {
  const rows = await inTenant(app, rush, (trx) => copyIn(trx, into, lines(77)));
  expect(rows).toBe(77);
  expect(await stored()).toEqual({ rows: 77, deaths: 30030 });
  const out = await inTenant(app, rush, async (trx) => {
    const chunks: Buffer[] = [];
    for await (const chunk of copyOut(
      trx,
      "copy (select * from counts where area < 3 order by area) to stdout (format csv)",
    ))
      chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  });
  expect(out).toBe("1,10\n2,20\n");
});

test("a bad row, or a source that breaks, leaves none of them", async () => {
  const before = await stored();
  async function* bad() {
    yield* lines(1000);
    yield "x,1\n";
  }
  async function* broken() {
    yield* lines(1000);
    throw new Error("the file ended early");
  }
  await expect(inTenant(app, rush, (trx) => copyIn(trx, into, bad()))).rejects.toThrow(
    'invalid input syntax for type integer: "x"',
  );
  await expect(inTenant(app, rush, (trx) => copyIn(trx, into, broken()))).rejects.toThrow("the file ended early");
  expect(await stored()).toEqual(before);
});
