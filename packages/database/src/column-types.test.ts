import { sql } from "kysely";
import { expect, test } from "vitest";
import { wholeNumber } from "./column-types.ts";
import { testDatabase } from "./testing.ts";

const { app } = await testDatabase();

const one = async (expression: string): Promise<unknown> =>
  (await sql<{ it: unknown }>`select ${sql.raw(expression)} as it`.execute(app)).rows[0]!.it;

test.each([
  ["a count is a number", "count(*)", 1],
  ["a whole number keeps all its digits", "9007199254740991::int8", 9007199254740991],
  ["a negative one does", "-9007199254740991::int8", -9007199254740991],
  ["a decimal is the text it is", "1.10::numeric", "1.10"],
  ["a day is a text", "'2024-02-29'::date", "2024-02-29"],
  ["a moment is a Date", "'2024-02-29 23:30-06'::timestamptz", new Date("2024-03-01T05:30:00Z")],
  ["a clock time without zone is a text", "'2024-02-29 23:30'::timestamp", "2024-02-29 23:30:00"],
  ["a missing value is null", "null::int8", null],
  ["lists are read as their items are", "'{1,NULL,3}'::int8[]", [1, null, 3]],
  ["lists of lists too", "'{{1},{2}}'::int8[]", [[1], [2]]],
  ["decimals in lists keep their digits", "'{1.10}'::numeric[]", ["1.10"]],
  ["days in lists stay days", "'{2024-02-29}'::date[]", ["2024-02-29"]],
  ["JSON is a value", `'{"a": [1]}'::jsonb`, { a: [1] }],
  ["a floating number is a number", "0.1::float8 + 0.2", 0.30000000000000004],
])("%s", async (_, expression, value) => {
  expect(await one(expression)).toEqual(value);
});

test("a whole number that would lose digits is refused, and the connection goes on", async () => {
  await expect(one("9007199254740993::int8")).rejects.toThrow("9007199254740993 is too large");
  expect(() => wholeNumber("-9007199254740992")).toThrow(RangeError);
  expect(await one("1::int8")).toBe(1);
});
