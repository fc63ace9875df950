import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { facilityAmounts } from "./facility-amounts.ts";
import { benefitOutcomes, entryKinds, givers } from "./ledger-cell.ts";

const ledger = readFileSync(new URL("../../../database/migrations/0005_ledger.sql", import.meta.url), "utf8");

/** The words that the database lets a column of one of its tables hold. */
function wordsOf(table: string, column: string): string[] {
  const body = ledger.slice(ledger.indexOf(`create table ${table} (`));
  const list = new RegExp(`\\b${column} text[^,]*? in \\(([^)]*)\\)`).exec(body)![1]!;
  return [...list.matchAll(/'([^']+)'/g)].map(([, word]) => word!);
}

test("the kinds of entries, who gives time and what can be decided are those that the database keeps", () => {
  expect(entryKinds).toEqual(wordsOf("ledger_entries", "kind"));
  expect(givers).toEqual(wordsOf("ledger_entries", "giver"));
  expect(benefitOutcomes).toEqual(wordsOf("activity_decisions", "outcome"));
});

test("each amount of a year has a name for people in both languages, and none is another's", () => {
  const words = Object.values(facilityAmounts).map((amount) => amount.words);
  for (const language of ["en", "es"] as const)
    expect(new Set(words.map((text) => text[language])).size).toBe(words.length);
});
