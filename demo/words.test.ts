import type { Text } from "@evenspan/domain/kernel/text";
import { expect, test } from "vitest";
import { publicClaims } from "./claims.ts";
import { frontNumbers } from "./front.ts";
import { halveTheGap } from "./goals.ts";
import { placeSetVersions } from "./place-sets.ts";

const texts: readonly Text[] = [
  ...publicClaims.flatMap(({ text, note }) => [text, ...(note ? [note] : [])]),
  ...frontNumbers.flatMap(({ label, remark }) => [label, ...(remark ? [remark] : [])]),
  ...placeSetVersions.map(({ reason }) => reason),
  halveTheGap.title,
];
const numbersIn = (text: string) => (text.match(/\d+([.,]\d+)*/g) ?? []).sort();

test("every text is written twice, with the same numbers in both languages", () => {
  for (const { en, es } of texts) {
    expect(es).not.toBe(en);
    expect(numbersIn(es), es).toEqual(numbersIn(en));
  }
});

test("every claim says its number, who said it, and where it can be read", () => {
  expect(new Set(publicClaims.map(({ id }) => id)).size).toBe(8);
  for (const { text, claimedValue, saidBy, source } of publicClaims) {
    expect(numbersIn(text.en)).toContain(String(claimedValue));
    expect([saidBy.length > 5, source.includes("https://")]).toEqual([true, true]);
  }
});

test("the claims are the eight numbers that were printed for the same idea", () => {
  const values = publicClaims.map(({ claimedValue }) => claimedValue).sort((a, b) => a - b);
  expect(values).toEqual([12, 13, 14, 14.6, 16, 16.2, 20.7, 30]);
});

test("a claim whose places are a nickname, a side or a tract names no pair to measure", () => {
  const without = publicClaims.filter(({ highPlaceId }) => highPlaceId === null);
  expect(without.map(({ claimedValue, lowPlaceId }) => [claimedValue, lowPlaceId])).toEqual([
    [13, null],
    [14, null],
    [30, null],
  ]);
});
