import { testDatabase } from "@evenspan/database/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rosa } from "../access/testing.ts";
import { releaseShelf } from "./release-shelf.ts";
import { preparedOffice, publish } from "./testing/prepared-office.ts";
import { withdrawRelease } from "./withdraw-release.ts";

const database = await testDatabase();
const office = await preparedOffice(database);
const pool = database.pools.reader;

let now = 0;
const connect = vi.spyOn(pool, "connect");
const queries = () => connect.mock.calls.length;
const shelfOf = (systemId = office.systemId) =>
  releaseShelf(database.reader, systemId, { freshForMs: 1000, clock: () => now });

beforeEach(() => {
  now += 1_000_000;
});
afterEach(() => {
  connect.mockReset();
});

const databaseDown = () =>
  connect.mockImplementation((() => Promise.reject(new Error("the database is down"))) as never);
const databaseUp = () => connect.mockReset();

let year = 1950;
const another = async () => {
  year += 1;
  await office.load("people", `Place,Year,Age,Sex,People\n26,${year},all,all,18001\n`);
  return publish(office);
};
const withdraw = (number: number) =>
  office.done(rosa, withdrawRelease, { release: String(number), note: "It was published too early." });

// One story, told in order: each test goes on where the one before ended.
const shelf = shelfOf();

test("before anything is published the shelf is empty, and it is no error", async () => {
  expect(await shelf.current()).toBeNull();
  expect(await shelf.numbered(1)).toBeNull();
});

test("a release appears once what is known is no longer fresh, and not before", async () => {
  expect(await shelf.current()).toBeNull();
  await publish(office);
  now += 999;
  expect(await shelf.current()).toBeNull();
  now += 1;
  expect((await shelf.current())!.number).toBe(1);
});

test("while it is fresh a request asks nothing of the database, and many at once ask together", async () => {
  const [one, other] = await Promise.all([shelf.current(), shelf.current(), shelf.current()]);
  expect([queries(), one === other]).toEqual([1, true]);
  now += 500;
  expect(await shelf.current()).toBe(one);
  expect(queries()).toBe(1);
});

test("a release that is still the newest is not read again", async () => {
  const before = await shelf.current();
  now += 5000;
  expect(await shelf.current()).toBe(before);
  expect(queries()).toBe(2);
});

test("while the database is down, the last release is served on, and nothing is thrown", async () => {
  const before = await shelf.current();
  databaseDown();
  now += 5000;
  expect(await shelf.current()).toBe(before);
  databaseUp();
});

test("a shelf that has never seen a release says so when the database is down", async () => {
  databaseDown();
  await expect(shelfOf().current()).rejects.toThrow("the database is down");
  await expect(shelfOf().numbered(1)).rejects.toThrow("the database is down");
  databaseUp();
});

test("once the database is back, so are new releases", async () => {
  const { number } = await another();
  expect((await shelf.current())!.number).toBe(number);
});

test("an older release is found by its number, and is read once", async () => {
  const first = (await shelf.numbered(1))!;
  expect(first.number).toBe(1);
  const asked = queries();
  now += 500;
  expect(await shelf.numbered(1)).toBe(first);
  expect(queries()).toBe(asked);
  now += 5000;
  expect(await shelf.numbered(1)).toBe(first);
  expect(queries()).toBe(asked + 1);
});

test("a number that there is not is nothing, and is looked for anew each time", async () => {
  expect(await shelf.numbered(7)).toBeNull();
  expect(await shelf.numbered(7)).toBeNull();
  expect(queries()).toBe(2);
});

test("what could not be opened while the database was down is opened when it is back", async () => {
  const fresh = shelfOf();
  databaseDown();
  await expect(fresh.numbered(1)).rejects.toThrow("the database is down");
  databaseUp();
  expect((await fresh.numbered(1))!.number).toBe(1);
});

test("an older release that is held open is served on while the database is down", async () => {
  const first = await shelf.numbered(1);
  databaseDown();
  now += 5000;
  expect(await shelf.numbered(1)).toBe(first);
  databaseUp();
});

test("a withdrawn release leaves the shelf, by number too, and the one before takes its place", async () => {
  const { number } = (await shelf.current())!;
  expect(await shelf.numbered(number)).not.toBeNull();
  await withdraw(number);
  now += 1000;
  expect(await shelf.numbered(number)).toBeNull();
  expect((await shelf.current())!.number).toBe(1);
});

test("when the last release is withdrawn the shelf is empty again", async () => {
  await withdraw(1);
  now += 1000;
  expect(await shelf.current()).toBeNull();
  expect(await shelf.numbered(1)).toBeNull();
});

test("of more than three numbers, those asked for last are held open", async () => {
  const numbers: number[] = [];
  for (let i = 0; i < 4; i++) {
    now += 1_000_000;
    numbers.push((await another()).number);
  }
  const fresh = shelfOf();
  for (const number of numbers) expect((await fresh.numbered(number))!.number).toBe(number);
  const asked = queries();
  await fresh.numbered(numbers[3]!);
  await fresh.numbered(numbers[1]!);
  expect(queries()).toBe(asked);
  await fresh.numbered(numbers[0]!);
  expect(queries()).toBeGreaterThan(asked);
});

test("another system's shelf holds nothing of it", async () => {
  expect(await shelfOf("00000000-0000-4000-8000-000000000999").current()).toBeNull();
});
